"""The papers about a patient's visits: the list in the patient's language, the request to the payer with the true count."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from app.core.errors import NotFound, ReasonNeeded
from app.core.ports import PaperKind, PaperWish
from app.episodes.actions import StartEpisode, start_episode
from app.insurance.actions import AddAuthorization, add_authorization
from app.patients.actions.register import UpdatePatient, update_patient
from app.patients.queries.record import load_person
from app.reports.documents.extension import extension_request as drawn_request
from app.reports.documents.visits import coming_visits as drawn_visits
from app.reports.queries.papers import coming_visits, extension_request
from app.reports.rules.papers import ComingVisits, ListedVisit, words_in
from tests.nasty.corpus import own
from tests.reports.pdf import fonts, pages, text
from tests.schedule.visits import booked
from tests.support.clinic import Clinic
from tests.visits.flow import CLERK, ELSEWHERE

WISH = PaperWish(PaperKind.VISITS, 1, 1)
FIRST = datetime.combine(date(2026, 3, 16), time(9))
LISTED = tuple(ListedVisit(FIRST + timedelta(days=2 * n), "Thomas Okafor, PT", "Visalia") for n in range(12))
PAPER = ComingVisits(
    1, "Valley PT", "Visalia", "1 Main St, Visalia, CA 93291", "(559) 555-0100", "María José Núñez",
    date(2026, 3, 10), "en", LISTED,
)  # fmt: skip


def speak(clinic: Clinic, language: str) -> None:
    """The patient reads a language."""
    person = clinic.rows(lambda session: load_person(session, 1))  # type: ignore[arg-type]
    clinic.do(update_patient, UpdatePatient(patient_id=1, version=1, person=replace(person, language=language)))


def test_twelve_visits_stand_on_one_page() -> None:
    pdf = drawn_visits(PAPER)
    assert len(pages(pdf)) == 1
    said = text(pdf)
    assert "You have 12 visits booked." in said
    assert "Monday, March 16, 2026" in said
    assert said.count("Thomas Okafor, PT") == 12
    assert "Call (559) 555-0100" in said
    assert all("Inter" in name or "Frontdesk" in name for name in fonts(pdf))


def test_spanish_is_the_patients_not_the_desks() -> None:
    said = text(drawn_visits(replace(PAPER, language="es")))
    assert "Tiene 12 visitas reservadas." in said
    assert "lunes, 16 de marzo de 2026" in said
    assert "9:00 a. m." in said.replace("\N{NO-BREAK SPACE}", " ")
    assert "Monday" not in said


def test_many_visits_go_on_and_none_is_lost() -> None:
    many = tuple(replace(LISTED[0], at=FIRST + timedelta(days=n)) for n in range(104))
    pdf = drawn_visits(replace(PAPER, visits=many))
    told = text(pdf)
    assert len(pages(pdf)) > 1
    assert told.count("Thomas Okafor, PT") == 104


@pytest.mark.parametrize(("visits", "told"), [((), "No visit is booked"), (LISTED[:1], "You have one visit booked.")])
def test_none_and_one_have_words_of_their_own(visits: tuple[ListedVisit, ...], told: str) -> None:
    assert told in text(drawn_visits(replace(PAPER, visits=visits, phone="")))


def test_two_locations_are_told_apart() -> None:
    both = (LISTED[0], replace(LISTED[1], location="Tulare"))
    said = text(drawn_visits(replace(PAPER, visits=both)))
    assert "Tulare" in said


def test_every_name_prints() -> None:
    for name in own()[::7]:
        listed = (replace(LISTED[0], practitioner=name, location=name), LISTED[1])
        assert drawn_visits(replace(PAPER, patient=name, clinic=name, visits=listed))


def test_the_pack_says_the_same_things_in_both_languages() -> None:
    english, spanish = words_in("en"), words_in("es-MX")
    assert english.texts.keys() == spanish.texts.keys()
    assert (len(spanish.texts["weekdays"]), len(spanish.texts["months"])) == (7, 12)
    assert words_in("hmn").language == "en"
    assert english.clock(time(12, 5)).startswith("12:05")


def test_the_list_is_what_is_booked(clinic: Clinic) -> None:
    booked(clinic, time(13), day=date(2026, 3, 20))
    booked(clinic, time(9))
    paper = clinic.executor.fetch(coming_visits, CLERK, WISH, "Valley PT")
    assert [one.at for one in paper.visits] == [
        datetime.combine(date(2026, 3, 11), time(9)), datetime.combine(date(2026, 3, 20), time(13)),
    ]  # fmt: skip
    assert (paper.language, paper.clinic, paper.location) == ("en", "Valley PT", "Visalia – Main Street")
    speak(clinic, "es")
    assert clinic.executor.fetch(coming_visits, CLERK, WISH).language == "es"
    with pytest.raises(ReasonNeeded):
        clinic.executor.fetch(coming_visits, ELSEWHERE, replace(WISH, location_id=2))


def test_the_request_says_what_the_ledger_counts(clinic: Clinic) -> None:
    leave = AddAuthorization(
        patient_id=1, payer_id=1, visits=4, reserved=1, starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 31),
        number="A-77",
    )  # fmt: skip
    authorization_id = clinic.do(add_authorization, leave).authorization_id
    start = StartEpisode(
        patient_id=1, location_id=1, title="Right knee", starts_on=date(2026, 3, 2), practitioner_id=1,
        authorization_id=authorization_id, visits_per_week=3, weeks=4,
    )  # fmt: skip
    clinic.do(start_episode, start)
    booked(clinic, time(9))
    wish = PaperWish(PaperKind.EXTENSION, 1, 1, "", authorization_id, 1, 9, date(2026, 3, 20), date(2026, 4, 10))
    paper = clinic.executor.fetch(extension_request, CLERK, wish)
    assert (paper.allowed, paper.booked, paper.reserved, paper.visits) == (4, 1, 1, 9)
    assert (paper.payer, paper.member_id, paper.care) == ("Blue Shield PPO", "XEH884201776", "Right knee")
    said = text(drawn_request(paper))
    for told in ("We ask Blue Shield PPO for 9 more visits.", "A-77", "Right knee", "3 a week for 4 weeks"):
        assert told in said
    both = text(drawn_request(clinic.executor.fetch(extension_request, CLERK, replace(wish, visits=3, late=6))))
    assert "We ask Blue Shield PPO for 3 more visits, and for time until 04/10/2026." in both
    assert "Visits after the last day" in both
    time_only = text(drawn_request(replace(paper, visits=0, late=6)))
    assert "We ask Blue Shield PPO for time until 04/10/2026." in time_only
    assert "More visits" not in time_only
    with pytest.raises(NotFound):
        clinic.executor.fetch(extension_request, CLERK, replace(wish, authorization_id=99))
