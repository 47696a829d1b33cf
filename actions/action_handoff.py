"""A person is wanted, or badly needed."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer
from actions.base import AnsweringAction
from actions.offices import own, said
from actions.replies import office_section, reply
from actions.turn import Turn
from knowledge.guide import Guide


class ActionHandoff(AnsweringAction):
    """Whom to call; the offices of the matter too, unless the person is in distress."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_handoff"

    def answer(self, guide: Guide, turn: Turn) -> Answer:
        """See the class."""
        answer = reply(guide, "handoff", turn.intent)
        if turn.intent == "distress":
            return answer
        talk = turn.talk
        near = own(guide, talk.item, talk.offices) if talk.item else ()
        offices = office_section(said(guide, turn.text) or near or guide.offices)
        return replace(answer, sections=(*answer.sections, offices))
