"""Normalising, sounds, words and terms."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.normalise import normalise
from nlu.said import said
from nlu.sounds import sounds


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("我的社保卡顯示封存,該怎麼辦", "我的社保卡显示封存,该怎么办"),
        ("ＡＢＣ１２３", "abc123"),
        ("社保卡丢了😭😭", "社保卡丢了"),
        ("急急急急急急", "急急"),
        ("⁠/restart", "/restart"),
        ("  失业金\n怎么领 ", "失业金 怎么领"),
    ],
)
def test_one_spelling(typed: str, read: str) -> None:
    assert normalise(typed) == read


@settings(deadline=None)
@given(st.text(max_size=60))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_worked_out(text: str) -> None:
    assert said(text).text == text


@pytest.mark.parametrize(
    ("heard", "meant"), [("失叶金", "失业金"), ("涉保卡", "社保卡"), ("公伤", "工伤"), ("老龙工伤", "老农工伤")]
)
def test_what_sounds_alike_is_alike(heard: str, meant: str) -> None:
    assert sounds(heard) == sounds(meant)


def test_our_words_are_words() -> None:
    assert {"失业金", "社保卡", "断缴"} <= set(said("失业金 社保卡 断缴").words)
