"""Every third held-out question, clean and mistyped: noise may cost little. Prints top-1 by kind. And what is said of
prohibited cases, mistyped by sound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from bot.evaluation import judge
from nlu import corpus
from nlu.noise import KINDS, noisy
from tests.acceptance.test_held_out import _label
from tests.bot.test_prohibited import prohibited_rows
from tests.conftest import Ask

pytestmark = pytest.mark.acceptance
MAY_COST = 0.03


def test_noise_costs_little(ask: Ask) -> None:
    questions = [question for question in corpus.load_held_out() if question.items][::3]
    right: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for turn, question in enumerate(questions):
        kind, text = _mistyped(question.text, turn)
        clean, mistyped = (judge(_label(question), ask(written)).top1 for written in (question.text, text))
        right[kind].append((clean, mistyped))
    print(f"\n{'':12}{'n':>5}{'clean':>8}{'noisy':>8}")
    for kind, rows in right.items():
        print(f"{kind:12}{len(rows):5}{_share(rows, 0):8.3f}{_share(rows, 1):8.3f}")
    everything = [row for rows in right.values() for row in rows]
    print(f"{'all':12}{len(everything):5}{_share(everything, 0):8.3f}{_share(everything, 1):8.3f}")
    assert _share(everything, 1) >= _share(everything, 0) - MAY_COST


def test_slips_hide_no_prohibited_case(ask: Ask) -> None:
    """The sentences of tests/prohibited, mistyped by sound: what they state is heard, and nothing else."""
    named = [case in answer["prohibited"] for case, answer in _answers(ask, "triggers")]
    claimed = [bool(answer["prohibited"]) for _, answer in _answers(ask, "near_misses")]
    print(f"\n禁办：认出 {sum(named) / len(named):.3f}，错判 {sum(claimed) / len(claimed):.3f}")
    assert sum(named) / len(named) >= 0.88
    assert sum(claimed) / len(claimed) <= 0.02


def _answers(ask: Ask, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for turn, row in enumerate(prohibited_rows(kind)):
        case, text = row.values
        yield case, ask(noisy(text, ("homophone", "near_sound")[turn % 2], Random(turn)))


def _mistyped(text: str, turn: int) -> tuple[str, str]:
    """The kind whose turn it is, or the next one that finds something to change in the text."""
    kinds = [list(KINDS)[(turn + step) % len(KINDS)] for step in range(len(KINDS))]
    made = ((kind, noisy(text, kind, Random(turn))) for kind in kinds)
    return next((kind, written) for kind, written in made if written != text)


def _share(rows: list[tuple[bool, bool]], side: int) -> float:
    return sum(row[side] for row in rows) / len(rows)
