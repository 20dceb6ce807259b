"""Names of one location lie together."""

from collections.abc import Sequence

from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

NAME = "ix_name_key_location_id_word_beside"


def upgrade() -> None:
    op.create_index(
        op.f(NAME), "name_key", ["location_id", "word", "beside"], postgresql_include=["patient_id", "main"]
    )


def downgrade() -> None:
    op.drop_index(op.f(NAME), "name_key")
