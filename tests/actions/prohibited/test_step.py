"""The step of every turn: which ending it gets in the end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.action_answer import ActionAnswer
from actions.prohibited import Stated, applied
from knowledge.facts import PLACE, Fact
from knowledge.guide import Guide, load
from tests.actions.prohibited.steps import OWN_WILL, step
from tests.actions.test_actions import turn


@pytest.mark.parametrize("number", [item.number for item in load().items])
def test_without_facts_nothing_is_prohibited(guide: Guide, number: int) -> None:
    answer, _ = step(guide, number)
    assert (answer.status, answer.prohibited, answer.facts) == ("answered", (), ())


@pytest.mark.parametrize("intent", ["handoff", "distress"])
def test_a_call_for_help_is_not_answered_with_a_rule(guide: Guide, intent: str) -> None:
    answer, _ = step(guide, 28, intent=intent, facts=(OWN_WILL,), text="自己辞的失业金领不到我不想活了")
    assert answer.status != "prohibited"


def test_without_rules_every_answer_is_as_it_was(guide: Guide) -> None:
    bare = replace(guide, rules=())
    asked = replace(turn(bare, 28), facts=(OWN_WILL,))
    before = ActionAnswer().answer(bare, asked)
    answer, _ = applied(bare, asked, before, Stated())
    assert answer == before


def test_what_is_stated_of_the_matter_we_speak_about_stays_with_it(guide: Guide) -> None:
    fired = Fact("leaving", "employer", "公司裁的")
    answer, _ = step(guide, 89, item=28, text="其实是公司裁的", facts=(fired,))
    assert (answer.item, answer.status) == (28, "answered")
    answer, _ = step(guide, 89, item=28, text="公司裁的，仲裁怎么申请", facts=(fired,))
    assert answer.item == 89


@pytest.mark.parametrize(
    ("intent", "item", "status"),
    [("phone_office", 28, "answered"), ("materials", 28, "prohibited"), ("phone_office", None, "prohibited")],
    ids=["a telephone after the refusal", "anything else", "nobody was told yet"],
)
def test_whoever_was_told_gets_the_telephone(guide: Guide, intent: str, item: int | None, status: str) -> None:
    answer, _ = step(
        guide, 28, item=item, reads="bare" if item else "named", intent=intent, text="x", before=Stated((OWN_WILL,))
    )
    assert answer.status == status


def test_a_fact_on_a_kindred_item_leaves_the_answer_there(guide: Guide) -> None:
    out = Fact("custody", "released", "刑满")
    answer, _ = step(guide, 77, item=76, reads="named", text="以后刑满了恢复待遇呢", facts=(out,))
    assert answer.item == 77


BORROWED = Fact("injury_card", "borrowed", "拿我的工伤证")


@pytest.mark.parametrize(
    ("within", "sure", "item"),
    [(55, 0.99, 55), (55, 0.6, 44), (44, 0.99, 44)],
    ids=["surely part of the talk", "hardly", "of another item"],
)
def test_a_case_is_told_of_what_we_speak_about(guide: Guide, within: int, sure: float, item: int) -> None:
    asked = turn(guide, 44, text="我哥们儿拿我的工伤证去看行不", item=55, reads="unclear")
    asked = replace(asked, facts=(BORROWED,), within=within, within_sure=sure)
    answer, _ = applied(guide, asked, ActionAnswer().answer(guide, asked), Stated())
    assert (answer.item, answer.prohibited) == (item, ("4.1",))


@pytest.mark.parametrize(("without", "status"), [(0.3, "out_of_scope"), (0.01, "answered")])
def test_what_is_surely_about_something_else_tells_nothing_of_the_talk(
    guide: Guide, without: float, status: str
) -> None:
    asked = turn(guide, 89, text="对了杭州公积金能提出来不", item=11, band="out")
    asked = replace(asked, facts=(Fact(PLACE, "across_provinces", "杭州"),), without=without)
    answer, _ = applied(guide, asked, ActionAnswer().answer(guide, asked), Stated())
    assert answer.status == status
