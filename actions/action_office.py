"""An office's address or telephone."""

from __future__ import annotations

from dataclasses import replace

from actions.about import about
from actions.action_answer import ActionAnswer
from actions.answer import Answer, Entry, Section
from actions.base import AnsweringAction
from actions.context import way_back
from actions.named import beside, new_matter
from actions.offices import said
from actions.phrases import says
from actions.replies import office_answer, out_of_scope
from actions.turn import Turn
from actions.wording import say
from knowledge.guide import Guide


class ActionOffice(AnsweringAction):
    """The place of the matter that is surely named or talked about; else the office that is named; else all offices."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_office"

    def answer(self, guide: Guide, turn: Turn) -> Answer:
        """See the class."""
        if turn.away and not said(guide, turn.text):  # somebody else's place or hours
            return way_back(guide, turn) or out_of_scope(guide)
        named = says(turn.text, "where") or says(turn.text, "hours") or said(guide, turn.text)
        if turn.band != "out" and not named:  # it only sounded like asking for a place: 问一下养老保险转移
            return ActionAnswer().answer(guide, turn)
        answer = way_back(guide, turn) or _placed(guide, turn)
        if not says(turn.text, "hours"):
            return answer
        silent = Section("hours", "", (Entry(say("hours_silent", guide)),))
        return replace(answer, sections=(silent, *answer.sections))


def _placed(guide: Guide, turn: Turn) -> Answer:
    number = turn.best if new_matter(guide, turn) else beside(guide, turn) or turn.talk.item
    return about(guide, turn, number) if number else office_answer(guide, said(guide, turn.text) or guide.offices)
