"""What messages say about people, in FHIR's words; and that nothing of theirs is in what is said about a message."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.rules.hl7 import AdtMessage, Deed, Framed, Reading, messages, read_message
from app.exchange.rules.hl7.types import read_date, read_instant
from app.exchange.rules.records import Address, ContactPoint, HumanName, Identifier, PatientRecord, PlanClass
from app.exchange.rules.values import Level

HEAD = "MSH|^~\\&|EHR|VIS|||20260310101500-0700||ADT^{}|77|P|2.5.1"
PID = "PID|1||4711^^^EHR&1.2.3&ISO^MR||Hill^Ann"


def read(*segments: str, event: str = "A08", head: str = HEAD) -> Reading:
    return read_message(Framed(5, "\r".join([head.format(event), *segments])))


def taken(*segments: str, event: str = "A08") -> AdtMessage:
    found = read(*segments, event=event).message
    assert found is not None
    return found


def person(*segments: str) -> PatientRecord:
    (subject,) = taken(*segments).subjects
    return subject.record


def phones(field: str, at: int = 13) -> tuple[ContactPoint, ...]:
    return person(PID + "|" * (at - 5) + field).telecom


# ------------------------------------------------------------------------------------------------------------ messages


def test_a_message_tells_who_sent_it_when_and_what_it_asks() -> None:
    found = taken(PID)
    assert (found.number, found.control_id, found.sender, found.event) == (5, "77", "EHR/VIS", "A08")
    assert (found.deed, found.sent_at, found.trial) == (Deed.REGISTER, "20260310171500", False)


@pytest.mark.parametrize("event", ["A01", "A04", "A05", "A08", "A28", "A31"])
def test_registrations_and_updates_are_read_alike(event: str) -> None:
    assert taken(PID, event=event).deed is Deed.REGISTER


def test_the_event_of_an_old_message_stands_in_its_evn() -> None:
    found = read("EVN|A04", PID, head="MSH|^~\\&|EHR|VIS|||20260310||ADT|77|P|2.1").message
    assert found is not None
    assert found.event == "A04"


@pytest.mark.parametrize("kind", ["ADT^A03", "ADT^A60", "ORU^R01", "SIU^S12", "ACK"])
def test_what_asks_for_nothing_here_is_named_and_passed_over(kind: str) -> None:
    found = read(PID, head=f"MSH|^~\\&|EHR|VIS|||20260310||{kind}|77|P|2.5.1")
    assert (found.message, found.passed_over, found.issues) == (None, kind, ())


def test_what_only_a_person_may_do_is_said() -> None:
    (said,) = read(PID, event="A29").issues
    assert (said.level, said.field, said.text) == (Level.REFUSED, "MSH-9", "77")
    assert said.sentence == "This message (A29) asks for something that is done by hand here."


def test_training_messages_are_marked() -> None:
    found = read(PID, head="MSH|^~\\&|EHR|VIS|||20260310||ADT^A08|77|T^A|2.5.1").message
    assert found is not None
    assert found.trial


@pytest.mark.parametrize(
    ("segments", "event", "field"),
    [
        (("PV1|1",), "A08", "PID"), (("PID|1",), "A08", "PID"), ((PID,), "A40", "MRG"), ((PID, "MRG|"), "A47", "MRG"),
    ],
)  # fmt: skip
def test_a_message_without_what_it_needs_is_refused_in_words(segments: tuple[str, ...], event: str, field: str) -> None:
    found = read(*segments, event=event)
    assert found.message is None
    assert [(one.row, one.level, one.field, one.text) for one in found.issues] == [(5, Level.REFUSED, field, "77")]


def test_a_message_without_a_control_id_is_refused() -> None:
    (said,) = read(PID, head="MSH|^~\\&|EHR|VIS|||20260310||ADT^A08||P|2.5.1").issues
    assert (said.field, said.sentence) == ("MSH-10", "The message has no control id, so it could be taken twice.")


def test_nothing_of_the_patient_stands_in_what_is_said() -> None:
    odd = "PID|1||4711^^^EHR^MR||Geheim^Anna||19991341|Q|||||||Klingon||||||||||||||notadate"
    found = read(odd, "PD1||||||||||||Y")
    assert [one.field for one in found.issues] == ["PID-7", "PID-8", "PID-29", "PID-15", "PD1-12"]
    assert {one.text for one in found.issues} == {"77"}
    told = " ".join(one.sentence for one in found.issues)
    assert not any(word in told for word in ("Geheim", "Anna", "4711", "1999", "Klingon", "notadate"))


# ------------------------------------------------------------------------------------------------------------- people


def test_numbers_keep_their_giver_and_their_kind() -> None:
    found = person(
        "PID|1|22^^^OLD|4711^^^EHR&1.2.3&ISO^MR~P1^^^&9.9&ISO^PI~5^^^^PT^NORTH||Hill^Ann"
        + "|" * 13
        + "A7|123-45-6789|D12^CA"
    )
    assert found.identifiers == (
        Identifier(value="4711", system="EHR", type="MR"), Identifier(value="P1", system="9.9", type="PI"),
        Identifier(value="5", system="NORTH", type="PT"), Identifier(value="22", system="OLD"),
        Identifier(value="A7", type="AN"), Identifier(value="123-45-6789", type="SS"),
        Identifier(value="D12", system="CA", type="DL"),
    )  # fmt: skip


def test_the_legal_name_comes_first_and_others_say_what_they_are() -> None:
    names = "Nick^Annie^^^^^N~Hill&van^Ann^M.^Jr^Dr^^L~Born^Ann^^^^^M~Wrong^Ann^^^^^BAD~Man^His^^^^^P"
    assert person(f"PID|1||7||{names}||||Nom^Alias").names == (
        HumanName(family="Hill", given=("Ann", "M."), prefix="Dr", suffix="Jr", use="official"),
        HumanName(family="Nick", given=("Annie",), use="nickname"),
        HumanName(family="Born", given=("Ann",), use="maiden"),
        HumanName(family="Nom", given=("Alias",), use="alias"),
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("19840619", "1984-06-19"), ("198406191230-0800", "1984-06-19"), ("1984-06-19", "1984-06-19"), ("198406", "1984-06"),
        ("1984", "1984"), ("19840600", "1984-06"), ("19840000", "1984"), ("19840619123000.1234+0100", "1984-06-19"),
        ("19840631", ""), ("00000000", ""), ("19841300", ""), ("06/19/1984", ""), ("1984061", ""), ("x", ""), ("", ""),
    ],
)  # fmt: skip
def test_dates_are_fhirs_or_nothing(written: str, meant: str) -> None:
    assert read_date(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("20260310101500-0700", "20260310171500"), ("20260310", "20260310000000"), ("202603101015", "20260310101500"),
        ("20260310101500.25+0000", "20260310101500"), ("99991231235959-1200", ""), ("2026", ""), ("202603102599", ""),
    ],
)  # fmt: skip
def test_instants_sort_by_time(written: str, meant: str) -> None:
    assert read_instant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("(559)555-0142", ("(559)555-0142", "phone", "home")),
        ("(559)555-0142^WPN^PH", ("(559)555-0142", "phone", "work")),
        ("^PRN^CP^^^559^5550142", ("(559) 5550142", "phone", "mobile")),
        ("^PRN^PH^^1^559^5550142^12", ("(559) 5550142 x12", "phone", "home")),
        ("^PRN^PH^^52^559^5550142", ("+52 (559) 5550142", "phone", "home")),
        ("^ORN^FX^^^559^5550142", ("(559) 5550142", "fax", "home")),
        ("^^PH^^^^^^^^^+1 559 555 0142", ("+1 559 555 0142", "phone", "home")),
        ("ann@example.org^NET^Internet", ("ann@example.org", "email", "home")),
        ("^NET^X.400^ann@example.org", ("ann@example.org", "email", "home")),
        ("5550142^^TDD^^^559^5550142", ("5550142", "phone", "home")),
    ],
)
def test_phones_of_every_age_are_read(written: str, meant: tuple[str, str, str]) -> None:
    (found,) = phones(written)
    assert (found.value, found.system, found.use) == meant


def test_one_repetition_may_hold_a_mail_and_a_phone_and_each_comes_once() -> None:
    found = person(
        PID + "|||||||||^PRN^Internet^ann@example.org^1^559^5550142^^^^^^^^^^^2~5595550142|5595550142^WPN"
    ).telecom
    assert found == (
        ContactPoint(value="ann@example.org", system="email", use="home", rank=2),
        ContactPoint(value="(559) 5550142", system="phone", use="home", rank=2),
    )
    assert phones("^^TTY^^^559^5550142")[0].note == "TTY"
    assert phones("x^PRN^PH") == ()


def test_addresses_are_those_where_somebody_can_be_found() -> None:
    fields = "12 Main St^Apt 4^Visalia^CA^93291^USA^H~X^^^^^^BA~Born^^^^^^N~&Oak Av&7^^Tulare^CA~^^^^^^H"
    assert person(f"{PID}||||||{fields}").addresses == (
        Address(
            line=("12 Main St", "Apt 4"), city="Visalia", state="CA", postal_code="93291", country="USA", use="home"
        ),
        Address(line=("7 Oak Av",), city="Tulare", state="CA"),
    )


def test_sex_race_ethnicity_language_birth_and_death() -> None:
    fields = {7: "1984", 8: "f", 10: "2028-9^Asian^CDCREC~^Declined", 15: "spa^Spanish^ISO6392", 22: "H^Hispanic^HL70189",
              24: "Y", 29: "20260101", 30: "Y"}  # fmt: skip
    found = person(PID + "".join("|" + fields.get(at, "") for at in range(6, 31)))
    assert (found.gender, found.race, found.language, found.ethnicity) == ("female", ("2028-9", "ASKU"), "es", "2135-2")
    assert (found.birth_date, found.multiple_birth, found.deceased, found.deceased_on) == (
        "1984",
        True,
        True,
        "2026-01-01",
    )


def test_nulls_empty_a_field_and_empty_fields_do_not() -> None:
    assert person(PID).cleared == ()
    found = person('PID|1||4711||Hill^Ann||""|""||""|""||""|""|""' + "|" * 7 + '""')
    assert found.cleared == ("gender", "addresses", "language", "race", "ethnicity", "telecom")
    assert person(PID + '||||||||""|5595550142').cleared == ()
    assert (found.birth_date, found.telecom) == ("", ())


def test_people_beside_the_patient_have_their_roles() -> None:
    found = person(
        PID, "NK1|1|Hill^Bo|SPO|1 A St^^Visalia|5595550100|5595550101|EC^Emergency Contact",
        "NK1|2|Hill^Cy|MTH^Mother||5595550102||N", "NK1|3||EMR^Employer||||E||||||ACME", "NK1|4|Doe^Di|GRD", "NK1|5||",
        "GT1|1||Hill^Ed||2 B St^^Visalia|5595550103||19600101|M||FTH", "GT1|2",
    ).contacts  # fmt: skip
    assert [(one.roles, one.relation, one.name.given, one.organization) for one in found] == [
        (("emergency",), "spouse", ("Bo",), ""), (("next-of-kin",), "mother", ("Cy",), ""), (("employer",), "", (), "ACME"),
        (("guardian",), "guardian", ("Di",), ""), (("guarantor",), "father", ("Ed",), ""),
    ]  # fmt: skip
    assert [one.value for one in found[0].telecom] == ["5595550100", "5595550101"]
    assert (found[4].gender, found[4].birth_date, found[4].address.city) == ("male", "1960-01-01", "Visalia")


def test_plans_have_their_payer_numbers_and_days() -> None:
    first = ["IN1", "2", "PPO1^Gold PPO", "60054^^^NAIC", "Acme Insurance", "PO Box 1^^Miami^FL", "", "8005550100", "G-7",
             "Acme Inc", "", "", "20260101", "20261231", "", "PPO", "Hill^Bo", "SPO", "19800202", *[""] * 18, "M123"]  # fmt: skip
    found = person(PID, "|".join(first), "IN2|" + "|" * 59 + "|M123-02", "IN1|1|^|99^^^X|Second", "IN1|3").coverages
    (one, other) = found
    assert (one.payer.name, one.payer.identifiers[0].value, one.payer.phones[0].value) == (
        "Acme Insurance",
        "60054",
        "8005550100",
    )
    assert one.classes == (
        PlanClass(type="group", value="G-7", name="Acme Inc"), PlanClass(type="plan", value="PPO1", name="Gold PPO"),
    )  # fmt: skip
    assert (one.member_id, one.subscriber.family, one.relation, one.subscriber_birth) == (
        "M123-02",
        "Hill",
        "spouse",
        "1980-02-02",
    )
    assert (one.starts_on, one.ends_on, one.types, one.order) == ("2026-01-01", "2026-12-31", ("PPO",), 2)
    assert (other.payer.name, other.order) == ("Second", 1)


def test_a_merge_names_each_survivor_and_what_goes_into_it() -> None:
    found = taken(PID, "MRG|9^^^EHR^MR~8^^^EHR^PI", "PID|1||12^^^EHR^MR", "MRG||||13^^^EHR", event="A40")
    assert found.deed is Deed.MERGE
    assert [(one.record.identifiers[0].value, [number.value for number in one.prior]) for one in found.subjects] == [
        ("4711", ["9", "8"]), ("12", ["13"]),
    ]  # fmt: skip
    assert taken(PID, "MRG|9^^^EHR", event="A47").deed is Deed.RENUMBER


SEGMENTS = st.sampled_from(["PID", "NK1", "GT1", "IN1", "IN2", "MRG", "PD1", "ZZZ", ""])
FIELDS = st.text(alphabet='|^~\\&"XF.é0199843@x', max_size=60)


@given(st.lists(st.tuples(SEGMENTS, FIELDS), max_size=6), st.sampled_from(["A04", "A08", "A40", "A99", ""]))
def test_no_message_stops_the_reading(lines: list[tuple[str, str]], event: str) -> None:
    found = read(*(f"{name}|{fields}" for name, fields in lines), event=event)
    assert found.message or found.passed_over or found.issues


# -------------------------------------------------------------------------------------------------------------- corpus


def outside(data_dir: Path) -> list[tuple[Path, Framed, Reading]]:
    paths = sorted((data_dir / "hl7v2").rglob("*.hl7"))
    return [(path, one, read_message(one)) for path in paths for one in messages([path.read_bytes()])]


def lines_of(framed: Framed, name: str) -> list[list[str]]:
    return [line.split("|") for line in framed.text.split("\r") if line[:3] == name]


def test_every_outside_file_is_read(data_dir: Path) -> None:
    found = outside(data_dir)
    assert len({path for path, _framed, _reading in found}) == len(found) >= 139
    for path, _framed, reading in found:
        assert reading.message or reading.passed_over or reading.issues, path.name
    handled = [one.message.event for _path, _framed, one in found if one.message]
    counted = [lines_of(framed, "MSH")[0][8].split("^") for _path, framed, _reading in found]
    wanted = {"A01", "A04", "A05", "A08", "A28", "A31", "A34", "A39", "A40", "A46", "A47"}
    assert len(handled) == sum(kind[0] == "ADT" and kind[1] in wanted for kind in counted) >= 22


def test_outside_messages_say_what_a_count_of_their_text_says(data_dir: Path) -> None:
    for path, framed, reading in outside(data_dir):
        if reading.message is None:
            continue
        pids, subjects = lines_of(framed, "PID"), reading.message.subjects
        assert len(subjects) == len(pids), path.name
        assert sum(len(one.prior) for one in subjects) == sum(1 for _mrg in lines_of(framed, "MRG")), path.name
        for pid, subject in zip(pids, subjects, strict=True):
            _same_person([*pid, *[""] * 41], subject.record, path.name)
        if reading.message.deed is Deed.REGISTER:
            _same_around(framed, subjects[0].record, path.name)


def _same_person(pid: list[str], record: PatientRecord, name: str) -> None:
    numbers = {rep.split("^")[0] for rep in pid[3].split("~") if rep.split("^")[0]}
    assert numbers <= {one.value for one in record.identifiers}, name
    assert (len(record.names) > 0) is bool(pid[5].replace("^", "") + pid[9].replace("^", "")), name
    assert record.names[0].family in pid[5], name
    assert record.birth_date.replace("-", "") == pid[7][:8], name
    assert record.gender == {"M": "male", "F": "female", "O": "other", "U": "unknown", "": ""}[pid[8]], name
    assert len(record.addresses) <= len(pid[11].split("~")), name
    assert bool(record.addresses) is bool(pid[11]), name
    digits = {"".join(filter(str.isdigit, one.value)) for one in record.telecom}
    for rep in (rep for at in (13, 14, 40) for rep in pid[at].split("~")):
        first = "".join(filter(str.isdigit, rep.split("^")[0]))
        assert not first or first in digits, name


def _same_around(framed: Framed, record: PatientRecord, name: str) -> None:
    kin = [line for line in lines_of(framed, "NK1") if line[2].replace("^", "") or "".join(line[13:14])]
    payers = [line[1].split("^")[0] for line in lines_of(framed, "GT1") if "".join(line[3:4]).replace("^", "")]
    assert len(record.contacts) == len(kin) + len(payers), name
    plans = [[*line, *[""] * 50] for line in lines_of(framed, "IN1")]
    assert [one.payer.name for one in record.coverages] == [
        line[4].split("^")[0] or line[2].split("^")[1] for line in plans
    ], name
    assert [one.classes[0].value for one in record.coverages] == [line[8] or line[2].split("^")[0] for line in plans], (
        name
    )
