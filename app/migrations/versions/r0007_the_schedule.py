"""The schedule: rooms, overrides, attendance, series, episodes, authorizations, who waits, and holes."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# Added one by one, not by making the table again: a group's ten million visits are not copied for empty columns.
TYPE_COLUMNS = {
    "buffer_before": "SMALLINT NOT NULL DEFAULT 0",
    "buffer_after": "SMALLINT NOT NULL DEFAULT 0",
    "colour": "VARCHAR(20) NOT NULL DEFAULT ''",
    "for_whom": "VARCHAR(24) NOT NULL DEFAULT 'anybody'",
    "room_kind": "VARCHAR(40) NOT NULL DEFAULT ''",
    "equipment_kind": "VARCHAR(40) NOT NULL DEFAULT ''",
    "lead_hours": "SMALLINT NOT NULL DEFAULT 0",
    "together": "SMALLINT",
}
VISIT_COLUMNS = {
    "moved_reason": "VARCHAR(40) NOT NULL DEFAULT ''",
    "moves": "SMALLINT NOT NULL DEFAULT 0",
    "room_id": "{key} CONSTRAINT fk_appointment_room_id REFERENCES room (id)",
    "equipment_id": "{key} CONSTRAINT fk_appointment_equipment_id REFERENCES room (id)",
    "episode_id": "{key} CONSTRAINT fk_appointment_episode_id REFERENCES episode_of_care (id)",
    "series_id": "{key} CONSTRAINT fk_appointment_series_id REFERENCES appointment_series (id)",
    "series_number": "SMALLINT",
    "signed_at": "{instant}",
}
ENGINE = {
    "sqlite": {"key": "INTEGER", "instant": "DATETIME"},
    "postgresql": {"key": "BIGINT", "instant": "TIMESTAMP WITH TIME ZONE"},
}


def upgrade() -> None:
    _new_tables()
    _waiting_tables()
    words = ENGINE[op.get_context().dialect.name]
    for table, columns in (("visit_type", TYPE_COLUMNS), ("appointment", VISIT_COLUMNS)):
        for name, kind in columns.items():
            op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {kind.format(**words)}")
    op.create_index("ix_appointment_episode_id", "appointment", ["episode_id"])
    op.create_index("ix_appointment_series_id", "appointment", ["series_id"])


def _new_tables() -> None:
    op.create_table(
        "attendance_policy",
        sa.Column("location_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("notice_hours", sa.SmallInteger(), nullable=False),
        sa.Column("window_days", sa.SmallInteger(), nullable=False),
        sa.Column("warn_after", sa.SmallInteger(), nullable=True),
        sa.Column("fee_after", sa.SmallInteger(), nullable=True),
        sa.Column("review_after", sa.SmallInteger(), nullable=True),
        sa.Column("late_cancel_cents", sa.Integer(), nullable=False),
        sa.Column("no_show_cents", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_attendance_policy_location_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_policy")),
    )
    op.create_table(
        "practitioner_skill",
        sa.Column("practitioner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("skill", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["practitioner_id"], ["practitioner.id"], name=op.f("fk_practitioner_skill_practitioner_id")
        ),
        sa.PrimaryKeyConstraint("practitioner_id", "skill", name=op.f("pk_practitioner_skill")),
    )
    op.create_table(
        "room",
        sa.Column("location_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("equipment", sa.Boolean(), nullable=False),
        sa.Column("capacity", sa.SmallInteger(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_room_location_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
        sa.UniqueConstraint("location_id", "name", name=op.f("uq_room_location_id_name")),
    )
    op.create_table(
        "visit_type_practitioner",
        sa.Column("visit_type_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("practitioner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["practitioner_id"], ["practitioner.id"], name=op.f("fk_visit_type_practitioner_practitioner_id")
        ),
        sa.ForeignKeyConstraint(
            ["visit_type_id"], ["visit_type.id"], name=op.f("fk_visit_type_practitioner_visit_type_id")
        ),
        sa.PrimaryKeyConstraint("visit_type_id", "practitioner_id", name=op.f("pk_visit_type_practitioner")),
    )
    op.create_table(
        "prior_authorization",
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("payer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("coverage_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("visits", sa.SmallInteger(), nullable=False),
        sa.Column("reserved", sa.SmallInteger(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "active",
                "draft",
                "cancelled",
                "entered-in-error",
                name="authorizationstatus",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["coverage_id"], ["coverage.id"], name=op.f("fk_prior_authorization_coverage_id")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_prior_authorization_patient_id")),
        sa.ForeignKeyConstraint(["payer_id"], ["payer.id"], name=op.f("fk_prior_authorization_payer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prior_authorization")),
    )
    with op.batch_alter_table("prior_authorization", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_prior_authorization_patient_id"), ["patient_id"], unique=False)

    op.create_table(
        "episode_of_care",
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("location_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("practitioner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("authorization_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "planned",
                "active",
                "onhold",
                "finished",
                "cancelled",
                name="episodestatus",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["authorization_id"], ["prior_authorization.id"], name=op.f("fk_episode_of_care_authorization_id")
        ),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_episode_of_care_location_id")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_episode_of_care_patient_id")),
        sa.ForeignKeyConstraint(
            ["practitioner_id"], ["practitioner.id"], name=op.f("fk_episode_of_care_practitioner_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_episode_of_care")),
    )
    with op.batch_alter_table("episode_of_care", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_episode_of_care_authorization_id"), ["authorization_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_episode_of_care_location_id"), ["location_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_episode_of_care_patient_id"), ["patient_id"], unique=False)

    op.create_table(
        "appointment_series",
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("location_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("episode_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("visit_type_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("rule", sa.String(length=300), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_name", sa.String(length=120), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["episode_id"], ["episode_of_care.id"], name=op.f("fk_appointment_series_episode_id")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_appointment_series_location_id")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_appointment_series_patient_id")),
        sa.ForeignKeyConstraint(["visit_type_id"], ["visit_type.id"], name=op.f("fk_appointment_series_visit_type_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_series")),
    )
    with op.batch_alter_table("appointment_series", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_appointment_series_patient_id"), ["patient_id"], unique=False)

    op.create_table(
        "plan_of_care",
        sa.Column("episode_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("visits_per_week", sa.SmallInteger(), nullable=False),
        sa.Column("weeks", sa.SmallInteger(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("certified_on", sa.Date(), nullable=True),
        sa.Column("voided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["episode_id"], ["episode_of_care.id"], name=op.f("fk_plan_of_care_episode_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_of_care")),
    )
    with op.batch_alter_table("plan_of_care", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_of_care_episode_id"), ["episode_id"], unique=False)

    op.create_table(
        "attendance_mark",
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("location_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("appointment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "absence", sa.Enum("late-cancel", "no-show", name="absence", native_enum=False, length=24), nullable=False
        ),
        sa.Column(
            "consequence",
            sa.Enum("none", "warn", "fee", "review", name="consequence", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("waived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("waived_by_name", sa.String(length=120), nullable=False),
        sa.Column("waive_reason", sa.String(length=40), nullable=False),
        sa.Column("waive_note", sa.String(length=200), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reviewed_by_name", sa.String(length=120), nullable=False),
        sa.Column("review_note", sa.String(length=200), nullable=False),
        sa.Column("voided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_attendance_mark_appointment_id")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_attendance_mark_location_id")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_attendance_mark_patient_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_mark")),
    )
    with op.batch_alter_table("attendance_mark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_mark_appointment_id"), ["appointment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_mark_patient_id"), ["patient_id"], unique=False)

    op.create_table(
        "booking_override",
        sa.Column("location_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("practitioner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rules", sa.String(length=200), nullable=False),
        sa.Column("why", sa.String(length=200), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("given_by_name", sa.String(length=120), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("appointment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("voided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_booking_override_appointment_id")
        ),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_booking_override_location_id")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_booking_override_patient_id")),
        sa.ForeignKeyConstraint(
            ["practitioner_id"], ["practitioner.id"], name=op.f("fk_booking_override_practitioner_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_override")),
    )
    with op.batch_alter_table("booking_override", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_booking_override_appointment_id"), ["appointment_id"], unique=False)
        batch_op.create_index("ix_booking_override_location_id_starts_at", ["location_id", "starts_at"], unique=False)

    op.create_table(
        "freed_slot",
        sa.Column("location_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("practitioner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("freed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "freed_by",
            sa.Enum("cancel", "move", "no-show", name="freedby", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("appointment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("filled_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("filled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_freed_slot_appointment_id")),
        sa.ForeignKeyConstraint(["filled_by_id"], ["appointment.id"], name=op.f("fk_freed_slot_filled_by_id")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_freed_slot_location_id")),
        sa.ForeignKeyConstraint(["practitioner_id"], ["practitioner.id"], name=op.f("fk_freed_slot_practitioner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_freed_slot")),
    )
    with op.batch_alter_table("freed_slot", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_freed_slot_appointment_id"), ["appointment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_freed_slot_filled_by_id"), ["filled_by_id"], unique=False)
        batch_op.create_index("ix_freed_slot_location_id_starts_at", ["location_id", "starts_at"], unique=False)


def _waiting_tables() -> None:
    op.create_table(
        "waitlist_entry",
        sa.Column("patient_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("location_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("visit_type_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("minutes", sa.SmallInteger(), nullable=False),
        sa.Column("weekdays", sa.SmallInteger(), nullable=False),
        sa.Column("from_time", sa.Time(), nullable=True),
        sa.Column("to_time", sa.Time(), nullable=True),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("appointment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "status",
            sa.Enum("waiting", "offered", "booked", "withdrawn", name="waitstatus", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_name", sa.String(length=120), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_waitlist_entry_appointment_id")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_waitlist_entry_location_id")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_waitlist_entry_patient_id")),
        sa.ForeignKeyConstraint(["visit_type_id"], ["visit_type.id"], name=op.f("fk_waitlist_entry_visit_type_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waitlist_entry")),
    )
    with op.batch_alter_table("waitlist_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waitlist_entry_appointment_id"), ["appointment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_waitlist_entry_patient_id"), ["patient_id"], unique=False)
        batch_op.create_index("ix_waitlist_entry_status_location_id", ["status", "location_id"], unique=False)

    op.create_table(
        "waitlist_choice",
        sa.Column("entry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "kind", sa.Enum("practitioner", "location", name="choice", native_enum=False, length=24), nullable=False
        ),
        sa.Column(
            "chosen_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["waitlist_entry.id"], name=op.f("fk_waitlist_choice_entry_id")),
        sa.PrimaryKeyConstraint("entry_id", "kind", "chosen_id", name=op.f("pk_waitlist_choice")),
    )
    op.create_table(
        "waitlist_try",
        sa.Column("entry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("freed_slot_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "offered",
                "accepted",
                "declined",
                "no-answer",
                "left-message",
                name="outcome",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tried_by_name", sa.String(length=120), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["waitlist_entry.id"], name=op.f("fk_waitlist_try_entry_id")),
        sa.ForeignKeyConstraint(["freed_slot_id"], ["freed_slot.id"], name=op.f("fk_waitlist_try_freed_slot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waitlist_try")),
    )
    with op.batch_alter_table("waitlist_try", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waitlist_try_entry_id"), ["entry_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_waitlist_try_freed_slot_id"), ["freed_slot_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_appointment_episode_id", "appointment")
    op.drop_index("ix_appointment_series_id", "appointment")
    for table, columns in (("appointment", VISIT_COLUMNS), ("visit_type", TYPE_COLUMNS)):
        for name in reversed(columns):
            op.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
    with op.batch_alter_table("waitlist_try", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_waitlist_try_freed_slot_id"))
        batch_op.drop_index(batch_op.f("ix_waitlist_try_entry_id"))

    op.drop_table("waitlist_try")
    op.drop_table("waitlist_choice")
    with op.batch_alter_table("waitlist_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_waitlist_entry_status_location_id")
        batch_op.drop_index(batch_op.f("ix_waitlist_entry_patient_id"))
        batch_op.drop_index(batch_op.f("ix_waitlist_entry_appointment_id"))

    op.drop_table("waitlist_entry")
    with op.batch_alter_table("freed_slot", schema=None) as batch_op:
        batch_op.drop_index("ix_freed_slot_location_id_starts_at")
        batch_op.drop_index(batch_op.f("ix_freed_slot_filled_by_id"))
        batch_op.drop_index(batch_op.f("ix_freed_slot_appointment_id"))

    op.drop_table("freed_slot")
    with op.batch_alter_table("booking_override", schema=None) as batch_op:
        batch_op.drop_index("ix_booking_override_location_id_starts_at")
        batch_op.drop_index(batch_op.f("ix_booking_override_appointment_id"))

    op.drop_table("booking_override")
    with op.batch_alter_table("attendance_mark", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendance_mark_patient_id"))
        batch_op.drop_index(batch_op.f("ix_attendance_mark_appointment_id"))

    op.drop_table("attendance_mark")
    with op.batch_alter_table("plan_of_care", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plan_of_care_episode_id"))

    op.drop_table("plan_of_care")
    with op.batch_alter_table("appointment_series", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_appointment_series_patient_id"))

    op.drop_table("appointment_series")
    with op.batch_alter_table("episode_of_care", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_episode_of_care_patient_id"))
        batch_op.drop_index(batch_op.f("ix_episode_of_care_location_id"))
        batch_op.drop_index(batch_op.f("ix_episode_of_care_authorization_id"))

    op.drop_table("episode_of_care")
    with op.batch_alter_table("prior_authorization", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_prior_authorization_patient_id"))

    op.drop_table("prior_authorization")
    op.drop_table("visit_type_practitioner")
    op.drop_table("room")
    op.drop_table("practitioner_skill")
    op.drop_table("attendance_policy")
