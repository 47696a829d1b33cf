"""Letters and forum questions by a writer who saw the guide and nothing of the project. Prints the figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.evaluation import figures, judge
from tests.acceptance.test_held_out import ALIKE
from tests.conftest import Ask

pytestmark = pytest.mark.acceptance
LETTERS = [json.loads(line) for line in Path(__file__).with_name("letters.jsonl").read_text("utf-8").splitlines()]


def test_letters(ask: Ask) -> None:
    judged = [judge(_label(letter["expect"]), ask(letter["text"])) for letter in LETTERS]
    rates = figures(judged)
    print("\n" + "\n".join(f"{name:20} {rate:.3f}" for name, rate in rates.items()))
    assert rates["top1"] > 0.88
    assert rates["out_of_scope_recall"] > 0.85


def _label(expect: dict[str, object]) -> dict[str, object]:
    items = expect.get("items")
    assert isinstance(items, list)
    return {**expect, "items": [number for item in items for number in ALIKE.get(item, (item,))]}
