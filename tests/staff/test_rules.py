"""The pure decisions: roles, names, numbers, passwords, waiting."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.access import Grant, Permission, Scope
from app.core.errors import ClinicError
from app.staff.rules import throttle
from app.staff.rules.passwords import (
    check_password,
    check_pin,
    hash_password,
    matches,
    needs_new_hash,
    normal,
    one_time_password,
)
from app.staff.rules.people import checked_npi, checked_text, checked_user_name, luhn, npi_is_sound
from app.staff.rules.roles import Role, grants_of, is_lead, parse_table, role_table, wider

ROLES = ("FD", "LD", "CC", "BI", "CO", "IT", "RO")
# Y everywhere, L own locations, M masked, R reason, 2 second person, - no; the columns are ROLES.
WANTED = """
search_patient        L   L   Y   Y   Y   -   L
view_patient          L   L   Y   Y   R   -   LM
view_identity         LM  LR  -   R   R   -   -
view_insurance        L   L   Y   Y   R   -   -
view_clinical_header  LM  L   M   Y   R   -   -
edit_patient          L   L   M   M   -   -   -
merge_patients        -   L2  -   -   2   -   -
break_glass           LM  L   Y   Y   Y   -   -
restrict              -   -   -   -   Y   -   -
disclose              L   L   -   Y   Y   -   -
book                  L   L   Y   -   -   -   -
override              -   LR  R   -   -   -   -
check_in              L   L   -   -   -   -   -
take_payment          L   L   -   Y   -   -   -
void_payment          -   LR  -   R   -   -   -
close_day             L   L   -   Y   -   -   -
attach_document       L   L   -   Y   -   -   -
void_document         -   LR  -   -   -   -   -
report_counts         L   L   Y   Y   Y   -   L
report_names          -   L   -   Y   R   -   -
bulk_export           -   LR  -   R   R   -   -
import                -   L   -   -   -   -   -
read_audit            -   L   -   -   Y   -   -
review_access         -   -   -   -   Y   -   -
manage_users          -   L   -   -   -   2   -
change_settings       -   -   -   -   -   Y   -
set_schedule          -   L   -   -   -   Y   -
run_backup            -   Y   -   -   -   Y   -
maintain              -   -   -   -   -   Y   -
restore               -   2   -   -   -   2   -
own_session           Y   Y   Y   Y   Y   Y   Y
system                -   -   -   -   -   -   -
"""
TABLE = {line.split()[0]: line.split()[1:] for line in WANTED.strip().splitlines()}


def cell(grant: Grant | None) -> str:
    if grant is None:
        return "-"
    marks = ("L" if grant.scope is Scope.OWN else "", "M" * grant.masked, "R" * grant.reason, "2" * grant.second)
    return "".join(marks) or "Y"


def test_the_table_of_roles_is_the_one_we_want() -> None:
    found = {one.value: [cell(role_table().grants[Role(role)].get(one)) for role in ROLES] for one in Permission}
    assert found == TABLE


def test_an_administrator_sees_no_patient() -> None:
    patients = {name for name in TABLE if name.startswith(("view_", "search_", "edit_", "report_", "bulk_"))}
    assert not patients & {permission.value for permission in grants_of(["IT"])}


@pytest.mark.parametrize("words", ["own sometimes", "everywhere", ""])
def test_a_table_with_an_unknown_word_is_refused(words: str) -> None:
    text = 'source = "x"\nvalid_from = 2026-01-01\nroles = ["FD"]\nlead = []\neveryone = []\n[grants]\n'
    with pytest.raises(ValueError):  # noqa: PT011 - which of the enums refuses does not matter
        parse_table(f'{text}book = {{ FD = "{words}" }}')


def test_several_roles_give_the_wider_grant() -> None:
    assert cell(grants_of(["FD", "CC"])[Permission.BOOK]) == "Y"
    assert cell(grants_of(["FD", "LD"])[Permission.VIEW_CLINICAL_HEADER]) == "L"
    assert grants_of(["nobody knows this"]) == {}


GRANTS = st.builds(Grant, st.sampled_from(Scope), st.booleans(), st.booleans(), st.booleans())


@given(GRANTS, GRANTS)
def test_together_they_never_give_more_than_one_of_them(one: Grant, other: Grant) -> None:
    assert wider(one, other) in (one, other)


def test_lead_roles() -> None:
    assert is_lead(["FD", "LD"])
    assert not is_lead(["FD", "BI"])


@pytest.mark.parametrize(("npi", "sound"), [
    ("1234567893", True), ("1245319599", True), ("1234567890", False), ("3234567893", False), ("123456789", False),
    ("12345678９3", False),
])  # fmt: skip
def test_npi(npi: str, sound: bool) -> None:
    assert npi_is_sound(npi) is sound


@given(st.integers(0, 10**14), st.integers(0, 14), st.integers(1, 9))
def test_luhn_finds_every_single_slip(number: int, place: int, by: int) -> None:
    body = f"{number:014d}"
    whole = next(body + str(last) for last in range(10) if luhn(body + str(last)))
    slip = whole[:place] + str((int(whole[place]) + by) % 10) + whole[place + 1 :]
    assert not luhn(slip)


def test_npi_at_its_field() -> None:
    assert checked_npi(" 123-456 7893 ") == "1234567893"
    assert checked_npi("  ") is None
    with pytest.raises(ClinicError) as told:
        checked_npi("1234567890")
    assert told.value.field == "npi"


GOOD = [
    "violet anchor seventeen maps", "correct horse battery staple", "Zürcher Käse schmilzt langsam",
    "ночной поезд идёт на юг", "富士山の上で朝日を見ましたとさよ", "x" * 2 + "kJ#9vQm!Lw2@Tz7", "🦊🐙🦉🐳🦋🌵🍉🚲⛵🎻🪁🧭🧵🪴🗝 fox",
]  # fmt: skip
BAD = [
    "short but nice", "passwordpassword", "Password1234567", "frontdeskfrontdesk", "Frontdesk-Sierra-2026!",
    "aaaaaaaaaaaaaaaaaaaa", "123456789012345", "qwertyuiopasdfgh", "abcabcabcabcabcabc", "Ana Ruiz Visalia 1",
    "summer winter spring", "ＰＡＳＳＷＯＲＤ１２３４５６７",
]  # fmt: skip


@pytest.mark.parametrize("password", GOOD)
def test_good_passwords(password: str) -> None:
    check_password(password, ("Sierra Physical Therapy", "Visalia – Main Street", "Ana Ruiz", "ana.ruiz"))


@pytest.mark.parametrize("password", BAD)
def test_passwords_anybody_would_guess(password: str) -> None:
    with pytest.raises(ClinicError) as told:
        check_password(password, ("Sierra Physical Therapy", "Visalia – Main Street", "Ana Ruiz", "ana.ruiz"), "new")
    assert told.value.field == "new"


def test_length_counts_code_points_and_nothing_is_cut_off() -> None:
    long = "".join(chr(0x4E00 + n) for n in range(1024))
    check_password(long)
    assert not matches(hash_password(long), long[:-1])
    with pytest.raises(ClinicError):
        check_password(long + "x")
    assert not matches(hash_password("a"), "a" * 2_000_000)


@settings(max_examples=15)
@given(st.text(max_size=40), st.text(max_size=5))
def test_any_text_is_hashed_and_found_again(password: str, more: str) -> None:
    stored = hash_password(password)
    assert matches(stored, password)
    assert matches(stored, password + more) is (normal(password + more) == normal(password))


def test_hashes_are_of_today_and_open_for_every_way_of_typing() -> None:
    stored = hash_password("Zürich fährt später ab")
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert matches(stored, "Zu\u0308rich fa\u0308hrt spa\u0308ter ab")
    assert not matches(stored, "zürich fährt später ab")
    assert not matches(None, "Zürich fährt später ab")
    assert not matches("not a hash", "Zürich fährt später ab")
    assert not needs_new_hash(stored)
    assert needs_new_hash(stored.replace("m=19456", "m=8192"))


def test_one_time_passwords_will_do() -> None:
    found = {one_time_password() for _ in range(50)}
    assert len(found) == 50
    for one in found:
        check_password(one)


@pytest.mark.parametrize("pin", ["1234", "1111", "4321", "123", "123456789", "12a4", "1212", "٢٤٧٩", ""])
def test_pins_anybody_would_guess(pin: str) -> None:
    with pytest.raises(ClinicError):
        check_pin(pin)


@pytest.mark.parametrize("pin", ["2580", "73914406", "1357"])
def test_good_pins(pin: str) -> None:
    check_pin(pin)


def test_the_delay_grows_and_ends() -> None:
    found = [throttle.delay(failures).total_seconds() for failures in range(8)]
    assert found == [0, 0, 0, 2, 4, 8, 16, 32]
    assert throttle.delay(5000) == timedelta(minutes=15)


def test_names_that_differ_only_in_typing_share_a_key() -> None:
    assert throttle.name_key(" Ana.Ruiz ") == throttle.name_key("ana.ruiz") != throttle.name_key("ana.ruis")
    assert "ana" not in throttle.name_key("ana.ruiz")
    assert len(throttle.name_key("x" * 5000)) <= 80


@pytest.mark.parametrize("name", ["a", "", "ana ruiz", "ana\x00ruiz", ".ana", "x" * 61, "ana;drop", "\ud800abc"])
def test_user_names_nobody_could_type_again(name: str) -> None:
    with pytest.raises(ClinicError) as told:
        checked_user_name(name)
    assert told.value.field == "user_name"


def test_user_names_have_one_form() -> None:
    assert checked_user_name(" Ána.Ruiz ") == "ána.ruiz"
    assert checked_text("  María\tJosé ", "display_name", 40) == "María José"


@pytest.mark.parametrize("text", ["", "   ", "a\x00b", "\ud800", "x" * 41])
def test_texts_that_cannot_be_kept(text: str) -> None:
    with pytest.raises(ClinicError):
        checked_text(text, "name", 40)
