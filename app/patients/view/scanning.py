"""A licence scanned over the form or over an open record: typed by a reader anywhere in it, dropped, or chosen as a picture."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.core.access import Permission
from app.core.errors import ClinicError
from app.core.ports import Place, Ports
from app.core.text import tr
from app.kit.drawer import Drawer
from app.kit.files import FileDrop
from app.kit.form import value_of
from app.kit.panels import Banner
from app.kit.scanning import ScanCatcher
from app.patients.actions.register import PatientRow
from app.patients.queries.lookalikes import Lookalike
from app.patients.queries.record import PatientSummary
from app.patients.rules.licence.differences import expiry_words, is_theirs
from app.patients.rules.licence.scans import scanned_licence
from app.patients.rules.licence.value import Licence
from app.patients.view.licence import LicenceDrawer, StrangerDrawer
from app.patients.view.sheet import KEPT, Sheet
from app.patients.viewmodel.licence import (
    LicenceReader,
    LicenceTaking,
    Part,
    Proof,
    Scanned,
    form_fields,
    fuller,
    licence_line,
    part_title,
    parts_of,
    warnings,
)
from app.patients.viewmodel.record import RecordModel

#: a bar with one button: its word, the sentence, the button's words, what it does, the tone
Bar = Callable[[str, str, str, Callable[[], None], str], None]
#: fields of the form that another name has among a card's problems
_FIELDS = {"number": "identity_number", "issued_on": "identity_issued_on", "expires_on": "identity_expires_on"}


class _Scan(QObject):
    """Listens to a reader over `owner`, reads what it types and what is dropped on `target`, and holds one drawer."""

    def __init__(self, owner: QWidget, target: QWidget, banner: Banner, reader: LicenceReader) -> None:
        super().__init__(owner)
        self.owner, self.banner, self.reader = owner, banner, reader
        self.drawer: Drawer | None = None
        reader.setParent(self)
        self.catcher = ScanCatcher(self)
        self.catcher.watch_all(owner)
        self.catcher.scanned.connect(reader.take)
        FileDrop(target).dropped.connect(self.take_files)
        reader.read.connect(self._read)
        reader.refused.connect(self._refused)

    def choose(self) -> None:
        """Choose a picture of the barcode."""
        kinds = tr("Scans and pictures") + " (*.png *.jpg *.jpeg)"
        name, _kind = QFileDialog.getOpenFileName(
            self.owner.window(), tr("Picture of the license's barcode"), "", kinds
        )
        if name:
            self.take_files((Path(name),))

    def take_files(self, files: Sequence[Path]) -> None:
        """Read the barcode in the first of these pictures."""
        if files:
            self.banner.say(tr("License"), tr("The picture is being read…"), icon="scan")
            self.reader.take_picture(files[0])

    def _read(self, scanned: Scanned) -> None:
        raise NotImplementedError

    def _refused(self, why: ClinicError) -> None:
        """Say why nothing was read; the field that had the focus has it still, with what stood in it."""
        self.banner.say(tr("License not read."), str(why), tone="warn", icon="scan")

    def _say(self, words: str, warning: str) -> None:
        sentence = " ".join(part for part in (words, warning) if part)
        self.banner.say(tr("License read."), sentence, tone="warn" if warning else "info", icon="scan")

    def hold(self, drawer: Drawer) -> None:
        """A drawer of this scan in place of the one before; a second scan over it is caught too."""
        self.put_away()
        self.drawer = drawer
        drawer.closed.connect(self._closed)
        self.catcher.watch_all(drawer)

    def put_away(self) -> None:
        """Close the drawer."""
        if self.drawer is not None:
            self.drawer.close_drawer()
            self._closed()

    def _closed(self) -> None:
        if self.drawer is not None:
            self.drawer.deleteLater()
            self.drawer = None


class FormScan(_Scan):
    """Over the form: what is empty is filled, what holds something else is asked about, field by field."""

    def __init__(
        self, owner: QWidget, sheet: Sheet, banner: Banner, say: Bar, first_gap: Callable[[], QWidget]
    ) -> None:
        model = sheet.model
        super().__init__(owner, owner, banner, LicenceReader(model.runner, lambda: model.today))
        self.model, self.sheet, self.form = model, sheet, sheet.form
        self._bar, self._first_gap = say, first_gap
        self._before: dict[str, Any] = {}

    def begin(self, licence: Licence | None) -> None:
        """Another form stands here; it may have begun with a licence, which is in its fields already."""
        self.reader.forget()
        self.put_away()
        self._before = {}
        if licence is not None:
            self._tell("", licence)

    def _read(self, scanned: Scanned) -> None:
        self.put_away()
        parts = [part for part in self._parts(scanned.licence) if part.asks]
        if self._is_stranger(scanned.licence):
            self._doubt(scanned.licence, parts)
            return
        filled = [part for part in parts if part.ticked and not (part.code == "identity" and part.ours)]
        asked = [part for part in parts if part not in filled]
        self._fill(filled, scanned.licence)
        if asked:
            self._ask(scanned.licence, [replace(part, ticked=part.ticked or fuller(part)) for part in asked])

    def _parts(self, licence: Licence) -> list[Part]:
        """What the licence says beside what stands in the form; a birth date that cannot be read stands there as well."""
        model, details, born = self.model, self.sheet.details(), self.form.birth_date
        parts = parts_of(self.sheet.person(), licence, Proof(details.identity, model.identity_tail), model.today)
        if born.problem():
            parts = tuple(
                replace(part, ours=born.text(), words=tr("Different"), ticked=False)
                if part.code == "birth_date"
                else part
                for part in parts
            )
        locked = KEPT if model.keeps_identity else ()
        return [part for part in parts if part.code not in locked and not (locked and part.code == "identity")]

    def _is_stranger(self, licence: Licence) -> bool:
        """Whether the form is about somebody else; half a name, or none, is nobody else's."""
        person = self.sheet.person()
        if person.family and person.given and person.birth_date:
            return not is_theirs(person, licence)
        other = [part for part in self._parts(licence) if part.code in ("family", "given") and part.asks and part.ours]
        return len(other) == 2 and not any(map(fuller, other))

    def _doubt(self, licence: Licence, parts: list[Part]) -> None:
        self._bar(
            tr("Somebody else's license."),
            tr("It is of {whose}. Nothing was taken from it.", whose=licence_line(licence)),
            tr("Compare…"),
            lambda: self._ask(licence, [replace(part, ticked=False) for part in parts]),
            "warn",
        )

    def _ask(self, licence: Licence, parts: list[Part]) -> None:
        drawer = LicenceDrawer(
            self.owner.window(),
            tr("The license says otherwise"),
            licence_line(licence),
            parts,
            here=tr("Here"),
            warning=warnings(licence, self.model.today, besides=frozenset(_FIELDS) | {"birth_date"}),
        )
        self.hold(drawer)
        drawer.taken.connect(lambda chosen: self._take(chosen, licence))
        drawer.begin()

    def _take(self, parts: Sequence[Part], licence: Licence) -> None:
        self.put_away()
        self._fill(list(parts), licence)

    def _fill(self, parts: list[Part], licence: Licence) -> None:
        """Write the parts into their fields, and go on to what is still to be asked."""
        values = {name: value for part in parts for name, value in form_fields(part).items()}
        self._before = {name: self._standing(name) for name in values}
        self.form.set_values(values)
        for name in values:
            if _is_line(self.form, name):
                getattr(self.form, name).setCursorPosition(0)  # a long street shows its beginning
        names = ", ".join(part_title(part.code) for part in parts)
        self._tell(tr("Taken from it: {fields}.", fields=names) if parts else "", licence)
        if any(getattr(self.form, name).hasFocus() for name in values):
            self._first_gap().setFocus(Qt.FocusReason.OtherFocusReason)

    def _standing(self, name: str) -> object:
        field = getattr(self.form, name)
        return field.text() if isinstance(field, QLineEdit) else value_of(field)

    def _tell(self, words: str, licence: Licence) -> None:
        """What was taken; what the card did not give is said at its field, what else there is to know in the bar."""
        shown = [(_FIELDS.get(one.field, one.field), one.words) for one in licence.problems]
        empty = {name: said for name, said in shown if name in self.form.values() and not self._standing(name)}
        for name, said in empty.items():
            self.form.show_error(name, said, focus=False)
        told = frozenset(one.field for one in licence.problems if _FIELDS.get(one.field, one.field) in empty)
        warning = warnings(licence, self.model.today, besides=told)
        if words:
            sentence = " ".join(filter(None, (words, warning)))
            tone = "warn" if warning else "info"
            self._bar(tr("License read."), sentence, tr("Take back"), self._take_back, tone)
        else:
            self._say(tr("It says what stands here.") if not empty and not self.model.licence else "", warning)

    def _take_back(self) -> None:
        """The fields as they were before the licence."""
        before, self._before = self._before, {}
        self.form.set_values({name: value for name, value in before.items() if not _is_line(self.form, name)})
        for name in before:
            if _is_line(self.form, name):
                getattr(self.form, name).setText(before[name])
        self.banner.hide()
        self._first_gap().setFocus(Qt.FocusReason.OtherFocusReason)


