"""A message from every side that the models look at, worked out once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from nlu.normalise import normalise
from nlu.sounds import sounds
from nlu.words import cut

_SYMBOLS = re.compile(r"\W+")


@dataclass(frozen=True)
class Said:
    """A message: as written, normalised, and as terms.

    ``characters`` are runs of one to four characters, ``words`` words and pairs of neighbouring words,
    ``sounds`` runs of two and three folded syllables.
    """

    text: str
    clean: str
    characters: tuple[str, ...]
    words: tuple[str, ...]
    sounds: tuple[str, ...]


@lru_cache(maxsize=256)
def said(text: str) -> Said:
    """The message worked out."""
    clean = normalise(text)
    words = cut(clean)
    pairs = [f"{left} {right}" for left, right in pairwise(words)]
    syllables = (" ".join(run) for run in _runs(sounds(clean), 2, 3))
    characters = _runs(_SYMBOLS.sub("", clean), 1, 4)
    return Said(text, clean, tuple(characters), (*words, *pairs), tuple(syllables))


def _runs(sequence: Any, shortest: int, longest: int) -> list[Any]:
    last = len(sequence) + 1
    return [sequence[start : start + size] for size in range(shortest, longest + 1) for start in range(last - size)]
