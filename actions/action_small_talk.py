"""Greetings, thanks, what are you: one short sentence."""

from __future__ import annotations

from actions.answer import Answer
from actions.base import AnsweringAction
from actions.replies import reply
from actions.turn import Turn
from actions.wording import wording
from knowledge.guide import Guide


class ActionSmallTalk(AnsweringAction):
    """The sentence of wording.yml that bears the intent's name; the one for the middle of a talk where there is one."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_small_talk"

    def answer(self, guide: Guide, turn: Turn) -> Answer:
        """See the class."""
        amid = f"{turn.intent}_amid"
        talking = turn.talk.item is not None and amid in wording()
        return reply(guide, "chitchat", amid if talking else turn.intent)
