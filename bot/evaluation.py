"""Answers against labels: what counts as right, and the figures made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nlu import calibration

AWAY = frozenset({"out_of_scope", "chitchat"})
REFUSED = AWAY | {"handoff", "complaint", "error"}


@dataclass(frozen=True)
class Judged:
    """One answer judged. ``right`` are the items that the label accepts, none where it is out of scope.

    ``chosen`` is the item of the answer, or the first candidate; ``sure`` its calibrated probability.
    """

    right: tuple[int, ...]
    ranked: tuple[int, ...]
    chosen: int | None
    sure: float
    refused: bool
    away: bool
    asked: bool
    must_ask: bool

    @property
    def top1(self) -> bool:
        """Whether the chosen item is right; where a question back is due, whether it asks about a right one."""
        if self.asked:
            return self.must_ask and bool(set(self.right) & set(self.ranked[:4]))
        return not self.refused and self.chosen in self.right

    @property
    def top3(self) -> bool:
        """Whether a right item is among the first three candidates."""
        return not self.refused and bool(set(self.right) & set(self.ranked[:3]))


def judge(expect: Mapping[str, Any], answer: Mapping[str, Any]) -> Judged:
    """The answer against its label (``items``, ``scope``, ``needs_clarification``)."""
    ranked = tuple(row["number"] for row in answer["items"])
    chosen = answer["item"] or (ranked[0] if ranked else None)
    scores = {row["number"]: row["score"] for row in answer["items"]}
    inside = expect.get("scope", "in") != "out"
    return Judged(
        right=tuple(expect.get("items") or ()) if inside else (),
        ranked=ranked,
        chosen=chosen,
        sure=scores.get(chosen, 0.0),
        refused=answer["status"] in REFUSED,
        away=answer["status"] in AWAY,
        asked=answer["status"] == "clarify",
        must_ask=bool(expect.get("needs_clarification")),
    )


def figures(judged: Sequence[Judged]) -> dict[str, float]:
    """The rates, each over the rows that it is about; a rate about no row is left out."""
    inside = [one for one in judged if one.right]
    outside = [one for one in judged if not one.right]
    due = [one for one in inside if one.must_ask]
    parts = {
        "top1": ([one.top1 for one in inside]),
        "top3": ([one.top3 for one in inside]),
        "false_refusal": ([one.refused for one in inside]),
        "needless_question": ([one.asked and not one.must_ask for one in inside]),
        "question_recall": ([one.asked for one in due]),
        "out_of_scope_recall": ([one.away for one in outside]),
    }
    rates = {name: sum(row) / len(row) for name, row in parts.items() if row}
    return {**rates, "calibration_error": calibration_error(inside)}


def calibration_error(judged: Sequence[Judged]) -> float:
    """Expected calibration error: how far, on average, a score is from how often it is right."""
    return calibration.expected_error(*_stated(judged))


def calibration_bins(judged: Sequence[Judged]) -> tuple[calibration.Bin, ...]:
    """The reliability diagram behind the error, over the questions in scope."""
    return calibration.bins(*_stated([one for one in judged if one.right]))


def _stated(judged: Sequence[Judged]) -> tuple[list[float], list[bool]]:
    answered = [one for one in judged if one.chosen is not None]
    return [one.sure for one in answered], [one.chosen in one.right for one in answered]
