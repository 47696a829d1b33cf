"""Numbers of months by their size, and back."""

from __future__ import annotations

import pytest

from knowledge.facts import Fact, Span
from nlu.facts.kinds import kind_of, value_of

SIZES = {
    "none": (Span(0, 0), "under_a_year"),
    "eleven": (Span(11, 11), "under_a_year"),
    "twelve": (Span(12, 12), "up_to_three_years"),
    "about a year": (Span(11, 12), "up_to_three_years"),
    "thirty-six": (Span(36, 36), "up_to_three_years"),
    "thirty-seven": (Span(37, 37), "over_three_years"),
    "more than anybody works": (Span(900, 900), "over_three_years"),
}


@pytest.mark.parametrize(("span", "size"), SIZES.values(), ids=SIZES)
def test_the_size_of_a_number_of_months(span: Span, size: str) -> None:
    assert kind_of(Fact("months_contributed", span, "")) == size


@pytest.mark.parametrize("size", ["under_a_year", "up_to_three_years", "over_three_years"])
def test_a_size_stands_for_numbers_that_are_of_it(size: str) -> None:
    value = value_of(size)
    assert isinstance(value, Span)
    assert {kind_of(Fact("", Span(n, n), "")) for n in (value.least, value.most)} == {size}


def test_a_choice_stands_for_itself() -> None:
    assert value_of("own_will") == kind_of(Fact("leaving", "own_will", "")) == "own_will"
