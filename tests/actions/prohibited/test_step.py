"""What is stated against what a turn is about: which ending, on which facts, asked once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.action_answer import ActionAnswer
from actions.answer import Answer
from actions.compose import sections
from actions.prohibited import Stated, applied
from actions.when import When
from knowledge.facts import DURATION, MOVE, PLACE, Fact, Span
from knowledge.guide import Guide, load
from tests.actions.test_actions import DAY, turn

OWN_WILL = Fact("leaving", "own_will", "自己辞的")
ELEVEN = Fact("months_contributed", Span(11, 11), "交了11个月")


def step(guide: Guide, *numbers: int, before: Stated | None = None, facts: tuple[Fact, ...] = (), **more: Any) -> Any:
    asked = replace(turn(guide, *numbers, **more), facts=facts)
    return applied(guide, asked, ActionAnswer().answer(guide, asked), before or Stated())


def _text(answer: Answer) -> str:
    return "\n".join(entry.text for section in answer.sections for entry in section.entries)


def test_a_case_applies_and_says_which_why_and_what_is_lawful(guide: Guide) -> None:
    answer, _ = step(guide, 28, facts=(OWN_WILL,), text="我自己辞的能领失业金吗")
    assert (answer.status, answer.item, answer.prohibited) == ("prohibited", 28, ("5.1",))
    assert [(fact.name, fact.value, fact.words) for fact in answer.facts] == [("leaving", "own_will", "自己辞的")]
    text = _text(answer)
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
        assert guide.case(case).text in _text(answer)


@pytest.mark.parametrize("number", [item.number for item in load().items])
def test_without_facts_nothing_is_prohibited(guide: Guide, number: int) -> None:
    answer, _ = step(guide, number)
    assert (answer.status, answer.prohibited, answer.facts) == ("answered", (), ())


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


def test_facts_hold_and_are_corrected(guide: Guide) -> None:
    _, stated = step(guide, 28, facts=(OWN_WILL,))
    kept = Stated.of(stated.stored())
    assert kept.known == {"leaving": OWN_WILL}
    answer, _ = step(guide, 29, before=kept)
    assert answer.prohibited == ("5.1",)
    answer, _ = step(guide, 28, before=kept, facts=(Fact("leaving", "employer", "被裁的"), ELEVEN))
    assert answer.prohibited == ("5.2",)
    answer, _ = step(guide, 28, before=kept, facts=(Fact("leaving", "employer", "被裁的"),))
    assert answer.status == "answered"


@pytest.mark.parametrize(
    ("intent", "asks"),
    [("overview", True), ("eligibility", True), ("channel", True), ("materials", False), ("time_limit", False)],
)
def test_the_one_fact_is_asked_where_somebody_asks_to_claim(guide: Guide, intent: str, asks: bool) -> None:
    answer, stated = step(guide, 28, intent=intent)
    assert answer.status == "answered"
    assert (answer.ask is not None, answer.missing) == (asks, ("leaving",) if asks else ())
    assert stated.asked == asks
    assert guide.item(28).conditions[0] in _text(answer)


def test_it_is_asked_once(guide: Guide) -> None:
    _, stated = step(guide, 28)
    again, stated = step(guide, 28, before=stated)
    assert again.ask is None
    third, _ = step(guide, 28, before=stated, facts=(Fact("leaving", "closed", "黄了"),))
    assert third.ask is None


def test_the_next_open_fact_is_asked_where_the_first_is_known(guide: Guide) -> None:
    answer, _ = step(guide, 28, facts=(Fact("leaving", "closed", "黄了"),))
    assert answer.missing == ("months_contributed",)
    answer, _ = step(guide, 28, facts=(Fact("leaving", "closed", "黄了"), Fact("months_contributed", Span(24, 24), "")))
    assert (answer.ask, answer.missing) == (None, ())
    assert {fact.name for fact in answer.facts} == {"leaving", "months_contributed"}


REPLIES = {
    "own will": ("5.1", Fact("leaving", "own_will", "自己不干的"), ("5.1",)),
    "dismissed": ("5.1", Fact("leaving", "employer", "裁的"), ()),
    "ten months": ("5.2", Fact(DURATION, Span(10, 10), "十个月"), ("5.2",)),
    "twelve months": ("5.2", Fact(DURATION, Span(12, 12), "十二个月"), ()),
}


@pytest.mark.parametrize(("pending", "fact", "prohibited"), REPLIES.values(), ids=REPLIES)
def test_a_short_reply_is_understood(guide: Guide, pending: str, fact: Fact, prohibited: tuple[str, ...]) -> None:
    before = Stated(pending=pending, asked=True)
    answer, stated = step(guide, 7, band="out", reads="bare", before=before, facts=(fact,))
    assert (answer.item, answer.prohibited) == (28, prohibited)
    assert stated.pending is None


def test_a_number_answers_no_question_that_was_not_asked(guide: Guide) -> None:
    _, stated = step(guide, 28, facts=(Fact(DURATION, Span(10, 10), "十个月"),))
    assert stated.known == {}


@pytest.mark.parametrize(
    ("number", "fact"),
    [(28, Fact("leaving", "forced", "欠工资才走的")), (17, Fact("custody", "outside", "缓刑"))],
)
def test_where_the_guide_is_silent_it_says_so(guide: Guide, number: int, fact: Fact) -> None:
    answer, _ = step(guide, number, facts=(fact,))
    assert (answer.status, answer.prohibited) == ("answered", ())
    assert f"“{fact.words}”" in answer.sections[0].entries[0].text
    assert all(said in answer.sections[0].entries[0].text for said in ("没有写", "12333"))
    assert fact.name in answer.missing


@pytest.mark.parametrize("intent", ["handoff", "distress"])
def test_a_call_for_help_is_not_answered_with_a_rule(guide: Guide, intent: str) -> None:
    answer, _ = step(guide, 28, intent=intent, facts=(OWN_WILL,), text="自己辞的失业金领不到我不想活了")
    assert answer.status != "prohibited"


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
        told = "\n".join(entry.text for entry in answer.sections[0].entries)
        assert lawful in told
        assert other not in told


def test_without_rules_every_answer_is_as_it_was(guide: Guide) -> None:
    bare = replace(guide, rules=())
    asked = replace(turn(bare, 28), facts=(OWN_WILL,))
    before = ActionAnswer().answer(bare, asked)
    answer, _ = applied(bare, asked, before, Stated())
    assert answer == before


WITHIN, BEYOND = Fact(PLACE, "within_province", "沈阳"), Fact(PLACE, "across_provinces", "深圳")
PLACES = {
    "a place in a talk about the move": (11, WITHIN, ("6.3",)),
    "a place beyond the province": (11, BEYOND, ()),
    "a place in a talk about another matter": (28, WITHIN, ()),
}


@pytest.mark.parametrize(("item", "fact", "prohibited"), PLACES.values(), ids=PLACES)
def test_a_mere_place(guide: Guide, item: int, fact: Fact, prohibited: tuple[str, ...]) -> None:
    answer, stated = step(guide, item, item=item, reads="bare", text="我在那边找着活了", facts=(fact,))
    assert answer.prohibited == prohibited
    assert (MOVE in stated.known) == (item == 11)


def test_what_is_stated_of_the_matter_we_speak_about_stays_with_it(guide: Guide) -> None:
    fired = Fact("leaving", "employer", "公司裁的")
    answer, _ = step(guide, 89, item=28, text="其实是公司裁的", facts=(fired,))
    assert (answer.item, answer.status) == (28, "answered")
    answer, _ = step(guide, 89, item=28, text="公司裁的，仲裁怎么申请", facts=(fired,))
    assert answer.item == 89


@pytest.mark.parametrize(("text", "prohibited"), [("那我呢", ()), ("那我爸呢，他也想领", ()), ("那要带啥", ("5.1",))])
def test_what_one_person_stated_says_nothing_of_the_next(guide: Guide, text: str, prohibited: tuple[str, ...]) -> None:
    answer, _ = step(guide, 28, item=28, reads="bare", text=text, before=Stated((OWN_WILL,)))
    assert answer.prohibited == prohibited


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


@pytest.mark.parametrize(("text", "prohibited"), [("我记错了，没那事", ()), ("开玩笑呢", ()), ("那要带啥", ("5.1",))])
def test_what_is_taken_back_no_longer_counts(guide: Guide, text: str, prohibited: tuple[str, ...]) -> None:
    answer, _ = step(guide, 28, item=28, reads="bare", text=text, before=Stated((OWN_WILL,)))
    assert answer.prohibited == prohibited


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
