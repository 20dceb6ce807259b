"""Scans told apart: licences, stripes, member cards, payment cards, and what is none of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import ClinicError
from app.patients.rules.codes import Sex
from app.patients.rules.licence.scans import ScanKind, licence_of, read_scan, search_words
from tests.patients.licence.made import card

TODAY = date(2026, 3, 10)
STRIPE = (
    "%CASACRAMENTO^SAMPLE$MARIA$Q^12 OAK ST APT 4^?;6360140412345678=271219900314?"
    "+10958140000  C               2505130BLKBRO?"
)


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("XEH884201776\r", ScanKind.MEMBER, "XEH884201776"),
        ("]C1XEH-884201776", ScanKind.MEMBER, "XEH-884201776"),
        ("\x021EG4 TE5 MK73\x03", ScanKind.MEMBER, "1EG4 TE5 MK73"),
        ("%XEH884201776^SAMPLE/MARIA^2712?", ScanKind.MEMBER, "XEH884201776"),
        ("%SAMPLE/MARIA^W1234 56789?", ScanKind.MEMBER, "W1234 56789"),
        (";884201776=2712?", ScanKind.MEMBER, "884201776"),
        (";8084012345678905=2712?", ScanKind.MEMBER, "8084012345678905"),
        ("%B4111111111111111^SAMPLE/MARIA^27121010000?;4111111111111111=27121010000?", ScanKind.PAYMENT, ""),
        (";5555555555554444=27121010000?", ScanKind.PAYMENT, ""),
        ("4111 1111 1111 1111", ScanKind.PAYMENT, ""),
        ("378282246310005", ScanKind.PAYMENT, ""),
        ("https://example.org/card", ScanKind.OTHER, ""),
        ("shc:/5676290952432060346029243740446031222959532654603460292540772804336028", ScanKind.OTHER, ""),
        ("", ScanKind.OTHER, ""),
        ("NAME ONLY", ScanKind.OTHER, ""),
        ("A" * 10_000, ScanKind.OTHER, ""),
        ("%E?;E?", ScanKind.OTHER, ""),
    ],
)
def test_kinds_of_scans(text: str, kind: ScanKind, found: str) -> None:
    scan = read_scan(text)
    assert (scan.kind, scan.text) == (kind, found)
    assert bool(scan.words) is (kind in (ScanKind.PAYMENT, ScanKind.OTHER))


def test_a_licence_and_its_stripe_are_told_apart() -> None:
    assert read_scan(card()).kind is ScanKind.LICENCE
    assert read_scan(STRIPE).kind is ScanKind.STRIPE
    assert read_scan(STRIPE.lower()).kind is ScanKind.STRIPE


def test_a_stripe_gives_all_but_the_number() -> None:
    licence = licence_of(STRIPE, TODAY)
    assert (licence.family, licence.given, licence.middle, licence.sex) == ("Sample", "Maria", "Q", Sex.FEMALE)
    assert (licence.address_line, licence.address_unit, licence.city, licence.state, licence.postal_code) == (
        "12 Oak St", "Apt 4", "Sacramento", "CA", "95814",
    )  # fmt: skip
    assert (licence.birth_date, licence.expires_on, licence.jurisdiction) == (
        date(1990, 3, 14),
        date(2027, 12, 31),
        "CA",
    )
    assert licence.number == ""
    assert [problem.field for problem in licence.problems] == ["number"]


def test_a_city_that_fills_its_place_is_followed_by_the_name_at_once() -> None:
    licence = licence_of("%CASAN LUIS OBISSAMPLE$MARIA^12 OAK ST?;6360140412345678=2712=19900314=?", TODAY)
    assert (licence.city, licence.family, licence.given) == ("San Luis Obis", "Sample", "Maria")


@pytest.mark.parametrize(
    "text",
    [
        ";6360140412345678=271219900314?",
        "%CASACRAMENTO^?",
        STRIPE[60:],
        "%B4111111111111111^SAMPLE/MARIA^2712?",
        "XEH884201776",
    ],
)
def test_what_holds_no_name_is_refused_in_words(text: str) -> None:
    with pytest.raises(ClinicError):
        licence_of(text, TODAY)


def test_a_scanned_date_that_cannot_be_is_told() -> None:
    licence = licence_of(STRIPE.replace("19900314", "19908814"), TODAY)
    assert licence.birth_date is None
    assert {problem.field for problem in licence.problems} == {"number", "birth_date"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (card(), "Sample, Michael 06/06/1986"),
        (STRIPE, "Sample, Maria 03/14/1990"),
        (card({"DBB": "77"}), "Sample, Michael"),
        ("%XEH884201776^SAMPLE/MARIA^2712?", "XEH884201776"),
        ("%B4111111111111111^SAMPLE/MARIA^2712?", ""),
        ("4111111111111111", ""),
        ("ANSI 636000100002DL00410278", ""),
        ("smi jo", "smi jo"),
        ("XEH884201776", "XEH884201776"),
        ("100%", "100%"),
        ("03/01/1970", "03/01/1970"),
        ("", ""),
    ],
)
def test_what_a_search_asks_for(text: str, words: str) -> None:
    assert search_words(text) == words


@given(st.text(max_size=400))
def test_any_text_is_told(text: str) -> None:
    for spoilt in (text, f"%{text}?", f";{text}?", STRIPE[:50] + text):
        assert read_scan(spoilt).kind in ScanKind
        search_words(spoilt)


@given(st.text(alphabet="%;?^=+$ 0123456789ABCXYZ", max_size=120))
def test_any_track_is_told(text: str) -> None:
    read_scan(text)
    search_words(text)
