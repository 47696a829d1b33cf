"""Suggestions by characters, initials, pinyin, and with characters left out."""

from __future__ import annotations

import pytest

from bot.web.suggest import Suggestions, suggestions
from knowledge.guide import Guide


@pytest.fixture(scope="module")
def known(guide: Guide) -> Suggestions:
    return suggestions(guide, None)


FIRST = [
    ("characters", "失业保险金", "失业保险金申领"),
    ("initials", "sybxj", "失业保险金申领"),
    ("pinyin", "shiyebaoxianjin", "失业保险金申领"),
    ("capitals and a blank", "SY BXJ", "失业保险金申领"),
    ("a question people ask", "失业金怎么", "失业金怎么领"),
]


@pytest.mark.parametrize(("name", "typed", "first"), FIRST, ids=[row[0] for row in FIRST])
def test_first(known: Suggestions, name: str, typed: str, first: str) -> None:
    assert known.to(typed)[0] == first


def test_characters_left_out(known: Suggestions) -> None:
    assert "失业保险金申领" in known.to("失业申领")


@pytest.mark.parametrize("typed", ["", " ", "xyzxyz", "天气预报", "x" * 40])
def test_nothing(known: Suggestions, typed: str) -> None:
    assert known.to(typed) == ()


def test_pinyin_begins_with_a_syllable() -> None:
    assert Suggestions(["失业"], []).to("hiye") == ()


def test_matters_leave_room_for_questions(known: Suggestions, guide: Guide) -> None:
    found = known.to("失业")
    titles = {item.title for item in guide.items}
    assert len(found) == 6
    assert 0 < sum(text in titles for text in found) <= 3


def test_a_guide_without_questions(guide: Guide, tmp_path: object) -> None:
    from pathlib import Path

    assert suggestions(guide, Path(str(tmp_path))).to("sybxj") == ("失业保险金申领",)
