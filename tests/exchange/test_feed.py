"""Messages and resources of other systems taken into the clinic, on both engines: created, changed, merged, refused, once."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from app.core.access import Grant, Permission, Scope
from app.core.errors import ClinicError, Refused, Unavailable
from app.core.journal import JournalEntry
from app.core.sessions import WriteSession
from app.duplicates.tables import PatientMerge
from app.exchange.actions.feed import kind_of, make_feed, preview_feed, run_feed
from app.exchange.queries.own import own_system
from app.exchange.rules.values import Counts, Kind, Level, Preview
from app.exchange.tables import ExternalRecord, ImportBatch
from app.insurance.tables import Coverage
from app.patients.rules.codes import RelatedRole, Restriction, Sex
from app.patients.tables import Patient
from app.patients.tables.record import ContactPoint, DuplicatePair, PatientName, RelatedPerson
from app.privacy.actions import Restrict, restrict
from app.runner.execute import OpenGate
from tests.exchange.feeds import ANN, adt, fhir, file, look, options, people, take
from tests.support.clinic import ANYONE, Clinic

PLAN = "IN1|1|PPO1^Gold|60054|Blue Shield PPO||||G1||||20260101||||Hill^Ann|SEL" + "|" * 19 + "M77"


class Killed(BaseException):
    """The program ends here, as far as the feed can tell."""


def patient(**parts: Any) -> dict[str, Any]:
    return {
        "resourceType": "Patient", "id": "p1",
        "identifier": [{"type": {"coding": [{"code": "MR"}]}, "system": "urn:ehr", "value": "77"}],
        "name": [{"family": "Hill", "given": ["Ann"]}], "birthDate": "1984-06-19", "gender": "female", **parts,
    }  # fmt: skip


def everything(clinic: Clinic) -> list[tuple[Any, ...]]:
    tables = (Patient, PatientName, ContactPoint, RelatedPerson, Coverage, ExternalRecord, DuplicatePair)
    return clinic.rows(lambda s: [tuple(row) for table in tables for row in s.execute(select(table.__table__))])


# ------------------------------------------------------------------------------------------------------------- messages


def test_a_registration_comes_in_whole(clinic: Clinic, tmp_path: Path) -> None:
    kin = "NK1|1|Hill^Bo|SPO||5595550199||C", "GT1|1||Hill^Ed||9 B St^^Tulare^CA^93274|5595550198|||||FTH"
    done, said = take(clinic, file(tmp_path, adt(ANN, *kin, PLAN)))
    assert (done.counts, said) == (Counts(rows=1, created=1), [])
    (one,) = people(clinic)
    assert (one.family, one.given, one.middle, one.birth_date, one.sex) == (
        "Hill",
        "Ann",
        "B",
        date(1984, 6, 19),
        Sex.FEMALE,
    )
    assert (one.phone, one.phone_use, one.address_line, one.address_unit) == (
        "(559) 555-0142",
        "home",
        "1 A St",
        "Apt 2",
    )
    assert (one.emergency_name, one.emergency_phone, one.emergency_relation) == ("Bo Hill", "(559) 555-0199", "spouse")
    assert (one.source, one.external_id, one.home_location_id) == ("EHR", "77", clinic.location_id)
    (pays,) = clinic.rows(lambda s: list(s.scalars(select(RelatedPerson))))
    assert (pays.role, pays.name, pays.city) == (RelatedRole.GUARANTOR, "Ed Hill", "Tulare")
    (plan,) = clinic.rows(lambda s: list(s.scalars(select(Coverage).where(Coverage.patient_id == one.id))))
    assert (plan.member_id, plan.group_number, plan.plan_name, plan.relation, plan.starts_on) == (
        "M77",
        "G1",
        "Gold",
        "self",
        date(2026, 1, 1),
    )


def test_a_file_that_comes_twice_changes_nothing_the_second_time(clinic: Clinic, tmp_path: Path) -> None:
    path = file(tmp_path, adt(ANN, PLAN), adt(ANN.replace("0142", "0150"), event="A08", number="2"))
    first, _said = take(clinic, path)
    before = everything(clinic)
    second, said = take(clinic, path)
    assert (first.counts, first.attempt) == (Counts(rows=2, created=1, changed=1), 1)
    assert (second.counts, second.attempt, said) == (Counts(rows=2, known=2), 2, [])
    assert everything(clinic) == before
    again, said = take(clinic, file(tmp_path, path.read_bytes().decode(), name="other-name.hl7"))
    assert (again.counts, said, everything(clinic)) == (Counts(rows=2, known=2), [], before)


def test_an_update_changes_what_it_says_and_keeps_what_the_desk_wrote(clinic: Clinic, tmp_path: Path) -> None:
    take(clinic, file(tmp_path, adt(ANN)))
    new = 'PID|1||77^^^EHR^MR||Roe^Ann||||||2 C St^^Tulare^CA^93274||5595550150||""'
    done, said = take(clinic, file(tmp_path, adt(new, event="A08", number="2", at="20260311")))
    assert (done.counts, said) == (Counts(rows=1, changed=1), [])
    (one,) = people(clinic)
    assert (one.family, one.phone, one.other_phone, one.city, one.birth_date) == (
        "Roe", "(559) 555-0150", "(559) 555-0142", "Tulare", date(1984, 6, 19),
    )  # fmt: skip
    (former,) = clinic.rows(lambda s: list(s.scalars(select(PatientName))))
    assert (former.family, former.use.value) == ("Hill", "old")
    lines = clinic.rows(lambda s: list(s.scalars(select(JournalEntry).where(JournalEntry.patient_id == one.id))))
    assert [line.sentence for line in lines] == [
        "HL7 message 1 (A04) came in", "HL7 message 2 (A08) came in",
    ]  # fmt: skip


def test_a_message_older_than_what_came_changes_nothing_back(clinic: Clinic, tmp_path: Path) -> None:
    take(clinic, file(tmp_path, adt(ANN, at="20260310100000")))
    late = adt(ANN.replace("0142", "0150"), event="A08", number="2", at="20260309100000")
    done, said = take(clinic, file(tmp_path, late))
    assert (done.counts, [one.sentence for one in said]) == (
        Counts(rows=1, known=1, flagged=1), ["It is older than what came before. Nothing was changed."],
    )  # fmt: skip
    assert people(clinic)[0].phone == "(559) 555-0142"


def test_a_control_id_that_comes_with_other_words_is_refused(clinic: Clinic, tmp_path: Path) -> None:
    other = adt(ANN.replace("0142", "0150"))
    path = file(tmp_path, adt(ANN), other, adt(ANN))
    assert look(clinic, path).counts == Counts(rows=3, created=1, known=1, refused=1)
    done, said = take(clinic, path)
    assert (done.counts, [(one.row, one.field) for one in said]) == (
        Counts(rows=3, created=1, known=1, refused=1),
        [(2, "MSH-10")],
    )
    done, said = take(clinic, file(tmp_path, other))
    assert (done.counts, said[0].sentence) == (
        Counts(rows=1, refused=1), "This control id came before with other content. Nothing was changed.",
    )  # fmt: skip
    later = take(clinic, file(tmp_path, adt(ANN.replace("0142", "0150"), at="20260401")))[0]
    assert later.counts == Counts(rows=1, changed=1)  # a sender who counts from one again is heard: its time is another


def test_messages_that_ask_for_nothing_are_counted_and_bad_ones_are_said(clinic: Clinic, tmp_path: Path) -> None:
    text = (
        adt(ANN, event="A03") + adt("PV1|1") + adt(ANN, number="3") + "MSH|broken\r" + adt(ANN, event="A29", number="5")
    )
    path = file(tmp_path, text)
    seen = look(clinic, path)
    done, said = take(clinic, path)
    assert done.counts == seen.counts == Counts(rows=4, created=1, refused=3)
    assert (done.left_out, done.passed_over, seen.left_out) == (1, {"ADT^A03": 1}, 1)
    assert [(one.row, one.field, one.text) for one in said] == [(2, "PID", "1"), (4, "MSH", ""), (5, "MSH-9", "5")]
    assert list(seen.issues) == said


def test_a_test_message_is_not_taken(clinic: Clinic, tmp_path: Path) -> None:
    done, said = take(clinic, file(tmp_path, adt(ANN).replace("|P|2.5.1", "|T|2.5.1")))
    assert (done.counts, people(clinic)) == (Counts(rows=1, refused=1), [])
    assert said[0].sentence == "The sender marks it as made up for a test. It was not taken."


def test_fields_that_do_not_fit_are_said_without_what_stood_there(clinic: Clinic, tmp_path: Path) -> None:
    odd = "PID|1||77^^^EHR^MR||Hill^Ann||20990101|F|||1 A St^^V^CA^123||12^PRN^PH^ann-at-home"
    done, said = take(clinic, file(tmp_path, adt(odd)))
    assert done.counts == Counts(rows=1, created=1, flagged=1)
    assert [(one.level, one.field, one.text) for one in said] == [
        (Level.FLAGGED, "birth_date", "1"), (Level.FLAGGED, "phone", "1"), (Level.FLAGGED, "postal_code", "1"),
    ]  # fmt: skip
    assert not any(word in one.sentence for one in said for word in ("2099", "ann-at-home"))
    (one,) = people(clinic)
    assert (one.birth_date, one.phone, one.postal_code, one.city) == (None, "", "", "V")


# ------------------------------------------------------------------------------------------------------------ matching


SMITH = "PID|1||900^^^EHR^MR||Smith^Joan||19900214|F|||||5595550142"


def test_who_is_surely_here_is_left_alone_unless_the_giver_of_the_number_is_trusted(
    clinic: Clinic, tmp_path: Path
) -> None:
    path = file(tmp_path, adt(SMITH + "|5595550177"))
    done, said = take(clinic, path)
    assert (done.counts, people(clinic)) == (Counts(rows=1, refused=1), [])
    assert "Almost surely 100 002" in said[0].sentence
    trusted = file(tmp_path, adt(SMITH + "|5595550177", number="2"))
    done, _said = take(clinic, trusted, authorities=("EHR",))
    assert (done.counts, people(clinic)) == (Counts(rows=1, changed=1), [])
    smith = clinic.rows(lambda s: s.get_one(Patient, 2))
    assert (smith.other_phone, smith.source) == ("(559) 555-0177", None)
    (link,) = clinic.rows(lambda s: list(s.scalars(select(ExternalRecord))))
    assert (link.number, link.authority, link.patient_id) == ("900", "EHR", 2)
    after, _said = take(clinic, file(tmp_path, adt("PID|1||900^^^EHR^MR||Smith^Joan||||||||", number="3")))
    assert after.counts == Counts(rows=1, known=1)  # its number leads here from now on


def test_who_is_perhaps_here_is_created_and_comes_into_the_worklist_of_doubles(clinic: Clinic, tmp_path: Path) -> None:
    done, said = take(clinic, file(tmp_path, adt(SMITH.replace("19900214", "19910214").replace("5595550142", ""))))
    (one,) = people(clinic)
    assert (done.counts, one.family) == (Counts(rows=1, created=1, flagged=1), "Smith")
    assert said[0].sentence == "Possible duplicate of 100 002. Look whether they are one person."
    (double,) = clinic.rows(lambda s: list(s.scalars(select(DuplicatePair))))
    assert (double.one_id, double.other_id, double.state.value) == (2, one.id, "open")


def test_a_number_that_belongs_to_somebody_else_changes_nobody(clinic: Clinic, tmp_path: Path) -> None:
    take(clinic, file(tmp_path, adt(ANN)))
    other = "PID|1||77^^^EHR^MR||Okonkwo^Chidi||19550101|M"
    done, said = take(clinic, file(tmp_path, adt(other, event="A08", number="2", at="20260401")))
    assert (done.counts, said[0].field) == (Counts(rows=1, refused=1), "identifier")
    assert people(clinic)[0].family == "Hill"


def test_numbers_of_two_authorities_are_two(clinic: Clinic, tmp_path: Path) -> None:
    other = "PID|1||77^^^LAB^MR||Okonkwo^Chidi||19550101|M"
    done, _said = take(clinic, file(tmp_path, adt(ANN), adt(other, number="2")))
    assert done.counts == Counts(rows=2, created=2)
    assert [(one.family, one.external_id) for one in people(clinic)] == [("Hill", "77"), ("Okonkwo", None)]
    again = adt(other.replace("|M", "|M|||||5595550111"), event="A08", number="3", at="20260401")
    assert take(clinic, file(tmp_path, again))[0].counts == Counts(rows=1, changed=1)
    assert [one.phone for one in people(clinic)] == ["(559) 555-0142", "(559) 555-0111"]


def test_a_patient_of_another_location_is_left_alone(clinic: Clinic, tmp_path: Path) -> None:
    take(clinic, file(tmp_path, adt(ANN)))
    bound = replace(ANYONE, grants={**ANYONE.grants, Permission.IMPORT: Grant(Scope.OWN)}, locations=frozenset({2}))
    update = adt(ANN.replace("0142", "0150"), event="A08", number="2", at="20260401")
    done, said = take(clinic, file(tmp_path, update), actor=bound, location_id=2)
    assert (done.counts, said[0].sentence) == (
        Counts(rows=1, refused=1), "The patient belongs to another location. Nothing was changed.",
    )  # fmt: skip


def test_who_may_not_import_is_refused_and_the_journal_says_so(clinic: Clinic, tmp_path: Path) -> None:
    nobody = replace(ANYONE, grants={})
    feed = make_feed(file(tmp_path, adt(ANN)), Kind.HL7, options(clinic))
    for work in (preview_feed, run_feed):
        with pytest.raises(Refused):
            work(clinic.executor, nobody, feed)
    assert people(clinic) == []


def test_a_payer_that_is_not_in_the_list_is_said_and_an_old_plan_says_nothing(clinic: Clinic, tmp_path: Path) -> None:
    done, said = take(clinic, file(tmp_path, adt(ANN, PLAN.replace("Blue Shield PPO", "Nobody's Health"))))
    assert (done.counts, [one.field for one in said]) == (Counts(rows=1, created=1, flagged=1), ["coverage"])
    take(clinic, file(tmp_path, adt(ANN, PLAN, event="A08", number="2", at="20260311")))
    corrected = PLAN.replace("|G1|", "|G2|")
    done, said = take(clinic, file(tmp_path, adt(ANN, corrected, event="A08", number="3", at="20260312")))
    (plan,) = clinic.rows(
        lambda s: list(s.scalars(select(Coverage).where(Coverage.patient_id == people(clinic)[0].id)))
    )
    assert (done.counts, said, plan.group_number) == (Counts(rows=1, changed=1), [], "G2")
    other = PLAN.replace("M77", "M99")
    done, said = take(clinic, file(tmp_path, adt(ANN, other, event="A08", number="4", at="20260313")))
    assert [one.sentence for one in said] == ["Plan 1 is another one than stands here. Look which one is in force."]


def test_a_death_is_written_down_and_said(clinic: Clinic, tmp_path: Path) -> None:
    take(clinic, file(tmp_path, adt(ANN)))
    dead = "PID|1||77^^^EHR^MR||Hill^Ann" + "|" * 24 + "20260201|Y"
    done, said = take(clinic, file(tmp_path, adt(dead, event="A08", number="2", at="20260311")))
    assert (done.counts, people(clinic)[0].deceased_on) == (Counts(rows=1, changed=1, flagged=1), date(2026, 2, 1))
    assert said[0].sentence == "The sender says that the patient has died. Look at what is booked."


# -------------------------------------------------------------------------------------------------------------- merges


OTHER = "PID|1||88^^^EHR^MR||Hill^Anne||19840620|F"
MERGE = adt("PID|1||77^^^EHR^MR||Hill^Ann", "MRG|88^^^EHR^MR", event="A40", number="9", at="20260312")


def two(clinic: Clinic, tmp_path: Path) -> list[int]:
    take(clinic, file(tmp_path, adt(ANN), adt(OTHER, number="2")))
    return [one.id for one in people(clinic)]


def test_a_merge_is_made_and_the_old_number_leads_to_the_one_left(clinic: Clinic, tmp_path: Path) -> None:
    kept, gone = two(clinic, tmp_path)
    path = file(tmp_path, MERGE)
    assert look(clinic, path).counts == Counts(rows=1, changed=1)
    done, said = take(clinic, path)
    assert (done.counts, said) == (Counts(rows=1, changed=1), [])
    assert clinic.rows(lambda s: s.get_one(Patient, gone).merged_into_id) == kept
    late = adt("PID|1||88^^^EHR^MR||Hill^Ann||||||||5595550160", event="A08", number="10", at="20260313")
    assert take(clinic, file(tmp_path, late))[0].counts == Counts(rows=1, changed=1)
    assert clinic.rows(lambda s: s.get_one(Patient, kept).phone) == "(559) 555-0160"
    assert take(clinic, path)[0].counts == Counts(rows=1, known=1)
    assert clinic.rows(lambda s: s.scalar(select(func.count()).select_from(PatientMerge))) == 1


def test_a_merge_that_needs_a_second_person_waits_among_the_doubles(clinic: Clinic, tmp_path: Path) -> None:
    kept, gone = two(clinic, tmp_path)
    alone = replace(ANYONE, grants={**ANYONE.grants, Permission.MERGE_PATIENTS: Grant(second=True)})
    done, said = take(clinic, file(tmp_path, MERGE), actor=alone)
    assert (done.counts, clinic.rows(lambda s: s.get_one(Patient, gone).merged_into_id)) == (
        Counts(rows=1, known=1, flagged=1),
        None,
    )
    assert said[0].sentence == (
        "The sender made two records one; here it waits among the possible duplicates. A second person has to agree."
    )
    pairs = clinic.rows(lambda s: {(one.one_id, one.other_id) for one in s.scalars(select(DuplicatePair))})
    assert (kept, gone) in pairs


class Signed(OpenGate):
    """A gate at which a colleague's word is a token."""

    def second_person(self, session: WriteSession, token: str, *rest: Any) -> str:
        return "Bea Ruiz" if token == "signed" else super().second_person(session, token, *rest)


