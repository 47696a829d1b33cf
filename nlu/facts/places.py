"""Places in a message: at home, elsewhere in the province, beyond it."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.places import Places


def named(text: str, names: Iterable[str]) -> str | None:
    """The first of the names that the text says; the longest where several begin alike."""
    found = [(text.index(name), -len(name), name) for name in names if name in text]
    return min(found)[2] if found else None


def known(places: Places) -> tuple[str, ...]:
    """All names outside the centre's own area."""
    return (*places.province, *places.beyond)
