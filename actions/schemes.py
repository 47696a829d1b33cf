"""How plainly a message names a scheme: by the longest of its words that it uses."""

from __future__ import annotations

from collections.abc import Iterable


def longest_word(said: str, words: Iterable[str]) -> int:
    """The length of the longest of the words that stands in the squeezed message; 0 where none does."""
    return max((len(word) for word in words if word in said), default=0)
