"""Complaints, and reports that an answer is wrong: the number to call."""

from __future__ import annotations

from actions.answer import Answer
from actions.base import AnsweringAction
from actions.replies import reply
from actions.turn import Turn
from knowledge.guide import Guide


class ActionComplaint(AnsweringAction):
    """The sentence for a complaint or an error report."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_complaint"

    def answer(self, guide: Guide, turn: Turn) -> Answer:
        """See the class."""
        return reply(guide, "complaint", turn.intent)
