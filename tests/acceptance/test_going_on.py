"""Next messages after an answer, by two writers: what goes on stays with the item, what leaves the guide is refused."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from actions.turn import SHORT
from knowledge.guide import Guide
from nlu import corpus
from tests.acceptance.shares import share
from tests.acceptance.test_held_out import ALIKE
from tests.conftest import Ask

pytestmark = pytest.mark.acceptance
MESSAGES = [json.loads(line) for line in Path(__file__).with_name("going_on.jsonl").read_text("utf-8").splitlines()]
STAYS, LEAVES, ANY_TALK = 0.8, 0.65, 0.8


def test_going_on(ask: Ask, guide: Guide) -> None:
    stays, leaves = [], []
    for number, row in enumerate(MESSAGES):
        sender = f"going-on-{number}"
        ask(guide.item(row["item"]).title, sender=sender)
        answer = ask(row["text"], sender=sender)
        if row["goes_on"]:
            stays.append(answer["item"] in ALIKE.get(row["item"], (row["item"],)))
        else:
            leaves.append(answer["status"] in ("out_of_scope", "chitchat"))
    print(f"\nstays {share(stays):.3f} of {len(stays)}, leaves {share(leaves):.3f} of {len(leaves)}")
    assert share(stays) >= STAYS
    assert share(leaves) >= LEAVES


def test_what_is_beside_all_matters_leaves_any_talk(ask: Ask, guide: Guide) -> None:
    """Short held-out questions out of scope, each after an item drawn by chance."""
    drawn = Random(3)
    asked = [one.text for one in corpus.load_held_out() if not one.items and len(one.text) <= SHORT]
    leaves = []
    for number, text in enumerate(drawn.sample(asked, 300)):
        sender = f"beside-{number}"
        ask(drawn.choice(guide.items).title, sender=sender)
        leaves.append(ask(text, sender=sender)["status"] in ("out_of_scope", "chitchat"))
    print(f"\nleaves {share(leaves):.3f} of {len(leaves)}")
    assert share(leaves) >= ANY_TALK
