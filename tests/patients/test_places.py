"""ZIPs and states, offline."""

import bz2
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.patients.rules.places import PROVINCES, STATES, ZipPlace, miles_between, state_code, zip_place, zip_places


@pytest.mark.parametrize(
    ("zip_code", "place"),
    [
        ("93291", ("Visalia", "CA")),
        ("11937-1234", ("East Hampton", "NY")),
        (" 00501 ", ("Holtsville", "NY")),
        ("00936", ("San Juan", "PR")),
        ("96799", ("Pago Pago", "AS")),
        ("99950", ("Ketchikan", "AK")),
        ("09012", ("Apo", "AE")),
    ],
)
def test_a_zip_says_city_and_state(zip_code: str, place: tuple[str, str]) -> None:
    found = zip_place(zip_code)
    assert found is not None
    assert (found.city.title(), found.state) == place


def test_a_zip_with_several_cities_names_them_all() -> None:
    found = zip_places("01230")
    assert found[0] == ZipPlace("Great Barrington", "MA")
    assert ZipPlace("New Marlborough", "MA") in found[1:]


@pytest.mark.parametrize("text", ["", "00000", "1234", "93 91", "K1A 0B1", "９３２９１", "\n9329", "ABCDE", "NY|Ea"])
def test_what_is_no_zip_has_no_place(text: str) -> None:
    assert zip_places(text) == ()
    assert zip_place(text) is None


@given(st.text(max_size=12))
def test_any_text_may_be_asked_for(text: str) -> None:
    assert all(place.city and place.state in STATES for place in zip_places(text))


def test_states_are_known_by_letters_and_by_name() -> None:
    assert [state_code(text) for text in ("ca", "California", " new  york ", "P.R.", "Quebec", "ZZ", "", "D.C.")] == [
        "CA", "CA", "NY", "PR", "QC", "", "", "DC",
    ]  # fmt: skip
    assert len(STATES) == 50 + 1 + 8 + 3
    assert not STATES.keys() & PROVINCES.keys()


def test_an_older_list_of_all_zips_agrees(data_dir: Path) -> None:
    rows = json.loads(bz2.decompress((data_dir / "zip" / "zips.json.bz2").read_bytes()))
    active = [row for row in rows if row["active"]][::20]
    same = sum(zip_place(row["zip_code"]) == ZipPlace(row["city"], row["state"]) for row in active)
    states = sum((place := zip_place(row["zip_code"])) is None or place.state == row["state"] for row in active)
    assert len(active) > 2_000
    assert same / len(active) > 0.98
    assert states == len(active)


@pytest.mark.parametrize(
    ("one", "other", "miles"),
    [
        ("93291", "93291", 0),
        ("93291", "93274-1234", 10),  # Visalia, Tulare
        ("93291", "93721", 37),  # Fresno
        ("10001", "90001", 2450),
        ("96799", "99701", 5600),  # Pago Pago, Fairbanks: over the equator
    ],
)
def test_miles_as_the_crow_flies(one: str, other: str, miles: int) -> None:
    found = miles_between(one, other)
    assert found is not None
    assert abs(found - miles) <= max(1, miles // 50)
    assert found == miles_between(other, one)


@pytest.mark.parametrize("text", ["", "00000", "K1A 0B1", "09012", "９３２９１"])
def test_what_has_no_middle_is_at_no_distance(text: str) -> None:
    assert miles_between("93291", text) is None
