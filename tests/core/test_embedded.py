"""What a connection of the embedded engine does that its driver does not do by itself."""

from app.core.embedded import connect
from tests.support.clinic import Clinic
from tests.support.databases import KEY

#: more than the driver keeps by itself
MANY = 120


def test_statements_stay_prepared_however_many_came_before(desk: Clinic) -> None:
    assert desk.database.path is not None
    connection, prepared = connect(desk.database.path, KEY), 0

    def asked(*_: object) -> int:
        nonlocal prepared
        prepared += 1
        return 0

    connection.set_authorizer(asked)  # it is called while a statement is prepared, not while it runs
    for number in range(MANY):
        connection.execute(f"SELECT {number} FROM location")
    for _ in range(2):
        before = prepared
        connection.execute("SELECT code FROM location").fetchall()
        connection.execute("SELECT name FROM location").fetchall()
    assert prepared == before > MANY
    connection.close()
