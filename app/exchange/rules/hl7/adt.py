"""What an ADT message says about people: who they are, whom to call, who pays, and which record goes into which.

An empty field changes nothing, a null ("") empties ours; what cannot be read is said with the message's number and control
id, and with nothing of the patient's.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.text import tr
from app.exchange.rules.hl7.framing import Framed
from app.exchange.rules.hl7.grammar import Message, Segment, parse
from app.exchange.rules.hl7.people import read_person
from app.exchange.rules.hl7.plans import read_plans
from app.exchange.rules.hl7.types import identifiers_of, read_date, read_instant
from app.exchange.rules.records import Identifier, PatientRecord
from app.exchange.rules.values import Issue, Level


class Deed(StrEnum):
    """What a message asks for."""

    REGISTER = "register"  # create the person, or change what is here
    MERGE = "merge"  # two records are one
    RENUMBER = "renumber"  # the same record has another number


#: admission, registration, pre-admission, update; add and update person
_REGISTER = ("A01", "A04", "A05", "A08", "A28", "A31")
_EVENTS = {
    **dict.fromkeys(_REGISTER, Deed.REGISTER),
    **dict.fromkeys(("A34", "A39", "A40"), Deed.MERGE),
    **dict.fromkeys(("A46", "A47"), Deed.RENUMBER),
}
#: what nobody does unasked: the sentence tells the person at the desk
_BY_HAND = {"A18", "A23", "A24", "A29", "A30", "A35", "A36", "A37", "A41", "A42", "A43", "A44", "A45", "A48", "A49",
            "A50", "A51"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One person of a message; `prior` are the numbers of the record that goes into theirs."""

    record: PatientRecord
    prior: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AdtMessage:
    """One message that asks for something here.

    `control_id` is unique with its sender; `sent_at` is MSH-7 as digits that sort, empty when it cannot be read. `trial`: the
    sender marks it as training or test (MSH-11).
    """

    number: int
    control_id: str
    sender: str
    event: str
    deed: Deed
    sent_at: str
    trial: bool
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one message of a file: something to do, or a name of what is passed over, or neither; and what is said."""

    number: int
    message: AdtMessage | None = None
    passed_over: str = ""
    issues: tuple[Issue, ...] = ()


def read_message(framed: Framed) -> Reading:
    """Read one message. Never raises for what it holds."""
    message = None if framed.problem or not framed.text else parse(framed.text, framed.encoding)
    if message is None:
        return _unread(framed)
    header = message.header
    control_id = _shown(header.text(10))
    issues = [_flag(framed.number, "MSH-18", control_id, framed.remark)] if framed.remark else []
    kind, event = header.text(9), header.text(9, 2) or message.first("EVN").text(1)
    if kind != "ADT" or event not in _EVENTS:
        return _passed_over(framed.number, control_id, kind, event, issues)
    subjects = _subjects(message, _EVENTS[event], framed.number, control_id, issues)
    issues += _without_ground(framed.number, control_id, subjects)
    if any(one.level is Level.REFUSED for one in issues):
        return Reading(framed.number, issues=tuple(issues))
    made = AdtMessage(
        number=framed.number,
        control_id=control_id,
        sender="/".join(part for part in (header.text(3), header.text(4)) if part),
        event=event,
        deed=_EVENTS[event],
        sent_at=read_instant(header.text(7)),
        trial=header.text(11) in ("T", "D"),
        subjects=tuple(subjects),
    )
    return Reading(framed.number, made, issues=tuple(issues))


def _unread(framed: Framed) -> Reading:
    """No message: a remark about the file alone, or a text that is none."""
    if framed.remark and not framed.text:
        return Reading(framed.number, issues=(_flag(framed.number, "BTS-1", "", framed.remark),))
    sentence = framed.problem or tr("The message does not begin with a header (MSH) that can be read.")
    return Reading(framed.number, issues=(_refuse(framed.number, "MSH", "", sentence),))


def _passed_over(number: int, control_id: str, kind: str, event: str, issues: list[Issue]) -> Reading:
    """A message that asks for nothing here, or for something only a person may do."""
    if kind == "ADT" and event in _BY_HAND:
        sentence = tr("This message ({event}) asks for something that is done by hand here.", event=event)
        return Reading(number, issues=(*issues, _refuse(number, "MSH-9", control_id, sentence)))
    if not kind:
        sentence = tr("The message does not say what it is about (MSH-9).")
        return Reading(number, issues=(*issues, _refuse(number, "MSH-9", control_id, sentence)))
    return Reading(number, passed_over=_shown("^".join(part for part in (kind, event) if part)), issues=tuple(issues))


def _subjects(message: Message, deed: Deed, number: int, control_id: str, issues: list[Issue]) -> list[Subject]:
    """Each person with what stands behind their PID; a message of a merge may hold several."""
    found: list[Subject] = []
    for group in _groups(message):
        pid = group[0]
        person = read_person(group)
        record = replace(person, coverages=read_plans(group)) if deed is Deed.REGISTER else person
        prior = tuple(number for mrg in group if mrg.name == "MRG" for number in _prior(mrg))
        found.append(Subject(record=record, prior=prior))
        issues += _oddities(pid, record, number, control_id)
        if deed is not Deed.REGISTER and not prior:
            issues.append(
                _refuse(number, "MRG", control_id, tr("The message does not say which record goes into which."))
            )
    return found


def _groups(message: Message) -> list[list[Segment]]:
    """The segments of the message, parted before each PID; what stands before the first PID belongs to nobody."""
    groups: list[list[Segment]] = []
    for segment in message.segments:
        if segment.name == "PID":
            groups.append([])
        if groups:
            groups[-1].append(segment)
    return groups


def _prior(mrg: Segment) -> tuple[Identifier, ...]:
    return identifiers_of(mrg, 1) or identifiers_of(mrg, 4)


def _without_ground(number: int, control_id: str, subjects: list[Subject]) -> list[Issue]:
    """What keeps a message out: nobody in it, no control id, nothing to know somebody by."""
    if not control_id:
        return [_refuse(number, "MSH-10", "", tr("The message has no control id, so it could be taken twice."))]
    if not subjects:
        return [_refuse(number, "PID", control_id, tr("The message names no patient (no PID segment)."))]
    nobody = [one for one in subjects if not (one.record.identifiers or one.record.names)]
    sentence = tr("The message has neither a number nor a name for its patient.")
    return [_refuse(number, "PID", control_id, sentence) for _one in nobody]


def _oddities(pid: Segment, record: PatientRecord, number: int, control_id: str) -> list[Issue]:
    """Fields in which something stands that could not be read."""
    odd: list[Issue] = []
    if pid.text(7) and not record.birth_date:
        odd.append(_flag(number, "PID-7", control_id, tr("The birth date is no day of the calendar.")))
    if pid.text(8) and not record.gender:
        odd.append(_flag(number, "PID-8", control_id, tr("This is no word for a sex that is known here.")))
    if pid.text(29) and not read_date(pid.text(29)):
        odd.append(_flag(number, "PID-29", control_id, tr("The day of death is no day of the calendar.")))
    if pid.values(15) and not record.language:
        odd.append(_flag(number, "PID-15", control_id, tr("The language is not known here.")))
    if record.protected:
        odd.append(_flag(number, "PD1-12", control_id, tr("The sender protects this record. Decide who may open it.")))
    return odd


def _shown(control_id: str) -> str:
    return "".join(sign for sign in control_id[:60] if sign.isprintable())


def _refuse(number: int, at: str, control_id: str, sentence: str) -> Issue:
    return Issue(number, Level.REFUSED, at, control_id, sentence)


def _flag(number: int, at: str, control_id: str, sentence: str) -> Issue:
    return Issue(number, Level.FLAGGED, at, control_id, sentence)
