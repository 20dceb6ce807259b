from datetime import date

import pytest

from app.checklists.rules import Item, ItemState, LampName
from app.documents.rules import DocumentKind
from app.readiness.rules import Fix, Lamp, LampCode, LampState, ReadinessFacts, is_problem, lamps

DAY = date(2026, 3, 10)
ENDED = date(2026, 2, 28)


def paper(kind: DocumentKind, lamp: LampName, state: ItemState = ItemState.RECEIVED) -> Item:
    return Item(kind.value, kind, lamp, state, "a rule", expires_on=ENDED, waived_by="D. Cole")


def photo(state: ItemState = ItemState.RECEIVED) -> Item:
    return paper(DocumentKind.PHOTO_ID, LampName.IDENTITY, state)


def form(kind: DocumentKind, state: ItemState = ItemState.RECEIVED) -> Item:
    return paper(kind, LampName.FORMS, state)


def lamp(code: LampCode, *items: Item, **more: object) -> Lamp | None:
    given = {"day": DAY, "items": items, "birth_date_known": True, "has_coverage": True} | more
    shown = lamps(ReadinessFacts(**given))  # type: ignore[arg-type]
    assert len(shown) == len(LampCode)
    return shown[list(LampCode).index(code)]


@pytest.mark.parametrize(
    ("state", "shown", "words"),
    [
        (ItemState.RECEIVED, LampState.OK, "In order."),
        (ItemState.MISSING, LampState.MISSING, "Photo ID is missing"),
        (ItemState.EXPIRED, LampState.SOON, "Photo ID ended 02/28/2026"),
        (ItemState.SOON, LampState.SOON, "Photo ID ends 02/28/2026"),
        (ItemState.WAIVED, LampState.WAIVED, "Photo ID: waived by D. Cole."),
    ],
)
def test_a_lamp_tells_its_paper(state: ItemState, shown: LampState, words: str) -> None:
    found = lamp(LampCode.ID, photo(state))
    assert found is not None
    assert (found.state, found.reason) == (shown, words)
    assert (found.fix is Fix.SCAN_ID) == is_problem(shown)
    assert found.items == (("photo-id",) if is_problem(shown) else ())


def test_the_worst_of_several_papers_decides_and_all_are_named() -> None:
    found = lamp(
        LampCode.FORMS,
        form(DocumentKind.PRIVACY_NOTICE),
        form(DocumentKind.CONSENT_TO_TREAT, ItemState.EXPIRED),
        form(DocumentKind.FINANCIAL_POLICY, ItemState.MISSING),
    )
    assert found is not None
    assert found.state is LampState.MISSING
    assert found.items == ("consent-to-treat", "financial-policy")
    assert found.reason == "Consent to treat ended 02/28/2026; Financial policy is missing"


def test_what_is_not_known() -> None:
    identity = lamp(LampCode.ID, photo(), birth_date_known=False)
    card = lamp(LampCode.CARD, has_coverage=False)
    assert identity is not None
    assert card is not None
    assert (identity.state, identity.fix) == (LampState.UNKNOWN, Fix.COMPLETE_PATIENT)
    assert (card.state, card.fix) == (LampState.UNKNOWN, Fix.ADD_COVERAGE)


def test_what_is_not_needed() -> None:
    card = lamp(LampCode.CARD)
    assert card is not None
    assert card.state is LampState.NONE


@pytest.mark.parametrize(("owed", "state"), [(-500, LampState.OK), (0, LampState.OK), (123_450, LampState.MISSING)])
def test_the_balance(owed: int, state: LampState) -> None:
    found = lamp(LampCode.BALANCE, owed_cents=owed)
    assert found is not None
    assert found.state is state
    assert ("$1,234.50" in found.reason) == (state is LampState.MISSING)


def test_lamps_without_data_or_right_are_not_there() -> None:
    for code in (LampCode.ELIGIBILITY, LampCode.AUTHORIZATION, LampCode.PLAN, LampCode.REFERRAL):
        assert lamp(code) is None
    assert lamp(LampCode.CARD, shows_insurance=False) is None
    assert lamp(LampCode.BALANCE, owed_cents=None) is None
