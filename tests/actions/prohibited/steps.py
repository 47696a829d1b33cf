"""One step made by hand, and what its answer says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.action_answer import ActionAnswer
from actions.answer import Answer
from actions.prohibited import Stated, applied
from knowledge.facts import Fact, Span
from knowledge.guide import Guide
from tests.actions.test_actions import turn

OWN_WILL = Fact("leaving", "own_will", "自己辞的")
ELEVEN = Fact("months_contributed", Span(11, 11), "交了11个月")


def step(guide: Guide, *numbers: int, before: Stated | None = None, facts: tuple[Fact, ...] = (), **more: Any) -> Any:
    """The answer and what is known after a turn with these candidates; ``more`` are fields of the turn."""
    asked = replace(turn(guide, *numbers, **more), facts=facts)
    return applied(guide, asked, ActionAnswer().answer(guide, asked), before or Stated())


def told(answer: Answer) -> str:
    """All that the answer says."""
    return "\n".join(entry.text for section in answer.sections for entry in section.entries)