def test_a_merge_that_a_second_person_signs_is_made(clinic: Clinic, tmp_path: Path) -> None:
    kept, gone = two(clinic, tmp_path)
    clinic.executor.gate = Signed()
    alone = replace(ANYONE, grants={**ANYONE.grants, Permission.MERGE_PATIENTS: Grant(second=True)})
    done, said = take(clinic, file(tmp_path, MERGE), actor=alone, cosign=lambda _command, _permission: "signed")
    assert (done.counts, said) == (Counts(rows=1, changed=1), [])
    assert clinic.rows(lambda s: s.get_one(Patient, gone).merged_into_id) == kept
    line = clinic.rows(lambda s: s.scalars(select(JournalEntry).order_by(JournalEntry.id.desc()).offset(1)).first())
    assert line is not None
    assert (line.action, line.second_person) == ("duplicates.merge_patients", "Bea Ruiz")


def test_a_preview_knows_who_would_be_here_by_then(clinic: Clinic, tmp_path: Path) -> None:
    path = file(tmp_path, adt(ANN), adt(OTHER, number="2"), MERGE, adt(ANN, event="A08", number="4"))
    seen = look(clinic, path)
    assert (seen.counts, people(clinic)) == (Counts(rows=4, created=2, changed=2), [])


def test_a_merge_into_somebody_who_is_not_here_is_a_new_number(clinic: Clinic, tmp_path: Path) -> None:
    take(clinic, file(tmp_path, adt(ANN)))
    moved = adt("PID|1||99^^^EHR^MR||Hill^Ann", "MRG|77^^^EHR^MR", event="A47", number="3", at="20260312")
    assert take(clinic, file(tmp_path, moved))[0].counts == Counts(rows=1, changed=1)
    late = adt("PID|1||99^^^EHR^MR||Hill^Ann||||||||5595550160", event="A08", number="4", at="20260313")
    assert take(clinic, file(tmp_path, late))[0].counts == Counts(rows=1, changed=1)
    assert [one.phone for one in people(clinic)] == ["(559) 555-0160"]
    done, said = take(clinic, file(tmp_path, adt("PID|1||5^^^EHR", "MRG|6^^^EHR", event="A40", number="5")))
    assert (done.counts, said[0].sentence) == (
        Counts(rows=1, refused=1), "Neither of the two records is here. Nothing was changed.",
    )  # fmt: skip


