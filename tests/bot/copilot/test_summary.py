"""The summary of a call: what is known, decided, told and open; never the caller's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.copilot.heard import Heard
from bot.copilot.live import Choices, live
from bot.copilot.summary import summary
from knowledge.guide import Guide

DAY = date(2026, 3, 11)
SILENT = (Heard({"text": ""}, {}),)


def test_what_was_decided_told_and_is_open(guide: Guide) -> None:
    shown, _ = live(guide, SILENT, Choices.of(28, {"leaving": "employer"}), DAY)
    assert summary(guide, shown, ("spoken", "sms")).splitlines() == [
        "事项：28 失业保险金申领（指南第 56 页）",
        "事实：怎么离开单位的：单位辞退或裁员",
        "告知：按话术口头答复、已备短信",
        "没问清的：失业保险交了多久",
        f"依据：《{guide.centre.guide}》第 56 页",
    ]


def test_a_refusal_names_its_case_and_leaves_nothing_open(guide: Guide) -> None:
    shown, _ = live(guide, SILENT, Choices.of(28, {"leaving": "own_will"}), DAY)
    text = summary(guide, shown, ())
    assert "判定：不能办，禁办情形 5.1" in text
    assert "没问清" not in text


def test_no_word_of_the_caller_is_in_it(guide: Guide) -> None:
    shown, _ = live(guide, SILENT, Choices.of(28, {"leaving": "own_will"}), DAY)
    heard = replace(shown, ticks=tuple(replace(tick, words="张三亲口说的") for tick in shown.ticks))
    assert "张三" not in summary(guide, heard, ())


def test_a_call_without_an_item_says_so(guide: Guide) -> None:
    shown, _ = live(guide, SILENT, Choices(), DAY)
    assert summary(guide, replace(shown, item=None), ()).startswith("事项：没有定下来")
