"""What keyboard-wedge readers make of a barcode: lost, doubled and replaced control characters, cases, halves, floods."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import ClinicError
from app.patients.rules.licence.reading import read_licence
from app.patients.rules.licence.value import Licence
from app.patients.rules.licence.wedge import is_licence
from tests.patients.licence.made import OLD, WHOLE, card

TODAY = date(2026, 3, 10)
CONTROLS = re.compile(r"[\n\r\x1e]")
#: names that hold the letters of elements
TRAPS = (
    "BRADDEN", "DADDARIO", "MCDACEY", "DAQUINO", "DAGOSTINO", "ADDAMS", "DACOSTA", "DAVIDSON", "DEDDENS", "DE LA CRUZ",
    "O'DDEN", "LADDBACH", "DCUNHA", "HADDAD-DAJANI", "DDAMBA", "SADDAK", "DAIGLE", "VAN DAM", "D'AGATA", "DAHL",
)  # fmt: skip


def read(text: str) -> Licence:
    assert is_licence(text)
    return read_licence(text, TODAY)


@pytest.mark.parametrize(
    "sign", [" ", "^", "|", "~", "`", "\t", "\r\n", "\x1d", "\n\n", "\\n", "<LF>", "[CR]", "%0A", "␊", "^J"]
)
@pytest.mark.parametrize("base", [WHOLE, OLD])
def test_control_characters_replaced(sign: str, base: dict[str, str]) -> None:
    version = 1 if base is OLD else 10
    text = card(base=base, version=version)
    assert read(CONTROLS.sub(lambda _: sign, text)) == read(text)


@pytest.mark.parametrize("base", [WHOLE, OLD])
def test_control_characters_lost(base: dict[str, str]) -> None:
    text = card(base=base, version=1 if base is OLD else 10)
    assert read(CONTROLS.sub("", text)) == read(text)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("@", ""),
        lambda text: text[4:],
        lambda text: text.replace("ANSI ", "ANSI"),
        lambda text: text.replace("ANSI ", "AAMVA"),
        lambda text: text.replace("ANSI ", ""),
        lambda text: text.lower(),
        lambda text: text.swapcase(),
        lambda text: text.replace("\n", "\n\n").replace("\r", "\r\n\r"),
        lambda text: text.replace("\n", "\n\t  "),
        lambda text: f"]L2{text}",
        lambda text: f"\x02{text}\x03\r\n",
        lambda text: f"PRE>{text}<POST",
        lambda text: text + text,
        lambda text: text[: len(text) // 3] + text,
        lambda text: text + text[: len(text) // 2],
        lambda text: text * 3,
        lambda text: text.replace("DL0041", "DL0999"),
        lambda text: re.sub(r"DL\d{8}ZV\d{8}", "DL00000000", text),
        lambda text: re.sub(r"DL\d{8}ZV\d{8}", "", text),
        lambda text: text.replace("DLDAQ", "DAQ"),
        lambda text: text.replace("DLDAQ", "DLDLDAQ"),
        lambda text: text.replace("DLDAQ", "DL\nDAQ"),
        lambda text: text.replace("DLDAQ", "DL DAQ"),
        lambda text: text.replace("\r", ""),
        lambda text: text.replace("\rZVZVA01\r", "\n\rZVZVA01\n\r"),
        lambda text: text.replace("ZVZVA01", "ZVZVAVA\nZVBDCS LIED\nZVC00"),
    ],
)
def test_a_spoilt_scan_says_the_same(spoil: Callable[[str], str]) -> None:
    assert read(spoil(card())) == read(card())


def test_the_first_element_may_be_any() -> None:
    order = ["DCA", *(code for code in WHOLE if code != "DCA")]
    assert read(card(base={code: WHOLE[code] for code in order})) == read(card())
    assert read(card(base=dict(reversed(WHOLE.items())))) == read(card())


def test_a_header_that_has_lost_its_first_digit() -> None:
    licence = read(card(iin="636004", version=1, base=OLD).replace("636004", "36004"))
    assert (licence.iin, licence.jurisdiction, licence.family) == ("636004", "NC", "Public")


@pytest.mark.parametrize("share", [0.45, 0.55, 0.65])
def test_half_a_scan_says_what_it_has_and_that_it_stopped(share: float) -> None:
    text, whole = card(), read(card())
    found = read(text[: round(len(text) * share)])
    assert found.problems[-1].words == "The scan stopped early. Scan the card once more."
    for name in ("family", "given", "number", "birth_date", "address_line", "city", "state", "postal_code"):
        assert getattr(found, name) in (getattr(whole, name), "", None)


@pytest.mark.parametrize("cut", range(0, 420, 7))
def test_no_cut_gives_a_wrong_value(cut: int) -> None:
    text, whole = card(), read(card())
    for part in (text[:cut], text[cut:]):
        try:
            found = read_licence(part, TODAY)
        except ClinicError:
            continue
        for name in ("family", "given", "number", "birth_date", "expires_on"):
            assert getattr(found, name) in (getattr(whole, name), "", None), (cut, name)


def test_two_different_cards_are_refused() -> None:
    with pytest.raises(ClinicError, match="Two different cards"):
        read_licence(card() + card({"DAQ": "X1", "DCS": "OTHER"}), TODAY)


@pytest.mark.parametrize("text", ["DAQ" * 3_000, "A" * 10_000, "ANSI 636000" * 900, card() * 30, "DACDADDCS" * 600])
def test_a_flood_is_refused(text: str) -> None:
    with pytest.raises(ClinicError):
        read_licence(text, TODAY)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.sampled_from(TRAPS),
    st.sampled_from(TRAPS),
    st.sampled_from((*TRAPS, "")),
    st.sampled_from(["", " ", "^", "|", "\n"]),
    st.booleans(),
)
def test_names_that_look_like_elements(family: str, given_name: str, middle: str, sign: str, lower: bool) -> None:
    changes = {"DCS": family, "DAC": given_name, "DAD": middle, "DAI": family, "DAG": f"12 {given_name} ST"}
    text = CONTROLS.sub(lambda _: sign, card(changes))
    assert read(text.lower() if lower else text) == read(card(changes))


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    for spoilt in (text, "ANSI 636000100002DL00410278DL" + text, card()[:120] + text):
        is_licence(spoilt)
        with suppress(ClinicError):
            read_licence(spoilt, TODAY)


@given(
    st.lists(
        st.sampled_from([*WHOLE, "DAA", "DAB", "DCT", "ANSI 636000", "DL", "\n", " ", "^", "20011301", "A B"]),
        max_size=150,
    )
)
def test_any_mix_of_elements_is_read_or_refused(parts: list[str]) -> None:
    with suppress(ClinicError):
        read_licence("".join(parts), TODAY)
