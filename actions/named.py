"""Whether a message names a matter: surely, or beside what we speak about; or goes on about that."""

from __future__ import annotations

from collections.abc import Sequence

from actions.kindred import kin_of
from actions.phrases import says
from actions.telling import speaks_of, telling_words, whole_text
from actions.turn import BESIDE_ALL, NO_ASPECT, SHORT, Turn
from knowledge.guide import Guide
from knowledge.text import squeeze

# From this share of the candidates' scores on one counts that the message names in passing.
_IN_PASSING = 0.5
# But no less than this, whatever the others have; and one of the category that we speak about counts so much more.
_AT_ALL, _NEAR = 0.5, 4
# A candidate is weighed against what we speak about, which counts this much more.
_FAVOUR = 4
# In so few characters a word of the current item shows that a message goes on; and so improbable must it then be that
# it is about something beside all matters.
_FEW_WORDS, _HARDLY = 14, 0.05
# From this probability on a message hangs on what was said before, below it stands by itself; and so improbable must it
# be, read as part of the talk, that it is about something beside all matters.
_HANGS, _STANDS, _ALSO_BESIDE = 0.7, 0.2, 0.2
# Below this a message is as well about what we speak about, if it is read so as part of the talk.
_DOUBTFUL = 0.5


def new_matter(guide: Guide, turn: Turn) -> bool:
    """Whether the message surely names a matter that was not asked about.

    A short question about an aspect (几天能转过来) names none where nothing in it tells its item from the kindred one
    that we speak about.
    """
    if turn.best is None or turn.reads != "named" or turn.band != "answer":
        return False
    return turn.best not in (*turn.talk.asked, turn.talk.item) and not _same_again(guide, turn)


def beside(guide: Guide, turn: Turn) -> int | None:
    """Another item that the message names in passing, by a word of its title that the current one has not."""
    current, said = turn.talk.item, squeeze(turn.text)
    if current is None or turn.only_asks or turn.reads == "named" or (turn.reads == "unclear" and turn.band == "out"):
        return None
    category, least = guide.item(current).category, _IN_PASSING * sum(row.score for row in turn.ranked)
    near = {
        row.number: row.score * (_NEAR if guide.item(row.number).category == category else 1) for row in turn.ranked
    }
    found = [n for n, score in near.items() if score >= max(least, _AT_ALL) and tells_apart(guide, said, n, current)]
    return max(found, key=lambda number: near[number], default=None)


def names_by_its_words(guide: Guide, turn: Turn) -> bool:
    """Whether the message surely names a matter, by at least two characters in a row of its own words."""
    current, said = turn.talk.item, squeeze(turn.text)
    if current is None or turn.best is None or not new_matter(guide, turn):
        return False
    pairs = (word for word in telling_words(guide)[turn.best] if len(word) > 1)
    return any(word in said for word in pairs if word not in whole_text(guide, current))


def still_about(guide: Guide, turn: Turn) -> bool:
    """Whether the message goes on about the current item, though it might be about others too."""
    current = turn.talk.item
    if current is None or new_matter(guide, turn):
        return False
    if _same_again(guide, turn) or (turn.goes_on and not _leaves(turn)):
        return True
    if turn.band == "out":
        return _part_of_the_talk(guide, turn, current)
    if turn.within == current and turn.ranked[0].score < _DOUBTFUL:
        return True
    scores = {row.number: row.score for row in turn.ranked}
    return turn.reads == "unclear" and scores.get(current, 0) * _FAVOUR >= turn.ranked[0].score > 0


def _leaves(turn: Turn) -> bool:
    """Whether what might go on is about something beside all matters: 公积金的密码也忘了, ETC卡注销退押金."""
    beside_all = turn.without > BESIDE_ALL and turn.hangs < _HANGS
    return turn.reads == "unclear" and turn.band == "out" and (beside_all or turn.hangs < _STANDS)


def _part_of_the_talk(guide: Guide, turn: Turn, current: int) -> bool:
    """Whether a message that alone is about something beside all matters is meant of the current one: 残疾证要不要."""
    if turn.hangs >= _HANGS:
        return turn.without <= _ALSO_BESIDE
    if turn.hangs < _STANDS:
        return False
    least = _HARDLY if turn.away else BESIDE_ALL
    fits = turn.without <= least and turn.within in (current, *kin_of(guide, current))
    if turn.away:
        return fits and len(turn.text) <= _FEW_WORDS and speaks_of(guide, squeeze(turn.text), current)
    return len(turn.text) <= SHORT // 2 or (fits and len(turn.text) <= SHORT)


def tells_apart(guide: Guide, said: str, number: int, current: int) -> bool:
    """Whether the text uses a telling word of the item that the current one lacks: two characters of its title or
    conditions that few items share, or one of its title that hardly any has."""
    return any(word in said for word in telling_words(guide)[number] if word not in whole_text(guide, current))


def names_another(guide: Guide, turn: Turn) -> bool:
    """Whether the message surely names a matter that is not of the current one's kin."""
    return new_matter(guide, turn) and turn.best not in kin_of(guide, turn.talk.item)


def explained_by(guide: Guide, turn: Turn, items: Sequence[int]) -> bool:
    """Whether the message that reads as a matter only names the scheme of these items, and asks nothing."""
    if turn.best is None or says(turn.text, "questions"):
        return False
    scheme = guide.scheme_of(turn.best)
    return scheme is not None and any(guide.scheme_of(number) == scheme for number in items)


def _same_again(guide: Guide, turn: Turn) -> bool:
    """Whether a short message goes on, though by itself it reads as another matter: nothing in it tells that one."""
    current = turn.talk.item
    asks = turn.intent != NO_ASPECT or not says(turn.text, "questions")
    if current is None or turn.best in (None, current) or not asks or turn.band == "out":
        return False
    said, category = squeeze(turn.text), guide.item(current).category
    near = turn.best in kin_of(guide, current) or guide.item(turn.best).category == category
    fits = turn.within in (current, *kin_of(guide, current)) and (near or speaks_of(guide, said, current))
    return fits and len(said) <= _FEW_WORDS and not tells_apart(guide, said, turn.best, current)
