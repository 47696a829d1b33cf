"""What each kind of message is answered with, through the whole channel."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.guide import Guide
from tests.bot.wechat.protocol import fields
from tests.bot.wechat.standin import StandIn

KINDS = {
    "voice that was recognised": (fields("voice", Recognition="失业金"), "答：失业金"),
    "voice that was not": (fields("voice", Recognition="", MediaId="1"), "请打字"),
    "image": (fields("image", PicUrl="http://x", MediaId="1"), "看不懂图片"),
    "video": (fields("video", MediaId="1"), "看不懂图片"),
    "short video": (fields("shortvideo", MediaId="1"), "看不懂图片"),
    "link": (fields("link", Title="x", Url="http://x"), "看不懂图片"),
    "file": (fields("file", Title="x"), "看不懂图片"),
    "a type of the future": (fields("hologram"), "看不懂图片"),
    "a tap on the menu": (fields("event", Event="CLICK", EventKey="失业金怎么领"), "答：失业金怎么领"),
    "a link in the menu": (fields("event", Event="VIEW", EventKey="http://x"), ""),
    "a position in the background": (fields("event", Event="LOCATION", Latitude="41.8"), ""),
    "an event of the future": (fields("event", Event="HOLOGRAM"), ""),
    "an event without a name": (fields("event"), ""),
    "a scan of who follows": (fields("event", Event="SCAN", EventKey="7"), "智能助手自动回复"),
    "unsubscribe": (fields("event", Event="unsubscribe"), ""),
    "blank text": (fields("text", Content=" "), "答："),
    "continue with nothing to continue": (fields("text", Content="继续"), "没有更多内容"),
}


@pytest.mark.parametrize(("message", "seen"), KINDS.values(), ids=KINDS)
def test_kind(talk: Any, message: dict[str, str], seen: str) -> None:
    reply = talk(lambda platform: platform.send(message))
    assert reply.startswith("答") if seen == "答：" else seen in reply
    assert bool(reply) == bool(seen)


def test_a_position_names_the_office_of_its_district(talk: Any, guide: Guide) -> None:
    words = next(row for row in guide.centre.office_words if row.office == 4).words[0]
    label = fields("location", Location_X="41.8", Location_Y="123.8", Scale="15", Label=f"某省某市{words}区某街 1 号")
    reply = talk(lambda platform: platform.send(label))
    assert guide.offices[3].phone in reply
    assert guide.offices[2].phone not in reply


def test_a_position_elsewhere_shows_all_offices(talk: Any) -> None:
    async def seen(platform: StandIn) -> list[str]:
        first = await platform.send(fields("location", Label="海上"))
        return [first, await platform.say("继续")] if "回复" in first else [first]

    texts = talk(seen)
    assert "没能从您的位置" in texts[0]


def test_who_subscribes_is_welcomed_with_the_categories(talk: Any, guide: Guide) -> None:
    reply = talk(lambda platform: platform.event("subscribe", EventKey="qrscene_7"))
    assert guide.centre.notice in reply
    assert len(guide.categories) == 8
    for number, category in enumerate(guide.categories, 1):
        assert f"{number}. <a href=" in reply
        assert f">{category.title}</a>" in reply


@pytest.mark.parametrize("said", ["2", "２", " 2。", "城乡居民养老保险"])
def test_a_number_and_a_tap_send_the_option(talk: Any, said: str) -> None:
    async def chosen(platform: StandIn) -> str:
        await platform.event("subscribe")
        return await platform.say(said)

    assert talk(chosen) == "答：城乡居民养老保险"


@pytest.mark.parametrize("said", ["9", "0", "12", "2024", "2个月"])
def test_other_numbers_are_text(talk: Any, said: str) -> None:
    async def chosen(platform: StandIn) -> str:
        await platform.event("subscribe")
        return await platform.say(said)

    assert talk(chosen) == f"答：{said}"


def test_an_option_of_yesterday_is_text(talk: Any) -> None:
    async def chosen(platform: StandIn) -> str:
        await platform.event("subscribe")
        return await platform.say("2")

    assert talk(chosen, context_minutes=0) == "答：2"


def test_pages_come_one_after_the_other(talk: Any) -> None:
    async def long(_: str, __: str, ___: Any) -> dict[str, Any]:
        from actions.answer import Answer, Entry, Section

        entries = tuple(Entry(f"{n}、" + "材料" * 120) for n in range(1, 7))
        return Answer("answered", sections=(Section("materials", "要件", entries),)).to_dict()

    async def read(platform: StandIn) -> list[str]:
        return [await platform.say("要带什么"), *[await platform.say("继续") for _ in range(3)]]

    texts = talk(read, answer=long)
    assert [n for text in texts for n in range(1, 7) if f"{n}、材料" in text] == [1, 2, 3, 4, 5, 6]
    assert "没有更多" in texts[3] or "没有更多" in texts[2]
