"""The further parts of registrations, and the one answer to where somebody is reached: what is sent or printed asks here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from sqlalchemy import select

from app.core.orm import Base
from app.core.sessions import ClinicSession
from app.patients.rules.details import Agreed, Details, Identity, OtherName, Reach, Related, Telecom
from app.patients.rules.folding import show_phone
from app.patients.tables import Patient
from app.patients.tables.record import (
    ConfidentialContact,
    ContactPoint,
    IdentityDocument,
    PatientConsent,
    PatientName,
    RelatedPerson,
)

#: values bound at once, below the limit of every engine
AT_ONCE = 500

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reached:
    """Where a patient is reached. `confidential`: they asked for this way alone; what is empty then stays unused."""

    phone: str = ""
    other_phone: str = ""
    email: str = ""
    address_line: str = ""
    address_unit: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    confidential: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The address as it stands on an envelope, below the name."""
        street = " ".join(part for part in (self.address_line, self.address_unit) if part)
        town = ", ".join(part for part in (self.city, " ".join(filter(None, (self.state, self.postal_code)))) if part)
        return tuple(line for line in (street, town) if line)


#: nobody may know
NOWHERE = Reached()


@dataclass(slots=True)
class _Parts:
    """The parts of one patient while their rows are read."""

    names: list[OtherName] = field(default_factory=list)
    telecoms: list[Telecom] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    consents: list[Agreed] = field(default_factory=list)
    reach: Reach | None = None
    identity: Identity | None = None

    def whole(self) -> Details:
        """The value of them."""
        return Details(
            names=tuple(self.names),
            telecoms=tuple(self.telecoms),
            related=tuple(self.related),
            consents=tuple(self.consents),
            reach=self.reach,
            identity=self.identity,
        )


def details_of(session: ClinicSession, patient_id: int) -> Details:
    """The further parts of one registration, the number of the proof of identity included: mask it before it is shown."""
    return all_details(session, [patient_id])[patient_id]


def all_details(session: ClinicSession, ids: Iterable[int]) -> dict[int, Details]:
    """The further parts of several registrations by patient."""
    wanted = sorted(set(ids))
    found = {one: _Parts() for one in wanted}
    for at in range(0, len(wanted), AT_ONCE):
        _read(session, wanted[at : at + AT_ONCE], found)
    return {one: parts.whole() for one, parts in found.items()}


def _read(session: ClinicSession, ids: list[int], found: dict[int, _Parts]) -> None:
    for name in session.scalars(_rows(PatientName, ids)):
        found[name.patient_id].names.append(value_of(OtherName, name))
    for point in session.scalars(_rows(ContactPoint, ids).order_by(None).order_by(ContactPoint.rank, ContactPoint.id)):
        found[point.patient_id].telecoms.append(value_of(Telecom, point))
    for person in session.scalars(_rows(RelatedPerson, ids)):
        found[person.patient_id].related.append(value_of(Related, person))
    for consent in session.scalars(_rows(PatientConsent, ids).where(PatientConsent.ended_on.is_(None))):
        found[consent.patient_id].consents.append(value_of(Agreed, consent))
    for one in session.scalars(select(ConfidentialContact).where(ConfidentialContact.patient_id.in_(ids))):
        found[one.patient_id].reach = value_of(Reach, one)
    for proof in session.scalars(_rows(IdentityDocument, ids).where(IdentityDocument.replaced_at.is_(None))):
        found[proof.patient_id].identity = value_of(Identity, proof)


def _rows(table: Any, ids: list[int]) -> Any:  # noqa: ANN401 - one of the mapped classes with a patient
    return select(table).where(table.patient_id.in_(ids)).order_by(table.id)


def value_of(kind: type[T], row: Base) -> T:
    """A row as the value of the same field names."""
    return kind(**{one.name: getattr(row, one.name) for one in fields(kind)})  # type: ignore[arg-type]


def reach_of(session: ClinicSession, ids: Iterable[int]) -> dict[int, Reached]:
    """Where each patient is reached, by id (45 CFR 164.522(b)).

    Who asked for another way is reached by that way alone: whatever of it is empty is never filled from the usual phone
    or address. Letters, labels, call lists and exports for them take it from here and nowhere else.
    """
    wanted = sorted(set(ids))
    return {
        patient_id: reached for at in range(0, len(wanted), AT_ONCE) for patient_id, reached in
        _reached(session, wanted[at : at + AT_ONCE])
    }  # fmt: skip


_USUAL = ("phone", "other_phone", "email", "address_line", "address_unit", "city", "state", "postal_code")
_INSTEAD = tuple(name for name in _USUAL if name != "other_phone")


def _reached(session: ClinicSession, ids: list[int]) -> Iterator[tuple[int, Reached]]:
    usual = select(Patient.id, *(getattr(Patient, name) for name in _USUAL)).where(Patient.id.in_(ids))
    asked = select(ConfidentialContact).where(ConfidentialContact.patient_id.in_(ids))
    instead = {row.patient_id: row for row in session.scalars(asked)}
    for row in session.execute(usual):
        other = instead.get(row.id)
        yield row.id, reached_by(row, None) if other is None else reached_by(row, value_of(Reach, other))


def reached_by(usual: Any, reach: Reach | None) -> Reached:  # noqa: ANN401 - a person or a row of the same names
    """Where somebody is reached: the usual way, or the one they asked for."""
    source, names = (usual, _USUAL) if reach is None else (reach, _INSTEAD)
    values = {name: getattr(source, name) for name in names}
    values |= {name: show_phone(values[name]) for name in ("phone", "other_phone") if name in values}
    return Reached(**values, confidential=reach is not None)