# ---------------------------------------------------------------------------------------------------------- resources


def test_a_bundle_comes_in_and_again_changes_nothing(clinic: Clinic, tmp_path: Path) -> None:
    plan = {
        "resourceType": "Coverage", "status": "active", "beneficiary": {"reference": "Patient/p1"}, "subscriberId": "M5",
        "payor": [{"display": "Blue Shield PPO"}], "period": {"start": "2026-01-01"},
        "relationship": {"coding": [{"code": "self"}]},
        "costToBeneficiary": [{"type": {"coding": [{"code": "spvisit"}]}, "valueMoney": {"value": 25, "currency": "USD"}}],
    }  # fmt: skip
    path = fhir(tmp_path, patient(), plan, {"resourceType": "Observation"})
    assert look(clinic, path).counts == Counts(rows=1, created=1)
    done, said = take(clinic, path)
    assert (done.counts, done.passed_over, said) == (Counts(rows=1, created=1), {"Observation": 1}, [])
    (one,) = people(clinic)
    (held,) = clinic.rows(lambda s: list(s.scalars(select(Coverage).where(Coverage.patient_id == one.id))))
    assert (held.member_id, held.copay_cents, held.relation) == ("M5", 2500, "self")
    before = everything(clinic)
    assert take(clinic, path)[0].counts == Counts(rows=1, known=1)
    assert everything(clinic) == before
    changed = fhir(tmp_path, patient(telecom=[{"system": "phone", "value": "559-555-0160"}]), name="later.json")
    assert take(clinic, changed)[0].counts == Counts(rows=1, changed=1)


