"""An office's address or telephone."""

from __future__ import annotations

from actions.about import about
from actions.answer import Answer
from actions.base import AnsweringAction
from actions.context import way_back
from actions.named import beside, new_matter
from actions.offices import said
from actions.replies import office_answer
from actions.turn import Turn
from knowledge.guide import Guide


class ActionOffice(AnsweringAction):
    """The place of the matter that is named or talked about; else the office that is named; else all offices."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_office"

    def answer(self, guide: Guide, turn: Turn) -> Answer:
        """See the class."""
        if back := way_back(guide, turn):
            return back
        named = new_matter(guide, turn) and not said(guide, turn.text)
        number = turn.best if named else beside(guide, turn) or turn.talk.item
        return about(guide, turn, number) if number else office_answer(guide, said(guide, turn.text) or guide.offices)
