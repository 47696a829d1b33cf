"""The questions that were written blind and never taught, through the whole path. Prints the figures."""

from __future__ import annotations

from collections import Counter

import pytest

from nlu import corpus
from tests.conftest import Ask

pytestmark = pytest.mark.acceptance
# The guide gives these pairs the same content: either is right.
ALIKE = {41: {41, 50}, 50: {41, 50}, 51: {51, 52}, 52: {51, 52}}
AWAY = {"out_of_scope", "chitchat"}


def test_held_out_questions(ask: Ask) -> None:
    counts: Counter[str] = Counter()
    for question in corpus.load_held_out():
        answer = ask(question.text)
        if not question.items:
            counts["out"] += 1
            counts["refused rightly"] += answer["status"] in AWAY
            continue
        right = ALIKE.get(question.items[0], set(question.items))
        ranked = [row["number"] for row in answer["items"]]
        chosen = answer["item"] or (ranked[0] if ranked else None)
        counts["in"] += 1
        counts["top1"] += answer["status"] != "clarify" and chosen in right
        counts["top3"] += bool(right & set(ranked[:3]))
        counts["asked back"] += answer["status"] == "clarify"
        counts["refused wrongly"] += answer["status"] in AWAY | {"complaint", "handoff"}
    rates = {name: counts[name] / counts["in"] for name in ("top1", "top3", "asked back", "refused wrongly")}
    rates["refused rightly"] = counts["refused rightly"] / counts["out"]
    print("\n" + "\n".join(f"{name:16} {rate:.3f}" for name, rate in rates.items()))
    assert rates["top1"] > 0.80
    assert rates["refused rightly"] > 0.80
