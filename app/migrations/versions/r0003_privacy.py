"""Privacy: disclosures, in which lists a patient was seen, and a short index of colleagues who are patients."""

import json
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ENTRIES_AT_ONCE = 2_000
_IS_STAFF = sa.text("staff_user_id IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "read_subject",
        sa.Column("patient_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("patient_id", "position", name=op.f("pk_read_subject")),
    )
    op.create_table(
        "disclosure",
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("recipient", sa.String(length=200), nullable=False),
        sa.Column("recipient_address", sa.String(length=300), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("purpose", sa.String(length=24), nullable=False),
        sa.Column("purpose_note", sa.Text(), nullable=False),
        sa.Column("suspended_until", sa.Date(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by_name", sa.String(length=120), nullable=False),
        sa.Column("voided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("void_reason", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_disclosure_patient_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosure")),
    )
    op.create_index(op.f("ix_disclosure_patient_id"), "disclosure", ["patient_id"])
    op.create_index(
        "ix_patient_staff_user_id", "patient", ["staff_user_id"], sqlite_where=_IS_STAFF, postgresql_where=_IS_STAFF
    )
    _fill_read_subjects()


def _fill_read_subjects() -> None:
    """Who stood in the lists that were read before this revision."""
    connection = op.get_bind()
    ask = sa.text(
        "SELECT id, position, details FROM journal WHERE kind = 'read' AND patient_id IS NULL AND id > :last"
        " ORDER BY id LIMIT :many"
    )
    last = 0
    while rows := connection.execute(ask, {"last": last, "many": ENTRIES_AT_ONCE}).all():
        last = rows[-1].id
        seen = {(who, row.position) for row in rows for who in json.loads(row.details).get("patients", ())}
        if seen:
            values = [{"who": who, "position": position} for who, position in sorted(seen)]
            connection.execute(
                sa.text("INSERT INTO read_subject (patient_id, position) VALUES (:who, :position)"), values
            )


def downgrade() -> None:
    op.drop_index("ix_patient_staff_user_id", table_name="patient")
    op.drop_index(op.f("ix_disclosure_patient_id"), table_name="disclosure")
    op.drop_table("disclosure")
    op.drop_table("read_subject")
