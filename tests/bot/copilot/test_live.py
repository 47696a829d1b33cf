"""What a call shows: the same decisions as a citizen gets, with why, the next question, and facts that re-decide."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from bot.copilot.heard import hear
from bot.copilot.live import Choices, Live, live
from knowledge.guide import Guide
from tests.conftest import Ask

DAY = date(2026, 3, 11)
Show = Callable[..., Live]


@pytest.fixture
def show(assistant: Any, guide: Guide, loop: asyncio.AbstractEventLoop) -> Show:
    def shown(text: str, item: int | None = None, **ticked: Any) -> Live:
        heard = loop.run_until_complete(hear(assistant.agent, text))
        return live(guide, heard, Choices.of(item, ticked), DAY)[0]

    return shown


SAME = ["失业金怎么领", "我自己辞职的能领失业金吗", "养老保险怎么转", "今天天气怎么样", "社保卡丢了咋补", "你好"]


@pytest.mark.parametrize("text", SAME)
def test_it_decides_as_for_a_citizen(show: Show, ask: Ask, text: str) -> None:
    told, shown = ask(text, day=DAY), show(text)
    assert (shown.status, shown.item) == (told["status"], told["item"])
    assert [case.case for case in shown.refused] == told["prohibited"]
    if told["ask"]:
        assert shown.ask
        assert shown.ask.text == told["ask"]["text"]


def test_why_and_how_sure(show: Show) -> None:
    first = show("失业金怎么领").ranked[0]
    assert (first.number, first.sure, first.why) == (28, True, ("失业",))
    assert not any(row.sure for row in show("养老保险怎么转").ranked)


def test_small_talk_names_no_matter(show: Show) -> None:
    assert show("你好").ranked == ()


# text, chosen item, ticked → status, cases
TICKED: list[tuple[str, int | None, dict[str, Any], str, list[str]]] = [
    ("失业金怎么领", None, {}, "answered", []),
    ("失业金怎么领", None, {"leaving": "own_will"}, "prohibited", ["5.1"]),
    ("失业金怎么领，我是自己辞职的", None, {}, "prohibited", ["5.1"]),
    ("失业金怎么领，我是自己辞职的", None, {"leaving": "employer"}, "answered", []),
    ("失业金怎么领，我是自己辞职的", None, {"leaving": None}, "answered", []),
    ("失业金怎么领", None, {"months_contributed": 11}, "prohibited", ["5.2"]),
    ("失业金怎么领", None, {"months_contributed": 12}, "answered", []),
    ("失业金怎么领", None, {"months_contributed": {"least": 0, "most": 11}}, "prohibited", ["5.2"]),
    ("失业金怎么领", None, {"leaving": "own_will", "months_contributed": 3}, "prohibited", ["5.1", "5.2"]),
    ("", 28, {"leaving": "own_will"}, "prohibited", ["5.1"]),
    ("", 28, {}, "answered", []),
    ("养老保险怎么转", 11, {"move": "within_province"}, "prohibited", ["6.3"]),
    ("养老保险怎么转", 11, {"move": "across_provinces"}, "answered", []),
]


@pytest.mark.parametrize(("text", "item", "ticked", "status", "cases"), TICKED)
def test_a_fact_decides_at_once(
    show: Show, text: str, item: int | None, ticked: dict[str, Any], status: str, cases: list[str]
) -> None:
    shown = show(text, item, **ticked)
    assert (shown.status, [case.case for case in shown.refused]) == (status, cases)


def test_a_refusal_says_what_it_rests_on_and_what_is_lawful(show: Show) -> None:
    (case,) = show("失业金怎么领，我是自己辞职的").refused
    assert case.because == ("我是自己辞职的",)
    assert "第 126 页" in case.printed
    assert case.lawful[0].startswith("可以依法办的")


def test_open_facts_are_asked_for_one_after_the_other(show: Show) -> None:
    first = show("失业金怎么领，我是自己辞职的")
    assert [(tick.fact, tick.value, tick.open) for tick in first.ticks] == [
        ("leaving", "own_will", False),
        ("months_contributed", None, True),
    ]
    assert first.ticks[0].words == "我是自己辞职的"
    assert first.ask
    assert "多少个月" in first.ask.text
    last = show("失业金怎么领", leaving="employer", months_contributed=12)
    assert not any(tick.open for tick in last.ticks)
    assert last.ask is None


def test_the_scheme_is_asked_for_though_a_case_applies(show: Show) -> None:
    shown = show("养老保险怎么转到外地，我在沈阳找了新单位")
    assert shown.refused
    assert shown.ask
    assert "哪一种" in shown.ask.text


def test_a_second_matter_is_named(show: Show) -> None:
    shown = show("社保卡丢了怎么补，另外失业金怎么领")
    assert (shown.item, [row.number for row in shown.further]) == (80, [28])


@pytest.mark.parametrize(("name", "value"), [("leaving", "x"), ("nothing", "own_will"), ("months_contributed", -1)])
def test_a_value_that_no_fact_has_is_refused(name: str, value: Any) -> None:
    with pytest.raises(ValueError, match=name):
        Choices.of(None, {name: value})
