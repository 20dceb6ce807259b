"""A patient's photo: shown, put in place of another, taken away and brought back; in the form only once that is saved."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.core.access import Permission
from app.core.errors import ClinicError
from app.kit.files import read_file
from app.patients.actions.photo import (
    BringPhotoBack,
    PhotoKey,
    PutPhoto,
    TakePhotoAway,
    bring_photo_back,
    put_photo,
    take_photo_away,
)
from app.patients.queries.photo import Photo, photo
from app.patients.queries.record import PatientSummary
from app.patients.rules.portrait import portrait
from app.runner.bridge import Runner
from app.runner.execute import Notice


class PhotoModel(QObject):
    """One record's photo. `changed`: another is shown; `kept` carries a PhotoKey; `failed`: nothing was written."""

    changed = Signal()
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self.record: PatientSummary | None = None
        self._stored = b""
        self._turn = 0

    @property
    def data(self) -> bytes:
        """What is shown now."""
        return self._stored

    def show(self, record: PatientSummary | None) -> None:
        """Show a record's photo; it is asked for when it is another one."""
        before, self.record = self.record, record
        known = (
            before is not None and record is not None and (before.id, before.photo_id) == (record.id, record.photo_id)
        )
        if known:
            return
        self._turn += 1
        self._stored = b""
        self.changed.emit()
        if record is not None and record.photo_id is not None:
            topic = f"photo-{id(self)}"
            self.runner.ask(photo, record.id, record.reason, then=self._take, topic=topic, settled=False)

    def _take(self, found: Photo) -> None:
        if self.record is not None and found.patient_id == self.record.id:
            self._stored = found.data
            self.changed.emit()

    def may_change(self) -> bool:
        """Whether to offer another photo: it is part of who somebody is. Nobody changes what the shade hides."""
        grant, record = self.runner.person().grant(Permission.EDIT_PATIENT), self.record
        return grant is not None and not grant.masked and not (record is not None and (record.masked or record.shaded))

    def choose(self, file: Path) -> None:
        """Put the picture in a file in place of the photo."""
        turn = self._turn
        self.runner.job(lambda _job: (turn, *_portrait_in(file)), self._seen)

    def _seen(self, found: tuple[int, bytes, ClinicError | None]) -> None:  # a method: nothing is told to who is gone
        turn, data, why = found
        if turn != self._turn:
            return  # somebody else is shown by now
        if why is not None:
            self.failed.emit(why)
        else:
            self.put(data)

    def put(self, data: bytes) -> None:
        """Store a photo."""
        if self.record is not None:
            command = PutPhoto(patient_id=self.record.id, data=data, reason=self.record.reason)
            self.runner.run(put_photo, command, self.kept.emit, self.failed.emit)

    def take_away(self) -> None:
        """Show the photo no more."""
        if self.record is not None:
            command = TakePhotoAway(patient_id=self.record.id, reason=self.record.reason)
            self.runner.run(take_photo_away, command, self.kept.emit, self.failed.emit)

    def back(self, done: PhotoKey, reason: str) -> None:
        """The way back from what was done: the photo before it, or none."""
        if done.before_id:
            command = BringPhotoBack(patient_id=done.patient_id, photo_id=done.before_id, reason=reason)
            self.runner.run(bring_photo_back, command, None, self.failed.emit)
        else:
            away = TakePhotoAway(patient_id=done.patient_id, reason=reason)
            self.runner.run(take_photo_away, away, None, self.failed.emit)


class Face(QObject):
    """The photo of whom a list has chosen, without a word where there is none or it is not to be seen. `changed`: another."""

    changed = Signal()

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self.patient_id: int | None = None
        self.data = b""
        self._for: tuple[int, bool] | None = None
        runner.bus.subscribe({"patient_photo"}, self._heard)  # ends with this object

    def show(self, patient_id: int | None) -> None:
        """Show somebody else, or the same to another person or behind the shade; asked for again when a photo changes."""
        actor = self.runner.person() if patient_id is not None else None
        seen_by = None if actor is None else (actor.user_id, actor.shaded)
        if (patient_id, seen_by) != (self.patient_id, self._for):
            self.patient_id, self._for, self.data = patient_id, seen_by, b""
            self._ask()

    def _heard(self, _notice: Notice) -> None:
        self._ask()

    def _ask(self) -> None:
        if self.patient_id is not None:
            topic = f"face-{id(self)}"
            self.runner.ask(photo, self.patient_id, then=self._take, fail=self._none, topic=topic, settled=False)

    def _take(self, found: Photo) -> None:
        if found.data != self.data and self.patient_id is not None:
            self.data = found.data
            self.changed.emit()

    def _none(self, _why: ClinicError) -> None:
        """A restricted record, or another location's: nothing of it is here before it is opened."""


class PhotoDraft(PhotoModel):
    """The photo in a form: kept here until the form is saved. `draft`: None leaves what stands, b"" takes it away."""

    draft: bytes | None = None

    @property
    def data(self) -> bytes:
        """What is shown now."""
        return self._stored if self.draft is None else self.draft

    def begin(self, record: PatientSummary | None) -> None:
        """Another form."""
        self.draft = None
        self._turn += 1
        self.show(record)
        self.changed.emit()

    def put(self, data: bytes) -> None:
        """Show a photo that is to be stored."""
        self.draft = data
        self.changed.emit()

    def take_away(self) -> None:
        """Show no photo."""
        self.draft = b"" if self._stored else None
        self.changed.emit()

    def store(
        self, patient_id: int, reason: str, then: Callable[[], None], fail: Callable[[ClinicError], None]
    ) -> None:
        """Write what was changed, once the form is saved; `then` comes in any case."""
        draft, self.draft = self.draft, None

        def failed(why: ClinicError) -> None:
            then()
            fail(why)

        if draft is None:
            then()
        elif draft:
            put = PutPhoto(patient_id=patient_id, data=draft, reason=reason)
            self.runner.run(put_photo, put, lambda _key: then(), failed)
        else:
            away = TakePhotoAway(patient_id=patient_id, reason=reason)
            self.runner.run(take_photo_away, away, lambda _key: then(), failed)


def _portrait_in(file: Path) -> tuple[bytes, ClinicError | None]:
    """The picture in a file as it is stored, or why there is none."""
    try:
        return portrait(read_file(file)), None
    except ClinicError as why:
        return b"", why
