"""Imports on both engines: preview, batches, resume after a kill, what is refused and flagged, clashes, permissions."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.core.access import Grant, Permission, Scope
from app.core.errors import ClinicError, Refused
from app.core.journal import JournalEntry
from app.exchange.actions.run import make_plan, preview, run_import, with_columns, write_report
from app.exchange.rules.values import Counts, Kind, Level
from app.exchange.tables import ImportBatch, ImportIssue
from app.patients.tables import Patient, SearchKey
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment, Occupancy, VisitType
from app.staff.tables import Practitioner
from app.visits.rules import EncounterStatus
from app.visits.tables import Encounter
from tests.exchange.files import HEADER, VISITS, invented, people, plan, said, take, write
from tests.patients.people import learns
from tests.support.clinic import ANYONE, Clinic


class Killed(BaseException):
    """The program ends here, as far as the import can tell."""


def patients(clinic: Clinic) -> list[Patient]:
    return clinic.rows(lambda s: list(s.scalars(select(Patient).where(Patient.source == "old").order_by(Patient.id))))


def total(clinic: Clinic, table: type) -> int:
    return clinic.rows(lambda s: s.scalar(select(func.count()).select_from(table)) or 0)


# ------------------------------------------------------------------------------------------------------------ patients


def test_patients_come_in_and_can_be_found(clinic: Clinic, tmp_path: Path) -> None:
    summary = take(
        clinic, write(tmp_path, HEADER + '7,"Núñez, José M.",06/19/1984,Male,559-555-0142,93291\n', "utf-16")
    )
    assert summary.counts == Counts(rows=1, created=1)
    (one,) = patients(clinic)
    assert (one.family, one.given, one.middle, one.birth_date) == ("Núñez", "José", "M.", date(1984, 6, 19))
    assert (one.mrn, one.external_id, one.phone, one.version) == ("100003", "7", "(559) 555-0142", 1)
    assert (one.home_location_id, one.family_key) == (clinic.location_id, "nunez")
    keys = clinic.rows(lambda s: list(s.scalars(select(SearchKey.key).where(SearchKey.patient_id == one.id))))
    assert set(keys) == {"2410555955", "7"}


def test_a_second_import_of_the_same_file_doubles_nobody(clinic: Clinic, tmp_path: Path) -> None:
    path = write(tmp_path, people(30))
    first, second = take(clinic, path), take(clinic, path)
    assert (first.counts.created, second.counts.created, second.counts.known) == (30, 0, 30)
    assert (first.attempt, second.attempt) == (1, 2)
    assert len(patients(clinic)) == 30


def test_rows_without_a_number_are_known_by_name_and_birth(clinic: Clinic, tmp_path: Path) -> None:
    path = write(tmp_path, "Name,DOB\nJoan Smith,02/14/1990\nJoan Smith,02/15/1990\nJoan Smith,02/15/1990\n")
    assert take(clinic, path).counts == Counts(rows=3, created=1, known=2)


def test_a_number_that_belongs_to_somebody_else_is_refused(clinic: Clinic, tmp_path: Path) -> None:
    take(clinic, write(tmp_path, HEADER + "1,Ann Hill,1984-06-19,F,,\n"))
    summary = take(clinic, write(tmp_path, HEADER + "1,Bob Hill,1984-06-19,M,,\n2,Joan Smith,1990-02-14,F,,\n"))
    assert summary.counts == Counts(rows=2, created=1, flagged=1, refused=1)
    assert [(one.row, one.level, one.field) for one in said(clinic, summary)] == [
        (2, Level.REFUSED, "external_id"), (3, Level.FLAGGED, "family"),
    ]  # fmt: skip
    assert [one.given for one in patients(clinic)] == ["Ann", "Joan"]


def test_bad_rows_are_named_and_the_others_taken(clinic: Clinic, tmp_path: Path) -> None:
    text = (
        HEADER + "1,Ann Hill,31/02/1990,F,,\n2,,1990-01-01,F,,\n3,Cy Lee\n4,Di\0 Wu,1990-01-01,F,,\n5,Ed Fox,,M,12,\n"
    )
    summary = take(clinic, write(tmp_path, text))
    assert summary.counts == Counts(rows=5, created=2, flagged=2, refused=3)
    assert [(one.row, one.level, one.field) for one in said(clinic, summary)] == [
        (2, Level.FLAGGED, "birth_date"), (3, Level.REFUSED, "family"), (4, Level.REFUSED, ""),
        (5, Level.REFUSED, "given"), (6, Level.FLAGGED, "phone"),
    ]  # fmt: skip
    assert patients(clinic)[0].birth_date_text == "31/02/1990"


def test_the_preview_tells_what_the_import_then_does(clinic: Clinic, tmp_path: Path) -> None:
    text = (
        people(1100)
        + f"00001,{invented(1)} {invented(-1)},1911-03-01,F,,\n00002,Somebody Else,1911-03-01,F,,\n"
        + f"x\n,{invented(3)} {invented(-3)},1913-03-01,,,\n"
    )
    told: list[tuple[int, int]] = []
    made = plan(clinic, write(tmp_path, text))
    seen = preview(clinic.executor, ANYONE, made, lambda done, of: told.append((done, of)))
    assert total(clinic, ImportBatch) == 0
    assert told[-1] == (1104, 1104)
    summary = run_import(clinic.executor, ANYONE, made)
    assert seen.counts == summary.counts == Counts(rows=1104, created=1100, known=2, refused=2)
    assert list(seen.issues) == said(clinic, summary)
    assert len(seen.sample) == 5


def test_an_import_killed_inside_a_batch_goes_on_and_doubles_nothing(clinic: Clinic, tmp_path: Path) -> None:
    made = plan(clinic, write(tmp_path, people(1200)))
    calls = 0

    def kill_in_the_second() -> None:
        nonlocal calls
        calls += 1
        if calls == 3:  # the first saves the columns
            raise Killed

    clinic.executor.before_commit = kill_in_the_second
    with pytest.raises(Killed):
        run_import(clinic.executor, ANYONE, made)
    clinic.executor.before_commit = lambda: None
    assert (len(patients(clinic)), total(clinic, ImportBatch)) == (500, 1)
    summary = run_import(clinic.executor, ANYONE, made)
    assert (summary.attempt, summary.resumed, summary.counts) == (1, 1, Counts(rows=1200, created=1200))
    assert [one.external_id for one in patients(clinic)] == [f"{n:05}" for n in range(1, 1201)]
    assert len({one.mrn for one in patients(clinic)}) == 1200


def test_a_stopped_import_keeps_whole_batches(clinic: Clinic, tmp_path: Path) -> None:
    made = plan(clinic, write(tmp_path, people(1200)))
    summary = run_import(clinic.executor, ANYONE, made, stopped=lambda: total(clinic, ImportBatch) == 1)
    assert (summary.finished, summary.counts.created, len(patients(clinic))) == (False, 500, 500)
    assert run_import(clinic.executor, ANYONE, made).counts.created == 1200


def test_the_journal_has_a_line_for_each_batch_and_no_names(clinic: Clinic, tmp_path: Path) -> None:
    take(clinic, write(tmp_path, people(600)))
    action = "exchange.import_patients_batch"
    lines = clinic.rows(lambda s: list(s.scalars(select(JournalEntry).where(JournalEntry.action == action))))
    assert [line.sentence for line in lines] == [
        "Imported patients: 500 new, 0 completed, 0 already here, 0 refused",
        "Imported patients: 100 new, 0 completed, 0 already here, 0 refused",
    ]  # fmt: skip
    assert {line.chain for line in lines} == {"location-1"}
    assert all("patient:*" in line.touched and invented(7) not in line.details + line.result for line in lines)


def test_only_who_may_import_here_imports(clinic: Clinic, tmp_path: Path) -> None:
    path = write(tmp_path, people(1))
    nobody = replace(ANYONE, grants={})
    with pytest.raises(Refused):
        make_plan(clinic.executor, nobody, path, Kind.PATIENTS, plan(clinic, path).options)
    elsewhere = replace(ANYONE, locations=frozenset({2}), grants={Permission.IMPORT: Grant(Scope.OWN)})
    made = plan(clinic, path)
    for attempt in (preview, run_import):
        with pytest.raises(Refused):
            attempt(clinic.executor, elsewhere, made)
    assert patients(clinic) == []


def test_the_columns_are_remembered_for_the_next_file(clinic: Clinic, tmp_path: Path) -> None:
    path = write(tmp_path, "Chart,Who,role\n1,Ann Hill,admin\n")
    with pytest.raises(ClinicError, match="No column says"):
        take(clinic, path)
    take(clinic, path, Kind.PATIENTS, "Who=full_name", "Chart=external_id")
    again = plan(clinic, write(tmp_path, "Chart,Who,role\n2,Bo Ek,admin\n", name="next.csv"))
    assert again.columns == {"Who": "full_name", "Chart": "external_id"}
    with pytest.raises(ClinicError):
        with_columns(again, {"Who": "role"})


def test_the_report_opens_in_a_spreadsheet_without_running_anything(clinic: Clinic, tmp_path: Path) -> None:
    summary = take(clinic, write(tmp_path, HEADER + "1,Ann Hill,=1+1,F,@SUM(A1),\n"))
    assert write_report(tmp_path / "report.csv", said(clinic, summary)) == 2
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Row", "What happened", "Field", "Text in the file", "Why"]
    assert [row[:4] for row in rows[1:]] == [
        ["2", "taken, look at it", "birth_date", "'=1+1"], ["2", "taken, look at it", "phone", "'@SUM(A1)"],
    ]  # fmt: skip


# -------------------------------------------------------------------------------------------------------- appointments


def visits(clinic: Clinic) -> list[Appointment]:
    return clinic.rows(lambda s: list(s.scalars(select(Appointment).order_by(Appointment.id))))


@pytest.fixture
def filled(clinic: Clinic, tmp_path: Path) -> Clinic:
    take(clinic, write(tmp_path, people(5)))
    return clinic


def test_past_visits_come_with_what_became_of_them(filled: Clinic, tmp_path: Path) -> None:
    text = VISITS + (
        "a,00001,2026-03-02,08:00:00,attended,07:43:01,08:00:49,08:16:49\n"
        "b,00002,2026-03-02,08:00:00,cancelled,,,\n"
        "c,00003,2026-03-02,08:15:00,did not attend,,,\n"
        "d,00004,2026-03-02,08:15:00,unknown,,,\n"
        "e,00005,2026-04-02,08:15:00,scheduled,,,\n"
    )
    summary = take(filled, write(tmp_path, text), Kind.APPOINTMENTS)
    assert summary.counts == Counts(rows=5, created=5, flagged=1)
    rows = visits(filled)
    assert [one.status for one in rows] == [
        AppointmentStatus.FULFILLED, AppointmentStatus.CANCELLED, AppointmentStatus.NOSHOW, AppointmentStatus.BOOKED,
        AppointmentStatus.BOOKED,
    ]  # fmt: skip
    assert (rows[0].starts_at, rows[0].minutes) == (datetime(2026, 3, 2, 16, tzinfo=UTC), 15)
    assert rows[4].starts_at == datetime(2026, 4, 2, 15, 15, tzinfo=UTC)  # summer time by then
    (went,) = filled.rows(lambda s: list(s.scalars(select(Encounter))))
    assert (went.appointment_id, went.status) == (rows[0].id, EncounterStatus.COMPLETED)
    assert went.arrived_at == went.checked_in_at == datetime(2026, 3, 2, 15, 43, 1, tzinfo=UTC)
    assert (went.started_at, went.checked_out_at) == (
        datetime(2026, 3, 2, 16, 0, 49, tzinfo=UTC), datetime(2026, 3, 2, 16, 16, 49, tzinfo=UTC),
    )  # fmt: skip
    held = filled.rows(lambda s: list(s.execute(select(Occupancy.appointment_id).distinct()).scalars()))
    assert sorted(held) == [rows[0].id, rows[3].id, rows[4].id]
    (who,) = filled.rows(lambda s: list(s.scalars(select(Practitioner).where(Practitioner.family == "Imported"))))
    (kind,) = filled.rows(lambda s: list(s.scalars(select(VisitType).where(VisitType.code == "IMP15"))))
    assert {(one.practitioner_id, one.visit_type_id) for one in rows} == {(who.id, kind.id)}


def test_a_taken_time_is_refused_and_named_and_nothing_else(filled: Clinic, tmp_path: Path) -> None:
    first = VISITS + "a,00001,2026-04-02,08:00,scheduled,,,\n"
    take(filled, write(tmp_path, first), Kind.APPOINTMENTS)
    text = VISITS + (
        "b,00002,2026-04-02,08:10,scheduled,,,\n"
        "c,00002,2026-04-02,08:15,scheduled,,,\n"
        "d,00003,2026-04-02,08:20,scheduled,,,\n"
        "a,00001,2026-04-02,08:00,scheduled,,,\n"
        "e,77777,2026-04-02,09:00,scheduled,,,\n"
        "f,00004,someday,09:00,scheduled,,,\n"
        "g,00004,2026-04-02,nine,scheduled,,,\n"
        "h,00004,2026-03-08,02:30,attended,,,\n"
    )
    path = write(tmp_path, text)
    seen = preview(filled.executor, ANYONE, plan(filled, path, Kind.APPOINTMENTS))
    summary = take(filled, path, Kind.APPOINTMENTS)
    assert summary.counts == seen.counts == Counts(rows=8, created=1, known=1, refused=6)
    assert [(one.row, one.field) for one in said(filled, summary)] == [
        (2, "time"), (4, "time"), (6, "patient_external_id"), (7, "day"), (8, "time"), (9, "start"),
    ]  # fmt: skip
    assert [one.external_id for one in visits(filled)] == ["a", "c"]


def test_rows_of_one_time_stand_side_by_side_where_the_other_system_let_them(filled: Clinic, tmp_path: Path) -> None:
    text = VISITS + "".join(f"{n},0000{n},2026-04-02,08:00,cancelled,,,\n" for n in (1, 2, 3))
    path = write(tmp_path, text + "4,00004,2026-04-03,08:00,cancelled,,,\n")
    options = {"as_booked": True, "only_day": date(2026, 4, 2)}
    summary = take(filled, path, Kind.APPOINTMENTS, **options)
    assert (summary.counts, summary.left_out) == (Counts(rows=3, created=1, refused=2), 1)
    summary = take(filled, path, Kind.APPOINTMENTS, **options, lanes=3)
    assert summary.counts == Counts(rows=3, created=2, known=1)
    assert {one.status for one in visits(filled)} == {AppointmentStatus.BOOKED}
    lanes = filled.rows(lambda s: set(s.scalars(select(Occupancy.lane).where(Occupancy.kind == "practitioner"))))
    assert lanes == {0, 1, 2}


def test_people_and_types_of_the_file_are_found_by_name(filled: Clinic, tmp_path: Path) -> None:
    text = (
        "Patient ID,Date,Start,Minutes,Type,Provider\n"
        "00001,04/22/2026,8:00 AM,60,EVAL,Thomas Okafor\n"
        "00002,04/22/2026,8:00 AM,45,,1234567893\n"
        "00003,04/22/2026,1:00 PM,45,Massage,Dr. Nobody\n"
        "00004,04/22/2026,3:00 PM,soon,,\n"
    )
    summary = take(filled, write(tmp_path, text), Kind.APPOINTMENTS)
    rows = visits(filled)
    assert [(one.minutes, one.visit_type_id) for one in rows[:2]] == [
        (60, filled.evaluation_id), (45, filled.follow_up_id),
    ]  # fmt: skip
    assert summary.counts == Counts(rows=4, created=3, flagged=2, refused=1)
    assert [(one.row, one.field) for one in said(filled, summary)] == [
        (3, "time"), (4, "practitioner"), (4, "visit_type"), (5, "minutes"),
    ]  # fmt: skip


def test_visits_can_be_taken_again_after_their_patients_came(clinic: Clinic, tmp_path: Path) -> None:
    path = write(tmp_path, VISITS + "a,00001,2026-04-02,08:00,scheduled,,,\n", name="visits.csv")
    assert take(clinic, path, Kind.APPOINTMENTS).counts.refused == 1
    take(clinic, write(tmp_path, people(1)))
    assert take(clinic, path, Kind.APPOINTMENTS).counts.created == 1
    assert total(clinic, ImportIssue) == 1


# ------------------------------------------------------------------------------------- what is here already, and doubles

FULL = "patient_id,last_name,first_name,dob,sex,phone,email,address,city,zip\n"


def test_an_address_comes_in_whole(clinic: Clinic, tmp_path: Path) -> None:
    header = FULL.replace("city", "address line 2,city")
    take(clinic, write(tmp_path, FULL + "7,Hill,Ann,06/19/1984,,,,12 oak st.,,\n"))
    take(clinic, write(tmp_path, header + "7,Hill,Ann,06/19/1984,,,,12 Oak St,Apt 2,Visalia,93291\n", name="b.csv"))
    (one,) = patients(clinic)
    assert (one.address_line, one.address_unit, one.city, one.postal_code) == (
        "12 oak st.",
        "Apt 2",
        "Visalia",
        "93291",
    )


def test_a_record_that_is_here_is_completed_and_never_overwritten(clinic: Clinic, tmp_path: Path) -> None:
    take(clinic, write(tmp_path, FULL + "7,Hill,Ann,06/19/1984,,5595550142,,,Visalia,\n"))
    more = write(
        tmp_path, FULL + "7,Hill,Ann,06/19/1984,F,5595550199,ann@example.org,12 Oak St,Tulare,93291\n", name="b.csv"
    )
    seen = preview(clinic.executor, ANYONE, plan(clinic, more))
    summary = take(clinic, more)
    assert seen.counts == summary.counts == Counts(rows=1, changed=1, flagged=1)
    (one,) = patients(clinic)
    assert (one.email, one.phone, one.sex) == ("ann@example.org", "(559) 555-0142", "female")
    assert (one.address_line, one.city, one.postal_code) == ("", "Visalia", "")  # nothing of a home elsewhere
    assert [(issue.field, issue.sentence) for issue in said(clinic, summary)] == [
        ("phone", "The record here says otherwise; it was kept."),
        ("city", "The record here says otherwise; it was kept."),
    ]
    assert take(clinic, more).counts == Counts(rows=1, known=1, flagged=1)


def test_who_looks_like_somebody_is_taken_and_said(clinic: Clinic, tmp_path: Path) -> None:
    rows = "1,Castellanos,Roberta,04/19/1962,F,5595550611,,12 Oak St,Visalia,93291\n"
    take(clinic, write(tmp_path, FULL + rows))
    double = rows.replace("1,Castellanos", "2,Castelanos")
    twin = rows.replace("1,Castellanos,Roberta", "3,Castellanos,Miriam")
    again = write(tmp_path, FULL + double + twin, name="b.csv")
    seen = preview(clinic.executor, ANYONE, plan(clinic, again))
    summary = take(clinic, again)
    assert seen.counts == summary.counts == Counts(rows=2, created=2, flagged=1)
    (issue,) = said(clinic, summary)
    assert issue.row == 2
    assert issue.sentence.startswith("Possible duplicate of MRN 100 003: ")
    assert "One letter apart" in issue.sentence


def test_who_looks_like_somebody_is_weighed_as_the_clinic_learnt(clinic: Clinic, tmp_path: Path) -> None:
    rows = "1,Castellanos,Roberta,04/19/1962,F,5595550611,,12 Oak St,Visalia,93291\n"
    take(clinic, write(tmp_path, FULL + rows))
    learns(clinic, same_person=1e-30)
    again = write(tmp_path, FULL + rows.replace("1,Castellanos", "2,Castelanos"), name="b.csv")
    assert take(clinic, again).counts == Counts(rows=1, created=1)


def test_doubles_inside_one_file_are_said_with_their_row(clinic: Clinic, tmp_path: Path) -> None:
    row = "1,Castellanos,Roberta,04/19/1962,F,5595550611,,12 Oak St,Visalia,93291\n"
    path = write(tmp_path, FULL + row + row.replace("1,Castellanos", "2,Castelanos"))
    (issue,) = preview(clinic.executor, ANYONE, plan(clinic, path)).issues
    assert issue.sentence.startswith("Possible duplicate of row 2: ")
