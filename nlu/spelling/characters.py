"""How likely a character is after the two before it, as people write about our field.

Counted in what is taught (Witten-Bell: a run that many different characters follow says little about the next one);
below pairs that were never seen, the words of the whole language. So 红烧肉 stays 红烧肉.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log

BEGIN, END = "^", "$"
# How many times a pair must be seen in the language's words before it outweighs how frequent its second half is.
_FEW = 200
_LANGUAGE = 0.5
_ALL_CHARACTERS = 8000
# Words rarer than this are left out: they are half of the list, and change nothing.
_RARE = 10


@dataclass(frozen=True)
class Characters:
    """``runs`` counts runs of one to three characters, ``followers`` the different characters after one or two.

    ``single`` and ``pairs`` are the characters, and the pairs within words, of the language, by frequency;
    ``leading`` counts the pairs by their first character.
    """

    runs: Mapping[str, int]
    followers: Mapping[str, int]
    single: Mapping[str, int]
    pairs: Mapping[str, int]
    leading: Mapping[str, int]
    total: int
    total_single: int

    def log_chance(self, before: str, character: str) -> float:
        """The natural logarithm of the probability of the character after ``before``, two characters."""
        return log(self._after(before, character, self._after(before[1], character, self._below(before[1], character))))

    def _after(self, before: str, character: str, below: float) -> float:
        seen, different = self.runs.get(before, 0), self.followers.get(before, 0)
        return (self.runs.get(before + character, 0) + different * below) / (seen + different) if seen else below

    def _below(self, before: str, character: str) -> float:
        own = (self.runs.get(character, 0) + 0.1) / (self.total + 0.1 * _ALL_CHARACTERS)
        rare = (self.single.get(character, 0) + 1) / (self.total_single + _ALL_CHARACTERS)
        pair = self.pairs.get(before + character, 0) + _FEW * rare
        return (1 - _LANGUAGE) * own + _LANGUAGE * pair / (self.leading.get(before, 0) + _FEW)


def count(texts: Iterable[str], words: Mapping[str, int]) -> Characters:
    """Counts normalised texts, and the language's words with how often each occurs."""
    runs: Counter[str] = Counter()
    for text in texts:
        marked = BEGIN * 2 + text + END
        for size in (1, 2, 3):
            runs.update(marked[start : start + size] for start in range(len(marked) - size + 1))
    single: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    leading: Counter[str] = Counter()
    for word, often in ((word, often) for word, often in words.items() if often >= _RARE):
        for character in word:
            single[character] += often
        for left, right in pairwise(word):
            pairs[left + right] += often
            leading[left] += often
    followers = Counter(run[:-1] for run in runs if len(run) > 1)
    total = sum(often for run, often in runs.items() if len(run) == 1 and run != BEGIN)
    return Characters(runs, followers, single, pairs, leading, total, single.total())
