"""The person of a PID segment and of what stands behind it: PD1, PV1, NK1, GT1."""

from collections.abc import Iterable, Sequence

from app.exchange.rules.codes import ethnicity_of, race_of, relation_of, sex_of
from app.exchange.rules.hl7.grammar import Segment
from app.exchange.rules.hl7.types import (
    addresses_of,
    coded_of,
    identifiers_of,
    names_of,
    phones_of,
    read_date,
    spoken_of,
    unique,
)
from app.exchange.rules.records import Address, Contact, ContactPoint, HumanName, Identifier, PatientRecord

#: fields of PID that a null empties here; a name or a birth date cannot be emptied
_CLEARED = {8: "gender", 11: "addresses", 15: "language", 10: "race", 22: "ethnicity"}
#: tables 0131 and 0063, and what senders write there
_ROLES = {
    "emergency": ("C", "EMC", "EMERGENCY CONTACT", "EMERGENCY", "CP"), "next-of-kin": ("N", "NOK", "NEXT OF KIN", "NEXT-OF-KIN"),
    "employer": ("E", "EMR", "EMPLOYER"), "guardian": ("GRD", "GUARD", "GUARDIAN", "LEGAL GUARDIAN", "P"),
}  # fmt: skip
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words}


def read_person(group: Sequence[Segment]) -> PatientRecord:
    """The person of a group of segments that begins with PID."""
    pid = group[0]
    dead = pid.text(30).upper()
    died_on = read_date(pid.text(29))
    return PatientRecord(
        identifiers=_identifiers(pid),
        names=_names(pid),
        telecom=_telecom(pid),
        gender=sex_of(pid.text(8)),
        birth_date=read_date(pid.text(7)),
        deceased=True if dead == "Y" or died_on else False if dead == "N" else None,
        deceased_on=died_on,
        addresses=addresses_of(pid, 11),
        multiple_birth={"Y": True, "N": False}.get(pid.text(24).upper()),
        language=spoken_of(pid, 15),
        race=tuple(dict.fromkeys(code for pair in coded_of(pid, 10) if (code := race_of(*pair)))),
        ethnicity=next((code for pair in coded_of(pid, 22) if (code := ethnicity_of(*pair))), ""),
        contacts=tuple(_contacts(group)),
        protected=any(one.name == "PD1" and one.text(12).upper() == "Y" for one in group),
        cleared=tuple(_cleared(pid)),
    )


def _cleared(pid: Segment) -> Iterable[str]:
    yield from (name for at, name in _CLEARED.items() if pid.nulled(at))
    fields = [at for at in (13, 14, 40) if pid.raw(at)]
    if fields and all(pid.nulled(at) for at in fields):
        yield "telecom"


def _identifiers(pid: Segment) -> tuple[Identifier, ...]:
    """Numbers of the patient's, each once: the list of PID-3 first, then the fields that older versions have for them."""
    found = [*identifiers_of(pid, 3), *identifiers_of(pid, 2), *identifiers_of(pid, 4), *identifiers_of(pid, 18, "AN")]
    if pid.text(19):
        found.append(Identifier(value=pid.text(19), type="SS"))
    licence = pid.value(20)
    if licence.part(1):
        number, state = licence.part(1), licence.part(2)
        # some write DL^number where the number stands first in the standard
        swapped = number.upper() == "DL" and any(sign.isdigit() for sign in state)
        found.append(
            Identifier(value=state, type="DL") if swapped else Identifier(value=number, system=state, type="DL")
        )
    seen: dict[tuple[str, str], Identifier] = {}
    for one in found:
        seen.setdefault((one.value, one.type if one.type in ("SS", "DL", "AN") else ""), one)
    return tuple(seen.values())


def _names(pid: Segment) -> tuple[HumanName, ...]:
    """The legal name first: one that says it is, else the first that says nothing else."""
    found = [*names_of(pid, 5), *names_of(pid, 9, "alias")]
    legal = next((one for use in ("official", "", "usual") for one in found if one.use == use), None)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one is not legal))


def _telecom(pid: Segment) -> tuple[ContactPoint, ...]:
    return unique((*phones_of(pid, 13, "home"), *phones_of(pid, 14, "work"), *phones_of(pid, 40)))


def _contacts(group: Sequence[Segment]) -> Iterable[Contact]:
    for segment in group:
        if segment.name == "NK1":
            yield from _kin(segment)
        elif segment.name == "GT1":
            yield from _guarantor(segment)


def _kin(nk1: Segment) -> Iterable[Contact]:
    """NK1: somebody near, with the roles that its relation and its kind of contact say."""
    words = [word for at in (7, 3) for pair in coded_of(nk1, at) for word in pair if word]
    roles = tuple(dict.fromkeys(role for word in words if (role := _ROLE_OF.get(word.upper()))))
    relation = relation_of(
        *(word for pair in coded_of(nk1, 3) for word in pair if word and word.upper() not in _ROLE_OF)
    )
    name = next(iter((*names_of(nk1, 2), *names_of(nk1, 30))), HumanName())
    made = Contact(
        roles=roles or ("next-of-kin",),
        relation=relation or ("guardian" if "guardian" in roles else ""),
        name=name,
        organization=nk1.text(13),
        telecom=unique(
            (*phones_of(nk1, 5, "home"), *phones_of(nk1, 6, "work"), *phones_of(nk1, 40), *phones_of(nk1, 31))
        ),
        address=next(iter(addresses_of(nk1, 4)), Address()),
        gender=sex_of(nk1.text(15)),
        birth_date=read_date(nk1.text(16)),
    )
    if name != HumanName() or made.organization:
        yield made


def _guarantor(gt1: Segment) -> Iterable[Contact]:
    """GT1: who answers for the bill, and their employer."""
    name, organization = next(iter(names_of(gt1, 3)), HumanName()), gt1.text(21)
    if name != HumanName() or organization:
        yield Contact(
            roles=("guarantor",),
            relation=relation_of(*(word for pair in coded_of(gt1, 11) for word in pair if word)),
            name=name,
            organization=organization,
            telecom=unique((*phones_of(gt1, 6, "home"), *phones_of(gt1, 7, "work"))),
            address=next(iter(addresses_of(gt1, 5)), Address()),
            gender=sex_of(gt1.text(9)),
            birth_date=read_date(gt1.text(8)),
        )
