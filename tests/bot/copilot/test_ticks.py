"""Facts to tick: every fact that decides a case has a name and options, for every item that a case covers."""

from __future__ import annotations

from datetime import date

from bot.copilot.ticks import fact_of, ticks, value_label
from bot.copilot.words import words
from knowledge.facts import CHOICES, MONTHS
from knowledge.guide import Guide
from knowledge.prohibited import applying

DAY = date(2026, 3, 11)


def test_every_fact_has_a_label() -> None:
    assert set(words("console.yml")["facts"]) == {*CHOICES, *MONTHS}


def test_every_case_can_be_decided_by_ticking(guide: Guide) -> None:
    for rule in guide.rules:
        for number in rule.items:
            made = {tick.fact: tick for tick in ticks(guide, number, {}, {}, DAY)}
            assert set(rule.parameters.facts) <= set(made), (rule.case, number)
            refusing = [
                fact_of(name, option.value)
                for name in rule.parameters.facts
                for option in made[name].options
                if option.refuses
            ]
            assert any(applying([rule], {fact.name: fact}, DAY) for fact in refusing), rule.case


def test_an_item_without_cases_has_nothing_to_tick(guide: Guide) -> None:
    covered = {number for rule in guide.rules for number in rule.items}
    assert all(not ticks(guide, item.number, {}, {}, DAY) for item in guide.items if item.number not in covered)
    assert ticks(guide, None, {}, {}, DAY) == ()


def test_before_the_number_was_in_force_there_is_nothing_to_compare_with(guide: Guide) -> None:
    assert [tick.fact for tick in ticks(guide, 28, {}, {}, date(2000, 1, 1))] == ["leaving"]


def test_values_are_worded() -> None:
    assert value_label("leaving", "own_will") == "自己提出离职"
    assert value_label("months_contributed", 11) == "11 个月"
    assert value_label("months_contributed", {"least": 0, "most": 11}) == "不到 12 个月"
    assert value_label("months_paid_back", {"least": 37, "most": 1200}) == "超过 36 个月"
