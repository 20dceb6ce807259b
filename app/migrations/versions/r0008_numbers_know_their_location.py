"""Numbers and birth dates are found with the patient's location."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

KEYS, BIRTHS = ("kind", "key", "patient_id"), ("birth_date", "family_key", "given_key")
#: the kinds that registration writes; the others are of upper rooms, which do not follow a patient who moves
_FILL = """UPDATE search_key SET location_id = (SELECT p.home_location_id FROM patient p WHERE p.id = patient_id)
WHERE kind IN ('phone', 'email', 'number')"""


def upgrade() -> None:
    op.add_column("search_key", sa.Column("location_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))
    op.execute(_FILL)
    _replace("search_key", KEYS, (*KEYS, "location_id"))
    _replace("patient", BIRTHS, (*BIRTHS, "home_location_id"))


def downgrade() -> None:
    _replace("patient", (*BIRTHS, "home_location_id"), BIRTHS)
    _replace("search_key", (*KEYS, "location_id"), KEYS)
    op.drop_column("search_key", "location_id")


def _replace(table: str, old: Sequence[str], new: Sequence[str]) -> None:
    op.drop_index(op.f(f"ix_{table}_{'_'.join(old)}"), table)
    op.create_index(op.f(f"ix_{table}_{'_'.join(new)}"), table, list(new))
