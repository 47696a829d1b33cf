"""What was stated holds, is corrected, taken back, added to, and is that of one person."""

from __future__ import annotations

import pytest

from actions.prohibited import Stated
from knowledge.facts import MOVE, PLACE, Fact, Span
from knowledge.guide import Guide
from tests.actions.prohibited.steps import ELEVEN, OWN_WILL, step


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


@pytest.mark.parametrize(("text", "prohibited"), [("那我呢", ()), ("那我爸呢，他也想领", ()), ("那要带啥", ("5.1",))])
def test_what_one_person_stated_says_nothing_of_the_next(guide: Guide, text: str, prohibited: tuple[str, ...]) -> None:
    answer, _ = step(guide, 28, item=28, reads="bare", text=text, before=Stated((OWN_WILL,)))
    assert answer.prohibited == prohibited


@pytest.mark.parametrize(("text", "prohibited"), [("我记错了，没那事", ()), ("开玩笑呢", ()), ("那要带啥", ("5.1",))])
def test_what_is_taken_back_no_longer_counts(guide: Guide, text: str, prohibited: tuple[str, ...]) -> None:
    answer, _ = step(guide, 28, item=28, reads="bare", text=text, before=Stated((OWN_WILL,)))
    assert answer.prohibited == prohibited


@pytest.mark.parametrize(
    ("text", "prohibited"),
    [
        ("那我妈呢", ("3.2",)),
        ("那我爸呢", ()),
        ("说回我妈，那咋弄", ("3.2",)),
        ("说回我爸，那咋弄", ()),
        ("那咋弄", ("3.2",)),
    ],
)
def test_a_fact_is_that_of_the_one_of_whom_it_was_stated(guide: Guide, text: str, prohibited: tuple[str, ...]) -> None:
    dead = Fact("certified", "dead", "没了")
    _, before = step(guide, 88, text="我妈上月没了，我还想给认证", facts=(dead,))
    answer, _ = step(guide, 88, item=88, reads="bare", text=text, before=Stated.of(before.stored()))
    assert answer.prohibited == prohibited


@pytest.mark.parametrize(
    ("text", "months", "prohibited"),
    [
        ("以前在别的厂还交过一个月", 1, ()),
        ("以前在别的厂还交过半个月", 0, ("5.2",)),
        ("不对，是一个月", 1, ("5.2",)),
    ],
    ids=["twelve together", "eleven together", "corrected, not added"],
)
def test_months_paid_elsewhere_are_added(guide: Guide, text: str, months: int, prohibited: tuple[str, ...]) -> None:
    more = Fact("months_contributed", Span(months, months), text)
    answer, _ = step(guide, 28, item=28, reads="bare", text=text, facts=(more,), before=Stated((ELEVEN,)))
    assert answer.prohibited == prohibited
