"""Patients in full: other names, contacts, who answers for them, consents, identity, merges, doubles, words of names."""

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Any

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
AT_ONCE = 5_000


def upgrade() -> None:
    op.create_table(
        "match_model",
        sa.Column("learnt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pairs", sa.Integer(), nullable=False),
        sa.Column("weights", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_model")),
    )
    _create_name_tables()
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
    op.drop_index("ix_patient_birth_date", "patient")
    op.drop_index("ix_patient_family_key_given_key", "patient")
    op.drop_index("ix_patient_given_key_family_key", "patient")
    op.create_index("ix_patient_birth_date_family_key_given_key", "patient", ["birth_date", "family_key", "given_key"])
    op.drop_index("ix_search_key_kind_key", "search_key")
    _fill_names()
    op.create_index("ix_search_key_kind_key_patient_id", "search_key", ["kind", "key", "patient_id"])


def _create_name_tables() -> None:
    """Words of names: each beside each other, each once, and each with one letter left out."""
    word = sa.String(length=60, collation="C").with_variant(sa.String(length=60), "sqlite")
    big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "name_key",
        sa.Column("word", word, nullable=False),
        sa.Column("beside", word, nullable=False),
        sa.Column("patient_id", big, nullable=False, autoincrement=False),
        sa.Column("location_id", big, nullable=True),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_name_key_patient_id")),
        sa.PrimaryKeyConstraint(
            "word", "beside", "patient_id", name=op.f("pk_name_key"), postgresql_include=["location_id", "main"]
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_name_key_patient_id_word_beside", "name_key", ["patient_id", "word", "beside"])
    op.create_table(
        "name_word",
        sa.Column("word", word, nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_name_word")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "name_slip",
        sa.Column("slip", word, nullable=False),
        sa.Column("word", word, nullable=False),
        sa.PrimaryKeyConstraint("slip", "word", name=op.f("pk_name_slip")),
        sqlite_with_rowid=False,
    )


def _fill_names() -> None:
    """Every patient's words beside each other; the first revision kept them in two columns and in search keys."""
    connection, words, last = op.get_bind(), set[str](), 0
    while True:
        ask = sa.text(
            "SELECT id, family_key, given_key, home_location_id FROM patient WHERE id > :last ORDER BY id LIMIT :some"
        )
        people = connection.execute(ask, {"last": last, "some": AT_ONCE}).all()
        if not people:
            break
        further = _further(last, people[-1].id)
        last = people[-1].id
        rows = [row for one in people for row in _pairs(one, further.get(one.id, []))]
        connection.execute(NAME_KEY, rows)
        words.update(row["word"] for row in rows)
    op.execute("DELETE FROM search_key WHERE kind = 'name'")
    every = sorted(words)
    for at in range(0, len(every), AT_ONCE):
        part = every[at : at + AT_ONCE]
        connection.execute(sa.text("INSERT INTO name_word (word) VALUES (:word)"), [{"word": word} for word in part])
        slips = [{"slip": slip, "word": word} for word in part for slip in _slips(word)]
        connection.execute(sa.text("INSERT INTO name_slip (slip, word) VALUES (:slip, :word)"), slips)


NAME_KEY = sa.text(
    "INSERT INTO name_key (word, beside, patient_id, location_id, main) VALUES (:word, :beside, :id, :place, :main)"
).bindparams(sa.bindparam("main", type_=sa.Boolean()))


def _further(after: int, until: int) -> dict[int, list[str]]:
    """Further words of names: second words, middle and preferred names."""
    ask = sa.text(
        "SELECT patient_id, key FROM search_key WHERE kind = 'name' AND patient_id > :after AND patient_id <= :until"
    )
    found: dict[int, list[str]] = {}
    for patient_id, key in op.get_bind().execute(ask, {"after": after, "until": until}):
        found.setdefault(patient_id, []).append(key[:60])
    return found


def _pairs(one: sa.Row[Any], further: list[str]) -> Iterator[dict[str, Any]]:
    """Up to eight words, each beside each other; an initial is no further word."""
    main = [word[:60] for word in f"{one.family_key} {one.given_key}".split()][:8]
    more = [word for word in dict.fromkeys(further) if word not in main and (len(word) > 1 or word > "\u2e80")]
    words = [*((word, True) for word in main), *((word, False) for word in more[: 8 - len(main)])]
    pairs = {(one, two): mine and theirs for (one, mine), (two, theirs) in permutations(words, 2)}
    alone = {(main[0], ""): True} if main else {}
    for (word, beside), of_main in (pairs or alone).items():
        yield {"word": word, "beside": beside, "id": one.id, "place": one.home_location_id, "main": of_main}


def _slips(word: str) -> Iterator[str]:
    """The word itself and every way to leave one letter out."""
    yield from dict.fromkeys((word, *(word[:at] + word[at + 1 :] for at in range(len(word)))))


def _give_keys_back() -> None:
    """The first revision's keys of names: every word but the first of last and first name."""
    op.drop_index("ix_search_key_kind_key_patient_id", "search_key")
    op.execute(
        "INSERT INTO search_key (patient_id, kind, key) SELECT DISTINCT k.patient_id, 'name', k.word FROM name_key k"
        " JOIN patient p ON p.id = k.patient_id WHERE k.word <> p.family_key AND k.word <> p.given_key"
        " AND substr(p.family_key, 1, length(k.word) + 1) <> k.word || ' '"
        " AND substr(p.given_key, 1, length(k.word) + 1) <> k.word || ' '"
    )
    op.create_index("ix_search_key_kind_key", "search_key", ["kind", "key"])
    op.drop_index("ix_patient_birth_date_family_key_given_key", "patient")
    op.create_index("ix_patient_birth_date", "patient", ["birth_date"])
    op.create_index("ix_patient_family_key_given_key", "patient", ["family_key", "given_key"])
    op.create_index("ix_patient_given_key_family_key", "patient", ["given_key", "family_key"])


def downgrade() -> None:
    _give_keys_back()
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
    op.drop_table("name_slip")
    op.drop_table("name_word")
    op.drop_table("name_key")
    op.drop_table("match_model")
