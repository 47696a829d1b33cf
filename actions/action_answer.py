"""A question about a matter: the main road."""

from __future__ import annotations

from actions.answer import Answer
from actions.base import AnsweringAction
from actions.clarify import clarify
from actions.item_answer import item_answer
from actions.offices import said
from actions.replies import office_answer, reply
from actions.turn import NO_ASPECT, Turn
from knowledge.guide import Guide


class ActionAnswer(AnsweringAction):
    """Name the office, follow up, refuse, ask back or answer: the first that fits."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_answer"

    def answer(self, guide: Guide, turn: Turn) -> Answer:
        """See the class."""
        offices = said(guide, turn.text)
        if offices and "channel" in turn.aspects and turn.band != "answer":
            return office_answer(guide, offices)
        if turn.item is not None and not turn.named and turn.intent != NO_ASPECT:
            return item_answer(guide, guide.item(turn.item), turn.ranked, turn.aspects)
        if turn.band == "out" or not turn.ranked:
            return reply(guide, "out_of_scope", "out_of_scope")
        if turn.band == "ask":
            return clarify(guide, turn.ranked, turn.between, turn.aspects)
        return item_answer(guide, guide.item(turn.ranked[0].number), turn.ranked, turn.aspects)
