"""What all actions share: say one answer, remember the item."""

from __future__ import annotations

from abc import ABC, abstractmethod

from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions import guide, slots
from actions.answer import Answer
from actions.turn import Turn
from knowledge.guide import Guide


class AnsweringAction(Action, ABC):
    """An action that turns a Turn into one Answer. Subclasses say only how."""

    @abstractmethod
    def answer(self, guide: Guide, turn: Turn) -> Answer:
        """The answer to the turn; pure."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Sends the answer as custom JSON, and keeps what it was about."""
        known = guide.current()
        answer = self.answer(known, Turn.of(tracker, known))
        dispatcher.utter_message(json_message={"answer": answer.to_dict()})
        return [SlotSet(slots.ITEM, answer.item)] if answer.item is not None else []
