"""Word lists and hearing together: which of them is believed."""

from __future__ import annotations

import pytest

from knowledge.facts import Fact, Span
from knowledge.prohibited import Ground
from nlu.facts.decide import Limits, decide

LIMITS = Limits(suspected=0.05, stated=0.5, denied=0.3, doubted=0.4)
OWN = Fact("leaving", "own_will", "自己辞的")
FIRED = Fact("leaving", "employer", "被裁的")
MONTHS = Fact("months_contributed", Span(8, 8), "八个月")
CASES = {
    "heard where the lists find nothing": ((), 0.5, ("own_will",)),
    "not heard surely enough": ((), 0.49, ()),
    "the lists alone are believed": ((OWN,), 0.3, ("own_will",)),
    "the lists are not believed": ((OWN,), 0.29, ()),
    "another value stays": ((FIRED,), 0.49, ("employer",)),
    "another value gives way": ((FIRED,), 0.5, ("own_will",)),
}


@pytest.mark.parametrize(("found", "chance", "values"), CASES.values(), ids=CASES)
def test_a_fact_that_is_one_of_a_few(found: tuple[Fact, ...], chance: float, values: tuple[str, ...]) -> None:
    made = decide(found, {Ground("leaving", "own_will"): chance}, LIMITS, lambda _: "那句话")
    assert tuple(fact.value for fact in made) == values


@pytest.mark.parametrize(("chance", "believed"), [(0.4, True), (0.39, False)])
def test_where_a_word_leaves_doubt_the_lists_need_more(chance: float, believed: bool) -> None:
    made = decide((OWN,), {Ground("leaving", "own_will"): chance}, LIMITS, str, doubtful=True)
    assert made == ((OWN,) if believed else ())


def test_what_only_the_hearing_found_quotes_its_words() -> None:
    made = decide((), {Ground("leaving", "own_will"): 0.9}, LIMITS, lambda ground: f"{ground.fact} 的话")
    assert made == (Fact("leaving", "own_will", "leaving 的话"),)


@pytest.mark.parametrize(("chance", "kept"), [(0.3, True), (0.29, False), (0.95, True)])
def test_a_number_of_months_that_the_lists_find_can_be_disbelieved(chance: float, kept: bool) -> None:
    heard = {Ground("months_contributed", "under_a_year"): chance}
    assert decide((MONTHS,), heard, LIMITS, str) == ((MONTHS,) if kept else ())


@pytest.mark.parametrize(("chance", "values"), [(0.49, ()), (0.5, (Span(0, 11),))])
def test_months_without_a_number_are_heard_when_that_is_sure(chance: float, values: tuple[Span, ...]) -> None:
    made = decide((), {Ground("months_contributed", "under_a_year"): chance}, LIMITS, lambda _: "从正月到九月")
    assert tuple(fact.value for fact in made) == values


def test_a_number_of_months_never_becomes_another() -> None:
    years = Fact("months_contributed", Span(24, 35), "两年多")
    assert decide((years,), {Ground("months_contributed", "under_a_year"): 1.0}, LIMITS, str) == (years,)


def test_only_months_that_are_meant_can_be_disbelieved() -> None:
    years = Fact("months_contributed", Span(24, 35), "两年多")
    assert decide((years,), {Ground("months_contributed", "under_a_year"): 0.0}, LIMITS, str) == (years,)
