"""Which cases a turn is about."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.facts import Fact, Span
from knowledge.guide import Guide, load
from tests.actions.prohibited.steps import OWN_WILL, step, told


@pytest.mark.parametrize("case", [rule.case for rule in load().rules])
def test_every_case_is_refused_on_every_item_that_it_covers(guide: Guide, case: str) -> None:
    rule = next(rule for rule in guide.rules if rule.case == case)
    ground = rule.parameters.any_of[0] if rule.parameters.any_of else None
    months = {"5.2": Span(11, 11), "6.2": Span(37, 37)}
    fact = Fact(ground.fact, ground.value, "x") if ground else Fact(rule.parameters.months, months[case], "x")
    for number in rule.items:
        answer, _ = step(guide, number, facts=(fact,))
        assert (answer.status, answer.item) == ("prohibited", number)
        assert case in answer.prohibited
        assert guide.case(case).text in told(answer)


def test_a_fact_does_not_touch_another_matter(guide: Guide) -> None:
    answer, stated = step(guide, 39, facts=(OWN_WILL,), text="十级辞职能拿多少")
    assert (answer.status, answer.item, answer.prohibited) == ("answered", 39, ())
    answer, _ = step(guide, 28, before=stated)
    assert answer.prohibited == ("5.1",)


@pytest.mark.parametrize("band", ["ask", "out", "answer"])
def test_a_message_that_names_the_matter_is_refused_whatever_was_found(guide: Guide, band: Any) -> None:
    answer, _ = step(guide, 7, 22, band=band, facts=(OWN_WILL,), text="我自己辞的，失业金有我的份吗")
    assert (answer.status, answer.item, answer.prohibited) == ("prohibited", 28, ("5.1",))


def test_an_earlier_fact_alone_refuses_nothing_that_is_only_named(guide: Guide) -> None:
    _, stated = step(guide, 28, facts=(OWN_WILL,))
    answer, _ = step(guide, 7, before=stated, text="失业险以外，我想改个人信息")
    assert answer.status == "answered"


TWO_PENSIONS = Fact("double_pension", "unsettled", "两头领")


@pytest.mark.parametrize(
    ("numbers", "prohibited"),
    [((17, 77, 25), ("1.1",)), ((17, 77, 11), ())],
    ids=["whichever is meant", "not for one of them"],
)
def test_a_case_that_covers_all_that_is_asked_about(
    guide: Guide, numbers: tuple[int, ...], prohibited: tuple[str, ...]
) -> None:
    answer, _ = step(guide, *numbers, facts=(TWO_PENSIONS,), text="两头给停了，还想接着", band="ask")
    assert answer.prohibited == prohibited
    assert answer.status == ("prohibited" if prohibited else "clarify")
