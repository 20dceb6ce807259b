from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checklists.rules import (
    Held,
    ItemState,
    LampName,
    VisitFacts,
    Waived,
    checklist,
    open_codes,
    parse_pack,
    requirements,
    rule_pack,
)
from app.documents.rules import DocumentKind
from app.insurance.rules import PayerKind
from app.schedule.rules import VisitKind

DAY = date(2026, 3, 10)
PACK = rule_pack()
ALWAYS = ["photo-id", "consent-to-treat", "privacy-notice", "financial-policy"]


def facts(payer: PayerKind | None = PayerKind.COMMERCIAL, **more: object) -> VisitFacts:
    given = {"day": DAY, "visit_kind": VisitKind.FOLLOW_UP, "state": "CA", "payer_kind": payer, "age": 40} | more
    return VisitFacts(**given)  # type: ignore[arg-type]


def asked(visit: VisitFacts) -> set[str]:
    return {rule.kind.value for rule in requirements(PACK, visit)}


@pytest.mark.parametrize(
    ("visit", "extra"),
    [
        (facts(), {"insurance-card"}),
        (facts(PayerKind.SELF_PAY), set()),
        (facts(None), set()),
        (facts(PayerKind.MEDICARE, visit_kind=VisitKind.EVALUATION), {"insurance-card", "intake-form"}),
        (facts(PayerKind.HMO, visit_kind=VisitKind.EVALUATION), {"insurance-card", "intake-form", "referral"}),
        (facts(PayerKind.HMO), {"insurance-card"}),
        (facts(PayerKind.WORKERS_COMP), {"claim-information", "authorization-letter"}),
        (facts(PayerKind.AUTO), {"claim-information"}),
        (facts(PayerKind.VA), {"insurance-card", "authorization-letter"}),
        (facts(PayerKind.SELF_PAY, visit_kind=VisitKind.EVALUATION, state="MO"), {"intake-form", "referral"}),
        (facts(PayerKind.SELF_PAY, visit_kind=VisitKind.EVALUATION, state="MO", day=date(2020, 6, 1)), {"intake-form"}),
    ],
    ids=lambda value: getattr(value, "payer_kind", "") or "",
)
def test_what_a_visit_asks_for(visit: VisitFacts, extra: set[str]) -> None:
    assert asked(visit) == set(ALWAYS) | extra


@pytest.mark.parametrize(
    ("age", "consent"), [(17, "minor-consent"), (18, "consent-to-treat"), (None, "consent-to-treat")]
)
def test_a_minors_consent_is_signed_by_another(age: int | None, consent: str) -> None:
    assert asked(facts(age=age)) & {"minor-consent", "consent-to-treat"} == {consent}


def states(held: list[Held], visit: VisitFacts | None = None, waived: tuple[Waived, ...] = ()) -> dict[str, ItemState]:
    return {item.code: item.state for item in checklist(PACK, visit or facts(), held, waived)}


@pytest.mark.parametrize(
    ("ends", "state"),
    [
        (None, ItemState.RECEIVED),
        (DAY + timedelta(days=14), ItemState.RECEIVED),
        (DAY + timedelta(days=13), ItemState.SOON),
        (DAY, ItemState.SOON),
        (DAY - timedelta(days=1), ItemState.EXPIRED),
    ],
)
def test_a_licence_ends(ends: date | None, state: ItemState) -> None:
    assert states([Held(1, DocumentKind.PHOTO_ID, date(2020, 1, 1), ends)])["photo-id"] is state


def test_a_signature_is_asked_for_again_after_its_time() -> None:
    assert (
        states([Held(1, DocumentKind.CONSENT_TO_TREAT, DAY - timedelta(days=366))])["consent-to-treat"]
        is ItemState.EXPIRED
    )
    assert states([Held(1, DocumentKind.PRIVACY_NOTICE, date(2001, 1, 1))])["privacy-notice"] is ItemState.RECEIVED


def test_the_paper_that_counts_longest_counts() -> None:
    papers = [
        Held(1, DocumentKind.PHOTO_ID, date(2020, 1, 1), date(2030, 1, 1)),
        Held(2, DocumentKind.PHOTO_ID, date(2025, 1, 1), date(2025, 6, 1)),
    ]
    (item,) = [one for one in checklist(PACK, facts(), papers, ()) if one.code == "photo-id"]
    assert (item.document_id, item.state, item.expires_on) == (1, ItemState.RECEIVED, date(2030, 1, 1))


@pytest.mark.parametrize(("before", "state"), [(60, ItemState.RECEIVED), (61, ItemState.MISSING)])
def test_a_card_is_as_new_as_the_plan(before: int, state: ItemState) -> None:
    start = DAY - timedelta(days=5)
    card = Held(1, DocumentKind.INSURANCE_CARD, start - timedelta(days=before))
    assert states([card], facts(plan_from=start))["insurance-card"] is state


def test_a_waiver_covers_what_is_open_and_nothing_else() -> None:
    waiver = Waived(5, "photo-id", "D. Cole", "known for years")
    assert states([], waived=(waiver,))["photo-id"] is ItemState.WAIVED
    there = [Held(1, DocumentKind.PHOTO_ID, DAY)]
    assert states(there, waived=(waiver,))["photo-id"] is ItemState.RECEIVED
    items = checklist(PACK, facts(), [], (waiver,))
    assert open_codes(items) == ("insurance-card", "consent-to-treat", "privacy-notice", "financial-policy")


@given(
    st.sampled_from([None, *PayerKind]), st.sampled_from(list(VisitKind)), st.integers(0, 120),
    st.sampled_from(["", "CA", "AL"]), st.dates(date(2020, 1, 1), date(2040, 1, 1)),
)  # fmt: skip
def test_each_paper_is_asked_for_once_and_can_be_brought(
    payer: PayerKind | None, kind: VisitKind, age: int, state: str, day: date
) -> None:
    visit = facts(payer, visit_kind=kind, age=age, state=state, day=day)
    rules = requirements(PACK, visit)
    assert len({rule.kind for rule in rules}) == len(rules)
    held = [Held(number, rule.kind, day) for number, rule in enumerate(rules)]
    assert open_codes(checklist(PACK, visit, held, ())) == ()


def test_every_rule_names_its_source() -> None:
    assert PACK.source
    assert all(rule.source and rule.valid_from for rule in PACK.rules)
    assert {rule.lamp for rule in PACK.rules} == set(LampName)


@pytest.mark.parametrize("line", ['kind = "passport"', 'colour = "red"', 'payer_kinds = ["hmo", "htm"]'])
def test_a_pack_with_a_slip_is_refused(line: str) -> None:
    good = {"kind": 'kind = "photo-id"', "rest": 'lamp = "identity"\nvalid_from = 2020-01-01\nsource = "x"'}
    head = line if line.startswith("kind") else f"{good['kind']}\n{line}"
    with pytest.raises(ValueError, match=r"unknown|valid"):
        parse_pack(f'source = "x"\nsoon_days = 1\n[[paper]]\n{head}\n{good["rest"]}')
