"""What a refusal says: which case, why, what is lawful; the conditions stay."""

from __future__ import annotations

import pytest

from actions.compose import sections
from actions.when import When
from knowledge.facts import Fact
from knowledge.guide import Guide, load
from tests.actions.prohibited.steps import ELEVEN, OWN_WILL, step, told
from tests.actions.test_actions import DAY


def test_a_case_applies_and_says_which_why_and_what_is_lawful(guide: Guide) -> None:
    answer, _ = step(guide, 28, facts=(OWN_WILL,), text="我自己辞的能领失业金吗")
    assert (answer.status, answer.item, answer.prohibited) == ("prohibited", 28, ("5.1",))
    assert [(fact.name, fact.value, fact.words) for fact in answer.facts] == [("leaving", "own_will", "自己辞的")]
    text = told(answer)
    assert all(said in text for said in ("您说“自己辞的”", "个人意愿离职（第 126 页）", "第 28 项", "第 56 页"))
    assert answer.citation.page == 126


def test_two_cases_stand_in_the_guides_order(guide: Guide) -> None:
    answer, _ = step(guide, 28, facts=(ELEVEN, OWN_WILL))
    assert answer.prohibited == ("5.1", "5.2")


@pytest.mark.parametrize("number", [rule.items[0] for rule in load().rules])
def test_the_conditions_stay_in_a_refusal(guide: Guide, number: int) -> None:
    for rule in (rule for rule in guide.rules if rule.items[0] == number and rule.parameters.any_of):
        ground = rule.parameters.any_of[0]
        answer, _ = step(guide, number, facts=(Fact(ground.fact, ground.value, "x"),))
        assert rule.case in answer.prohibited
        must = sections(guide, guide.item(number), ("eligibility",), When(DAY, DAY))
        assert all(section in answer.sections for section in must)


def test_an_untrue_claim_is_answered_with_the_rule_and_no_accusation(guide: Guide) -> None:
    answer, _ = step(guide, 41, facts=(Fact("injury_claim", "untrue", "说成上班摔的"),))
    first = answer.sections[0].entries[0].text
    assert answer.prohibited == ("4.2",)
    assert "骗" not in first
    assert "您说" not in first


def test_the_lawful_way_is_that_of_the_scheme_that_is_asked_about(guide: Guide) -> None:
    serving = Fact("custody", "serving", "服刑")
    for number, lawful, other in (
        (17, "第 17 项", "第 25 项"),
        (25, "第 25 项", "第 17 项"),
        (77, "第 77 项", "第 17 项"),
    ):
        answer, _ = step(guide, number, facts=(serving,))
        first = "\n".join(entry.text for entry in answer.sections[0].entries)
        assert lawful in first
        assert other not in first
