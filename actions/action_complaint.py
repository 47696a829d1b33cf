"""Complaints, and reports that an answer is wrong: the number to call; a report is taken down with its turn."""

from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions import slots
from actions.answer import Answer
from actions.base import AnsweringAction
from actions.replies import reply
from actions.turn import Turn
from knowledge.guide import Guide

REPORT = "report_error"


class ActionComplaint(AnsweringAction):
    """The sentence for a complaint or an error report."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_complaint"

    def answer(self, guide: Guide, turn: Turn) -> Answer:
        """See the class."""
        return reply(guide, "complaint", turn.intent)

    def noted(self, turn: Turn) -> list[EventType]:
        """A report: about which item, which aspects, on which day. The words are in the turn before it."""
        if turn.intent != REPORT:
            return []
        about = {"item": turn.talk.item, "aspects": list(turn.talk.aspects), "day": turn.day.isoformat()}
        return [SlotSet(slots.REPORTED, about)]
