"""What counts as right, in pairs of neighbouring cases."""

from __future__ import annotations

from typing import Any

import pytest

from bot.evaluation import calibration_error, figures, judge


def answer(status: str, *ranked: int, item: int | None = None, score: float = 0.9) -> dict[str, Any]:
    return {"status": status, "item": item, "items": [{"number": n, "score": score} for n in ranked]}


CASES = [
    ("right", {"items": [28]}, answer("answered", 28, 36, item=28), True, True),
    ("second best label", {"items": [39, 37]}, answer("answered", 37, item=37), True, True),
    ("wrong but near", {"items": [28]}, answer("answered", 36, 28, item=36), False, True),
    ("refused", {"items": [28]}, answer("out_of_scope", 28), False, False),
    ("asked rightly", {"items": [16], "needs_clarification": True}, answer("clarify", 24, 16), True, True),
    ("asked needlessly", {"items": [16]}, answer("clarify", 16, 24), False, True),
]


@pytest.mark.parametrize(("name", "expect", "given", "top1", "top3"), CASES, ids=[row[0] for row in CASES])
def test_judged(name: str, expect: dict[str, Any], given: dict[str, Any], top1: bool, top3: bool) -> None:
    judged = judge(expect, given)
    assert (judged.top1, judged.top3) == (top1, top3)


def test_figures_are_over_the_rows_they_are_about() -> None:
    rows = [
        judge({"items": [28]}, answer("answered", 28, item=28)),
        judge({"scope": "out", "items": [28]}, answer("out_of_scope")),
        judge({"scope": "out"}, answer("answered", 28, item=28)),
    ]
    found = figures(rows)
    assert (found["top1"], found["out_of_scope_recall"]) == (1.0, 0.5)
    assert "question_recall" not in found


def test_calibration_error_of_a_score_that_holds_and_of_one_that_does_not() -> None:
    half = [judge({"items": [1]}, answer("answered", n, item=n, score=0.5)) for n in (1, 2)]
    sure = [judge({"items": [1]}, answer("answered", n, item=n, score=1.0)) for n in (1, 2)]
    assert calibration_error(half) == pytest.approx(0.0)
    assert calibration_error(sure) == pytest.approx(0.5)
