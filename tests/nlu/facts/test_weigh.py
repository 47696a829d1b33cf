"""Hearing and reader together: whose probability counts."""

from __future__ import annotations

import pytest

from knowledge.facts import Fact, Span
from knowledge.prohibited import Ground
from nlu.facts.decide import Limits
from nlu.facts.weigh import suspected, weigh

LIMITS = Limits(suspected=0.05, stated=0.5, instead=0.8, denied=0.3, uncounted=0.2)
CARD, CLAIM = Ground("injury_card", "borrowed"), Ground("injury_claim", "untrue")
MONTHS = Ground("months_contributed", "under_a_year")
LISTED = (Fact("injury_card", "borrowed", "借他的证"),)
COUNTED = (Fact("months_contributed", Span(8, 8), "八个月"),)
CASES = {
    "nothing is suspected": ((), {CARD: 0.04}, {CARD: 0.9}, {CARD: 0.04}),
    "what is suspected is read": ((), {CARD: 0.05}, {CARD: 0.9}, {CARD: 0.9}),
    "what the lists find is read": (LISTED, {CARD: 0.01}, {CARD: 0.2}, {CARD: 0.2}),
    "of kindred facts the likelier": ((), {CARD: 0.4, CLAIM: 0.19}, {CARD: 0.9, CLAIM: 0.9}, {CARD: 0.9, CLAIM: 0.19}),
    "both, where they are alike": ((), {CARD: 0.4, CLAIM: 0.2}, {CARD: 0.9, CLAIM: 0.8}, {CARD: 0.9, CLAIM: 0.8}),
    "a likelier one that is not so": ((), {CARD: 0.9, CLAIM: 0.1}, {CARD: 0.4, CLAIM: 0.9}, {CARD: 0.4, CLAIM: 0.9}),
    "numbers by the hearing": (COUNTED, {MONTHS: 0.7}, {MONTHS: 0.1}, {MONTHS: 0.7}),
    "months without a number are read": ((), {MONTHS: 0.2}, {MONTHS: 0.9}, {MONTHS: 0.9}),
}


@pytest.mark.parametrize(("found", "heard", "read", "weighed"), CASES.values(), ids=CASES)
def test_whose_probability_counts(
    found: tuple[Fact, ...], heard: dict[Ground, float], read: dict[Ground, float], weighed: dict[Ground, float]
) -> None:
    assert weigh(found, heard, read, LIMITS) == weighed


@pytest.mark.parametrize(
    ("found", "chance", "worth"), [((), 0.05, True), ((), 0.049, False), (LISTED, 0.0, True)], ids=str
)
def test_what_is_worth_reading(found: tuple[Fact, ...], chance: float, worth: bool) -> None:
    assert suspected(found, {CARD: chance}, LIMITS) is worth
