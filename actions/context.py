"""What a message means in the light of what was said before: replies, corrections, relatives, ways back."""

from __future__ import annotations

import re

from actions.answer import Answer, Ranked
from actions.item_answer import item_answer
from actions.pick import pick
from actions.replies import reply
from actions.schemes import longest_word
from actions.turn import Turn
from knowledge.guide import Guide
from knowledge.guide.model import Scheme
from knowledge.text import squeeze

_BACK = re.compile(
    r"回到|说回|回头说|(刚才|先前|之前|前面|一开始|原来|上一)(说|问|讲)?的?(那个|那件|那项|个)|(我自己|自己|我)(的)?那(个|份)"
)
_MOVED = re.compile(r"^(那|那么|要是|如果|换成)|呢[?？]?$|呢[，,]")
_RELATIVE = re.compile(
    r"^(那|要是)?(我|俺|咱)?(家)?(爸|妈|爹|娘|爷|奶|姥|弟|哥|姐|妹|老伴|爱人|对象|媳妇|老公|孩子|儿子|闺女|他|她)[^，,]{0,3}呢"
)
_ELLIPSIS = re.compile(r"^.{1,6}呢[?？]?$")
_FARTHER_BACK = re.compile(r"回到|说回|回头说|自己|上一")
_ONLY_A_SCHEME = 6


def reply_to_question(guide: Guide, turn: Turn) -> Answer | None:
    """The answer about the option that is meant; None where no question is open or the message is no reply to it."""
    asked = turn.talk.asked
    if not asked or _new_matter(turn):
        return None
    meant = pick(guide, turn.text, asked)
    if meant == "none":
        return reply(guide, "handoff", "none_of_them")
    return about(guide, turn, meant, turn.talk.aspects) if meant else None


def way_back(guide: Guide, turn: Turn) -> Answer | None:
    """The matter before this one, where the citizen goes back to it; this one where there was none before."""
    if not _BACK.search(squeeze(turn.text)):
        return None
    if turn.talk.earlier and _FARTHER_BACK.search(turn.text):
        return about(guide, turn, turn.talk.earlier[-1])
    return about(guide, turn, turn.talk.item) if turn.talk.item and not _new_matter(turn) else None


def other_scheme(guide: Guide, turn: Turn) -> Answer | None:
    """The same matter in the scheme that is named now: 那我爸呢，他是农村的; or 种地的 alone."""
    current = turn.talk.item
    moved = _MOVED.search(squeeze(turn.text)) or len(turn.text) <= _ONLY_A_SCHEME
    if current is None or not moved or _names_another(guide, turn):
        return None
    for scheme in _schemes(guide, turn.text):
        kin = guide.kin_of(current, scheme)
        if kin and kin.number != current:
            return about(guide, turn, kin.number)
    return None


def follow_up(guide: Guide, turn: Turn) -> Answer | None:
    """What was talked about, where the message names no matter of its own."""
    current = turn.talk.item
    if current is None or not (turn.goes_on or _RELATIVE.search(squeeze(turn.text))) or _new_matter(turn):
        return None
    ellipsis = _ELLIPSIS.search(squeeze(turn.text)) is not None
    return about(guide, turn, current, (*turn.talk.aspects, *turn.aspects)[:2] if ellipsis else ())


def same_scheme(guide: Guide, turn: Turn) -> int | None:
    """Of the items between which it would be asked, the one being talked about or the only one of its scheme."""
    current, asked = turn.talk.item, [row.number for row in turn.ranked[: turn.between]]
    if current is None or current in asked:
        return current
    scheme = guide.scheme_of(current)
    near = [number for number in asked if scheme and guide.scheme_of(number) == scheme]
    return near[0] if len(near) == 1 else None


def about(guide: Guide, turn: Turn, number: int, aspects: tuple[str, ...] = ()) -> Answer:
    """The answer about that item: on the given aspects, else on what the message asks."""
    wanted = aspects or turn.aspects
    rest = tuple(row for row in turn.ranked if row.number != number)
    item = guide.item(number)
    return item_answer(guide, item, (Ranked(number, item.title, 1.0), *rest)[:5], wanted, turn.day, turn.text)


def _new_matter(turn: Turn) -> bool:
    """Whether the message surely names a matter that was not asked about."""
    best = turn.ranked[0] if turn.ranked else None
    open_ = (*turn.talk.asked, turn.talk.item)
    return bool(best and turn.reads == "named" and turn.band == "answer" and best.number not in open_)


def _names_another(guide: Guide, turn: Turn) -> bool:
    """Whether the message surely names a matter that is not of the current one's kin."""
    current = turn.talk.item
    kin = {number for row in guide.kin if current in row.items for number in row.items}
    return _new_matter(turn) and turn.ranked[0].number not in kin


def _schemes(guide: Guide, text: str) -> list[Scheme]:
    """The schemes that the text names, the one with the longest word first."""
    said = squeeze(text)
    found = [(longest_word(said, scheme.words), scheme) for scheme in guide.centre.schemes]
    return [scheme for length, scheme in sorted(found, key=lambda pair: -pair[0]) if length]
