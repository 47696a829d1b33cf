"""A message as it was typed → one spelling of it, so that every later step sees less noise."""

from __future__ import annotations

import re
import unicodedata

import opencc

_TO_SIMPLIFIED = opencc.OpenCC("t2s")
_REPEATED = re.compile(r"(.)\1{2,}")
_BLANK = re.compile(r"\s+")


def normalise(text: str) -> str:
    """Half-width, simplified, lower case; emoji and control characters gone, long repeats cut to two.

    Args:
        text: any text.

    Returns:
        The text in one spelling. Applying it twice changes nothing more.
    """
    wide = unicodedata.normalize("NFKC", text)
    plain = "".join(c for c in wide if not _is_noise(c))
    simple: str = _TO_SIMPLIFIED.convert(plain)
    return _BLANK.sub(" ", _REPEATED.sub(r"\1\1", simple.lower())).strip()


def _is_noise(character: str) -> bool:
    """Symbols other than mathematical ones, marks on them (❤️), and control, unassigned and private characters."""
    return character not in "\n\t" and unicodedata.category(character) in {
        "So",
        "Sk",
        "Mn",
        "Me",
        "Cc",
        "Cf",
        "Cn",
        "Co",
        "Cs",
    }
