"""Hearing and reader together: whose probability counts."""

from __future__ import annotations

import pytest

from knowledge.facts import Fact, Span
from knowledge.prohibited import Ground
from nlu.facts.decide import Limits
from nlu.facts.weigh import suspected, weigh

LIMITS = Limits(suspected=0.05, stated=0.5, instead=0.8, denied=0.3, uncounted=0.2)
CARD, MONTHS = Ground("injury_card", "borrowed"), Ground("months_contributed", "under_a_year")
LISTED = (Fact("injury_card", "borrowed", "借他的证"),)
COUNTED = (Fact("months_contributed", Span(8, 8), "八个月"),)


@pytest.mark.parametrize("found", [(), LISTED], ids=["not listed", "listed"])
def test_both_have_half_the_say(found: tuple[Fact, ...]) -> None:
    assert weigh(found, {CARD: 0.4}, {CARD: 0.8}) == {CARD: pytest.approx(0.6)}


def test_a_number_of_months_is_judged_by_the_hearing() -> None:
    assert weigh(COUNTED, {MONTHS: 0.7, CARD: 0.5}, {MONTHS: 0.1, CARD: 0.5}) == {MONTHS: 0.7, CARD: 0.5}


def test_a_move_that_the_lists_find_is_judged_by_the_hearing() -> None:
    moved = (Fact("move", "within_province", "在沈阳找了新单位"),)
    within = Ground("move", "within_province")
    assert weigh(moved, {within: 0.6}, {within: 0.0}) == {within: 0.6}


def test_months_without_a_number_are_judged_by_both() -> None:
    assert weigh((), {MONTHS: 0.7}, {MONTHS: 0.9}) == {MONTHS: pytest.approx(0.8)}


@pytest.mark.parametrize(
    ("found", "chance", "worth"), [((), 0.05, True), ((), 0.049, False), (LISTED, 0.0, True)], ids=str
)
def test_what_is_worth_reading(found: tuple[Fact, ...], chance: float, worth: bool) -> None:
    assert suspected(found, {CARD: chance}, LIMITS) is worth
