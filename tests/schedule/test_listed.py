"""What a visit's row holds of its patient: always what the patient's own row says, whoever wrote, at every commit."""

from collections.abc import Callable
from datetime import date, time, timedelta
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import Column, event, update
from sqlalchemy.orm import Session

from app.core.access import Actor
from app.patients.rules.codes import Restriction
from app.patients.tables import GlassBreak, Patient
from app.schedule.queries import day, day_plan
from app.schedule.queries.reading import visits
from app.schedule.tables import LISTED, Appointment
from app.schema import metadata
from app.staff.tables import User
from tests.schedule.crowd import unlike
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE, Clinic
from tests.support.databases import NOW

ANA = Actor(1, "Ana", ("desk",), grants=ANYONE.grants)


def changed(clinic: Clinic, patient_id: int, **values: Any) -> None:
    with clinic.database.writing() as session:
        session.execute(update(Patient).where(Patient.id == patient_id).values(**values))
        session.commit()


def colleague(clinic: Clinic) -> None:
    """Ana, who signs in as user 1."""
    clinic.add(User(id=1, user_name="ana", display_name="Ana", password_hash="", created_at=NOW, version=1))


def named(clinic: Clinic, actor: Actor = ANYONE) -> list[tuple[str, date | None, str]]:
    return [(row.patient, row.birth_date, row.mrn) for row in clinic.executor.fetch(day, actor, 1, TOMORROW)]


def test_a_patient_who_is_renamed_is_so_on_every_visit(clinic: Clinic) -> None:
    booked(clinic)
    booked(clinic, time(15))
    booked(clinic, time(11), patient_id=2)
    changed(clinic, 1, family="Ortega", given="", birth_date=date(1980, 1, 2))
    mrn = clinic.rows(lambda session: session.get_one(Patient, 1).mrn)
    assert named(clinic)[::2] == [("Ortega", date(1980, 1, 2), mrn)] * 2
    assert named(clinic)[1][0] == "Smith, Joan"
    assert clinic.rows(unlike) == []


def test_a_visit_given_to_another_patient_has_their_name(clinic: Clinic) -> None:
    made = booked(clinic)
    with clinic.database.writing() as session:
        session.execute(update(Appointment).where(Appointment.id == made.appointment_id).values(patient_id=2))
        session.commit()
    assert named(clinic)[0][0] == "Smith, Joan"
    assert clinic.rows(unlike) == []


@pytest.mark.parametrize("mark", [{"restriction": Restriction.VIP}, {"staff_user_id": 1}])
def test_a_glass_put_before_a_record_closes_its_visits_at_once(clinic: Clinic, mark: dict[str, object]) -> None:
    colleague(clinic)
    booked(clinic, note="Left knee")
    changed(clinic, 1, **mark)
    row = clinic.executor.fetch(day_plan, ANA, 1, TOMORROW).visits[0]
    assert (row.patient, row.birth_date, row.mrn, row.note) == ("N. M.", None, "", "")
    told = {
        "user_name": "Ana",
        "at": NOW,
        "until": NOW + timedelta(minutes=60),
        "reason_code": "call",
        "reason": "Asked",
    }
    clinic.add(GlassBreak(user_id=1, patient_id=1, version=1, **told))
    assert clinic.executor.fetch(day_plan, ANA, 1, TOMORROW).visits[0].patient == "Núñez, María José"
    changed(clinic, 1, restriction=Restriction.NONE, staff_user_id=None)
    assert named(clinic, ANA)[0][0] == "Núñez, María José"


def test_a_colleagues_household_is_closed_though_no_mark_stands_on_it(clinic: Clinic) -> None:
    colleague(clinic)
    booked(clinic, time(11), patient_id=2)
    changed(clinic, 1, staff_user_id=1, phone="(559) 555-0188")
    assert named(clinic, ANA)[0][0] == "Smith, Joan"
    changed(clinic, 2, phone="559-555-0188")
    assert named(clinic, ANA)[0] == ("S. J.", None, "")


def test_a_name_as_long_as_it_may_be(clinic: Clinic) -> None:
    booked(clinic)
    changed(clinic, 1, family="É" * 120, given="%s'; --", mrn="9" * 20)
    assert named(clinic)[0][::2] == (f"{'É' * 120}, %s'; --", "9" * 20)


def _insert(session: Session) -> None:
    there = session.get_one(Appointment, 1)
    table = metadata.tables["appointment"].c
    values = {name: getattr(there, name) for name in Appointment.__mapper__.column_attrs.keys() if name in table}  # noqa: SIM118
    session.add(Appointment(**values | {"id": 900}))
    session.flush()


def _rename(session: Session) -> None:
    session.execute(update(Patient).where(Patient.id == 1).values(family="Ortega"))


@pytest.mark.parametrize(("first", "second"), [(_insert, _rename), (_rename, _insert)], ids=["booked", "renamed"])
def test_booked_and_renamed_at_the_same_moment(
    clinic: Clinic, first: Callable[[Session], None], second: Callable[[Session], None]
) -> None:
    booked(clinic)

    def follow() -> None:
        with clinic.database.writing() as session:
            second(session)
            session.commit()

    after = Thread(target=follow)
    with clinic.database.writing() as session:
        first(session)
        after.start()
        after.join(0.5)
        assert after.is_alive(), "the second waits for the first"
        session.commit()
    after.join(20)
    assert clinic.rows(unlike) == []
    assert {name for name, *_ in named(clinic)} == {"Ortega, María José"}


def test_the_index_of_a_day_holds_all_that_its_list_reads() -> None:
    read = {column.name for column in visits(noted=False).selected_columns if isinstance(column, Column)}
    assert read - set(LISTED) == set()
    assert {"note", "cancel_note"} & set(LISTED) == set(), "a server's index has no room for what people write"


def test_the_embedded_engine_reads_a_day_out_of_one_index(clinic: Clinic) -> None:
    if not clinic.database.embedded:
        pytest.skip("the server reads the rows themselves")
    asked: list[tuple[str, Any]] = []
    event.listen(clinic.database.engine, "before_cursor_execute", lambda *said: asked.append((said[2], said[3])))
    clinic.executor.fetch(day_plan, ANYONE, 1, TOMORROW)
    statement, values = next(one for one in asked if "appointment.patient_family" in one[0])
    with clinic.database.engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    assert any("COVERING INDEX ix_appointment_listed" in row[3] for row in plan), plan
