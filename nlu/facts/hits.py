"""Where a word list finds something in a message, denials and bygone times left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlu.facts.grammar import bygone, denied


def hits(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The places at which the pattern is said and meant."""
    return (found for found in pattern.finditer(text) if not denied(text, found.start()) and not bygone(text, found))


def first(text: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first of them."""
    return next(hits(text, pattern), None)
