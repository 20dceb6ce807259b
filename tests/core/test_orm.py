"""What the mapped base says to both engines alike."""

from sqlalchemy import text

from app.core.database import Database

_WORDS = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE name = 'ix_patient_staff_user_id'",
    "postgresql": "SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_patient_staff_user_id'",
}


def test_an_index_of_some_rows_holds_those_alone(database: Database) -> None:
    with database.engine.connect() as connection:
        made = connection.execute(text(_WORDS[database.engine.dialect.name])).scalar_one()
    assert "where" in made.lower()
    assert "staff_user_id is not null" in made.lower()
