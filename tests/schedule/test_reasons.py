"""The reasons people choose from are complete and in force."""

from datetime import date

import pytest

from app.schedule.rules import ReasonKind, Side, reason, reasons


@pytest.mark.parametrize("kind", list(ReasonKind))
def test_every_kind_has_reasons_in_both_languages(kind: ReasonKind) -> None:
    found = reasons(kind, date(2026, 3, 10))
    assert len(found) >= 4
    assert len({one.code for one in found}) == len(found)
    assert all(one.label("en") and one.label("es") and one.source for one in found)


def test_both_sides_can_cancel() -> None:
    assert {one.side for one in reasons("cancel")} == {Side.PATIENT, Side.CLINIC}


def test_nothing_holds_before_the_pack_begins() -> None:
    assert reasons("cancel", date(2019, 12, 31)) == ()
    assert reason("cancel", "sick") is not None
    assert reason("cancel", "lunch") is None
