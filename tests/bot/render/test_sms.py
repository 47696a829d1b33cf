"""Short messages: none is longer than 70 characters, nothing is cut off, what matters comes first."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings

from bot.render.sms import LIMIT, sms
from knowledge.guide import Guide
from tests.bot.render.test_spoken import answer_on, bare, refused
from tests.bot.wechat.test_writing import ANSWER

MUST = ("eligibility", "prohibited", "notes", "reply")


def joined(parts: tuple[str, ...]) -> str:
    return bare("".join(re.sub(r"^\d+/\d+ ", "", part) for part in parts))


@given(ANSWER)
@settings(max_examples=300, deadline=None)
def test_every_part_fits_and_nothing_that_must_be_read_is_lost(answer: dict[str, Any]) -> None:
    parts = sms(answer)
    assert all(len(part) <= LIMIT for part in parts)
    text = joined(parts)
    for one in (answer, *answer["also"]):
        for section in one["sections"]:
            for entry in section["entries"] if section["aspect"] in MUST else ():
                own = entry.get("group")
                assert bare(entry["text"].removeprefix(f"{own}：")) in text


@pytest.mark.parametrize("aspect", ["overview", "materials", "channel"])
def test_every_item(guide: Guide, aspect: str) -> None:
    for item in guide.items:
        parts = sms(answer_on(guide, item.number, aspect))
        assert max(map(len, parts)) <= LIMIT
        assert all(bare(text) in joined(parts) for text in item.conditions)
        if len(parts) > 1:
            assert [part.split(" ")[0] for part in parts] == [f"{n}/{len(parts)}" for n in range(1, len(parts) + 1)]


def test_what_was_asked_comes_first_and_the_rest_of_the_item_stays_out(guide: Guide) -> None:
    first, *rest = sms(answer_on(guide, 28, "materials"))
    assert "需提供要件：申领人身份证或社会保障卡" in first
    assert "办理路径" not in "".join(rest)


def test_a_refusal_comes_first(guide: Guide) -> None:
    first, *rest = sms(refused(guide))
    assert "不能办：1）您说“自己辞的”" in first + rest[0]
    assert bare(guide.item(28).conditions[0]) in joined((first, *rest))


def test_numbers_are_not_cut(guide: Guide) -> None:
    """Neither dates nor amounts are torn apart where there is a better place."""
    for number in (20, 88, 28):
        for part in sms(answer_on(guide, number)):
            assert not re.search(r"\d$", part) or re.search(r"页$|\d{5,}$", part), part