def test_our_own_number_comes_home(clinic: Clinic, tmp_path: Path) -> None:
    system = clinic.rows(own_system)  # type: ignore[arg-type]
    ours = patient(identifier=[{"system": system, "value": "100002"}], name=[{"family": "Smith", "given": ["Joan", "Q"]}],
                   birthDate="1990-02-14")  # fmt: skip
    assert take(clinic, fhir(tmp_path, ours))[0].counts == Counts(rows=1, changed=1)
    assert clinic.rows(lambda s: s.get_one(Patient, 2).middle) == "Q"
    assert clinic.rows(lambda s: s.scalar(select(func.count()).select_from(ExternalRecord))) == 0


def test_what_is_no_registration_is_said(clinic: Clinic, tmp_path: Path) -> None:
    card = {"resourceType": "Coverage", "id": "c", "beneficiary": {"display": "Jane"}, "subscriberId": "1"}
    done, said = take(
        clinic,
        fhir(
            tmp_path, card, patient(active=False, link=[{"other": {"reference": "Patient/2"}, "type": "replaced-by"}])
        ),
    )
    assert done.counts == Counts(rows=2, created=1, flagged=1, refused=1)
    assert [(one.row, one.field, one.text) for one in said] == [
        (1, "beneficiary", "Coverage/c"), (2, "active", "Patient/p1"), (2, "link", "Patient/p1"),
    ]  # fmt: skip


