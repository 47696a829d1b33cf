"""The same matter in one scheme or another: which items that are, and between which of them a message leaves open."""

from __future__ import annotations

import re

from actions.answer import Ranked
from actions.phrases import phrases, without
from actions.schemes import longest_word
from actions.turn import Turn
from knowledge.guide import Guide
from knowledge.guide.model import Scheme
from knowledge.text import squeeze

_SYMBOLS = re.compile(r"\W+")
# Kindred items that have this much of the probability together, while none has it alone, are asked between.
_SURE, _DOUBTFUL = 0.7, 0.5


def kin_of(guide: Guide, current: int | None) -> set[int]:
    """The numbers of the items that are the same matter in one scheme or another."""
    return {number for row in guide.kin if current in row.items for number in row.items}


def schemes(guide: Guide, said: str) -> list[Scheme]:
    """The schemes that the text names, the one with the longest word first."""
    found = [(longest_word(said, scheme.words), scheme) for scheme in guide.centre.schemes]
    return [scheme for length, scheme in sorted(found, key=lambda pair: -pair[0]) if length]


def only_a_scheme(guide: Guide, said: str) -> bool:
    """Whether the text names a scheme, maybe a relative too, and nothing else."""
    words = [word for scheme in guide.centre.schemes for word in scheme.words if word in said]
    left = without(_SYMBOLS.sub("", said), (*words, *phrases("relatives"), *phrases("fillers"), *phrases("denials")))
    return bool(words) and len(left) <= 1


def left_open(guide: Guide, turn: Turn) -> tuple[Ranked, ...]:
    """The same matter in the schemes between which the message does not choose; none where it does.

    It need not be that of the first candidate, where this is no more probable than not and all of it together is more.
    """
    if turn.best is None or turn.ranked[0].score >= _SURE or len(schemes(guide, squeeze(turn.text))) == 1:
        return ()
    kindred = _kindred(guide, turn, turn.best)
    if len(kindred) > 1 and _together(kindred) >= _SURE:
        return kindred
    likeliest = max((_kindred(guide, turn, row.number) for row in turn.ranked), key=_together)
    unsure = turn.ranked[0].score < _DOUBTFUL and _together(likeliest) > turn.ranked[0].score
    return likeliest if unsure and len(likeliest) > 1 and turn.best not in (row.number for row in likeliest) else ()


def _kindred(guide: Guide, turn: Turn, number: int) -> tuple[Ranked, ...]:
    kin = kin_of(guide, number)
    return tuple(row for row in turn.ranked if row.number in kin)


def _together(rows: tuple[Ranked, ...]) -> float:
    return sum(row.score for row in rows)
