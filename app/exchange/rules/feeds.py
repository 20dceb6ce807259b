"""Records that another system sends: what is known about where each comes from, and what can become of it."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from app.core.text import tr
from app.core.values import canonical
from app.exchange.rules.fhir import FhirPatient
from app.exchange.rules.hl7 import AdtMessage, Deed, Subject
from app.exchange.rules.records import Identifier, PatientRecord
from app.exchange.rules.values import Issue, Level, Options
from app.patients.rules.folding import fold

#: messages are named in this space: the same message of the same sender is always the same command
NAMES = UUID("0f7a1f0e-9c43-5d53-8d7e-6a1b2c3d4e5f")
#: kinds of numbers (table 0203) by which nobody's record is known, and those that stay out of this program
NO_RECORD = frozenset(
    {"SS", "DL", "AN", "VN", "MB", "MC", "MA", "PPN", "TAX", "EI", "NPI", "NI", "XX", "PCN", "SR", "BC"}
)
#: code points of a number that can be kept
LONGEST_NUMBER = 120


class Outcome(StrEnum):
    """What became of an arriving record."""

    CREATED = "registered"
    CHANGED = "changed"
    SAME = "nothing new"
    REFUSED = "not taken"


@dataclass(frozen=True, slots=True)
class MergeAsked:
    """Two records here that the sender has made one: `patient_id` stays, `merged_id` goes into it."""

    patient_id: int
    merged_id: int
    version: int
    merged_version: int


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of a message or a resource: the patient, what is said about it, and merges that somebody has to make.

    `run` names the import that brought it, `digest` what it said: who gets this back a second time can tell.
    """

    outcome: Outcome
    patient_id: int | None
    run: str
    digest: str
    text: str
    event: str
    issues: tuple[Issue, ...] = ()
    merges: tuple[MergeAsked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One message or resource that asks for something: its command's id, where it stands, what it says.

    `text` names it in the row report: a control id, or kind and id. `sent_at` are fourteen digits that sort, or empty.
    `digest` is that of what it says, `trial`: the sender says it is made up.
    """

    id: UUID
    row: int
    text: str
    event: str
    deed: Deed
    subjects: tuple[Subject, ...]
    digest: str
    sent_at: str = ""
    trial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a record stands and how its file is taken, for what is to be said about it."""

    row: int
    text: str
    options: Options
    sent_at: str = ""
    trial: bool = False

    @classmethod
    def of(cls, incoming: Incoming, options: Options) -> "Origin":
        """The origin of what comes in."""
        return cls(
            row=incoming.row, text=incoming.text, options=options, sent_at=incoming.sent_at, trial=incoming.trial
        )

    def refuse(self, at: str, sentence: str) -> Issue:
        """The record is not taken."""
        return Issue(self.row, Level.REFUSED, at, self.text, sentence)

    def flag(self, at: str, sentence: str) -> Issue:
        """The record is taken, and somebody should look."""
        return Issue(self.row, Level.FLAGGED, at, self.text, sentence)


def incoming_message(message: AdtMessage, source: str) -> Incoming:
    """An ADT message: who sent it, under which number and when make it one."""
    subjects = tuple(replace(one, record=without_secrets(one.record)) for one in message.subjects)
    own = uuid5(NAMES, canonical(["adt", source, message.sender, message.control_id, message.sent_at]))
    return Incoming(
        id=own, row=message.number, text=message.control_id, event=message.event, deed=message.deed, subjects=subjects,
        digest=_digest([message.event, subjects]), sent_at=message.sent_at, trial=message.trial,
    )  # fmt: skip


def incoming_resource(patient: FhirPatient, source: str) -> Incoming:
    """A FHIR patient: what it says makes it one, so that a file that comes again changes nothing."""
    record = without_secrets(patient.record)
    digest = _digest(record)
    return Incoming(
        id=uuid5(NAMES, canonical(["fhir", source, digest])), row=patient.number, text=patient.name, event="",
        deed=Deed.REGISTER, subjects=(Subject(record=record),), digest=digest,
        sent_at=re.sub(r"\D", "", patient.changed_at)[:14], trial=patient.trial,
    )  # fmt: skip


def _digest(value: object) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def record_numbers(numbers: tuple[Identifier, ...], options: Options) -> tuple[Identifier, ...]:
    """The numbers by which the sender knows somebody's record; where authorities are named, theirs alone."""
    named = {fold(one) for one in options.authorities}
    usable = (one for one in numbers if one.type not in NO_RECORD and len(one.value) <= LONGEST_NUMBER)
    return tuple(one for one in usable if not named or fold(one.system) in named)


def trusted(numbers: tuple[Identifier, ...], options: Options, own: str) -> bool:
    """Whether a sure likeness may change our record: somebody whom we named, or we ourselves, gave the number."""
    named = {fold(one) for one in options.authorities}
    return any(one.system == own or (fold(one.system) in named and one.system) for one in numbers)


def without_secrets(record: PatientRecord) -> PatientRecord:
    """The record without numbers that this program never keeps."""
    kept = tuple(one for one in record.identifiers if one.type not in ("SS", "DL", "PPN"))
    return replace(record, identifiers=kept)


def standing(record: PatientRecord, origin: Origin, known_death: date | None) -> list[Issue]:
    """What the record says of the person's standing that somebody has to look at."""
    said: list[Issue] = []
    if record.deceased and not record.deceased_on and known_death is None:
        said.append(
            origin.flag(
                "deceased", tr("The sender says that the patient has died, without a day. Ask, and write it down.")
            )
        )
    if record.deceased_on and known_death is None:
        said.append(origin.flag("deceased", tr("The sender says that the patient has died. Look at what is booked.")))
    if record.deceased is False and known_death is not None:
        said.append(
            origin.flag("deceased", tr("The sender says that the patient lives; here a day of death is written."))
        )
    if record.active is False:
        said.append(origin.flag("active", tr("The sender has closed this record.")))
    if any(one.type == "replaced-by" for one in record.links):
        said.append(origin.flag("link", tr("The sender has replaced this record by another one.")))
    return said
