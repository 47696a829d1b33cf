"""Conversations by five writers who saw the guide and nothing of the project. Prints how many turns end rightly."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.text import squeeze
from tests.acceptance.shares import share
from tests.acceptance.test_held_out import ALIKE
from tests.conftest import Ask

pytestmark = pytest.mark.acceptance
DIALOGUES = [json.loads(line) for line in Path(__file__).with_name("dialogues.jsonl").read_text("utf-8").splitlines()]
STATUS = {"answer": "answered", "refuse_prohibited": "prohibited"}
LEAST = 0.86


def test_dialogues(ask: Ask) -> None:
    right: dict[int, list[list[bool]]] = {}
    for number, dialogue in enumerate(DIALOGUES):
        day, sender = date.fromisoformat(dialogue["day"]), f"dialogue-{number}"
        turns = [_is_right(turn, ask(turn["says"], sender=sender, day=day)) for turn in dialogue["turns"]]
        right.setdefault(dialogue["writer"], []).append(turns)
    print(f"\n{'writer':8}{'turns':>8}{'right':>8}{'whole dialogues':>17}")
    for writer, dialogues in right.items():
        turns = [turn for one in dialogues for turn in one]
        print(f"{writer:<8}{len(turns):8}{share(turns):8.3f}{share([all(one) for one in dialogues]):17.3f}")
    assert share([turn for dialogues in right.values() for one in dialogues for turn in one]) >= LEAST


def _is_right(turn: dict[str, Any], answer: dict[str, Any]) -> bool:
    if answer["status"] not in [STATUS.get(act, act) for act in turn["acts"]]:
        return False
    items = {number for item in turn.get("items", ()) for number in ALIKE.get(item, (item,))}
    if items and answer["status"] in ("answered", "prohibited") and answer["item"] not in items:
        return False
    text = squeeze(answer["text"])
    asked_instead = answer["status"] == "clarify" and turn["acts"][0] != "clarify"
    facts = () if asked_instead else turn.get("contains", ())
    said = all(any(squeeze(way) in text for way in fact.split("|")) for fact in facts)
    return said and not any(squeeze(fact) in text for fact in turn.get("lacks", ()))
