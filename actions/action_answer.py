"""A question about a matter: the main road."""

from __future__ import annotations

from actions.about import about
from actions.action_tolerance import tolerance_answer
from actions.answer import Answer
from actions.base import AnsweringAction
from actions.clarify import clarify
from actions.context import closing, follow_up, kin_within, other_scheme, same_scheme, spoken_of, way_back
from actions.kindred import left_open
from actions.named import new_matter
from actions.offices import asks_where, said
from actions.phrases import says
from actions.replies import office_answer, out_of_scope
from actions.turn import SHORT, Turn
from knowledge.guide import Guide


class ActionAnswer(AnsweringAction):
    """Name the office, go on with what was talked about, refuse, ask back or answer: the first that fits."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_answer"

    def answer(self, guide: Guide, turn: Turn) -> Answer:
        """See the class."""
        steps = (_late, way_back, other_scheme, kin_within, spoken_of, follow_up, _office, closing, _refusal, _question)
        made = (step(guide, turn) for step in steps)
        return next((answer for answer in made if answer), None) or _best(guide, turn)


def _office(guide: Guide, turn: Turn) -> Answer | None:
    """The office of the district that is named, where the message does not surely say which matter."""
    asks = asks_where(turn.text) or turn.reads == "bare" or len(turn.text) <= SHORT // 2
    offices = said(guide, turn.text) if asks and "channel" in turn.aspects else ()
    unsure = turn.band != "answer" or left_open(guide, turn)
    return office_answer(guide, offices) if offices and unsure and not turn.away else None


def _late(guide: Guide, turn: Turn) -> Answer | None:
    """What may be late: asked for in so many words, of no other matter and of nobody else's; or talked about before."""
    asked = says(turn.text, "late") and not (turn.away or new_matter(guide, turn))
    return tolerance_answer(guide, turn) if asked or (turn.talk.tolerance and turn.goes_on) else None


def _refusal(guide: Guide, turn: Turn) -> Answer | None:
    return out_of_scope(guide) if turn.band == "out" or not turn.ranked else None


def _question(guide: Guide, turn: Turn) -> Answer | None:
    """The question back, unless the talk answers it."""
    if turn.band != "ask":
        kindred = left_open(guide, turn)
        return clarify(guide, kindred, turn.aspects, turn.talk) if kindred else None
    if (known := same_scheme(guide, turn)) is not None:
        return about(guide, turn, known)
    return clarify(guide, turn.ranked[: turn.between], turn.aspects, turn.talk)


def _best(guide: Guide, turn: Turn) -> Answer:
    return about(guide, turn, turn.ranked[0].number)
