"""Corrections, relatives, ways back, follow-ups: a message in the light of what was said before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from actions.answer import Answer, Option, Ranked
from actions.context import closing, follow_up, kin_within, other_scheme, spoken_of, way_back
from actions.talk import Talk
from actions.turn import Reads, Turn
from knowledge.guide import Guide

STOPPED = (17, 25, 77)


def turn(guide: Guide, text: str, talk: Talk, best: int = 17, score: float = 0.5, reads: Reads = "bare") -> Turn:
    ranked = (Ranked(best, guide.item(best).title, score),)
    return Turn(text, "overview", ("overview",), ranked, "answer", 0, reads, talk, date(2026, 3, 11))


@pytest.mark.parametrize(
    ("said", "current", "kin"),
    [
        ("那我爸呢，他是农村的", 17, 25),
        ("要是公务员呢", 17, 77),
        ("那种地的呢", 4, 20),
        ("种地的", 7, 22),
        ("那我妈呢", 17, None),
    ],
)
def test_a_relative_in_another_scheme(guide: Guide, said: str, current: int, kin: int | None) -> None:
    answer = other_scheme(guide, turn(guide, said, Talk(item=current), best=current))
    assert (answer.item if answer else None) == kin


def test_back_to_what_was_before(guide: Guide) -> None:
    talk = Talk(item=25, earlier=(28, 17))
    answer = way_back(guide, turn(guide, "回到我自己那个", talk))
    assert answer
    assert answer.item == 17


def test_a_follow_up_stays_on_the_item(guide: Guide) -> None:
    answer = follow_up(guide, turn(guide, "那要几天", Talk(item=80), best=17))
    assert answer
    assert answer.item == 80
    assert follow_up(guide, turn(guide, "那要几天", Talk(), best=17)) is None


def test_the_talk_remembers_what_came_before() -> None:
    talk = Talk()
    for number in (28, 80, 28, 4):
        talk = talk.after(Answer("answered", item=number))
    assert talk == Talk(4, (80, 28))
    assert Talk.of(talk.stored()) == talk


def test_a_question_back_is_remembered_and_small_talk_leaves_it(guide: Guide) -> None:
    options = tuple(Option(str(n), str(n)) for n in STOPPED)
    items = tuple(Ranked(n, "", 0.2) for n in STOPPED)
    asked = Talk().after(Answer("clarify", items=items, options=options, aspects=("channel",), missing=("scheme",)))
    assert asked == Talk(asked=STOPPED, tried=("scheme",), aspects=("channel",), questions=1)
    assert asked.after(Answer("chitchat")) == asked
    assert asked.after(Answer("out_of_scope")).asked == ()


RIGHT_AWAY = {"within_sure": 0.99, "without": 0.001}
# As probably hanging on the talk as not.
BESIDE = {"band": "out", "reads": "named", "hangs": 0.5}


@pytest.mark.parametrize(
    ("said", "read", "item"),
    [
        ("残疾证要不要", {**BESIDE, **RIGHT_AWAY, "within": 20}, 20),
        ("残疾证要不要", {**BESIDE, "within": 20, "without": 0.3}, None),
        ("今天中午吃啥", {**BESIDE, **RIGHT_AWAY, "within": 20}, None),
    ],
    ids=["a paper of the item", "likely beside all matters", "no word of the item"],
)
def test_what_only_the_talk_explains(guide: Guide, said: str, read: dict[str, Any], item: int | None) -> None:
    answer = follow_up(guide, replace(turn(guide, said, Talk(item=20), best=79), **read))
    assert (answer.item if answer else None) == item


@pytest.mark.parametrize(("within", "item"), [(75, 75), (1, None)], ids=["of the talk", "of the other matter"])
def test_a_paper_of_the_item_is_no_other_matter(guide: Guide, within: int, item: int | None) -> None:
    asked = turn(guide, "开户行要写啥", Talk(item=75), best=1, score=0.8, reads="named")
    answer = follow_up(guide, replace(asked, intent="materials", within=within, **RIGHT_AWAY))
    assert (answer.item if answer else None) == item


@pytest.mark.parametrize(
    ("said", "within", "item"),
    [("失业险也这么报？", 33, 33), ("这么报就行？", 33, None), ("失业险也这么报？", 80, None)],
    ids=["names the scheme", "names none", "no kin"],
)
def test_the_same_in_another_scheme_as_part_of_the_talk(guide: Guide, said: str, within: int, item: int | None) -> None:
    answer = kin_within(guide, replace(turn(guide, said, Talk(item=5), best=34), within=within, **RIGHT_AWAY))
    assert (answer.item if answer else None) == item


@pytest.mark.parametrize(
    ("said", "talking", "ends"),
    [
        ("行，有数了", True, True),
        ("妥了哥们儿", True, True),
        ("行，医保咋交", True, False),
        ("公积金取出来", True, False),
        ("中医馆的票子报销", True, False),
        ("行，有数了", False, False),
    ],
)
def test_the_end_of_a_talk(guide: Guide, said: str, talking: bool, ends: bool) -> None:
    asked = replace(turn(guide, said, Talk(item=28 if talking else None)), band="out", reads="named")
    answer = closing(guide, asked)
    assert (answer is not None) == ends
    assert answer is None or answer.status == "chitchat"


def test_which_of_two_is_gone_back_to(guide: Guide) -> None:
    talk = Talk(item=44, earlier=(28, 38))
    described = way_back(guide, turn(guide, "刚才那个一次性的，去哪办", talk, best=89))
    second = way_back(guide, turn(guide, "先说第二个", talk, best=89))
    assert [answer.item for answer in (described, second) if answer] == [38, 44]


def test_for_somebody_else_of_another_scheme(guide: Guide) -> None:
    answer = other_scheme(
        guide, turn(guide, "不对，不是我，是我妈，她是农村那个", Talk(item=15), best=20, reads="unclear")
    )
    assert answer
    assert answer.item == 22


def test_whose_scheme_is_named_beside_another_question(guide: Guide) -> None:
    away = replace(turn(guide, "我媳妇在厂里砸了手，咋申请工伤认定", Talk(item=61)), band="out", reads="named")
    assert other_scheme(guide, away) is None


@pytest.mark.parametrize(
    ("earlier", "text", "item"),
    [
        ((11,), "那转养老的事儿还是办不了呗", 11),
        ((28,), "那转养老的事儿还是办不了呗", None),
        ((11, 71), "那转养老的事儿还是办不了呗", None),
        ((11,), "公务员的养老咋转", None),
    ],
    ids=["one was spoken of", "none was", "two were", "another scheme is named"],
)
def test_what_was_spoken_of_before_is_not_asked_again(
    guide: Guide, earlier: tuple[int, ...], text: str, item: int | None
) -> None:
    ranked = tuple(Ranked(n, guide.item(n).title, 0.3) for n in (71, 11, 21))
    asked = Turn(text, "overview", ("overview",), ranked, "ask", 3, "unclear", Talk(80, earlier), date(2026, 3, 11))
    answer = spoken_of(guide, asked)
    assert (answer.item if answer else None) == item


def test_what_is_put_right_is_about_what_we_speak_of(guide: Guide) -> None:
    answer = follow_up(guide, turn(guide, "查了下记错了，是38个月", Talk(31), best=10, reads="unclear"))
    assert answer
    assert answer.item == 31


def test_asking_words_alone_name_no_other_matter(guide: Guide) -> None:
    asked = turn(guide, "多长时间", Talk(21), best=89, score=0.4)
    assert (answer := follow_up(guide, replace(asked, only_asks=True)))
    assert answer.item == 21
