"""Phone numbers: every verdict of the corpus, the short way for plain US numbers, and what the search must not load."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import ClinicError
from app.patients.rules.folding import phone_digits, show_phone
from app.patients.rules.phones import Standing, e164, is_plain, phone_words, read_phone, usual_phone
from app.patients.rules.writing import clean_phone


def cases(data_dir: Path, part: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((data_dir / "strings" / "phone_cases.json").read_text("utf-8"))[part]
    assert len(found) > 20
    return found


def test_every_verdict_of_the_corpus(data_dir: Path) -> None:
    for case in cases(data_dir, "verdicts"):
        phone = read_phone(case["input"], case["default_region"])
        if case.get("error") or not case["possible"]:
            assert (phone.standing, phone.e164, phone.shown) == (Standing.NONE, "", case["input"])
        elif phone.standing is Standing.LOCAL:  # the library calls it possible, but the area code is missing
            assert (phone.e164, case["valid"]) == ("", False)
        else:
            assert (phone.standing is Standing.VALID) is case["valid"]
            assert (phone.e164, phone.extension) == (case["e164"], case["ext"] or "")
            assert e164(case["input"]) == case["e164"]


def test_every_example_number_of_the_corpus(data_dir: Path) -> None:
    for case in cases(data_dir, "examples"):
        if case["type"] == "INVALID":
            assert read_phone(case["e164"]).standing is not Standing.VALID
            continue
        for written in (case["e164"], case["intl"], case["rfc3966"]):
            phone = read_phone(written)
            assert (phone.standing, phone.e164) == (Standing.VALID, case["e164"])
        assert read_phone(case["national"], case["region"]).e164 == case["e164"]
        home = case["e164"].startswith("+1")
        assert usual_phone(case["intl"]) == (case["national"] if home else case["intl"])


_DIGIT = st.sampled_from("0123456789")
_AREA = st.tuples(st.sampled_from("23456789"), _DIGIT, _DIGIT).map("".join)
_FORM = st.sampled_from(
    ["({a}) {b}-{c}", "{a}-{b}-{c}", "{a}{b}{c}", "1 {a} {b} {c}", "+1{a}{b}{c}", "{a}.{b}.{c} x12"]
)


@given(_AREA, _AREA, st.tuples(_DIGIT, _DIGIT, _DIGIT, _DIGIT).map("".join), _FORM)
def test_the_short_way_says_what_the_library_says(area: str, middle: str, tail: str, form: str) -> None:
    text = form.format(a=area, b=middle, c=tail)
    assert is_plain(text)
    assert e164(text) == read_phone(text).e164 == f"+1{phone_digits(text)}"
    assert usual_phone(text) == read_phone(text).shown == show_phone(text) == clean_phone(text, "phone")


@given(st.text(max_size=60))
def test_any_text_is_read_and_kept(text: str) -> None:
    phone = read_phone(text)
    assert phone.typed == text.strip()
    assert bool(phone.e164) is (phone.standing in (Standing.VALID, Standing.ODD))
    phone_words(phone)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("011 44 20 7946 0958", "+44 20 7946 0958"),
        ("+52 55 1234 5678", "+52 55 1234 5678"),
        ("000-000-0000", "(000) 000-0000"),
        ("+1 (787) 234-5678", "(787) 234-5678"),
        ("+39 06 698 82 022 ext 7", "+39 06 6988 2022 x7"),
    ],
)
def test_numbers_of_the_world_are_stored_in_their_usual_form(text: str, shown: str) -> None:
    assert clean_phone(text, "phone") == shown == clean_phone(shown, "phone")


@pytest.mark.parametrize("text", ["+44 20", "1-800-FLOWERS", "911", "+99 123 456 789", "555-0142"])
def test_what_is_no_whole_number_is_told(text: str) -> None:
    with pytest.raises(ClinicError):
        clean_phone(text, "phone")


def test_what_is_odd_is_said() -> None:
    said = [phone_words(read_phone(text)) for text in ("(559) 555-0142", "000-000-0000", "555-0142", "none", "")]
    assert said[0] == said[4] == ""
    assert said[1:4] == [
        "Nobody can have this number. It is kept as typed.",
        "The area code is missing.",
        "This is no phone number.",
    ]


def test_the_search_and_the_start_load_no_phone_tables() -> None:
    code = (
        "import sys, datetime, app.patients.view.finder as _\n"
        "from app.patients.rules.asking import parse_search\nfrom app.patients.rules.folding import phone_key\n"
        "from app.patients.rules.writing import clean_phone\n"
        "parse_search('smi jo 0142', datetime.date(2026, 3, 10)); phone_key('(559) 555-0142')\n"
        "clean_phone('(559) 555-0142', 'phone')\n"
        "sys.exit('phonenumbers' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
