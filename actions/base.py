"""What all actions share: say one answer, remember the item."""

from __future__ import annotations

from abc import ABC, abstractmethod

from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions import guide, slots
from actions.answer import Answer
from actions.context import correction, where_i_am
from actions.prohibited import Stated, applied
from actions.replying import reply_to_question
from actions.turn import Turn
from knowledge.guide import Guide

URGENT = ("complaint", "handoff", "distress", "report_error")


class AnsweringAction(Action, ABC):
    """An action that turns a Turn into one Answer. Subclasses say only how."""

    @abstractmethod
    def answer(self, guide: Guide, turn: Turn) -> Answer:
        """The answer to the turn; pure."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Sends the answer as custom JSON, and keeps what it was about."""
        known = guide.current()
        turn = Turn.of(tracker, known)
        before = Stated.of(tracker.get_slot(slots.STATED))
        answer, stated = self.decided(known, turn, before)
        dispatcher.utter_message(json_message={"answer": answer.to_dict()})
        return [
            SlotSet(slots.TALK, turn.talk.after(answer).stored()),
            *([SlotSet(slots.STATED, stated.stored())] if stated.stored() != before.stored() else []),
            *self.noted(turn),
        ]

    def decided(self, guide: Guide, turn: Turn, before: Stated) -> tuple[Answer, Stated]:
        """The answer that the turn gets in the end, and what is known after it; pure."""
        return applied(guide, turn, self._in_context(guide, turn), before)

    def noted(self, turn: Turn) -> list[EventType]:
        """What is taken down beside the talk; nothing, unless an action says so."""
        return []

    def _in_context(self, guide: Guide, turn: Turn) -> Answer:
        """What only the talk explains (a correction, a reply, a place) goes before everything but a call for help."""
        steps = () if turn.intent in URGENT else (correction, reply_to_question, where_i_am)
        replied = next((answer for step in steps if (answer := step(guide, turn))), None)
        return replied or self.answer(guide, turn)
