"""A visit's row holds what a list shows of its patient, written by the database alone; one index holds a day's list."""

from collections.abc import Sequence

from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

COLUMNS = {
    "patient_family": "VARCHAR(120) NOT NULL DEFAULT ''",
    "patient_given": "VARCHAR(120) NOT NULL DEFAULT ''",
    "patient_birth_date": "DATE",
    "patient_mrn": "VARCHAR(20) NOT NULL DEFAULT ''",
    "patient_marked": "BOOLEAN NOT NULL DEFAULT {no}",
}
NO = {"sqlite": "0", "postgresql": "false"}
NAMES = ", ".join(COLUMNS)
ORIGINALS = "family, given, birth_date, mrn, restriction <> 'none' OR staff_user_id IS NOT NULL"
FACTS = "family, given, birth_date, mrn, restriction, staff_user_id"
FILL = f"UPDATE appointment SET ({NAMES}) = (SELECT {ORIGINALS} FROM patient WHERE patient.id = appointment.patient_id)"
OF_ONE = (
    f"UPDATE appointment SET ({NAMES}) = (SELECT {ORIGINALS} FROM patient WHERE id = NEW.patient_id) WHERE id = NEW.id;"
)
OF_ALL = (
    f"UPDATE appointment SET ({NAMES}) = (SELECT {ORIGINALS} FROM patient WHERE id = NEW.id) WHERE patient_id = NEW.id;"
)
LISTED = (
    "location_id", "day", "starts_at", "id", "practitioner_id", "patient_id", "visit_type_id", "status", "version",
    "wall_start", "minutes", "zone", "ends_at", "walk_in", "cancel_reason", "cancelled_at", "moved_from", "room_id", "series_id",
    *COLUMNS,
)  # fmt: skip
NOTED = "CREATE INDEX ix_appointment_noted ON appointment (location_id, day) WHERE note <> '' OR cancel_note <> ''"
EACH = "FOR EACH ROW EXECUTE FUNCTION"
MAKE = {
    "sqlite": (
        f"CREATE TRIGGER appointment_patient_insert AFTER INSERT ON appointment BEGIN {OF_ONE} END",
        f"CREATE TRIGGER appointment_patient_update AFTER UPDATE OF patient_id ON appointment BEGIN {OF_ONE} END",
        f"CREATE TRIGGER patient_appointments AFTER UPDATE OF {FACTS} ON patient BEGIN {OF_ALL} END",
    ),
    "postgresql": (
        f"""CREATE FUNCTION appointment_patient() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
SELECT {ORIGINALS} INTO {", ".join(f"NEW.{name}" for name in COLUMNS)} FROM patient WHERE id = NEW.patient_id FOR SHARE;
RETURN NEW; END $$""",
        f"""CREATE FUNCTION patient_appointments() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
{OF_ALL}
RETURN NULL; END $$""",
        f"CREATE TRIGGER appointment_patient_insert BEFORE INSERT ON appointment {EACH} appointment_patient()",
        f"CREATE TRIGGER appointment_patient_update BEFORE UPDATE OF patient_id ON appointment {EACH} appointment_patient()",
        f"CREATE TRIGGER patient_appointments AFTER UPDATE OF {FACTS} ON patient {EACH} patient_appointments()",
    ),
}
DROP = {
    "sqlite": (
        "DROP TRIGGER appointment_patient_insert",
        "DROP TRIGGER appointment_patient_update",
        "DROP TRIGGER patient_appointments",
    ),
    "postgresql": (
        "DROP TRIGGER appointment_patient_insert ON appointment",
        "DROP TRIGGER appointment_patient_update ON appointment",
        "DROP TRIGGER patient_appointments ON patient",
        "DROP FUNCTION appointment_patient()",
        "DROP FUNCTION patient_appointments()",
    ),
}


def upgrade() -> None:
    engine = op.get_context().dialect.name
    for name, kind in COLUMNS.items():
        op.execute(f"ALTER TABLE appointment ADD COLUMN {name} {kind.format(no=NO[engine])}")
    op.execute(FILL)
    op.drop_index("ix_appointment_location_id_day", "appointment")
    op.create_index("ix_appointment_listed", "appointment", list(LISTED))
    for statement in (NOTED, *MAKE[engine]):
        op.execute(statement)


def downgrade() -> None:
    for statement in DROP[op.get_context().dialect.name]:
        op.execute(statement)
    op.drop_index("ix_appointment_noted", "appointment")
    op.drop_index("ix_appointment_listed", "appointment")
    op.create_index("ix_appointment_location_id_day", "appointment", ["location_id", "day"])
    for name in COLUMNS:
        op.drop_column("appointment", name)
