"""A case on the facts, and those of several that apply."""

from __future__ import annotations

from datetime import date

from knowledge.facts import Fact, Span
from knowledge.prohibited import CaseRule, Ground, Number, Verdict, applying, judge
from knowledge.prohibited.records import Parameters

DAY = date(2026, 3, 11)
OWN_WILL = Fact("leaving", "own_will", "自己辞的")
TEN = Fact("months_contributed", Span(10, 10), "十个月")
LEFT = CaseRule(
    case="5.1",
    check="stated",
    parameters=Parameters(any_of=(Ground("leaving", "own_will"),)),
    plain="",
    items=(28,),
    ask="",
)
FEW = CaseRule(
    case="5.2",
    check="fewer_months",
    parameters=Parameters(months="months_contributed", limit=(Number(12, date(2022, 12, 1), ""),)),
    plain="",
    items=(28,),
    ask="",
)


def test_a_rule_uses_the_check_that_it_names() -> None:
    assert judge(LEFT, {"leaving": OWN_WILL}, DAY) == Verdict("applies", (OWN_WILL,))
    assert judge(FEW, {"months_contributed": TEN}, DAY) == Verdict("applies", (TEN,))


def test_only_those_that_apply_are_given_in_order() -> None:
    both = {"leaving": OWN_WILL, "months_contributed": TEN}
    assert [rule.case for rule, _ in applying((LEFT, FEW), both, DAY)] == ["5.1", "5.2"]
    assert [rule.case for rule, _ in applying((LEFT, FEW), {"months_contributed": TEN}, DAY)] == ["5.2"]
    assert applying((LEFT, FEW), {}, DAY) == ()


def test_the_facts_that_decide_are_named_once() -> None:
    grounds = (Ground("custody", "serving"), Ground("custody", "outside"), Ground("wish", "stop"))
    assert Parameters(any_of=grounds).facts == ("custody", "wish")
    assert FEW.parameters.facts == ("months_contributed",)
