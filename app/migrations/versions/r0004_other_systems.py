"""Other systems: which patient their numbers mean, and how many rows of an import changed somebody."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "external_record",
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("authority", sa.String(length=120), nullable=False),
        sa.Column("number", sa.String(length=120), nullable=False),
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("heard_at", sa.String(length=14), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_external_record_patient_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_external_record")),
        sa.UniqueConstraint("source", "authority", "number", name=op.f("uq_external_record_source_authority_number")),
    )
    with op.batch_alter_table("external_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_external_record_patient_id"), ["patient_id"], unique=False)
    op.execute("ALTER TABLE import_batch ADD COLUMN changed INTEGER NOT NULL DEFAULT 0")


def downgrade() -> None:
    op.execute("ALTER TABLE import_batch DROP COLUMN changed")
    with op.batch_alter_table("external_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_external_record_patient_id"))

    op.drop_table("external_record")
