"""An office's address or telephone."""

from __future__ import annotations

from actions.answer import Answer
from actions.base import AnsweringAction
from actions.item_answer import item_answer
from actions.offices import said
from actions.replies import office_answer
from actions.turn import Turn
from knowledge.guide import Guide


class ActionOffice(AnsweringAction):
    """The office that is named; else the matter that is named; else all offices."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_office"

    def answer(self, guide: Guide, turn: Turn) -> Answer:
        """See the class."""
        offices = said(guide, turn.text)
        if not offices and turn.reads == "named" and turn.band == "answer":
            return item_answer(guide, guide.item(turn.ranked[0].number), turn.ranked, ("phone_office",), turn.day)
        return office_answer(guide, offices or guide.offices)
