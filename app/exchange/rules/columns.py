"""Which column of another system's file is which of our fields: guessed from the header, changed by people."""

import hashlib
import re
from collections.abc import Mapping, Sequence

from app.core.errors import ClinicError
from app.exchange.rules.values import Kind

#: field -> words of a header that mean it, the surest first; no other column is ever read
_PATIENTS: Mapping[str, tuple[str, ...]] = {
    "external_id": ("patient id", "patientid", "patient number", "chart number", "mrn", "medical record number",
                    "account number", "unique id", "rec id", "id", "numero de paciente"),
    "family": ("family", "family name", "last name", "lastname", "last", "surname", "apellido", "apellidos"),
    "given": ("given", "given name", "first name", "firstname", "first", "forename", "nombre"),
    "middle": ("middle name", "middle", "middlename", "middle initial"),
    "full_name": ("name", "full name", "patient name", "patient", "nombre completo"),
    "preferred_name": ("preferred name", "nickname", "goes by"),
    "birth_date": ("birth date", "birthdate", "date of birth", "dob", "birthday", "born", "fecha de nacimiento"),
    "deceased_on": ("death date", "deathdate", "date of death", "deceased on", "dod"),
    "sex": ("sex", "gender", "sexo"),
    "phone": ("phone", "mobile", "cell", "cell phone", "mobile phone", "phone number", "telephone", "telefono"),
    "other_phone": ("home phone", "other phone", "work phone", "phone 2"),
    "email": ("email", "e mail", "email address", "correo"),
    "address_line": ("address", "address line", "address 1", "address line 1", "street", "street address", "direccion"),
    "address_unit": ("address 2", "address line 2", "address unit", "unit", "unit number", "apt", "apartment", "suite"),
    "city": ("city", "town", "ciudad", "suburb"),
    "state": ("state", "province", "estado"),
    "postal_code": ("zip", "zip code", "zipcode", "postal code", "postcode", "codigo postal"),
    "language": ("language", "preferred language", "lang", "idioma"),
    "emergency_name": ("emergency contact", "emergency name", "emergency contact name"),
    "emergency_phone": ("emergency phone", "emergency contact phone"),
    "emergency_relation": ("emergency relation", "emergency contact relation", "emergency relationship"),
}  # fmt: skip
_APPOINTMENTS: Mapping[str, tuple[str, ...]] = {
    "external_id": ("appointment id", "appointmentid", "visit id", "appointment number", "booking id", "id"),
    "patient_external_id": ("patient id", "patientid", "patient number", "chart number", "mrn", "patient"),
    "day": ("appointment date", "visit date", "date", "day", "start date", "fecha"),
    "time": ("appointment time", "scheduled time", "time", "visit time", "scheduled start", "start", "hora"),
    "minutes": ("planned minutes", "minutes", "duration", "length", "appointment length", "appointment duration"),
    "status": ("status", "appointment status", "outcome", "state", "estado"),
    "arrived": ("check in time", "checkin time", "arrival time", "arrived", "arrived at", "check in"),
    "started": ("actual start", "actual start time", "start time", "seen at", "started at"),
    "ended": ("actual end", "actual end time", "end time", "ended at", "completed at"),
    "booked_on": ("scheduling date", "booked on", "created", "booking date", "created at"),
    "visit_type": ("visit type", "appointment type", "type", "service"),
    "practitioner": ("practitioner", "provider", "therapist", "clinician", "doctor"),
    "note": ("note", "notes", "comment", "comments"),
    "cancel_reason": ("cancel reason", "cancellation reason", "reason"),
}  # fmt: skip
FIELDS: Mapping[Kind, Mapping[str, tuple[str, ...]]] = {Kind.PATIENTS: _PATIENTS, Kind.APPOINTMENTS: _APPOINTMENTS}
#: written as a field, it says that a column is not read
NOTHING = "-"


def plain_header(name: str) -> str:
    """A header's words in small letters: "PatientID", "patient_id" and "Patient Id" are one."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.sub(r"[^a-z0-9ñáéíóú]+", " ", apart.lower()).split())


def signature(kind: Kind, header: Sequence[str]) -> str:
    """What files with the same columns have in common."""
    return hashlib.sha256("\n".join([kind.value, *header]).encode("utf-8", "replace")).hexdigest()


def guess(kind: Kind, header: Sequence[str]) -> dict[str, str]:
    """Column name -> field, for every column whose header says what it is."""
    plain = {plain_header(name): name for name in reversed(header)}
    found: dict[str, str] = {}
    for field, words in FIELDS[kind].items():
        column = next((plain[word] for word in words if word in plain and plain[word] not in found), None)
        if column is not None:
            found[column] = field
    return _without_doubt(kind, found)


def _without_doubt(kind: Kind, found: dict[str, str]) -> dict[str, str]:
    """Take back a guess that another column makes wrong."""
    fields = {field: column for column, field in found.items()}
    if kind is Kind.PATIENTS and "family" in fields and "given" in fields:
        found.pop(fields.get("full_name", ""), None)
    if kind is Kind.APPOINTMENTS and "time" not in fields and "started" in fields and "arrived" not in fields:
        found[fields["started"]] = "time"  # alone, a start is the planned one
        found.pop(fields.get("ended", ""), None)
    elif {"minutes", "started", "ended"} <= fields.keys():
        found.pop(fields["minutes"])  # beside real times a duration is how long it took, not how long was planned
    return found


def changed(kind: Kind, header: Sequence[str], columns: Mapping[str, str], texts: Sequence[str]) -> dict[str, str]:
    """The columns with what a person wrote as `column=field`; `column=-` leaves one out. Raises ClinicError."""
    result = dict(columns)
    for text in texts:
        column, sign, field = (part.strip() for part in text.rpartition("="))
        if not sign or column not in header:
            raise ClinicError(
                "The file has no column {column}.",
                next_step="Its columns are: {columns}.",
                field="map",
                column=column or text,
                columns=", ".join(header),
            )
        result = {name: held for name, held in result.items() if name != column and held != field}
        if field not in (NOTHING, ""):
            result[column] = field
    return checked(kind, result)


def checked(kind: Kind, columns: Mapping[str, str]) -> dict[str, str]:
    """The same columns, if an import can be made with them. Raises ClinicError for unknown, doubled and missing fields."""
    fields = list(columns.values())
    for field in fields:
        if field not in FIELDS[kind] or fields.count(field) > 1:
            raise ClinicError(
                "{name} is no field that can be filled, or two columns fill it.",
                next_step="Fields are: {fields}.",
                field="map",
                fields=", ".join(FIELDS[kind]),
                name=field,
            )
    wanted = {"family", "full_name", "given"} if kind is Kind.PATIENTS else {"patient_external_id"}
    if not wanted & set(fields) or (kind is Kind.APPOINTMENTS and "day" not in fields and "time" not in fields):
        raise ClinicError(
            "No column says who it is or when.",
            next_step="Say which column is which field, such as: {example}.",
            field="map",
            example="Surname=family" if kind is Kind.PATIENTS else "Chart=patient_external_id",
        )
    return dict(columns)
