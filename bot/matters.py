"""Two matters in one message, and the decisive part of a correction: told apart by asking the understanding of parts.

A message is divided only where each part by itself surely names another matter: a long story with 另外 in it stays
one question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from rasa.core.agent import Agent

from actions import slots
from actions.correction import asserted
from actions.talk import Talk
from knowledge.guide import Guide
from nlu.asking import only_asks
from nlu.retriever import RETRIEVAL

_CONNECTIVES: list[str] = yaml.safe_load(Path(__file__).with_name("connectives.yml").read_text("utf-8"))
_BORDER = re.compile(rf"[，,。；;？?！!\s]+(?:{'|'.join(_CONNECTIVES)})[，,：:]?|[？?]+(?=.)")
# 俩事，一个是…一个是…
_LEAD = re.compile(r".{0,4}[两俩二2](?:个|件)?(?:事儿?|问题|样)")
_KEPT = ("intent", "intent_ranking", slots.ALSO_ASKED, RETRIEVAL)
MOST, SHORTEST, LONGEST = 3, 4, 40


async def divide(agent: Agent, text: str) -> list[str]:
    """The parts of the message, in order, each of which names a matter of its own; the whole message else."""
    parts = [part.strip() for part in _BORDER.split(text)]
    parts = parts[1:] if _LEAD.fullmatch(parts[0]) else parts
    if not 2 <= len(parts) <= MOST or not all(SHORTEST <= len(part) <= LONGEST for part in parts):
        return [text]
    read = [await agent.parse_message(part) for part in parts]
    matters = {row[RETRIEVAL]["ranked"][0]["number"] for row in read}
    apart = len(matters) == len(parts) and _unlike(read)
    return parts if apart and all(_names_a_matter(row) for row in read) else [text]


async def reading(agent: Agent, text: str) -> dict[str, Any]:
    """What the message's metadata says of its words: that they only ask; what is understood of those that correct."""
    part = asserted(text)
    if part is None:
        return {slots.ONLY_ASKS: True} if only_asks(text) else {}
    read = await agent.parse_message(part)
    return {slots.PART: {key: read[key] for key in _KEPT if key in read}}


async def in_talk(agent: Agent, text: str, guide: Guide, sender: str) -> dict[str, Any]:
    """What the metadata says of the message read as part of the talk: behind the title of the matter we speak about.

    我都退休领钱三年了 alone may be about anything; said of a transfer it decides a case. A message of asking words
    alone (要带啥) goes on anyway, and is not read twice.
    """
    if len(text) > LONGEST or only_asks(text):
        return {}
    tracker = await agent.tracker_store.retrieve(sender)
    talk = Talk.of(tracker.get_slot(slots.TALK) if tracker and slots.TALK in tracker.slots else None)
    if talk.about is None:
        return {}
    read = await agent.parse_message(f"{guide.item(talk.about).base_title}，{text}")
    return {slots.IN_TALK: {key: read[key] for key in (slots.FACTS, RETRIEVAL) if key in read}}


def _names_a_matter(read: dict[str, Any]) -> bool:
    return bool(read[RETRIEVAL]["reads"] == "named" and read[RETRIEVAL]["band"] != "out")


def _unlike(read: Sequence[dict[str, Any]]) -> bool:
    """Whether no part's matter is a candidate, of any weight, of another part."""
    firsts = [row[RETRIEVAL]["ranked"][0]["number"] for row in read]
    for place, row in enumerate(read):
        near = {one["number"] for one in row[RETRIEVAL]["ranked"] if one["score"] >= 0.05}
        if near & {number for other, number in enumerate(firsts) if other != place}:
            return False
    return True
