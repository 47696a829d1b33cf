"""Whether a message goes on about the item of the talk, where by itself it is about none of the guide's matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from actions.named import still_about
from actions.talk import Talk
from actions.turn import Turn
from knowledge.guide import Guide

AWAY = Turn("", "overview", ("overview",), (), "out", 0, "named", Talk(item=11), date(2026, 3, 11), within=11)
# Hangs on what was said, is beside all matters even as part of the talk; whether it stays.
JUDGED = {
    "he has no identity card": ("他没身份证呢，正补办", 0.70, 0.20, True),
    "beside all matters even so": ("他没身份证呢，正补办", 0.70, 0.21, False),
    "not surely hanging": ("他没身份证呢，正补办", 0.69, 0.20, False),
    "stands by itself": ("公积金也一块转呗", 0.19, 0.01, False),
}


@pytest.mark.parametrize(("text", "hangs", "without", "stays"), JUDGED.values(), ids=JUDGED)
def test_what_hangs_on_the_talk_stays(guide: Guide, text: str, hangs: float, without: float, stays: bool) -> None:
    assert still_about(guide, replace(AWAY, text=text, hangs=hangs, without=without)) is stays


@pytest.mark.parametrize(("hangs", "stays"), [(0.20, True), (0.19, False)])
def test_a_short_question_stays_unless_it_stands_by_itself(guide: Guide, hangs: float, stays: bool) -> None:
    unclear = replace(AWAY, text="卡注销退押金不", reads="unclear", intent="amount", hangs=hangs, without=0.01)
    assert still_about(guide, unclear) is stays
