"""The texts of an answer for a caller: what to say, short messages, WeChat; and the whole item to look things up in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from actions.answer import Answer, Ranked
from actions.item_answer import item_answer
from actions.offices import own
from actions.replies import office_section
from actions.when import When
from bot.assistant import spoken as with_text
from bot.render.card import card
from bot.render.pages import size
from bot.render.parts import Card
from bot.render.sms import sms
from bot.render.spoken import Said, script, spoken
from bot.render.wechat import LIMIT, wechat
from knowledge.guide import Guide

EVERYTHING = ("overview",)
_NO_LIMIT = 1 << 20


@dataclass(frozen=True)
class Drafts:
    """``script`` by sentences with what each is about; ``spoken``, ``sms`` and ``wechat`` to be copied."""

    script: tuple[Said, ...]
    spoken: str
    sms: tuple[str, ...]
    wechat: tuple[str, ...]


def drafts(answer: Answer) -> Drafts:
    """The texts of the answer, with nothing in them to tap: a person sends them."""
    data: Mapping[str, Any] = replace(answer, options=()).to_dict()
    return Drafts(spoken(data), script(data), sms(data), tuple(_parts(wechat({**data, "ask": None}, _NO_LIMIT)[0])))


def details(guide: Guide, number: int, when: When) -> Card:
    """All that the guide says of the item, with the offices at which it is done."""
    item = guide.item(number)
    answer = item_answer(guide, item, (Ranked(number, item.title, 1.0),), EVERYTHING, when)
    offices = own(guide, number, ())
    if offices:
        answer = replace(answer, sections=(*answer.sections, office_section(offices)))
    return card(with_text(answer.to_dict()), guide)


def _parts(text: str) -> list[str]:
    """The text in messages that WeChat takes, cut between lines."""
    parts = [""]
    for line in text.split("\n"):
        joined = f"{parts[-1]}\n{line}" if parts[-1] else line
        if parts[-1] and size(joined) > LIMIT:
            parts.append(line)
        else:
            parts[-1] = joined
    return [part.strip() for part in parts if part.strip()]
