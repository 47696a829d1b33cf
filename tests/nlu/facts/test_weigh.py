"""Hearing and reader together: whose probability counts."""

from __future__ import annotations

import pytest

from knowledge.facts import Fact
from knowledge.prohibited import Ground
from nlu.facts.decide import Limits
from nlu.facts.weigh import suspected, weigh

LIMITS = Limits(suspected=0.05, stated=0.5, denied=0.3, doubted=0.4)
CARD, MONTHS = Ground("injury_card", "borrowed"), Ground("months_contributed", "under_a_year")
LISTED = (Fact("injury_card", "borrowed", "借他的证"),)


def test_both_have_half_the_say() -> None:
    both = weigh({CARD: 0.4, MONTHS: 0.8}, {CARD: 0.8, MONTHS: 0.4})
    assert both == {CARD: pytest.approx(0.6), MONTHS: pytest.approx(0.6)}


@pytest.mark.parametrize(
    ("found", "chance", "worth"), [((), 0.05, True), ((), 0.049, False), (LISTED, 0.0, True)], ids=str
)
def test_what_is_worth_reading(found: tuple[Fact, ...], chance: float, worth: bool) -> None:
    assert suspected(found, {CARD: chance}, LIMITS) is worth