# -------------------------------------------------------------------------------------------------------- the running


SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu")


def called(number: int) -> str:
    """A name of its own for every number, unlike its neighbours."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number * 61_803 % 99_991:05}").title()


def many(count: int) -> str:
    born = [date(1931, 1, 1) + timedelta(days=37 * at) for at in range(count)]
    return "".join(
        adt(f"PID|1||N{at}^^^EHR^MR||{called(at)}^{called(at + 50_000)}||{born[at]:%Y%m%d}|M", number=str(at))
        for at in range(count)
    )


def test_a_feed_killed_on_its_way_goes_on_and_doubles_nothing(clinic: Clinic, tmp_path: Path) -> None:
    path = file(tmp_path, many(520))
    feed, calls = make_feed(path, Kind.HL7, options(clinic)), 0

    def kill_late() -> None:
        nonlocal calls
        calls += 1
        if calls == 510:
            raise Killed

    clinic.executor.before_commit = kill_late
    with pytest.raises(Killed):
        run_feed(clinic.executor, ANYONE, feed)
    clinic.executor.before_commit = lambda: None
    done = run_feed(clinic.executor, ANYONE, feed)
    assert (done.attempt, done.resumed, done.finished, done.counts) == (1, 1, True, Counts(rows=520, created=520))
    assert len(people(clinic)) == 520
    assert clinic.rows(lambda s: s.scalar(select(func.count()).select_from(ImportBatch))) == 2


def test_a_feed_that_is_stopped_keeps_what_was_taken_and_tells_how_far_it_is(clinic: Clinic, tmp_path: Path) -> None:
    feed, told = make_feed(file(tmp_path, many(30)), Kind.HL7, options(clinic)), list[tuple[int, int]]()
    stops = iter([False] * 10)
    part = run_feed(clinic.executor, ANYONE, feed, stopped=lambda: next(stops, True))
    assert (part.finished, len(people(clinic))) == (False, 10)
    done = run_feed(clinic.executor, ANYONE, feed, lambda at, of: told.append((at, of)))
    assert (done.finished, done.counts, told[-1]) == (True, Counts(rows=30, created=30), (feed.size, feed.size))


def test_a_file_is_known_by_what_stands_in_it(clinic: Clinic, tmp_path: Path) -> None:
    assert kind_of(file(tmp_path, adt(ANN), name="x.txt")) is Kind.HL7
    assert kind_of(fhir(tmp_path, patient(), name="x.csv")) is Kind.FHIR
    assert kind_of(file(tmp_path, "Name,DOB\n", name="y.csv")) is None
    with pytest.raises(Unavailable):
        kind_of(tmp_path / "nowhere")
    empty = take_nothing(clinic, file(tmp_path, "MSH", name="z.hl7"))
    assert empty.counts == Counts(rows=1, refused=1)


def take_nothing(clinic: Clinic, path: Path) -> Preview:
    return preview_feed(clinic.executor, ANYONE, make_feed(path, Kind.HL7, options(clinic)))


def test_signs_that_no_database_keeps_stop_nothing(clinic: Clinic, tmp_path: Path) -> None:
    bad = adt("PID|1||77^^^EHR^MR||Hi\\X00\\ll^A\0nn||19840619|F")
    done, said = take(clinic, file(tmp_path, bad, adt("PID|1||5^^^EHR||Okonkwo^Chidi||19550101|M", number="2")))
    assert (done.counts, [(one.row, one.text) for one in said]) == (Counts(rows=2, created=1, refused=1), [(1, "1")])
    done, said = take(clinic, fhir(tmp_path, patient(name=[{"family": "H\0ill"}]), patient(id="p2")))
    assert (done.counts, [one.row for one in said]) == (Counts(rows=2, created=1, refused=1), [1])


def test_every_outside_file_comes_in_as_its_preview_says_and_once(desk: Clinic, data_dir: Path) -> None:
    paths = [*sorted((data_dir / "hl7v2").rglob("*.hl7")), *sorted((data_dir / "fhir").rglob("*.json"))]
    created = 0
    for path in paths:
        seen = look(desk, path)
        done, said = take(desk, path)
        assert (done.counts, done.left_out) == (seen.counts, seen.left_out), path.name
        assert not any(one.level is Level.REFUSED for one in said) or done.counts.refused, path.name
        created += done.counts.created
    assert (len(people(desk)), created) == (created, created)
    before = everything(desk)
    for path in paths:
        again, _said = take(desk, path)
        assert (again.counts.created, again.counts.changed) == (0, 0), path.name
    assert everything(desk) == before
    assert created >= 20


def test_a_restricted_record_is_left_closed(clinic: Clinic, tmp_path: Path) -> None:
    take(clinic, file(tmp_path, adt(ANN)))
    (one,) = people(clinic)
    clinic.do(
        restrict, Restrict(patient_id=one.id, version=one.version, restriction=Restriction.VIP, reason="asked for")
    )
    done, said = take(clinic, file(tmp_path, adt(ANN.replace("0142", "0150"), event="A08", number="2", at="20260401")))
    assert (done.counts, said[0].sentence) == (
        Counts(rows=1, refused=1), "The record is restricted. Open it first, or change it by hand.",
    )  # fmt: skip


def test_a_source_without_room_is_a_sentence(clinic: Clinic, tmp_path: Path) -> None:
    with pytest.raises(ClinicError) as told:
        take(clinic, file(tmp_path, adt(ANN)), source="x" * 41)
    assert told.value.field == "source"
