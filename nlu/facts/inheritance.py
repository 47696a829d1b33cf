"""Whether heirs are at odds over a funeral grant or a survivors' benefit, or have settled it."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts import Fact
from nlu.facts.grammar import lead
from nlu.facts.hits import first
from nlu.facts.vocabulary import words

_SHORT = 24


def find(text: str) -> Iterator[Fact]:
    """A dispute only where the benefit itself is named; a settlement ends it, unless it is still to come, and may be
    told later, in a few words."""
    lists = words("inheritance")
    named = lists["matter"].search(text)
    if not named and len(text) > _SHORT:
        return
    settled = [
        found for found in lists["settled"].finditer(text) if not lists["not_settled"].search(lead(text, found.start()))
    ]
    disputed = first(text, lists["disputed"])
    if settled:
        yield Fact("inheritance", "settled", settled[-1][0])
    elif named and disputed and not lists["paid"].search(text):
        yield Fact("inheritance", "disputed", disputed[0])
