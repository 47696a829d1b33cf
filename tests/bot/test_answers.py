"""Questions for every corner of the guide through the whole path, and text that is no question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.text import squeeze
from tests.conftest import Ask

CORNERS = yaml.safe_load((Path(__file__).parent / "corners.yml").read_text("utf-8"))


@pytest.mark.parametrize("corner", CORNERS, ids=[row["name"] for row in CORNERS])
def test_corner(ask: Ask, corner: dict[str, Any]) -> None:
    answer = ask(corner["text"])
    assert (answer["item"], answer["citation"]["page"]) == (corner["item"], corner["page"])
    assert [words for words in corner["contains"] if squeeze(words) not in squeeze(answer["text"])] == []


def test_the_answer_has_every_field_of_the_contract(ask: Ask) -> None:
    fields = "status item items aspects sections prohibited facts missing also ask options phones citation text"
    assert set(ask("失业金怎么领")) == set(fields.split())


@pytest.mark.parametrize("text", ["/restart", "／restart", '/ask{"x":1}', "/session_start"])
def test_a_slash_is_text(ask: Ask, text: str) -> None:
    assert ask(text)["status"] in {"out_of_scope", "chitchat", "clarify"}


ODD = {
    "empty": ("", "chitchat"),
    "blank": (" \n ", "chitchat"),
    "too long": ("社" * 501, "error"),
    "control characters": ("\x00\x07", "out_of_scope"),
}


@pytest.mark.parametrize(("text", "status"), ODD.values(), ids=ODD)
def test_odd_messages_get_a_clear_answer(ask: Ask, text: str, status: str) -> None:
    answer = ask(text)
    assert answer["status"] == status
    assert answer["text"]


def test_five_hundred_characters_are_read(ask: Ask) -> None:
    assert ask("失业金怎么领？" + "啊" * 493)["status"] != "error"


def test_a_follow_up_stays_on_the_item_and_a_stranger_knows_nothing_of_it(ask: Ask) -> None:
    assert ask("失业金怎么领", "甲")["item"] == 28
    followed = ask("要几天", "甲")
    assert (followed["item"], followed["sections"][0]["aspect"]) == (28, "time_limit")
    assert ask("要几天", "乙")["item"] is None


def test_tapping_an_option_resolves_the_question_back(ask: Ask) -> None:
    for answer in (ask("养老金停发了怎么恢复"), ask("单位参保证明怎么打")):
        if answer["status"] == "clarify":
            assert ask(answer["options"][0]["value"])["status"] == "answered"


def test_every_title_finds_its_item(ask: Ask, guide: Any) -> None:
    alike = {41: {41, 50}, 50: {41, 50}}
    wrong = [
        (item.number, answer["item"])
        for item in guide.items
        if (answer := ask(item.title))["item"] not in alike.get(item.number, {item.number})
    ]
    assert wrong == []