def _is_line(form: QObject, name: str) -> bool:
    return isinstance(getattr(form, name), QLineEdit)


class RecordScan(_Scan):
    """Over an open record: each difference is asked about; somebody else's licence is said plainly."""

    def __init__(self, owner: QWidget, target: QWidget, banner: Banner, model: RecordModel, ports: Ports) -> None:
        super().__init__(owner, target, banner, LicenceReader(model.runner, self._today))
        self.model, self.ports = model, ports
        self.taking = LicenceTaking(model.runner, self)
        self._scanned: Scanned | None = None
        self._record: PatientSummary | None = None
        self._carried = ""
        banner.pressed.connect(self.compare)
        self.taking.taken.connect(self._taken)
        self.taking.failed.connect(self._failed)
        self.taking.met.connect(self._met)

    def _today(self) -> date:
        """The clinic's day of the record."""
        record = self.model.record
        return record.today if record is not None else self.ports.here().today

    def forget(self) -> None:
        """Another record is shown, or none."""
        self.reader.forget()
        self.put_away()
        self.banner.hide()
        self._scanned = self._record = None

    def carry(self, text: str) -> None:
        """What was scanned to find the record that is opened next; "" for nothing."""
        self._carried = text

    def note_carried(self) -> None:
        """The record is open that a licence found: a bar says where they differ, and nothing is asked before its key."""
        text, self._carried = self._carried, ""
        record, licence = self.model.record, scanned_licence(text, self._today()) if text else None
        if record is None or licence is None or not self.may_take() or not is_theirs(record.person, licence):
            return
        self._scanned, self._record = Scanned(text, licence), record
        names = ", ".join(part_title(part.code) for part in self._open_parts())
        warning = expiry_words(licence, record.today)
        if names or warning:
            words = tr("It says otherwise: {fields}.", fields=names) if names else ""
            action, keys = (tr("Compare…"), "Alt+C") if names else ("", "")
            sentence, tone = " ".join(filter(None, (words, warning))), "warn" if warning else "info"
            self.banner.say(tr("License read."), sentence, tone=tone, icon="scan", action=action, keys=keys)

    def _open_parts(self) -> list[Part]:
        """What of the licence there is to decide about."""
        scanned, record = self._scanned, self._record
        if scanned is None or record is None:
            return []
        proof = Proof(record.details.identity, record.identity_tail)
        parts = [part for part in parts_of(record.person, scanned.licence, proof, record.today) if part.asks]
        return [part for part in parts if part.code == "address"] if self._is_masked() else parts

    def may_take(self) -> bool:
        """Whether to offer it."""
        record, actor = self.model.record, self.model.runner.person()
        return record is not None and not record.masked and actor.grant(Permission.EDIT_PATIENT) is not None

    def _read(self, scanned: Scanned) -> None:
        self.put_away()
        record = self.model.record
        if record is None or not self.may_take():
            self.banner.say(tr("License not read."), tr("Your role does not change this record."), tone="warn")
            return
        self._scanned, self._record = scanned, record
        if is_theirs(record.person, scanned.licence):
            self.compare()
        else:
            self.taking.look(scanned.licence, record.id)

    def compare(self) -> None:
        """Ask about each difference between the licence and the record as it is now."""
        self._record = self.model.record if self._record is not None else None
        scanned, record = self._scanned, self._record
        if scanned is None or record is None:
            return
        parts, warning = self._open_parts(), warnings(scanned.licence, record.today)
        if not parts:
            self._say(tr("It says what stands in the record."), warning)
            return
        self.banner.hide()
        title = tr("The license says otherwise")
        drawer = LicenceDrawer(self.owner.window(), title, record.name, parts, here=tr("Record"), warning=warning)
        self.hold(drawer)
        drawer.taken.connect(lambda chosen: self.taking.take(record, chosen))
        drawer.begin()

    def _is_masked(self) -> bool:
        grant = self.model.runner.person().grant(Permission.EDIT_PATIENT)
        return grant is None or grant.masked

    def _met(self, rows: tuple[Lookalike, ...]) -> None:
        scanned, record = self._scanned, self._record
        if scanned is None or record is None:  # somebody else is shown by now
            return
        drawer = StrangerDrawer(self.owner.window(), licence_line(scanned.licence), record.name)
        self.hold(drawer)
        go, text = self.ports.go, scanned.text
        drawer.picked.connect(lambda patient_id: go(Place("patients", patient_id=patient_id)))
        drawer.registered.connect(lambda: go(Place("patients", task="register", text=text)))
        drawer.compared.connect(self.compare)
        drawer.meet(rows)

    def _taken(self, _row: PatientRow) -> None:
        self.put_away()
        if self._record is not None:
            self.ports.announce(tr("Changed {name}", name=self._record.name))

    def _failed(self, why: ClinicError) -> None:
        if isinstance(self.drawer, LicenceDrawer):
            self.drawer.problem(why)
        else:
            self._refused(why)
