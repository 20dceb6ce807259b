"""The further parts of a registration, languages, races and what is missing, as rules."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import ClinicError
from app.core.text import install_translator
from app.core.values import HIDDEN, told
from app.patients.actions.register import RegisterPatient
from app.patients.rules.calling import name_words
from app.patients.rules.checking import MOST_ROWS, checked
from app.patients.rules.codes import (
    ConsentKind,
    ContactSystem,
    ContactUse,
    Decision,
    IdentityKind,
    NameUse,
    RelatedRole,
    Sex,
)
from app.patients.rules.completeness import guarantors, is_minor, minors_born_after, missing, missing_words
from app.patients.rules.demographics import DECLINED, ETHNICITIES, RACES, clean_race, ethnicity_words, race_words
from app.patients.rules.details import NO_DETAILS, Agreed, Details, Identity, OtherName, Reach, Related, Telecom
from app.patients.rules.languages import CALLED, clean_language, language_tag, language_words, languages
from app.patients.rules.people import Person, age_on, cleaned, search_keys

TODAY = date(2026, 3, 10)
SOME = Person(
    family="Ibarra", given="Luz", birth_date=date(1980, 9, 19), phone="(559) 555-0111", email="luz@example.org"
)
MOTHER = Related(role=RelatedRole.RESPONSIBLE, name="Eva Ibarra", relation="Mother", phone="(559) 555-0112")
SIGNED = (
    Agreed(kind=ConsentKind.PRIVACY_NOTICE, decision=Decision.DENY, decided_on=TODAY),
    Agreed(kind=ConsentKind.TREATMENT, decision=Decision.PERMIT, decided_on=TODAY),
)


def phone(value: str, **more: object) -> Telecom:
    return replace(Telecom(system=ContactSystem.PHONE, value=value), **more)  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------ languages, race


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("es", "es"), ("ES", "es"), ("spa", "es"), ("es_mx", "es-MX"), ("zh-hant", "zh-Hant"), ("es-419", "es-419"),
        ("Spanish", "es"), ("español", "es"), ("Tiếng Việt", "vi"), ("Farsi", "fa"), ("ASL", "ase"),
        ("sgn-ASE", "ase"), ("eng-us", "en-US"), ("qaa", "qaa"), ("", ""), ("Klingon tongue", ""), ("e", ""), ("12", ""),
        ("es-", ""), ("éé", ""),
    ],
)  # fmt: skip
def test_a_language_is_known_by_tag_and_by_name(written: str, tag: str) -> None:
    assert language_tag(written) == tag


def test_a_language_is_shown_by_name_and_typed_in_the_windows_own() -> None:
    assert (language_words("es-419"), language_words("ase"), language_words("qaa")) == (
        "Spanish (419)", "American Sign Language", "qaa",
    )  # fmt: skip
    install_translator(lambda text: {"Vietnamese": "vietnamita"}.get(text, text), "es")
    assert language_tag("Vietnamita") == "vi"
    assert set(CALLED) == set(languages())


@given(st.text(max_size=14))
def test_a_tag_stays_the_same_tag(text: str) -> None:
    tag = language_tag(text)
    if tag:
        assert clean_language(text, "language") == clean_language(tag, "language") == tag
        assert len(tag) <= 12


def test_races_have_one_order_and_declined_is_no_blank() -> None:
    assert clean_race(" 2106-3, 1002-5,2106-3", "race") == "1002-5,2106-3"
    assert clean_race(DECLINED, "race") == DECLINED
    assert clean_race("", "race") == ""
    assert cleaned(replace(SOME, ethnicity="2135-2"), TODAY).ethnicity == "2135-2"
    assert all(race_words(code) != code for code in (*RACES, DECLINED))
    assert all(ethnicity_words(code) != code for code in (*ETHNICITIES, DECLINED))


# ------------------------------------------------------------------------------------------------------ details


def test_details_are_put_in_order() -> None:
    found = checked(
        Details(
            names=(
                OtherName(use=NameUse.MAIDEN, family=" Vega "),
                OtherName(use=NameUse.OLD, family="Ibarra", given="Luz"),
                OtherName(use=NameUse.ALIAS),
            ),
            telecoms=(
                phone("559 555 0111"),
                phone("5595550190", use=ContactUse.WORK, rank=7),
                Telecom(system=ContactSystem.EMAIL, value="LUZ@example.org"),
                phone(" "),
            ),
            related=(
                Related(role=RelatedRole.EMPLOYER, name="Orchard Farms", postal_code="932911234"),
                Related(role=RelatedRole.RESPONSIBLE, name="  "),
                replace(MOTHER, role=RelatedRole.GUARANTOR),
            ),
            consents=(
                Agreed(kind=ConsentKind.TEXT, decision=Decision.PERMIT, decided_on=date(2026, 1, 5)),
                Agreed(kind=ConsentKind.CALL, decision=Decision.PERMIT, decided_on=TODAY),
                Agreed(kind=ConsentKind.TEXT, decision=Decision.DENY, decided_on=date(2026, 2, 1)),
            ),
            identity=Identity(number=" d1234567 ", jurisdiction="CA", expires_on=date(2025, 9, 19)),
        ),
        SOME,
        TODAY,
    )
    assert [name.family for name in found.names] == ["Vega"]
    assert [(one.value, one.rank) for one in found.telecoms] == [("(559) 555-0190", 1)]
    assert [(one.role, one.postal_code) for one in found.related] == [("guarantor", ""), ("employer", "93291-1234")]
    assert [(one.kind, one.decision) for one in found.consents] == [("call", "permit"), ("text", "deny")]
    assert found.identity is not None
    assert found.identity.number == "D1234567"
    assert checked(found, SOME, TODAY) == found


LATER = TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("details", "field"),
    [
        (Details(names=(OtherName(use=NameUse.OLD, family="A\u202eb"),)), "names-0-family"),
        (Details(names=(OtherName(use=NameUse.OLD, family="A", ended_on=LATER),)), "names-0-ended_on"),
        (Details(names=(OtherName(use=NameUse.OLD), OtherName(use=NameUse.OLD, given="A" * 121))), "names-1-given"),
        (Details(telecoms=(phone("5595550142"), phone("12"))), "telecoms-1-value"),
        (Details(telecoms=(Telecom(system=ContactSystem.EMAIL, value="a@b"),)), "telecoms-0-value"),
        (Details(telecoms=(phone("", note="mornings"),)), "telecoms-0-value"),
        (Details(telecoms=tuple(phone(f"55955501{at:02d}") for at in range(MOST_ROWS + 1))), "telecoms"),
        (Details(related=(replace(MOTHER, name="", phone="5595550112"),)), "related-0-name"),
        (Details(related=(replace(MOTHER, phone="1"),)), "related-0-phone"),
        (Details(related=(replace(MOTHER, postal_code="9"),)), "related-0-postal_code"),
        (
            Details(related=(replace(MOTHER, role=RelatedRole.EMPLOYER), Related(role=RelatedRole.EMPLOYER, name="B"))),
            "related",
        ),
        (
            Details(consents=(Agreed(kind=ConsentKind.TEXT, decision=Decision.PERMIT, decided_on=LATER),)),
            "consents-text-decided_on",
        ),
        (
            Details(consents=(Agreed(kind=ConsentKind.TEXT, decision=Decision.DENY, decided_on=date(1970, 1, 1)),)),
            "consents-text-decided_on",
        ),
        (Details(consents=(*SIGNED, replace(SIGNED[1], decision=Decision.DENY))), "consents-treatment-decided_on"),
        (Details(reach=Reach(since=TODAY, note="sister's house")), "reach-phone"),
        (Details(reach=Reach(since=TODAY, city="Tulare")), "reach-address_line"),
        (Details(reach=Reach(since=TODAY, address_line="1 A St")), "reach-address_line"),
        (Details(reach=Reach(since=TODAY, postal_code="1")), "reach-postal_code"),
        (Details(reach=Reach(since=LATER, phone="5595550142")), "reach-since"),
        (Details(identity=Identity(number="A" * 41)), "identity-number"),
        (Details(identity=Identity(issued_on=LATER)), "identity-issued_on"),
        (Details(identity=Identity(issued_on=TODAY, expires_on=date(2020, 1, 1))), "identity-expires_on"),
    ],
)
def test_what_cannot_be_taken_names_its_field(details: Details, field: str) -> None:
    with pytest.raises(ClinicError) as caught:
        checked(details, SOME, TODAY)
    assert caught.value.field == field


texts = st.text(max_size=12)
numbers = st.one_of(st.from_regex(r"\(?559\)? ?555[- ]01[0-9]{2}", fullmatch=True), st.just(""))


@given(
    st.lists(st.builds(OtherName, use=st.sampled_from(NameUse), family=texts, given=texts), max_size=4),
    st.lists(st.builds(phone, numbers, use=st.sampled_from(ContactUse)), max_size=4),
    st.lists(st.builds(Related, role=st.just(RelatedRole.RESPONSIBLE), name=texts, phone=numbers), max_size=3),
)
def test_what_was_checked_stays_as_it_is(names: list[OtherName], phones: list[Telecom], people: list[Related]) -> None:
    with suppress(ClinicError):
        found = checked(Details(names=tuple(names), telecoms=tuple(phones), related=tuple(people)), SOME, TODAY)
        assert checked(found, SOME, TODAY) == found


def test_keys_of_details() -> None:
    found = Details(
        names=(OtherName(use=NameUse.MAIDEN, family="O'Neil Vega", given="Marijo"),),
        telecoms=(phone("(559) 555-0190"), Telecom(system=ContactSystem.EMAIL, value="L@Example.org")),
        reach=Reach(since=TODAY, phone="(559) 555-0101"),
    )
    nobody = Person(family="A")
    assert set(search_keys(nobody, found)) == {
        ("phone", "0910555955"), ("email", "l@example.org"), ("phone", "1010555955")
    }  # fmt: skip
    assert set(name_words(nobody, found.names)[1]) == {"oneil", "vega", "neil", "marijo"}


# ------------------------------------------------------------------------------------------------ what is missing


FULL = replace(
    SOME, sex=Sex.FEMALE, address_line="1 A St", postal_code="93291", emergency_name="Eva", emergency_phone="5595550112"
)
CHILD = replace(FULL, birth_date=date(2009, 9, 19))


@pytest.mark.parametrize(
    ("person", "details", "employer", "gaps"),
    [
        (FULL, Details(consents=SIGNED), False, ()),
        (
            Person(family="A"),
            NO_DETAILS,
            False,
            ("birth_date", "sex", "phone", "address", "emergency", "privacy_notice", "treatment"),
        ),
        (FULL, Details(consents=(replace(SIGNED[1], decision=Decision.DENY),)), False, ("privacy_notice", "treatment")),
        (CHILD, Details(consents=SIGNED), False, ("responsible",)),
        (CHILD, Details(consents=SIGNED, related=(MOTHER,)), False, ()),
        (CHILD, Details(consents=SIGNED, related=(replace(MOTHER, phone=""),)), False, ("guarantor",)),
        (FULL, Details(consents=SIGNED, related=(Related(role=RelatedRole.GUARANTOR, name="Aunt"),)), False, ("guarantor",)),
        (FULL, Details(consents=SIGNED), True, ("employer",)),
        (FULL, Details(consents=SIGNED, related=(Related(role=RelatedRole.EMPLOYER, name="Farm"),)), True, ()),
        (
            replace(FULL, phone="", address_line=""),
            Details(consents=SIGNED, reach=Reach(since=TODAY, phone="(559) 555-0101")),
            False,
            ("address",),
        ),
    ],
)  # fmt: skip
def test_what_is_missing(person: Person, details: Details, employer: bool, gaps: tuple[str, ...]) -> None:
    assert missing(person, details, TODAY, asks_employer=employer) == gaps
    assert all(missing_words(code) for code in gaps)


def test_who_pays() -> None:
    aunt = Related(role=RelatedRole.GUARANTOR, name="Aunt")
    assert guarantors(FULL, NO_DETAILS, TODAY) == ()
    assert guarantors(CHILD, Details(related=(MOTHER,)), TODAY) == (MOTHER,)
    assert guarantors(CHILD, Details(related=(aunt, MOTHER)), TODAY) == (aunt,)


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_a_minor_is_one_for_the_rule_and_for_the_database(born: date, today: date) -> None:
    minor = is_minor(Person(family="A", birth_date=born), today)
    assert minor is (age_on(born, today) < 18)
    assert minor is (born > minors_born_after(today))


def test_the_number_of_an_identity_is_never_told() -> None:
    command = RegisterPatient(
        person=SOME, details=Details(identity=Identity(kind=IdentityKind.LICENSE, number="D1234567"))
    )
    assert told(command)["details"]["identity"]["number"] == HIDDEN
    assert told(command)["person"]["family"] == "Ibarra"
    assert "D1234567" not in str(told(command))
