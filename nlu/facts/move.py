"""Whether a change of work, with its insurance, stays within the province."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts import Fact
from knowledge.places import Places
from nlu.facts.hits import first
from nlu.facts.places import named
from nlu.facts.vocabulary import words


def find(text: str, places: Places) -> Iterator[Fact]:
    """Only where something is moved. One place beyond the province makes it a move across."""
    lists = words("move")
    if not lists["transfer"].search(text):
        return
    across = named(text, places.beyond) or _said(text, "across")
    within = _said(text, "within") or named(text, places.province)
    if across:
        yield Fact("move", "across_provinces", across)
    elif within:
        yield Fact("move", "within_province", within)


def _said(text: str, meaning: str) -> str | None:
    found = first(text, words("move")[meaning])
    return found[0] if found else None
