"""The questions that were written blind and never taught, through the whole path. Prints the figures."""

from __future__ import annotations

import pytest

from bot.evaluation import figures, judge
from nlu import corpus
from tests.conftest import Ask

pytestmark = pytest.mark.acceptance
# The guide gives these pairs the same content: either is right.
ALIKE = {41: (41, 50), 50: (41, 50), 51: (51, 52), 52: (51, 52)}


def test_held_out_questions(ask: Ask) -> None:
    judged = [judge(_label(question), ask(question.text)) for question in corpus.load_held_out()]
    rates = figures(judged)
    print("\n" + "\n".join(f"{name:20} {rate:.3f}" for name, rate in rates.items()))
    assert rates["top1"] > 0.88
    assert rates["out_of_scope_recall"] > 0.9


def _label(question: corpus.Question) -> dict[str, object]:
    if not question.items:
        return {"scope": "out"}
    # Several items: nothing in the question says which scheme, so a question back is due.
    return {"items": ALIKE.get(question.items[0], question.items), "needs_clarification": len(question.items) > 1}
