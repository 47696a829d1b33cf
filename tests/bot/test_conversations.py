"""Whole conversations through the whole path, as data: one file a conversation in tests/conversations."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import Ask

FOLDER = Path(__file__).resolve().parent.parent / "conversations"
ALL = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.yml"))}


def _case(name: str, one: dict[str, Any]) -> Any:
    """A conversation that is not mastered yet says why; once it is, the test fails until the reason is removed."""
    marks = [pytest.mark.xfail(strict=True, reason=one["open"])] if "open" in one else []
    return pytest.param(name, one, id=name, marks=marks)


@pytest.mark.parametrize(("name", "conversation"), [_case(name, one) for name, one in ALL.items()])
def test_a_conversation(ask: Ask, name: str, conversation: dict[str, Any]) -> None:
    faults = []
    for turn in conversation["turns"]:
        answer = ask(turn["says"], sender=f"conversation-{name}", day=conversation["day"])
        faults += [f"{turn['says']}: {fault}" for fault in _faults(turn, answer)]
    assert not faults


def test_there_are_enough_and_each_is_a_conversation() -> None:
    assert len(ALL) >= 60
    assert not [name for name, one in ALL.items() if not 3 <= len(one["turns"]) <= 8]


def test_nothing_is_guessed_across_people(ask: Ask) -> None:
    ask("失业金怎么领", sender="one")
    assert ask("那要几天", sender="another")["item"] is None


def _faults(turn: dict[str, Any], answer: dict[str, Any]) -> list[str]:
    text = re.sub(r"\s+", "", answer["text"])
    found = []
    if answer["status"] not in turn["status"]:
        found.append(f"status {answer['status']}")
    if answer["status"] in ("answered", "prohibited") and answer["item"] not in turn.get("item", [answer["item"]]):
        found.append(f"item {answer['item']}")
    if answer["status"] != "clarify":
        missing = (fact for fact in turn.get("contains", ()) if not any(_bare(one) in text for one in fact.split("|")))
        found += [f"lacks {fact}" for fact in missing]
    return found + [f"contains {fact}" for fact in turn.get("lacks", ()) if _bare(fact) in text]


def _bare(fact: str) -> str:
    return re.sub(r"\s+", "", fact)
