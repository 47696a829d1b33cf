"""The reply to our question back: the option that is meant, in any words."""

from __future__ import annotations

from collections.abc import Sequence

from actions.about import about
from actions.answer import Answer
from actions.attributes import choices
from actions.clarify import clarify
from actions.kindred import schemes
from actions.named import explained_by, new_matter
from actions.phrases import says
from actions.pick import pick
from actions.replies import reply
from actions.turn import SHORT, Turn
from knowledge.guide import Guide
from knowledge.text import squeeze


def reply_to_question(guide: Guide, turn: Turn) -> Answer | None:
    """The answer about the option that is meant; None where no question is open or the message is no reply to it."""
    talk = turn.talk
    if not talk.asked:
        return None
    offered = choices(guide, talk.tried[-1], talk.asked)
    meant = pick(guide, turn.text, offered)
    if meant == "none":
        return reply(guide, "handoff", "none_of_them")
    if meant is None:
        steps = (_still_unsure, _not_offered, _of_its_scheme, _reads_as_one)
        return next((answer for step in steps if (answer := step(guide, turn))), None)
    if new_matter(guide, turn) and not explained_by(guide, turn, meant.items):
        return None
    if len(meant.items) == 1:
        return about(guide, turn, meant.items[0], _wanted(turn))
    return _ask_again(guide, turn, meant.items)


def _not_offered(guide: Guide, turn: Turn) -> Answer | None:
    """The same matter in a scheme that was not offered: 工伤没的, where the funeral money of others was."""
    for scheme in schemes(guide, squeeze(turn.text)):
        kin = guide.kin_of(turn.talk.asked[0], scheme)
        if kin and (not new_matter(guide, turn) or explained_by(guide, turn, (kin.number,))):
            return about(guide, turn, kin.number, _wanted(turn))
    return None


def _of_its_scheme(guide: Guide, turn: Turn) -> Answer | None:
    """The one option of the scheme in which a statement reads (他是退休工人), though it names none by a known word."""
    near = [number for number in turn.talk.asked if explained_by(guide, turn, (number,))]
    return about(guide, turn, near[0], _wanted(turn)) if len(near) == 1 and len(turn.text) <= SHORT else None


def _still_unsure(guide: Guide, turn: Turn) -> Answer | None:
    """The next question to somebody who cannot tell, or who only asks on."""
    unsure = says(turn.text, "unsure") and len(turn.text) <= SHORT
    return _ask_again(guide, turn, turn.talk.asked) if unsure or turn.reads == "bare" else None


def _reads_as_one(guide: Guide, turn: Turn) -> Answer | None:
    """The option that the message alone reads as."""
    best = turn.best if turn.best in turn.talk.asked and turn.band == "answer" else None
    return about(guide, turn, best, _wanted(turn)) if best else None


def _ask_again(guide: Guide, turn: Turn, numbers: Sequence[int]) -> Answer:
    return clarify(guide, tuple(turn.row(guide, number) for number in numbers), turn.talk.aspects, turn.talk)


def _wanted(turn: Turn) -> tuple[str, ...]:
    """What was asked before the question back; what the reply asks too, where it asks."""
    asks = says(turn.text, "questions") and turn.intent != "overview"
    return tuple(dict.fromkeys((*turn.aspects[:1], *turn.talk.aspects)))[:2] if asks else turn.talk.aspects
