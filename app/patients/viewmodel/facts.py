"""A record in words: the lines of the summary, compact, each fact once."""

from dataclasses import dataclass

from app.core.text import tr
from app.kit.dates import show_date
from app.patients.queries.details import Reached
from app.patients.queries.record import PatientSummary
from app.patients.rules.codes import ContactSystem, ContactUse, Decision, RelatedRole, Sex, sex_words
from app.patients.rules.completeness import guarantors, missing_words
from app.patients.rules.details import Details, Related, Telecom
from app.patients.rules.folding import initials, show_name
from app.patients.rules.languages import language_words
from app.patients.rules.people import Person
from app.patients.rules.wording import consent_words, contact_words, name_use_words
from app.patients.viewmodel.filling import CHANNELS
from app.patients.viewmodel.folded import about_words, consent_line, identity_line


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: its title, its words, and the role it is written in ("" or "warn")."""

    title: str
    words: str
    role: str = ""


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def birth_words(record: PatientSummary) -> str:
    """She · 12/04/1989 · 36 years · twin."""
    person = record.person
    if person.birth_date is not None:
        birth = show_date(person.birth_date)
    else:
        birth = str(record.birth_year) if record.birth_year else person.birth_date_text or tr("Birth date missing")
    age = tr("{age} years", age=record.age) if record.age is not None else ""
    return _dotted(person.pronouns, birth, age, tr("twin") if person.multiple_birth else "")


def initials_of(person: Person) -> str:
    """The letters that stand where there is no photo: MN."""
    return f"{person.given[:1]}{person.family[:1]}".upper()


def letters_of(name: str) -> str:
    """The same of a name as lists show it: "Núñez, María" and "N. M." (behind the privacy shade)."""
    family, comma, given = name.partition(", ")
    words = (given, family) if comma else tuple(name.split()[:2])
    return "".join(word[:1] for word in words).upper()


def number_words(record: PatientSummary) -> str:
    """MRN 104 882 · (559) 555-0142; never the usual phone of who asked to be reached elsewhere."""
    phone = record.person.phone if record.masked else record.reached.phone
    return _dotted(tr("MRN {mrn}", mrn=record.mrn), phone)


def address_words(one: Person | Reached | Related) -> str:
    """Street, unit, city, state and ZIP on one line."""
    street = " ".join(part for part in (one.address_line, one.address_unit) if part)
    town = " ".join(part for part in (one.state, one.postal_code) if part)
    return ", ".join(part for part in (street, one.city, town) if part)


def elsewhere_sentence(record: PatientSummary) -> str:
    """That somebody is to be reached another way, and which; or nothing."""
    reached, reach = record.reached, record.details.reach
    if not reached.confidential or reach is None:
        return ""
    way = _dotted(reached.phone, reached.email, address_words(reached), reach.note)
    return tr("Reach only here: {way}", way=way)


def fact_lines(record: PatientSummary) -> tuple[Fact, ...]:
    """Every further fact that is known."""
    person = record.person
    facts = (
        Fact(tr("Called"), person.preferred_name),
        Fact(tr("Also known as"), _other_names(record)),
        Fact(tr("Sex on the plan"), sex_words(person.sex) if person.sex is not Sex.UNKNOWN else ""),
        *_contacts(record),
        Fact(tr("Language"), spoken_words(person), "warn" if person.interpreter else ""),
        Fact(tr("Emergency"), _dotted(person.emergency_name, person.emergency_relation, person.emergency_phone)),
        *_people(record),
        *_papers(record),
        Fact(tr("Location"), record.home_location),
        Fact(tr("Therapist"), record.therapist),
    )
    return tuple(fact for fact in facts if fact.words)


def spoken_words(person: Person) -> str:
    """The language, and whether an interpreter is needed."""
    return _dotted(language_words(person.language), tr("needs an interpreter") if person.interpreter else "")


def _other_names(record: PatientSummary) -> str:
    shown = initials if record.shaded else show_name
    return "; ".join(
        tr("{name} ({kind})", name=shown(one.family, one.given), kind=name_use_words(one.use).lower())
        for one in record.details.names
    )


def _contacts(record: PatientSummary) -> tuple[Fact, ...]:
    """How to reach the patient; of who asked for another way, what is not to be used is said to be so."""
    person, reached = record.person, record.reached
    more = [_telecom(one) for one in record.details.telecoms]
    other = f"{_use(person.other_phone_use)} {person.other_phone}" if person.other_phone else ""
    if reached.confidential:
        usual = _dotted(person.phone, other, person.email, address_words(person), *more)
        return (Fact(tr("Not to be used"), usual, "note"), Fact(tr("Agreed to"), _channels(record.details)))
    return (
        Fact(tr("Other phone"), _dotted(other, *more)),
        Fact(tr("E-mail"), person.email),
        Fact(tr("Agreed to"), _channels(record.details)),
        Fact(tr("Address"), address_words(person)),
    )


def _telecom(one: Telecom) -> str:
    note = f" ({one.note})" if one.note else ""
    return f"{contact_words(one.system, one.use)} {one.value}{note}"


def _use(code: str) -> str:
    return contact_words(ContactSystem.PHONE, ContactUse(code)) if code else ""


def _channels(details: Details) -> str:
    """Calls, texts; no voicemail."""
    said = {one.kind: one.decision for one in details.consents}
    agreed = [consent_words(kind) for kind in CHANNELS if said.get(kind) is Decision.PERMIT]
    refused = [consent_words(kind) for kind in CHANNELS if said.get(kind) is Decision.DENY]
    return _dotted(", ".join(agreed), tr("not: {what}", what=", ".join(refused)) if refused else "")


def _people(record: PatientSummary) -> tuple[Fact, ...]:
    details = record.details

    def told(title: str, role: RelatedRole) -> Fact:
        return Fact(title, "; ".join(_one(one, record) for one in details.related if one.role is role))

    pays = guarantors(record.person, details, record.today)
    return (
        told(tr("Responsible"), RelatedRole.RESPONSIBLE),
        Fact(tr("Guarantor"), "; ".join(_one(one, record) for one in pays if one.role is RelatedRole.GUARANTOR)),
        told(tr("Employer"), RelatedRole.EMPLOYER),
    )


def _one(one: Related, record: PatientSummary) -> str:
    name = initials(one.name, "") if record.shaded and one.role is not RelatedRole.EMPLOYER else one.name
    return _dotted(name, one.relation, one.phone, address_words(one))


def _papers(record: PatientSummary) -> tuple[Fact, ...]:
    if record.masked:
        return ()
    proof = identity_line(record.details.identity, record.identity_tail, record.today)
    shown = record.details.identity is not None
    told = bool(record.person.race or record.person.ethnicity)
    return (
        Fact(tr("Consents"), consent_line(record.details).words if record.details.consents else ""),
        Fact(tr("Photo ID"), proof.words if shown else "", proof.role if proof.role == "warn" else ""),
        Fact(tr("Race, ethnicity"), about_words(record.person).words if told else ""),
    )


def missing_sentence(record: PatientSummary) -> str:
    """What is still to be asked, or nothing."""
    gaps = ", ".join(missing_words(code) for code in record.missing)
    return tr("Still missing: {gaps}", gaps=gaps) if gaps and not record.masked else ""
