"""Made-up crowds: what is called sure stays true, whoever lives under one roof and however they are written down."""

from collections import Counter
from dataclasses import replace

import pytest

from app.patients.rules.matching import Answer, find_pairs, learn, traits_of, usual_weights
from app.patients.rules.matching.levels import Birth, Family, Field, Given, Levels
from tests.patients.matching.crowd import CROWDS, Crowd

#: the least part of the true pairs that is suggested, and that is sure; the least precision of what is suggested
LEAST = {
    "few slips": (0.99, 0.93, 0.99),
    "many copies": (0.91, 0.65, 0.99),
    "no numbers": (0.94, 0.72, 0.99),
    "voters": (0.96, 0.7, 0.94),
    "clinic": (0.95, 0.6, 0.94),
    "members": (0.93, 0.5, 0.94),
    "no doubles": (1.0, 1.0, 1.0),
    "names and dates": (0.94, 0.74, 0.8),
}


@pytest.mark.parametrize("name", CROWDS)
def test_a_crowd(name: str) -> None:
    crowd = Crowd(CROWDS[name], seed=2)
    found = find_pairs(crowd.traits())
    owners = crowd.owners
    truth = sum(count * (count - 1) // 2 for count in Counter(owners).values())
    right = [pair for pair in found if owners[pair.one] == owners[pair.other]]
    sure = [pair for pair in found if pair.verdict.answer is Answer.SURE]
    recall, sure_recall, precision = LEAST[name]
    assert [pair for pair in sure if owners[pair.one] != owners[pair.other]] == []
    assert len(right) >= recall * truth
    assert len(sure) >= sure_recall * truth
    assert len(right) >= precision * len(found)


@pytest.mark.parametrize("across", [False, True])
def test_who_is_one_with_a_third_is_suggested(across: bool) -> None:
    """The first and the last of three records share a first name, no more: it is the one between that knows both."""
    crowd = Crowd(replace(CROWDS["few slips"], people=300), seed=2).traits()
    first = traits_of(family="Wojcik", given="Hedwiga", birth="19710630", email="hedwiga@wojcik.org")
    both = replace(first, phones=("5595550142",), ssn="416223344")
    last = replace(both, family="quist", family_words=("quist",), birth="", email="")
    left, right = ([first, last, *crowd], [both, *crowd[:9]]) if across else ([first, both, last, *crowd], None)
    found = {(pair.one, pair.other): pair for pair in find_pairs(left, right)}
    if across:  # the two unlike ones stand in the same file: no pair of theirs counts
        assert [found[places].verdict.answer for places in ((0, 0), (1, 0))] == [Answer.SURE] * 2
        assert not any(pair.by_third for pair in found.values())
    else:
        assert [found[places].verdict.answer for places in ((0, 1), (1, 2), (0, 2))] == [Answer.SURE] * 2 + [
            Answer.POSSIBLE
        ]
        assert found[0, 2].by_third


def test_learning_needs_nobody_and_changes_little_without_pairs() -> None:
    assert learn({}, total=1000.0).table[Field.GIVEN][Given.SAME][0] == pytest.approx(
        usual_weights().table[Field.GIVEN][Given.SAME][0]
    )


def test_learning_sees_what_a_clinic_does() -> None:
    """Where birth dates are often swapped, a swapped one comes to say more; families do not teach that names change."""
    swapped = levels(birth=Birth.SWAPPED)
    doubles = {levels(): 500, swapped: 400, levels(given=Given.OTHER, birth=Birth.OTHER, address=1): 900}
    strangers = {levels(family=Family.OTHER, given=Given.OTHER, birth=Birth.OTHER, address=5): 50_000}
    learnt, usual = learn(doubles, strangers, 1e7), usual_weights()
    assert learnt.table[Field.BIRTH][Birth.SWAPPED][0] > 5 * usual.table[Field.BIRTH][Birth.SWAPPED][0]
    assert learnt.table[Field.GIVEN][Given.OTHER][0] < 0.07
    assert learnt.same_household * 1e7 == pytest.approx(900, rel=0.1)


def levels(*, family: int = 1, given: int = 1, birth: int = 1, address: int = 1) -> Levels:
    found = [0] * len(Field)
    for kind, level in ((Field.FAMILY, family), (Field.GIVEN, given), (Field.BIRTH, birth), (Field.ADDRESS, address)):
        found[kind] = int(level)
    return tuple(found)
