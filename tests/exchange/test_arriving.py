"""Another system's record put upon ours: what is said is taken, what is left out stays, nothing of the desk's is lost."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.rules.arriving import Registration, address_parts, upon
from app.exchange.rules.records import Address, Contact, ContactPoint, HumanName, PatientRecord
from app.patients.rules.codes import ContactSystem, ContactUse, NameUse, RelatedRole, Sex
from app.patients.rules.details import Details, OtherName, Related, Telecom
from app.patients.rules.people import Person

OURS = Registration(
    Person(
        family="Hill", given="Ann", middle="B", preferred_name="Annie", birth_date=date(1984, 6, 19), sex=Sex.FEMALE,
        phone="(559) 555-0142", phone_use="mobile", other_phone="(559) 555-0143", email="ann@x.org", address_line="1 A St",
        address_unit="Apt 2", city="Visalia", state="CA", postal_code="93291", language="es", race="2106-3",
        emergency_name="Bo Hill", emergency_phone="(559) 555-0144", emergency_relation="spouse", home_location_id=1,
    ),
    Details(
        names=(OtherName(use=NameUse.MAIDEN, family="Born"),),
        related=(Related(role=RelatedRole.GUARANTOR, name="Ed Hill"), Related(role=RelatedRole.EMPLOYER, name="Acme")),
    ),
)  # fmt: skip
NUNEZ = HumanName(family="Núñez", given=("José",))
NOBODY = Registration(Person(family="", home_location_id=1), Details())


def test_what_is_left_out_stays() -> None:
    assert upon(PatientRecord(), OURS) == OURS
    assert upon(PatientRecord(gender="unknown", birth_date="1984"), OURS) == OURS


def test_a_new_person_has_all_that_is_said() -> None:
    made = upon(
        PatientRecord(
            names=(HumanName(family="Núñez", given=("José", "M.", "A."), suffix="Jr", use="official"),
                   HumanName(given=("Pepe",), use="nickname"), HumanName(family="Soto", use="old", ended_on="2010-01-01")),
            telecom=(ContactPoint(value="1", use="work"), ContactPoint(value="2", use="mobile"),
                     ContactPoint(value="3", use="home"),
                     ContactPoint(value="j@x.org", system="email"), ContactPoint(value="4", system="fax"),
                     ContactPoint(value="5", system="pager"), ContactPoint(value="6", use="old")),
            gender="male", birth_date="1970-03-01", multiple_birth=True, language="es", interpreter=True, pronouns="he/him",
            race=("2106-3", "ASKU"), ethnicity="ASKU",
            addresses=(Address(city="Old", use="old"), Address(line=("W",), use="work"),
                       Address(line=("1 A St", "Apt 2", "Gate"), city="V")),
        ),
        NOBODY,
    )  # fmt: skip
    one = made.person
    assert (one.family, one.given, one.middle, one.suffix, one.preferred_name) == (
        "Núñez",
        "José",
        "M. A.",
        "Jr.",
        "Pepe",
    )
    assert (one.phone, one.phone_use, one.other_phone, one.other_phone_use, one.email) == (
        "2",
        "mobile",
        "3",
        "home",
        "j@x.org",
    )
    assert (one.birth_date, one.sex, one.multiple_birth, one.interpreter) == (date(1970, 3, 1), Sex.MALE, True, True)
    assert (one.race, one.ethnicity, one.language, one.pronouns) == ("2106-3", "asked-declined", "es", "he/him")
    assert (one.address_line, one.address_unit, one.city, one.home_location_id) == ("1 A St, Gate", "Apt 2", "V", 1)
    assert made.details.names == (OtherName(use=NameUse.OLD, family="Soto", ended_on=date(2010, 1, 1)),)
    assert [(row.system, row.value, row.use) for row in made.details.telecoms] == [
        (ContactSystem.PHONE, "1", ContactUse.WORK), (ContactSystem.FAX, "4", ContactUse.UNKNOWN),
        (ContactSystem.PHONE, "6", ContactUse.OLD),
    ]  # fmt: skip


def test_a_new_name_leaves_the_former_one_in_the_record() -> None:
    made = upon(PatientRecord(names=(HumanName(family="Roe", given=("Ann",)),)), OURS)
    assert (made.person.family, made.person.middle, made.person.preferred_name) == ("Roe", "", "Annie")
    assert made.details.names == (
        OtherName(use=NameUse.MAIDEN, family="Born"), OtherName(use=NameUse.OLD, family="Hill", given="Ann"),
    )  # fmt: skip


def test_capitals_of_a_machine_are_written_as_people_do_and_the_desks_own_way_stays() -> None:
    loud = PatientRecord(
        names=(HumanName(family="MCDONALD", given=("ANN", "B")),),
        addresses=(Address(line=("789 NW 20TH ST",), city="FOND DU LAC"),),
    )
    made = upon(loud, NOBODY).person
    assert (made.family, made.given, made.address_line, made.city) == (
        "McDonald",
        "Ann",
        "789 NW 20th St",
        "Fond du Lac",
    )
    ours = upon(
        PatientRecord(names=(HumanName(family="NUNEZ", given=("JOSE",)),)), upon(PatientRecord(names=(NUNEZ,)), NOBODY)
    )
    assert (ours.person.family, ours.person.given, ours.details.names) == ("Núñez", "José", ())


def test_names_told_as_one_text_are_taken_apart() -> None:
    made = upon(PatientRecord(names=(HumanName(text="Mrs. Ana de la Cruz"),)), NOBODY)
    assert (made.person.family, made.person.given) == ("de la Cruz", "Ana")


def test_a_new_phone_comes_first_and_the_others_are_kept() -> None:
    made = upon(PatientRecord(telecom=(ContactPoint(value="559-555-9999", use="home"),)), OURS)
    assert (made.person.phone, made.person.phone_use, made.person.other_phone) == (
        "559-555-9999",
        "home",
        "(559) 555-0142",
    )
    assert made.person.email == "ann@x.org"
    assert made.details.telecoms == (
        Telecom(system=ContactSystem.PHONE, value="(559) 555-0143", use=ContactUse.OLD, rank=9),
    )
    same = upon(PatientRecord(telecom=(ContactPoint(value="5595550142"),)), OURS)
    assert (same.person.phone, same.person.other_phone, same.details.telecoms) == ("5595550142", "(559) 555-0143", ())


def test_a_new_mail_keeps_the_old_one() -> None:
    made = upon(PatientRecord(telecom=(ContactPoint(value="new@x.org", system="email"),)), OURS)
    assert (made.person.email, made.person.phone) == ("new@x.org", "(559) 555-0142")
    assert [(row.value, row.use) for row in made.details.telecoms] == [("ann@x.org", ContactUse.OLD)]


def test_what_the_sender_empties_goes() -> None:
    cleared = ("gender", "addresses", "language", "race", "ethnicity", "telecom")
    one = upon(PatientRecord(cleared=cleared), OURS).person
    assert (one.sex, one.address_line, one.city, one.language, one.race, one.phone, one.email) == (
        Sex.UNKNOWN,
        *[""] * 6,
    )
    assert (one.family, one.birth_date, one.emergency_name) == ("Hill", date(1984, 6, 19), "Bo Hill")


def test_people_beside_take_the_place_of_those_of_their_role() -> None:
    made = upon(
        PatientRecord(
            contacts=(
                Contact(roles=("next-of-kin",), name=HumanName(family="Kin")),
                Contact(roles=("emergency",), relation="mother", name=HumanName(family="Hill", given=("Eve",)),
                        telecom=(ContactPoint(value="1", system="fax"), ContactPoint(value="2"))),
                Contact(roles=("guarantor",), relation="father", name=HumanName(text="Al Hill"), address=Address(city="V")),
                Contact(roles=("guardian",), name=HumanName()),
            )
        ),
        OURS,
    )  # fmt: skip
    assert (made.person.emergency_name, made.person.emergency_phone, made.person.emergency_relation) == (
        "Eve Hill",
        "2",
        "mother",
    )
    assert [(row.role, row.name, row.relation, row.city) for row in made.details.related] == [
        (RelatedRole.GUARANTOR, "Al Hill", "father", "V"), (RelatedRole.EMPLOYER, "Acme", "", ""),
    ]  # fmt: skip


def test_a_state_is_written_as_the_post_does() -> None:
    assert [address_parts(Address(state=state))["state"] for state in ("Il", "california", "Vic")] == [
        "IL",
        "CA",
        "Vic",
    ]


def test_an_address_told_as_one_text_stays_one_line() -> None:
    assert address_parts(Address(text="1 A St, Visalia"))["address_line"] == "1 A St, Visalia"
    assert address_parts(Address(text="1 A St, Visalia", city="Visalia"))["address_line"] == ""


WORDS = st.sampled_from(["Hill", "Ann", "Roe", "hill", "Ána"])
POINTS = st.builds(
    ContactPoint, value=st.sampled_from(["5595550142", "(559) 555-0142", "559 555 0143", "5595550150", "a@x.org", "A@x.org"]),
    system=st.sampled_from(["phone", "fax", "pager"]), use=st.sampled_from(["", "home", "mobile", "old", "temp"]),
).map(lambda one: ContactPoint(value=one.value, system="email", use=one.use) if "@" in one.value else one)  # fmt: skip
NAMES = st.builds(
    HumanName,
    family=WORDS,
    given=st.lists(WORDS, max_size=2).map(tuple),
    use=st.sampled_from(["", "official", "old", "maiden", "nickname"]),
)
RECORDS = st.builds(
    PatientRecord, names=st.lists(NAMES, max_size=3).map(tuple), telecom=st.lists(POINTS, max_size=4).map(tuple),
    gender=st.sampled_from(["", "male", "unknown"]), birth_date=st.sampled_from(["", "1984", "1990-01-01"]),
    race=st.lists(st.sampled_from(["2106-3", "2028-9", "ASKU"]), unique=True).map(tuple),
    contacts=st.lists(st.builds(Contact, roles=st.sampled_from([("emergency",), ("guarantor",), ("guardian", "emergency")]),
                                name=st.builds(HumanName, family=WORDS))).map(tuple),
    cleared=st.lists(st.sampled_from(["telecom", "gender", "addresses", "language"]), unique=True).map(tuple),
)  # fmt: skip


@settings(max_examples=200)
@given(RECORDS, st.sampled_from([OURS, NOBODY]))
def test_a_record_that_comes_twice_changes_nothing_the_second_time(record: PatientRecord, before: Registration) -> None:
    once = upon(record, before)
    assert upon(record, once) == once


@given(RECORDS.filter(lambda one: not one.cleared))
def test_no_phone_mail_or_name_of_ours_is_lost(record: PatientRecord) -> None:
    made = upon(record, OURS)
    ways = {
        made.person.phone,
        made.person.other_phone,
        made.person.email,
        *(row.value for row in made.details.telecoms),
    }
    digits = {"".join(filter(str.isdigit, way)) or way.casefold() for way in ways}
    assert {"5595550142", "5595550143", "ann@x.org"} <= digits
    names = {(made.person.family.casefold(), made.person.given.casefold())}
    names |= {(row.family.casefold(), row.given.casefold()) for row in made.details.names}
    assert ("hill", "ann") in names
