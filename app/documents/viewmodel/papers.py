"""A patient's files on the record: listed, stored, looked at, made void."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from app.core.access import Permission
from app.core.clock import local_day
from app.core.errors import ClinicError, ReasonNeeded
from app.core.text import tr
from app.documents.actions import AttachDocument, AttachedKey, DocumentKey, VoidDocument, attach_document, void_document
from app.documents.queries import DocumentRow, OpenedDocument, content, documents, may_open
from app.documents.rules import DocumentKind, kind_label
from app.documents.viewmodel.files import Shown, shown_as
from app.kit.dates import show_date
from app.kit.files import read_file
from app.patients.viewmodel.sections import SectionModel

#: a paper that ends within so many days is said to end soon
SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One file in words; `ends`, `glyph` and `ink` say whether it still holds."""

    row: DocumentRow
    kind: str
    title: str
    received: str
    who: str
    ends: str
    glyph: str
    ink: str


def paper_line(row: DocumentRow, today: date, zone: str) -> PaperLine:
    """A file in words, as it stands today."""
    kind = kind_label(row.kind)
    ends, glyph, ink = _ends(row.expires_on, today)
    title = "" if row.title == kind else row.title
    return PaperLine(
        row, kind, title, show_date(local_day(row.received_at, zone)), row.received_by_name, ends, glyph, ink
    )


def _ends(day: date | None, today: date) -> tuple[str, str, str]:
    if day is None:
        return "", "", "text"
    shown = show_date(day)
    if day < today:
        return tr("Expired {day}", day=shown), "lamp:missing", "bad"
    if (day - today).days <= SOON_DAYS:
        return tr("Ends {day}", day=shown), "lamp:soon", "warn"
    return tr("Until {day}", day=shown), "", "text"


class DocumentsModel(SectionModel):
    """`shown` carries what the preview shows; `reason_needed` the file that this role opens only with a reason."""

    needs = Permission.VIEW_PATIENT
    tables: ClassVar[frozenset[str]] = frozenset({"stored_document"})
    shown = Signal(object)
    reason_needed = Signal(object)

    def clear(self) -> None:
        self.rows: tuple[DocumentRow, ...] = ()
        self._opening: DocumentRow | None = None
        self._storing: AttachDocument | None = None

    def ask(self, *, settled: bool = False) -> None:
        self.runner.ask(
            documents, self.patient_id, self.reason, then=self._take, fail=self.fail, topic=self.topic("papers"),
            settled=settled,
        )  # fmt: skip

    def _take(self, rows: tuple[DocumentRow, ...]) -> None:
        self.rows = rows
        self.answered()

    def lines(self) -> tuple[PaperLine, ...]:
        """Every file, the newest first."""
        here = self.ports.here()
        return tuple(paper_line(row, here.today, here.zone) for row in self.rows)

    def may_attach(self) -> bool:
        """Whether to offer storing a file."""
        return self.may(Permission.ATTACH_DOCUMENT)

    def may_void(self, row: DocumentRow) -> bool:
        """Whether to offer making a file void."""
        return self.may(Permission.VOID_DOCUMENT, row.location_id)

    # ------------------------------------------------------------------------------------------------- look

    def may_open(self, row: DocumentRow) -> bool:
        """Whether to offer a file's content: an ID or a card is not for everybody."""
        return may_open(self.runner.person(), row)

    def open(self, row: DocumentRow, why: str = "") -> None:
        """Fetch a file and make it fit for the screen, off the UI thread; `shown` brings it, or `reason_needed` the row."""
        self._opening = None if why else row
        self.runner.ask(
            content, row.id, why or self.reason, then=self._got, fail=self._not_opened, topic=self.topic("open")
        )

    def _got(self, opened: OpenedDocument) -> None:
        self.runner.background(lambda: shown_as(opened), self._ready, self.fail)

    def _not_opened(self, problem: ClinicError) -> None:
        if isinstance(problem, ReasonNeeded) and self._opening is not None:
            self.reason_needed.emit(self._opening)
        else:
            self.fail(problem)

    def _ready(self, shown: Shown) -> None:
        self.shown.emit(shown)

    # ----------------------------------------------------------------------------------------------- changes

    def attach(self, file: Path, values: Mapping[str, Any]) -> None:
        """Read a file and store it; what is wrong with it comes back through `failed`."""
        patient_id, reason = self.patient_id, self.reason
        if patient_id is None or self.busy:
            return
        try:
            place = self.place()
        except ClinicError as why:
            self.fail(why)
            return
        kind = DocumentKind(values["kind"])
        rest = {name: values[name] for name in ("title", "issued_on", "expires_on")}
        self._storing = AttachDocument(
            patient_id=patient_id, location_id=place, kind=kind, data=b"", file_name=file.name, reason=reason, **rest
        )
        self.busy = True
        self.runner.background(lambda: read_file(file), self._store, self.fail)

    def _store(self, data: bytes) -> None:
        self.busy, storing = False, self._storing
        if storing is not None:
            self._storing = None
            self.perform(attach_document, replace(storing, data=data), self._stored)

    def _stored(self, _key: AttachedKey) -> None:
        self.ports.announce(tr("Stored"))

    def void(self, row: DocumentRow, why: str) -> None:
        """Make a file void."""
        command = VoidDocument(document_id=row.id, version=row.version, reason=why)
        self.perform(void_document, command, self._voided)

    def _voided(self, _key: DocumentKey) -> None:
        self.ports.announce(tr("Made void"))
