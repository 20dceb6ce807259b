"""Columns, dates, names, statuses and cells: decided without a database."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import ClinicError
from app.exchange.rules.cells import safe_cell, unsafe_cell
from app.exchange.rules.columns import changed, checked, guess, plain_header
from app.exchange.rules.dates import order_of, read_clock, read_day, split_moment
from app.exchange.rules.people import read_patient, split_name
from app.exchange.rules.values import DateOrder, Kind, Level, Options, Row
from app.exchange.rules.visits import Outcome, outcome_of
from app.patients.rules.codes import Sex

TODAY = date(2026, 3, 10)
HERE = Options(location_id=1, source="old")


# ------------------------------------------------------------------------------------------------------------ columns


def test_headers_of_other_systems_are_guessed() -> None:
    assert guess(Kind.PATIENTS, ("rec_id", "given_name", "surname", "DateOfBirth", "postcode", "Home Phone")) == {
        "rec_id": "external_id", "given_name": "given", "surname": "family", "DateOfBirth": "birth_date",
        "postcode": "postal_code", "Home Phone": "other_phone",
    }  # fmt: skip
    assert plain_header("PatientID") == plain_header("patient_id") == "patient id"


def test_a_duration_beside_real_times_is_not_the_planned_one() -> None:
    header = ("Patient", "Date", "Time", "Duration")
    assert guess(Kind.APPOINTMENTS, header)["Duration"] == "minutes"
    assert "Duration" not in guess(Kind.APPOINTMENTS, (*header, "Start time", "End time"))
    assert guess(Kind.APPOINTMENTS, ("Patient", "Date", "Start time"))["Start time"] == "time"


def test_a_person_changes_the_columns() -> None:
    header = ("Chart", "Who", "Born")
    columns = changed(
        Kind.PATIENTS, header, {"Who": "given"}, ["Who=full_name", "Born = birth_date", "Chart=external_id"]
    )
    assert columns == {"Who": "full_name", "Born": "birth_date", "Chart": "external_id"}
    assert "Born" not in changed(Kind.PATIENTS, header, columns, ["Born=-"])


@pytest.mark.parametrize("text", ["Who=role", "Who=is_admin", "Who=version", "Who=created_by", "Nobody=family", "Who"])
def test_no_column_fills_anything_else(text: str) -> None:
    with pytest.raises(ClinicError) as told:
        changed(Kind.PATIENTS, ("Who", "Born"), {"Who": "family"}, [text])
    assert told.value.field == "map"


def test_without_a_name_or_a_time_there_is_no_import() -> None:
    for kind, columns in ((Kind.PATIENTS, {"Born": "birth_date"}), (Kind.APPOINTMENTS, {"Day": "day"})):
        with pytest.raises(ClinicError, match="No column says"):
            checked(kind, columns)


# -------------------------------------------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    "text",
    ["1984-06-19", "06/19/1984", "6/19/1984", "19/06/1984", "19.6.1984", "19840619", "Jun 19 1984", "19 June 1984",
     "June 19, 1984", "1984-06-19T00:00:00Z", "6/19/1984 12:00:00 AM", "1984/06/19", "19-Jun-1984"],
)  # fmt: skip
def test_every_usual_spelling_of_a_date_is_read(text: str) -> None:
    found = read_day(text, DateOrder.UNCLEAR, TODAY)
    assert (found.value, found.sentence) == (date(1984, 6, 19), "")


@pytest.mark.parametrize(
    "text",
    ["0/0/0000", "31/02/1990", "02/30/1990", "1990-13-01", "30851", "1/2/3", "yesterday", "3/1", "19", "9999-99-99",
     "0001-01-01", "00000000", "2099-01-01", "１２３４", "=1+1", "x" * 500],
)  # fmt: skip
def test_what_is_no_date_says_why(text: str) -> None:
    found = read_day(text, DateOrder.UNCLEAR, TODAY, past_only=True)
    assert found.value is None or found.sentence
    if text != "1/2/3":
        assert found.value is None
    assert found.sentence


def test_a_file_tells_its_order_of_day_and_month() -> None:
    assert order_of(["01/02/2020", "13/02/2020"]) is DateOrder.DAY_FIRST
    assert order_of(["01/02/2020", "01/13/2020", ""]) is DateOrder.MONTH_FIRST
    assert order_of(["01/02/2020"]) is order_of(["13/01/2020", "01/13/2020"]) is DateOrder.UNCLEAR
    assert read_day("3/4/1970", DateOrder.DAY_FIRST, TODAY).value == date(1970, 4, 3)
    assert read_day("3/4/1970", DateOrder.MONTH_FIRST, TODAY).value == date(1970, 3, 4)
    doubtful = read_day("3/4/1970", DateOrder.UNCLEAR, TODAY)
    assert (doubtful.value, doubtful.sentence[:27]) == (date(1970, 3, 4), "Day and month may be swappe")


def test_a_birth_with_two_digits_of_a_year_is_never_ahead_and_is_flagged() -> None:
    found = read_day("06/19/68", DateOrder.MONTH_FIRST, TODAY, past_only=True)
    assert found.value == date(1968, 6, 19)
    assert "two digits" in found.sentence


def test_clocks_are_read() -> None:
    wanted = {
        "08:15:30": time(8, 15, 30),
        "8:15 pm": time(20, 15),
        "12:05 AM": time(0, 5),
        "2024-10-21T08:15": time(8, 15),
    }
    assert {text: read_clock(text) for text in wanted} == wanted
    assert [read_clock(text) for text in ("25:00", "8:75", "13:00 pm", "soon", "", "8")] == [None] * 6
    assert split_moment("10/21/2024 8:15 AM") == ("10/21/2024", "8:15 AM")


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_dates_and_times(text: str) -> None:
    read_clock(text)
    for order in DateOrder:
        found = read_day(text, order, TODAY, past_only=True)
        assert found.value is not None or found.sentence


# -------------------------------------------------------------------------------------------------------------- people


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("Allison Hill", ("Hill", "Allison", "")),
        ("Hill, Allison", ("Hill", "Allison", "")),
        ("Hill, Allison M.", ("Hill", "Allison", "M.")),
        ("Mrs. Hannah Montoya MD", ("Montoya", "Hannah", "")),
        ("Dr. Anna Morse DVM", ("Morse", "Anna", "")),
        ("Ana María de la Cruz", ("de la Cruz", "Ana María", "")),
        ("John Smith Jr.", ("Smith Jr.", "John", "")),
        ("Smith, Jr.", ("Jr.", "Smith", "")),
        ("Cher", ("Cher", "", "")),
        ("Dr.", ("Dr.", "", "")),
        ("", ("", "", "")),
        ("Null Test", ("Test", "Null", "")),
    ],
)
def test_a_full_name_is_parted(full: str, parts: tuple[str, str, str]) -> None:
    assert split_name(full) == parts


def read(**values: str) -> tuple[object, list[tuple[Level, str]]]:
    draft, issues = read_patient(Row(2, values), HERE, DateOrder.UNCLEAR, TODAY)
    return draft, [(issue.level, issue.field) for issue in issues]


def test_a_bad_birth_date_is_kept_as_text() -> None:
    for text in ("31/02/1990", "2030-01-01", "1850-01-01"):
        draft, issues = read_patient(Row(2, {"family": "Hill", "birth_date": text}), HERE, DateOrder.UNCLEAR, TODAY)
        assert draft is not None
        assert (draft.person.birth_date, draft.person.birth_date_text) == (None, text)
        assert [(one.level, one.field, one.text) for one in issues] == [(Level.FLAGGED, "birth_date", text)]


def test_what_does_not_fit_is_left_empty_and_said() -> None:
    row = Row(
        7, {"family": "Hill", "phone": "555", "email": "no", "postal_code": "123", "city": "x" * 200, "sex": "?!"}
    )
    draft, issues = read_patient(row, HERE, DateOrder.UNCLEAR, TODAY)
    assert draft is not None
    assert (draft.person.phone, draft.person.email, draft.person.city, draft.person.sex) == ("", "", "", Sex.UNKNOWN)
    assert {one.field for one in issues} == {"phone", "email", "postal_code", "city", "sex"}
    assert all(one.level is Level.FLAGGED and one.row == 7 and one.sentence for one in issues)


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "a\0b", "\x1b[2J", "Hill\u202etxt", "x" * 10_000, "...", "a\nb"])
def test_a_row_without_a_usable_name_is_refused(name: str) -> None:
    draft, issues = read(family=name)
    assert draft is None
    assert (Level.REFUSED, "family") in issues


def test_digits_in_names_are_data_unless_told() -> None:
    row = Row(2, {"family": "Erdman779", "given": "Nikita578"})
    kept, _ = read_patient(row, HERE, DateOrder.UNCLEAR, TODAY)
    bare, _ = read_patient(row, Options(location_id=1, strip_digits=True), DateOrder.UNCLEAR, TODAY)
    assert kept is not None
    assert bare is not None
    assert (kept.person.family, bare.person.family, bare.person.given) == ("Erdman779", "Erdman", "Nikita")


def test_status_words_are_understood() -> None:
    wanted = {"attended": Outcome.ATTENDED, "Did Not Attend": Outcome.MISSED, "NO-SHOW": Outcome.MISSED,
              "Canceled": Outcome.CANCELLED, "scheduled": Outcome.BOOKED, "unknown": Outcome.UNKNOWN, "zzz": None}  # fmt: skip
    assert {word: outcome_of(word) for word in wanted} == wanted


# --------------------------------------------------------------------------------------------------------------- cells


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1 559", "@SUM(A1)", "-2+3", "\t=1", "\r=1", "  =1", "＝1+1", "\u200b=1", "＋1", "-cmd|' /C calc'!A0"],
)
def test_a_formula_stays_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Hill", "O'Neil & Sons", "-25.00", "93291", "'t Hooft", "a=b", " "])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text


@given(st.text(alphabet="'=+-@\t 1a＝\u200b", max_size=8))
def test_a_cell_comes_back_as_it_was(text: str) -> None:
    assert unsafe_cell(safe_cell(text)) == text
