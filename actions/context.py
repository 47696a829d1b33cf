"""What a message means in the light of what was said before: replies, corrections, relatives, ways back."""

from __future__ import annotations

import re

from actions.answer import Answer, Ranked
from actions.item_answer import item_answer
from actions.pick import pick
from actions.replies import reply
from actions.turn import NO_ASPECT, Turn
from knowledge.guide import Guide
from knowledge.guide.model import Scheme
from knowledge.text import squeeze

_BACK = re.compile(
    r"回到|说回|回头说|(刚才|先前|之前|前面|一开始|原来|上一)(说|问|讲)?的?(那个|那件|那项|个)|(我自己|自己|我)(的)?那(个|份)"
)
_MOVED = re.compile(r"^(那|那么|要是|如果|换成)|呢[?？]?$|呢[，,]")
_SURE = 0.75


def reply_to_question(guide: Guide, turn: Turn) -> Answer | None:
    """The answer about the option that is meant; None where no question is open or the message is no reply to it."""
    asked = turn.talk.asked
    if not asked or _new_matter(turn):
        return None
    meant = pick(guide, turn.text, asked)
    if meant == "none":
        return reply(guide, "handoff", "none_of_them")
    return _about(guide, turn, meant, turn.talk.aspects) if meant else None


def way_back(guide: Guide, turn: Turn) -> Answer | None:
    """The matter before this one, where the citizen goes back to it; this one where there was none before."""
    if not _BACK.search(squeeze(turn.text)):
        return None
    if turn.talk.earlier and re.search(r"回到|说回|回头说|自己|上一", turn.text):
        return _about(guide, turn, turn.talk.earlier[-1])
    return _about(guide, turn, turn.talk.item) if turn.talk.item and not _new_matter(turn) else None


def other_scheme(guide: Guide, turn: Turn) -> Answer | None:
    """The same matter in the scheme that is named now: 那我爸呢，他是农村的."""
    current = turn.talk.item
    if current is None or not _MOVED.search(squeeze(turn.text)) or _names_another(guide, turn):
        return None
    for scheme in _schemes(guide, turn.text):
        kin = guide.kin_of(current, scheme)
        if kin and kin.number != current:
            return _about(guide, turn, kin.number)
    return None


def follow_up(guide: Guide, turn: Turn) -> Answer | None:
    """What was talked about, where the message names no matter of its own."""
    if turn.talk.item is None or turn.named:
        return None
    return _about(guide, turn, turn.talk.item)


def _about(guide: Guide, turn: Turn, number: int, aspects: tuple[str, ...] = ()) -> Answer:
    """The answer about that item: what is asked now, else what was asked before the question back."""
    wanted = turn.aspects if turn.intent != NO_ASPECT or not aspects else aspects
    rest = tuple(row for row in turn.ranked if row.number != number)
    item = guide.item(number)
    return item_answer(guide, item, (Ranked(number, item.title, 1.0), *rest)[:5], wanted, turn.day, turn.text)


def _new_matter(turn: Turn) -> bool:
    """Whether the message surely names a matter that was not asked about."""
    best = turn.ranked[0] if turn.ranked else None
    open_ = (*turn.talk.asked, turn.talk.item)
    return bool(best and turn.named and turn.band == "answer" and best.score >= _SURE and best.number not in open_)


def _names_another(guide: Guide, turn: Turn) -> bool:
    """Whether the message surely names a matter that is not of the current one's kin."""
    current = turn.talk.item
    kin = {number for row in guide.kin if current in row.items for number in row.items}
    return _new_matter(turn) and turn.ranked[0].number not in kin


def _schemes(guide: Guide, text: str) -> list[Scheme]:
    """The schemes that the text names, the one with the longest word first."""
    said = squeeze(text)
    found = [(max((len(word) for word in s.words if word in said), default=0), s) for s in guide.centre.schemes]
    return [scheme for length, scheme in sorted(found, key=lambda pair: -pair[0]) if length]
