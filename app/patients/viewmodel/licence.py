"""A scanned licence beside a registration: what it fills, what somebody has to decide about, whose it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit.dates import show_date
from app.kit.files import read_file
from app.patients.actions.register import UpdatePatient, update_patient
from app.patients.queries.lookalikes import Lookalike, lookalikes
from app.patients.queries.record import PatientSummary, number_tail
from app.patients.rules.details import Identity
from app.patients.rules.folding import fold, show_name
from app.patients.rules.licence.differences import (
    ADDRESS,
    Difference,
    Verdict,
    differences,
    expiry_words,
    licence_person,
)
from app.patients.rules.licence.picture import read_photo
from app.patients.rules.licence.scans import licence_of
from app.patients.rules.licence.value import Licence
from app.patients.rules.likeness import Sureness
from app.patients.rules.people import Person
from app.patients.viewmodel.facts import address_words
from app.patients.viewmodel.filling import IDENTITY
from app.patients.viewmodel.folded import identity_line
from app.runner.bridge import Runner


@dataclass(frozen=True, slots=True)
class Scanned:
    """A licence that was read, and the text it was read from."""

    text: str
    licence: Licence


@dataclass(frozen=True, slots=True)
class Part:
    """Something that one decision is about: a field, the whole address, the proof of identity.

    `values` are the fields of a Person that taking it changes, or `identity`; `asks` whether anybody need decide.
    """

    code: str
    title: str
    ours: str
    theirs: str
    words: str
    values: Mapping[str, Any]
    asks: bool
    ticked: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """The proof of identity that stands: `tail` is the end of its number where the number itself is not shown."""

    identity: Identity | None
    tail: str = ""


def parts_of(person: Person, licence: Licence, proof: Proof, today: date) -> tuple[Part, ...]:
    """All that the licence says, in the order of the form."""
    found = differences(person, licence)
    parts = [_field_part(one) for one in found if one.field not in ADDRESS]
    address = [one for one in found if one.field in ADDRESS]
    if address:
        parts.append(_address_part(person, licence, address))
    if licence.number or licence.expires_on:
        parts.append(_proof_part(licence, proof, today))
    return tuple(parts)


def part_title(code: str) -> str:
    """What a part is called."""
    return {
        "family": tr("Last name"), "given": tr("First name"), "middle": tr("Middle name"), "suffix": tr("Suffix"),
        "birth_date": tr("Birth date"), "sex": tr("Sex on the plan"), "address": tr("Address"),
        "identity": tr("Photo ID"),
    }[code]  # fmt: skip


def _field_part(one: Difference) -> Part:
    return Part(
        code=one.field,
        title=part_title(one.field),
        ours=one.ours,
        theirs=one.theirs,
        words=one.words,
        values={one.field: one.value},
        asks=not one.is_alike,
        ticked=one.ticked,
    )


def _address_part(person: Person, licence: Licence, found: list[Difference]) -> Part:
    """The address goes as a whole: half of an old one beside half of a new one is nobody's."""
    open_ones = [one for one in found if not one.is_alike]
    fills = bool(open_ones) and all(one.ticked for one in open_ones)
    whole = {one.field: one.value for one in found} | {"address_unit": licence.address_unit}
    different = next((one.words for one in open_ones if one.verdict is Verdict.DIFFERENT), "")
    return Part(
        code="address",
        title=part_title("address"),
        ours=address_words(person),
        theirs=address_words(licence_person(licence)),
        words=different or (open_ones or found)[0].words,
        values={one.field: one.value for one in open_ones} if fills else whole,
        asks=bool(open_ones),
        ticked=fills,
    )


def _proof_part(licence: Licence, proof: Proof, today: date) -> Part:
    card, stood = licence.identity(), proof.identity
    same = stood is not None and _same_card(card, stood, proof.tail) and _days(card) == _days(stood)
    words, ticked = tr("Same") if same else tr("Different"), False
    if stood is None:
        words, ticked = tr("Not in the record yet"), True
    elif not same and _is_newer(card, stood):
        words, ticked = tr("Newer than the one kept here"), True
    return Part(
        code="identity",
        title=part_title("identity"),
        ours="" if stood is None else _card_line(stood, proof.tail, today),
        theirs=_card_line(card, "", today),
        words=words,
        values={"identity": card},
        asks=not same,
        ticked=ticked,
    )


def _same_card(card: Identity, stood: Identity, tail: str) -> bool:
    number = card.number == stood.number if stood.number else number_tail(card.number) == tail
    return number and (card.kind, card.jurisdiction) == (stood.kind, stood.jurisdiction)


