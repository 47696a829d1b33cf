"""Months against a limit: the edges in pairs, spans that hold the limit, and days before the number is in force."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.facts import Fact, Span
from knowledge.prohibited import fewer_months, more_months
from knowledge.prohibited.records import Number, Parameters
from knowledge.prohibited.verdict import Verdict

SINCE = date(2022, 12, 1)
DAY = date(2026, 3, 11)
TWELVE = Parameters(months="months_contributed", limit=(Number(12, SINCE, "第 126 页"),))
THREE_YEARS = Parameters(months="months_paid_back", limit=(Number(36, SINCE, "第 126 页"),))

FEWER = {
    "11 months": (Span(11, 11), "applies"),
    "12 months": (Span(12, 12), "does_not"),
    "13 months": (Span(13, 13), "does_not"),
    "none": (Span(0, 0), "applies"),
    "less than a year": (Span(0, 11), "applies"),
    "up to a year": (Span(0, 12), "cannot_tell"),
    "about a year": (Span(11, 12), "cannot_tell"),
    "a year or more": (Span(12, 600), "does_not"),
}
MORE = {
    "35 months": (Span(35, 35), "does_not"),
    "exactly 36": (Span(36, 36), "does_not"),
    "3 years and a month": (Span(37, 37), "applies"),
    "more than 3 years": (Span(37, 47), "applies"),
    "3 years or more": (Span(36, 600), "cannot_tell"),
    "up to 3 years": (Span(0, 36), "does_not"),
    "up to 37 months": (Span(0, 37), "cannot_tell"),
}


@pytest.mark.parametrize(("span", "outcome"), FEWER.values(), ids=FEWER)
def test_fewer(span: Span, outcome: str) -> None:
    fact = Fact("months_contributed", span, "")
    found = fewer_months.check({fact.name: fact}, TWELVE, DAY)
    assert found.outcome == outcome
    assert (found.because, found.missing) == (((), (fact.name,)) if outcome == "cannot_tell" else ((fact,), ()))


@pytest.mark.parametrize(("span", "outcome"), MORE.values(), ids=MORE)
def test_more(span: Span, outcome: str) -> None:
    fact = Fact("months_paid_back", span, "")
    found = more_months.check({fact.name: fact}, THREE_YEARS, DAY)
    assert found.outcome == outcome
    assert (found.because, found.missing) == (((), (fact.name,)) if outcome == "cannot_tell" else ((fact,), ()))


@pytest.mark.parametrize(("module", "parameters"), [(fewer_months, TWELVE), (more_months, THREE_YEARS)])
def test_unknown_months_are_missing(module: object, parameters: Parameters) -> None:
    check = module.check  # type: ignore[attr-defined]
    assert check({}, parameters, DAY) == Verdict("cannot_tell", missing=(parameters.months,))
    wrong = {parameters.months: Fact(parameters.months, "own_will", "")}
    assert check(wrong, parameters, DAY).outcome == "cannot_tell"


def test_a_day_before_the_number_is_in_force_is_not_judged_by_it() -> None:
    few = {"months_contributed": Fact("months_contributed", Span(11, 11), "")}
    many = {"months_paid_back": Fact("months_paid_back", Span(60, 60), "")}
    eve = date(2022, 11, 30)
    assert [fewer_months.check(few, TWELVE, day).outcome for day in (eve, SINCE)] == ["cannot_tell", "applies"]
    assert [more_months.check(many, THREE_YEARS, day).outcome for day in (eve, SINCE)] == ["cannot_tell", "applies"]


def test_the_latest_number_in_force_counts() -> None:
    later = date(2026, 1, 1)
    parameters = Parameters(months="months_contributed", limit=(Number(6, later, ""), Number(12, SINCE, "")))
    facts = {"months_contributed": Fact("months_contributed", Span(8, 8), "")}
    days = (date(2025, 12, 31), later)
    assert [fewer_months.check(facts, parameters, day).outcome for day in days] == ["applies", "does_not"]
