"""The one fact that is asked for, once; and what is said where the guide is silent."""

from __future__ import annotations

import pytest

from actions.prohibited import Stated
from knowledge.facts import DURATION, Fact, Span
from knowledge.guide import Guide
from tests.actions.prohibited.steps import step, told


@pytest.mark.parametrize(
    ("intent", "asks"),
    [("overview", True), ("eligibility", True), ("channel", True), ("materials", False), ("time_limit", False)],
)
def test_the_one_fact_is_asked_where_somebody_asks_to_claim(guide: Guide, intent: str, asks: bool) -> None:
    answer, stated = step(guide, 28, intent=intent)
    assert answer.status == "answered"
    assert (answer.ask is not None, answer.missing) == (asks, ("leaving",) if asks else ())
    assert stated.asked == asks
    assert guide.item(28).conditions[0] in told(answer)


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
