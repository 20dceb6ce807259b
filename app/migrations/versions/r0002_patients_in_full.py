"""Patients in full: other names, contacts, who answers for them, consents, identity, restriction, merges, doubles, surnames."""

from collections.abc import Iterator, Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

#: one statement each: rebuilding the table would copy every patient and every key that points at one
ADDED = (
    "suffix VARCHAR(20) NOT NULL DEFAULT ''",
    "multiple_birth BOOLEAN NOT NULL DEFAULT FALSE",
    "race VARCHAR(80) NOT NULL DEFAULT ''",
    "ethnicity VARCHAR(20) NOT NULL DEFAULT ''",
    "phone_use VARCHAR(10) NOT NULL DEFAULT ''",
    "other_phone_use VARCHAR(10) NOT NULL DEFAULT ''",
    "address_unit VARCHAR(40) NOT NULL DEFAULT ''",
    "asks_employer BOOLEAN NOT NULL DEFAULT FALSE",
    "restriction VARCHAR(24) NOT NULL DEFAULT 'none'",
    "preferred_practitioner_id {big} CONSTRAINT fk_patient_preferred_practitioner_id REFERENCES practitioner (id)",
)
NAMES_AT_ONCE = 5_000


def upgrade() -> None:
    op.create_table(
        "match_model",
        sa.Column("learnt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pairs", sa.Integer(), nullable=False),
        sa.Column("weights", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_model")),
    )
    op.create_table(
        "surname",
        sa.Column(
            "key", sa.String(length=120, collation="C").with_variant(sa.String(length=120), "sqlite"), nullable=False
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_surname")),
    )
    op.create_table(
        "surname_slip",
        sa.Column(
            "slip", sa.String(length=120, collation="C").with_variant(sa.String(length=120), "sqlite"), nullable=False
        ),
        sa.Column(
            "key", sa.String(length=120, collation="C").with_variant(sa.String(length=120), "sqlite"), nullable=False
        ),
        sa.PrimaryKeyConstraint("slip", "key", name=op.f("pk_surname_slip")),
    )
    op.create_table(
        "confidential_contact",
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("address_line", sa.String(length=200), nullable=False),
        sa.Column("address_unit", sa.String(length=40), nullable=False),
        sa.Column("city", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("postal_code", sa.String(length=12), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_confidential_contact_patient_id")),
        sa.PrimaryKeyConstraint("patient_id", name=op.f("pk_confidential_contact")),
    )
    op.create_table(
        "contact_point",
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("system", sa.String(length=24), nullable=False),
        sa.Column("use", sa.String(length=24), nullable=False),
        sa.Column("value", sa.String(length=200), nullable=False),
        sa.Column("note", sa.String(length=80), nullable=False),
        sa.Column("rank", sa.SmallInteger(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_contact_point_patient_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_point")),
    )
    with op.batch_alter_table("contact_point", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_point_patient_id"), ["patient_id"], unique=False)

    op.create_table(
        "duplicate_pair",
        sa.Column("one_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("other_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sureness", sa.String(length=12), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by_name", sa.String(length=120), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["one_id"], ["patient.id"], name=op.f("fk_duplicate_pair_one_id")),
        sa.ForeignKeyConstraint(["other_id"], ["patient.id"], name=op.f("fk_duplicate_pair_other_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate_pair")),
        sa.UniqueConstraint("one_id", "other_id", name=op.f("uq_duplicate_pair_one_id_other_id")),
    )
    with op.batch_alter_table("duplicate_pair", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_duplicate_pair_other_id"), ["other_id"], unique=False)

    op.create_table(
        "glass_break",
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_name", sa.String(length=120), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason_code", sa.String(length=24), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reviewed_by_name", sa.String(length=120), nullable=False),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_glass_break_patient_id")),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_glass_break_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_glass_break")),
    )
    with op.batch_alter_table("glass_break", schema=None) as batch_op:
        batch_op.create_index("ix_glass_break_patient_id_user_id", ["patient_id", "user_id"], unique=False)

    op.create_table(
        "identity_document",
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("jurisdiction", sa.String(length=40), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_identity_document_patient_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity_document")),
    )
    with op.batch_alter_table("identity_document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_identity_document_patient_id"), ["patient_id"], unique=False)

    op.create_table(
        "patient_consent",
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("decision", sa.String(length=24), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("noted_by_name", sa.String(length=120), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_patient_consent_patient_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_patient_consent")),
    )
    with op.batch_alter_table("patient_consent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_patient_consent_patient_id"), ["patient_id"], unique=False)

    op.create_table(
        "patient_merge",
        sa.Column("survivor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("merged_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_name", sa.String(length=120), nullable=False),
        sa.Column("moved", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["merged_id"], ["patient.id"], name=op.f("fk_patient_merge_merged_id")),
        sa.ForeignKeyConstraint(["survivor_id"], ["patient.id"], name=op.f("fk_patient_merge_survivor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_patient_merge")),
    )
    with op.batch_alter_table("patient_merge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_patient_merge_merged_id"), ["merged_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_patient_merge_survivor_id"), ["survivor_id"], unique=False)

    op.create_table(
        "patient_name",
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("use", sa.String(length=24), nullable=False),
        sa.Column("family", sa.String(length=120), nullable=False),
        sa.Column("given", sa.String(length=120), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_patient_name_patient_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_patient_name")),
    )
    with op.batch_alter_table("patient_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_patient_name_patient_id"), ["patient_id"], unique=False)

    op.create_table(
        "related_person",
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("relation", sa.String(length=40), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("address_line", sa.String(length=200), nullable=False),
        sa.Column("address_unit", sa.String(length=40), nullable=False),
        sa.Column("city", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("postal_code", sa.String(length=12), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_related_person_patient_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_related_person")),
    )
    with op.batch_alter_table("related_person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_related_person_patient_id"), ["patient_id"], unique=False)
    big = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    for column in ADDED:
        op.execute(f"ALTER TABLE patient ADD COLUMN {column.format(big=big)}")
    op.execute(
        "UPDATE patient SET asks_employer = TRUE WHERE id IN (SELECT coverage.patient_id FROM coverage JOIN payer"
        " ON payer.id = coverage.payer_id WHERE payer.kind = 'workers-comp' AND coverage.status = 'active')"
    )
    _fill_surnames()


def _fill_surnames() -> None:
    """Every last name once, and each of them with one letter left out."""
    connection = op.get_bind()
    op.execute("INSERT INTO surname (key) SELECT DISTINCT family_key FROM patient WHERE family_key <> ''")
    names = [key for (key,) in connection.execute(sa.text("SELECT key FROM surname ORDER BY key"))]
    for at in range(0, len(names), NAMES_AT_ONCE):
        rows = [{"slip": slip, "key": key} for key in names[at : at + NAMES_AT_ONCE] for slip in _slips(key)]
        connection.execute(sa.text("INSERT INTO surname_slip (slip, key) VALUES (:slip, :key)"), rows)


def _slips(key: str) -> Iterator[str]:
    """The name itself and every way to leave one letter out."""
    yield from dict.fromkeys((key, *(key[:at] + key[at + 1 :] for at in range(len(key)))))


def downgrade() -> None:
    for column in ADDED:
        op.execute(f"ALTER TABLE patient DROP COLUMN {column.partition(' ')[0]}")
    with op.batch_alter_table("related_person", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_related_person_patient_id"))

    op.drop_table("related_person")
    with op.batch_alter_table("patient_name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_patient_name_patient_id"))

    op.drop_table("patient_name")
    with op.batch_alter_table("patient_merge", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_patient_merge_survivor_id"))
        batch_op.drop_index(batch_op.f("ix_patient_merge_merged_id"))

    op.drop_table("patient_merge")
    with op.batch_alter_table("patient_consent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_patient_consent_patient_id"))

    op.drop_table("patient_consent")
    with op.batch_alter_table("identity_document", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_identity_document_patient_id"))

    op.drop_table("identity_document")
    with op.batch_alter_table("glass_break", schema=None) as batch_op:
        batch_op.drop_index("ix_glass_break_patient_id_user_id")

    op.drop_table("glass_break")
    with op.batch_alter_table("duplicate_pair", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_duplicate_pair_other_id"))

    op.drop_table("duplicate_pair")
    with op.batch_alter_table("contact_point", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_point_patient_id"))

    op.drop_table("contact_point")
    op.drop_table("confidential_contact")
    op.drop_table("surname_slip")
    op.drop_table("surname")
    op.drop_table("match_model")