def _days(card: Identity) -> tuple[date | None, date | None]:
    return card.issued_on, card.expires_on


def _is_newer(card: Identity, stood: Identity) -> bool:
    return bool(card.expires_on and stood.expires_on and card.expires_on > stood.expires_on)


def _card_line(card: Identity, tail: str, today: date) -> str:
    return identity_line(card, tail, today).words


def form_fields(part: Part) -> dict[str, Any]:
    """What taking a part writes into the fields of the form."""
    values = dict(part.values)
    identity: Identity | None = values.pop("identity", None)
    if identity is not None:
        values |= {f"identity_{name}": getattr(identity, name) for name in IDENTITY}
    return values


def licence_values(licence: Licence) -> dict[str, Any]:
    """All that a licence says, as the fields of an empty form."""
    parts = parts_of(Person(family=""), licence, Proof(None), date.min)
    return {name: value for part in parts for name, value in form_fields(part).items()}


def fuller(part: Part) -> bool:
    """Whether the licence says all that was typed and goes on: Jo and Joseph."""
    return part.code in ("family", "given", "middle") and fold(part.theirs).startswith(fold(part.ours))


def licence_line(licence: Licence) -> str:
    """Whose licence it is: Sample, Michael · 06/06/1986."""
    born = show_date(licence.birth_date) if licence.birth_date else ""
    return " · ".join(part for part in (show_name(licence.family, licence.given), born) if part)


def warnings(licence: Licence, today: date, *, besides: frozenset[str] = frozenset()) -> str:
    """What to know of a card: that it has ended, and what of it could not be read (`besides` leaves fields out)."""
    told = [problem.words for problem in licence.problems if problem.field not in besides]
    return " ".join(filter(None, (expiry_words(licence, today), *told)))


class LicenceReader(QObject):
    """Reads a licence from what a reader typed or from a picture: `read` carries a Scanned, `refused` why there is none."""

    read = Signal(object)
    refused = Signal(object)

    def __init__(self, runner: Runner, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self._today = runner, today
        self._turn = 0

    def take(self, text: str) -> None:
        """Read what was typed."""
        self._turn += 1
        try:
            scanned = Scanned(text, licence_of(text, self._today()))
        except ClinicError as why:
            self.refused.emit(why)
            return
        self.read.emit(scanned)

    def take_picture(self, file: Path) -> None:
        """Read the barcode in a picture, beside everything else; what comes late, for somebody else, is dropped."""
        self._turn += 1
        turn = self._turn
        self.runner.job(lambda _job: (turn, *_text_in(file)), self._seen)

    def _seen(self, found: tuple[int, str, ClinicError | None]) -> None:  # a method: nothing is told to who is gone
        turn, text, why = found
        if turn != self._turn:
            return
        if why is not None:
            self.refused.emit(why)
        else:
            self.take(text)

    def forget(self) -> None:
        """Somebody else is shown: what is still being read is of no use any more."""
        self._turn += 1


def _text_in(file: Path) -> tuple[str, ClinicError | None]:
    """The barcode in a picture, or why there is none."""
    try:
        return read_photo(read_file(file)), None
    except ClinicError as why:
        return "", why


class LicenceTaking(QObject):
    """Takes what was chosen over into a record: `taken` with the row after it, `failed` why not; `met` who else it may be."""

    taken = Signal(object)
    failed = Signal(object)
    met = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self._besides = 0

    def take(self, record: PatientSummary, parts: tuple[Part, ...]) -> None:
        """Change the record, as it was when it was compared, by these parts."""
        values: dict[str, Any] = {name: value for part in parts for name, value in part.values.items()}
        identity = values.pop("identity", None)
        command = UpdatePatient(
            patient_id=record.id,
            version=record.version,
            person=replace(record.person, **values),
            details=replace(record.details, identity=identity) if identity is not None else None,
            reason=record.reason,
        )
        self.runner.run(update_patient, command, self.taken.emit, self.failed.emit)

    def look(self, licence: Licence, besides: int) -> None:
        """Ask who else the licence may belong to."""
        self._besides, person = besides, licence_person(licence)
        self.runner.ask(lookalikes, person, then=self._met, fail=self.failed.emit, topic=f"met-{id(self)}")

    def _met(self, rows: tuple[Lookalike, ...]) -> None:
        others = (row for row in rows if row.id != self._besides)
        self.met.emit(tuple(row for row in others if row.likeness.sureness is not Sureness.FAMILY))
