"""How a text sounds: pinyin without tones, near-sounds folded, so that 失叶金 meets 失业金."""

from __future__ import annotations

import re
from functools import lru_cache

from pypinyin import lazy_pinyin

# What speech recognition and northern and southern speakers mix up.
_FOLDS = (
    (re.compile(r"^([zcs])h"), r"\1"),
    (re.compile(r"^n(?=[aeiouv])"), "l"),
    (re.compile(r"^hu(?=[aeio])"), "f"),
    (re.compile(r"^r"), "l"),
    (re.compile(r"(?<=[aeiou])ng$"), "n"),
)


@lru_cache(maxsize=32768)
def sound(character: str) -> str:
    """The folded syllable of one character; the character itself where it has no reading."""
    folded = syllable(character)
    for pattern, fold in _FOLDS:
        folded = pattern.sub(fold, folded)
    return folded


@lru_cache(maxsize=32768)
def syllable(character: str) -> str:
    """The syllable of one character without its tone; the character itself where it has no reading."""
    return str(lazy_pinyin(character)[0])


def sounds(text: str) -> list[str]:
    """The folded syllables of a normalised text; punctuation and blanks are left out."""
    return [sound(character) for character in text if character.isalnum()]
