"""The renderer: whatever the answer, texts that the platform takes, and nothing that must be read is cut off."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from actions.answer import Answer, Ask, Entry, Option, Ranked, Section
from actions.item_answer import item_answer
from actions.when import When
from bot.render.pages import cut, size
from bot.render.wechat import LIMIT, link, options, sent_by_tap, wechat
from knowledge.guide import Guide
from knowledge.records import Citation, Phone
from knowledge.text import squeeze

DAY = date(2026, 3, 11)
TEXT = some.text(some.sampled_from("社保一二三。，；：（）<>&\"'a1 \n😀①"), max_size=400)
SHORT = some.text(some.sampled_from('社保卡<>&"a1'), min_size=1, max_size=30)
URL = some.sampled_from(
    ["https://a.cn/x?a=1&b=2", "http://b.cn/", "javascript:alert(1)", 'https://"><b>', "https://c.cn/" + "x" * 400]
)
ENTRY = some.builds(
    Entry,
    text=TEXT.filter(str.strip),
    group=some.none() | SHORT,
    source=some.none() | SHORT,
    kind=some.sampled_from([None, "online", "window", "5.1"]),
    urls=some.lists(URL, max_size=2).map(tuple),
)
ASPECTS = ("eligibility", "prohibited", "materials", "channel", "time_limit", "tips", "notes", "reply", "phone_office")
SECTION = some.builds(
    Section, some.sampled_from(ASPECTS), some.just("") | SHORT, some.lists(ENTRY, min_size=1, max_size=5).map(tuple)
)
OPTION = some.builds(Option, SHORT, SHORT)
OPTIONS = some.lists(OPTION, max_size=6).map(tuple)
PLAIN_ANSWER = some.builds(
    Answer,
    status=some.just("answered"),
    item=some.just(28),
    items=some.builds(Ranked, some.just(28), SHORT, some.just(0.9)).map(lambda row: (row,)),
    sections=some.lists(SECTION, min_size=1, max_size=6).map(tuple),
    ask=some.none() | some.builds(Ask, TEXT, OPTIONS),
    options=OPTIONS,
    phones=some.lists(some.builds(Phone, SHORT, SHORT), max_size=2).map(tuple),
    citation=some.none() | some.builds(Citation, SHORT, SHORT, some.none() | some.just(28), some.just(56)),
)
ANSWER = some.builds(
    lambda answer, also: answer.to_dict() | {"also": [further.to_dict() for further in also]},
    PLAIN_ANSWER,
    some.lists(PLAIN_ANSWER, max_size=2),
)
A_LINK = re.compile(r'<a href="[^"<>]+">[^<>"]+</a>')


@given(ANSWER)
@settings(max_examples=60, deadline=None)
def test_every_text_is_one_that_the_platform_takes(answer: dict[str, Any]) -> None:
    for text in wechat(answer):
        assert 0 < size(text) <= LIMIT
        assert not set(A_LINK.sub("", text)) & set("<>"), "a link was cut, or something else looks like one"
        text.encode("utf-8")


@given(ANSWER)
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost_over_all_texts(answer: dict[str, Any]) -> None:
    shown = bare("".join(wechat(answer)))
    for matter in (answer, *answer["also"]):
        for section in matter["sections"]:
            for entry in section["entries"]:
                for piece in re.split(r"[^社保一二三]+", entry["text"]):
                    assert len(piece) > 60 or piece in shown


@given(ANSWER)
@settings(max_examples=60, deadline=None)
def test_what_must_be_read_comes_before_what_may_wait(answer: dict[str, Any]) -> None:
    """No list stands on a text of its matter as long as a condition or a prohibited case waits for a later one."""
    own = dict(answer, also=[])
    marked = [
        {**section, "entries": [{**entry, "text": "要" * 20} for entry in section["entries"]]}
        if section["aspect"] in ("eligibility", "prohibited")
        else section
        for section in own["sections"]
    ]
    texts = wechat({**own, "sections": marked})
    total = sum(text.count("要" * 20) for text in texts)
    if sum(size(entry["text"]) for row in marked for entry in row["entries"] if row["aspect"] not in WAIT) < 600:
        assert texts[0].count("要" * 20) == total


WAIT = ("materials", "channel", "time_limit", "tips", "phone_office")


@given(TEXT, some.integers(8, 400))
def test_a_cut_falls_between_characters(text: str, limit: int) -> None:
    parts = cut(text, limit)
    assert "".join(parts) == text
    assert max(map(size, parts)) <= limit


def bare(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text)


def whole(guide: Guide, number: int, *aspects: str) -> dict[str, Any]:
    item = guide.item(number)
    ranked = (Ranked(number, item.title, 0.9),)
    return item_answer(guide, item, ranked, aspects or ("overview",), When(DAY, DAY)).to_dict()


def test_every_item_of_the_guide_keeps_its_conditions_on_the_first_text(guide: Guide) -> None:
    for item in guide.items:
        for aspects in (("overview",), ("materials",), ("channel",), ("time_limit",), ("phone_office",)):
            answer = whole(guide, item.number, *aspects)
            first = squeeze(bare(wechat(answer)[0]))
            for section in answer["sections"]:
                if section["aspect"] in ("eligibility", "prohibited"):
                    for entry in section["entries"]:
                        said = entry["text"].removeprefix(f"{entry.get('group')}：").rstrip("：")
                        assert squeeze(said).replace("<", "＜") in first, (item.number, aspects)


def test_a_short_answer_is_one_text_with_its_options(guide: Guide) -> None:
    (text,) = wechat(whole(guide, 28))
    assert "来源：《办事不找关系指南》第 56 页，第 28 项" in text
    assert '1. <a href="weixin://bizmsgmenu?msgmenucontent=失业保险金申领，要带什么&msgmenuid=1">要带什么</a>' in text
    assert "继续" not in text


def test_a_long_answer_goes_on_and_says_so(guide: Guide) -> None:
    first, *others = wechat(whole(guide, 89))
    assert others
    assert link("继续", "继续", 0) in first
    assert "继续" not in bare(others[-1])
    assert "来源" in first
    assert "点蓝字或回复数字" in others[-1]


def test_a_way_online_is_tappable(guide: Guide) -> None:
    text = wechat(whole(guide, 28))[0]
    assert re.search(r'网上办：<a href="https?://[^"]+">[^<]+</a>', text)


def test_another_matter_is_announced_and_comes_with_its_own_conditions(guide: Guide) -> None:
    answer = {**whole(guide, 44), "also": [whole(guide, 28)]}
    texts = wechat(answer)
    title = guide.item(28).title
    announced = next(text for text in texts if f"您问的“{title}”" in text)
    after = texts[texts.index(announced) + 1]
    assert f"【{title}】" in after
    assert "办理条件" in after


def test_a_question_back_shows_its_options_once() -> None:
    offered = (Option("企业", "企业职工 退休"), Option("居民", "城乡居民 退休"))
    answer = Answer("clarify", ask=Ask("请问您是哪一种？", offered), options=offered).to_dict()
    (text,) = wechat(answer)
    assert text.startswith("请问您是哪一种？\n\n点蓝字或回复数字：\n1. ")
    assert text.count("企业职工 退休") == 1
    assert options(answer) == (("企业", "企业职工 退休"), ("居民", "城乡居民 退休"))


@pytest.mark.parametrize("value", ["失业金，要带什么", 'a"b', "<b>", "a&b"])
def test_a_tap_sends_what_is_in_the_link(value: str) -> None:
    assert f"msgmenucontent={sent_by_tap(value)}&msgmenuid=1" in link("x", value, 1)
    assert A_LINK.fullmatch(link("x", value, 1).replace("&", "＆"))
