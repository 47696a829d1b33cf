"""What a message means in the light of what was said before: corrections, relatives, ways back, follow-ups."""

from __future__ import annotations

import re

from actions.about import PLACE, about
from actions.answer import Answer
from actions.clarify import clarify
from actions.correction import instead, rejects
from actions.kindred import kin_of, only_a_scheme, schemes
from actions.named import beside, names_another, names_by_its_words, new_matter, still_about, tells_apart
from actions.offices import only_a_place, said
from actions.phrases import phrases, says
from actions.relatives import turns_to_a_relative
from actions.replies import office_answer, reply
from actions.turn import SHORT, SURELY, Turn
from knowledge.guide import Guide
from knowledge.text import squeeze

_MOVED = re.compile(r"^(那|那么|要是|如果|换成)|呢[?？]?$|呢[，,]")
_YES = re.compile(rf"^(?:{'|'.join(phrases('closing_first'))})(?:[，,。.！!\s了吧嘞的啊呗呀]|$)")
_ELLIPSIS = re.compile(r"^.{1,10}呢[?？]?$")


def correction(guide: Guide, turn: Turn) -> Answer | None:
    """The item that is meant instead of the one we spoke about: 不是这个，我说的是卡."""
    talk = turn.talk
    rejected = talk.asked or ((talk.item,) if talk.item else ())
    if turn.part is None or not rejected:
        return _something_else(guide, turn)
    if moved := _kin(guide, turn, turn.part):
        return about(guide, turn, moved)
    if turn.best in rejected and turn.reads == "named" and turn.band == "answer":
        return about(guide, turn, turn.best)
    meant = instead(guide, turn.part, turn.ranked, rejected)
    sure = turn.band != "out" or (meant is not None and meant != turn.best)
    return about(guide, turn, meant) if meant and sure else None


def _something_else(guide: Guide, turn: Turn) -> Answer | None:
    """A question about what the last message might have meant instead, where this one only says that we are wrong."""
    talk = turn.talk
    if not rejects(turn.text) or talk.asked or len(talk.near) < 2 or turn.band == "answer":
        return None
    return clarify(guide, tuple(turn.row(guide, number) for number in talk.near), talk.aspects, talk)


def where_i_am(guide: Guide, turn: Turn) -> Answer | None:
    """The office of the place that the message says, where it says nothing else; for the matter we speak about."""
    if not only_a_place(guide, turn.text):
        return None
    current = turn.talk.item
    return about(guide, turn, current, PLACE) if current else office_answer(guide, said(guide, turn.text))


def way_back(guide: Guide, turn: Turn) -> Answer | None:
    """The matter before this one, where the citizen goes back to it; this one where there was none before."""
    talk, text = turn.talk, squeeze(turn.text)
    if talk.item is None or not says(text, "back"):
        return None
    known = [*reversed(talk.earlier), talk.item]
    named = [number for row in turn.ranked for number in known if row.number in (number, *kin_of(guide, number))]
    if named and turn.reads != "bare" and turn.band != "out":
        return about(guide, turn, named[0])
    if described := [number for number in reversed(talk.earlier) if tells_apart(guide, text, number, talk.item)]:
        return about(guide, turn, described[0])
    if talk.earlier and says(text, "farther"):
        return about(guide, turn, talk.earlier[-1])
    return about(guide, turn, talk.item) if not new_matter(guide, turn) else None


def other_scheme(guide: Guide, turn: Turn) -> Answer | None:
    """The same matter in the scheme that is named now: 那我爸呢，他是农村的; or 种地的 alone."""
    kin = _kin(guide, turn, turn.text)
    return about(guide, turn, kin) if kin else None


def _kin(guide: Guide, turn: Turn, text: str) -> int | None:
    """The item of the talk in the scheme that the text names, where the text says no more or moves to a relative."""
    current, words = turn.talk.item, squeeze(text)
    named = schemes(guide, words)
    if current is None or not named:
        return None
    if only_a_scheme(guide, words):
        kin = (guide.kin_of(current, scheme) for scheme in named)
        return next((item.number for item in kin if item), current if guide.scheme_of(current) is None else None)
    near = words if len(words) <= SHORT else words[:6]
    moved = _MOVED.search(words) or says(near, "relatives") or len(words) <= SHORT // 2
    if not moved or turn.away or names_another(guide, turn):
        return None
    kin = (guide.kin_of(current, scheme) for scheme in named)
    return next((item.number for item in kin if item and item.number != current), None)


def kin_within(guide: Guide, turn: Turn) -> Answer | None:
    """The same matter in the scheme that a message, read as part of the talk, is surely about: 失业险也这么报?"""
    current, words = turn.talk.item, squeeze(turn.text)
    if current is None or turn.within in (None, current) or turn.within_sure < SURELY:
        return None
    moved = turn.within in kin_of(guide, current) and (schemes(guide, words) or says(words, "relatives"))
    return about(guide, turn, turn.within) if moved and turn.within else None


def closing(guide: Guide, turn: Turn) -> Answer | None:
    """A kind word for somebody who only ends the talk in words that nobody foresaw: 行 有数了."""
    if turn.talk.item is None or not turn.away or turn.facts or len(turn.text) > SHORT or says(turn.text, "questions"):
        return None
    ends = says(turn.text, "closing") or _YES.search(turn.text)
    return reply(guide, "chitchat", "affirm_amid") if ends else None


def follow_up(guide: Guide, turn: Turn) -> Answer | None:
    """What was talked about, where the message names no matter of its own; what it names in passing else."""
    current = turn.talk.item
    if current is None:
        return None
    if says(turn.text, "taken_back") and turn.reads != "named":
        return about(guide, turn, current)
    relative = turns_to_a_relative(turn.text) and not (turn.away or names_by_its_words(guide, turn))
    if not relative and (other := beside(guide, turn)) is not None:
        return about(guide, turn, other)
    if not relative and not still_about(guide, turn):
        return None
    ellipsis = _ELLIPSIS.search(squeeze(turn.text)) is not None and not says(turn.text, "questions")
    return about(guide, turn, current, (*turn.talk.aspects, *turn.aspects)[:2] if ellipsis else ())


def spoken_of(guide: Guide, turn: Turn) -> Answer | None:
    """Of the items between which it would be asked, the one that was talked about before this one."""
    before = [number for number in turn.open if number in turn.talk.earlier]
    if turn.band != "ask" or turn.reads == "bare" or turn.talk.item in turn.open or len(before) != 1:
        return None
    named = schemes(guide, squeeze(turn.text))
    other = named and guide.scheme_of(before[0]) not in named
    return about(guide, turn, before[0]) if not other else None


def same_scheme(guide: Guide, turn: Turn) -> int | None:
    """Of the items between which it would be asked, the one being talked about or the only one of its scheme."""
    current = turn.talk.item
    if current is None or current in turn.open:
        return current
    scheme = guide.scheme_of(current)
    near = [number for number in turn.open if scheme and guide.scheme_of(number) == scheme]
    return near[0] if len(near) == 1 else None
