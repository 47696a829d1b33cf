"""The likeliest spelling of a message: characters that do not belong where they stand give way to ones that sound
alike and do. A search over all ways to spell it (Viterbi, with a beam), by how likely each is and what changing costs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from heapq import nlargest
from operator import itemgetter

from nlu.sounds import sound, syllable
from nlu.spelling.characters import BEGIN, END, Characters

# What one change costs, in natural logarithms: another character of the same syllable, or of a near one.
_SAME, _NEAR = -8.0, -10.0
# And what it costs more within a word of the language: 焦化 is none of our words, but is one.
_BREAKS, _LONGEST, _KNOWN = -2.0, 4, 3
# A character must have been written this often to be put where another stood.
_AT_LEAST = 5
# A run of three counts as usual from this often on.
_USUAL = 2
_BEAM = 8
_NUMERALS = frozenset("零一二两三四五六七八九十百千万半几")
# A numeral beside one of these, or at the end, counts something; that of 十业金 does not.
_COUNTED = _NUMERALS | frozenset("0123456789个月年岁周天号日块元毛角级次成倍点分多来第初")
_NEGATIONS = frozenset("不没未无非别")


class Speller:
    """Corrects by what it has counted. A numeral that counts is never changed and none is made; nor is a negation."""

    def __init__(self, characters: Characters, words: Mapping[str, int]) -> None:
        """``words`` are those of the language, with how often each occurs."""
        self._characters, self._words = characters, words
        self._alike: dict[str, list[str]] = defaultdict(list)
        for run, often in characters.runs.items():
            if _is_chinese(run) and often >= _AT_LEAST and run not in _NEGATIONS:
                self._alike[sound(run)].append(run)

    def spelled(self, text: str) -> str:
        """The likeliest spelling of a normalised text, of the same length."""
        ways = {BEGIN * 2: (0.0, "")}
        for place in range(len(text)):
            options = self._options(text, place)
            longer: dict[str, tuple[float, str]] = {}
            for before, (score, written) in ways.items():
                for character, cost in options:
                    reached = score + cost + self._characters.log_chance(before, character)
                    after = before[1] + character
                    if after not in longer or reached > longer[after][0]:
                        longer[after] = (reached, written + character)
            ways = dict(nlargest(_BEAM, longer.items(), key=itemgetter(1))) if len(longer) > _BEAM else longer
        ended = ((score + self._characters.log_chance(before, END), way) for before, (score, way) in ways.items())
        return max(ended)[1]

    def _options(self, text: str, place: int) -> list[tuple[str, float]]:
        """What may stand at the place, with what it costs: the character itself first."""
        own = text[place]
        kept = [(own, 0.0)]
        counts = _counts(text, place)
        if own in _NEGATIONS or (counts and own in _NUMERALS) or not _is_chinese(own) or self._is_usual(text, place):
            return kept
        others = (other for other in self._alike.get(sound(own), ()) if other != own)
        allowed = (other for other in others if not (counts and other in _NUMERALS))
        fitting = (other for other in allowed if self._fits(text, place, other))
        breaks = _BREAKS if self._in_a_word(text, place) else 0.0
        return kept + [(other, breaks + (_SAME if syllable(other) == syllable(own) else _NEAR)) for other in fitting]

    def _in_a_word(self, text: str, place: int) -> bool:
        """Whether a word of two to four characters holds the place."""
        starts = ((size, start) for size in range(2, _LONGEST + 1) for start in range(place - size + 1, place + 1))
        return any(self._words.get(text[start : start + size], 0) >= _KNOWN for size, start in starts if start >= 0)

    def _fits(self, text: str, place: int, character: str) -> bool:
        """Whether the character has ever stood after the one before the place, or before the one after it."""
        marked, runs = BEGIN + text + END, self._characters.runs
        return marked[place] + character in runs or character + marked[place + 2] in runs

    def _is_usual(self, text: str, place: int) -> bool:
        """Whether two of the three runs of three that hold the character are usual ones."""
        marked, here = BEGIN * 2 + text + END * 2, place + 2
        around = (marked[here - back : here - back + 3] for back in range(3))
        return sum(self._characters.runs.get(run, 0) >= _USUAL for run in around) >= 2


def _counts(text: str, place: int) -> bool:
    """Whether a numeral at the place would count something."""
    beside = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    return place == len(text) - 1 or not _COUNTED.isdisjoint(beside)


def _is_chinese(character: str) -> bool:
    return len(character) == 1 and "\u4e00" <= character <= "\u9fff"
