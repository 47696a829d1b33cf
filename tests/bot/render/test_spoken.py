"""The script to say: what is asked first, nothing lost that must be said, sentences that end."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from actions.answer import Ranked
from actions.compose import sections
from actions.item_answer import item_answer
from actions.prohibited import Stated, applied
from actions.when import When
from bot.render.spoken import script, spoken
from knowledge.facts import Fact, Span
from knowledge.guide import Guide
from tests.actions.test_actions import turn
from tests.bot.wechat.test_writing import ANSWER

DAY = date(2026, 3, 11)
_SYMBOLS = re.compile(r"[\W_]+")


def answer_on(guide: Guide, number: int, *aspects: str) -> dict[str, Any]:
    item = guide.item(number)
    ranked = (Ranked(number, item.title, 1.0),)
    return item_answer(guide, item, ranked, aspects or ("overview",), When.on(DAY)).to_dict()


def bare(text: str) -> str:
    return _SYMBOLS.sub("", text)


def refused(guide: Guide) -> dict[str, Any]:
    from dataclasses import replace

    from actions.action_answer import ActionAnswer

    facts = (Fact("leaving", "own_will", "自己辞的"), Fact("months_contributed", Span(11, 11), "交了11个月"))
    asked = replace(turn(guide, 28), facts=facts)
    return applied(guide, asked, ActionAnswer().answer(guide, asked), Stated())[0].to_dict()


SAID = [
    (28, ("materials",), "这个事只要带一样东西：申领人身份证或社会保障卡。"),
    (28, (), "有两种情形不能办，您听一下。第一，个人意愿离职。第二，参保缴纳失业保险费累计不足 12 个月。"),
    (17, ("materials",), "这个事要带四样东西。第一，刑满释放人员的释放证明书复印件。第二，"),
    (20, ("materials",), "这个事要带四样东西。"),
    (20, ("materials",), "其中：属于残疾等级为一、二级的重度残疾人"),
    (20, ("time_limit",), "要多久，指南是这样写的：3 个工作日。从今天（3月11日）起算，最晚 3月16日。"),
    (28, (), "网址我发短信给您。"),
]


@pytest.mark.parametrize(("number", "aspects", "words"), SAID)
def test_it_says(guide: Guide, number: int, aspects: tuple[str, ...], words: str) -> None:
    assert words in script(answer_on(guide, number, *aspects)).replace("\n", "")


@pytest.mark.parametrize("aspect", ["materials", "channel", "time_limit", "eligibility", "overview"])
def test_nothing_is_lost_that_must_be_said(guide: Guide, aspect: str) -> None:
    for item in guide.items:
        said = bare(script(answer_on(guide, item.number, aspect)))
        for section in sections(guide, item, (aspect,), When.on(DAY)):
            if section.aspect == "tips":
                continue
            for entry in section.entries:
                text = entry.text.removeprefix(f"{entry.group}：") if entry.group else entry.text
                text = re.sub(r"^(?:[①-⑫]|\d+[)）])", "", text)
                text = text.partition("：")[2] if section.aspect == "prohibited" else text
                assert bare(text) in said, (item.number, text)


def test_what_is_asked_comes_first(guide: Guide) -> None:
    aspects = [one.aspect for one in spoken(answer_on(guide, 28, "time_limit"))]
    assert aspects[:2] == ["about", "time_limit"]


def test_a_refusal_comes_before_all_and_says_no_more_what_to_bring(guide: Guide) -> None:
    said = spoken(refused(guide))
    aspects = list(dict.fromkeys(one.aspect for one in said))
    assert aspects[:2] == ["about", "refusal"]
    assert not {"materials", "channel", "time_limit"} & set(aspects)
    text = script(refused(guide))
    assert all(
        words in text for words in ("您说“自己辞的”", "您说“交了11个月”", "办这个事有个条件", "有两种情形不能办")
    )


def test_a_question_is_asked_with_its_options(guide: Guide) -> None:
    asking = turn(guide, 11, 71, 21, band="ask")
    from actions.action_answer import ActionAnswer

    said = script(ActionAnswer().answer(guide, asking).to_dict())
    assert "请问您（或家人）是哪一种？是在企业上班或灵活就业，还是" in said.replace("\n", "")


@given(ANSWER)
@settings(max_examples=150, deadline=None)
def test_every_answer_can_be_said(answer: dict[str, Any]) -> None:
    assert all(one.text.strip() for one in spoken(answer))
