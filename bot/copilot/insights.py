"""Counts → what a manager sees: shares, days, channels, what is asked more than before. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.store.figures import Asked, Ending

# The ways in which a turn ends, as they are drawn from below. Small talk is no business; it counts as a turn only.
WAYS = ("once", "later", "asked", "prohibited", "passed", "refused", "error", "small_talk")
_OF = {"clarify": "asked", "prohibited": "prohibited", "complaint": "passed", "handoff": "passed"}
_OF |= {"out_of_scope": "refused", "error": "error", "chitchat": "small_talk"}


@dataclass(frozen=True)
class Row:
    """Turns of a day, a channel or a whole span by the way they ended, with the time half and nearly all took."""

    name: str
    ways: dict[str, int]
    p50: float | None
    p95: float | None

    @property
    def turns(self) -> int:
        """All of them."""
        return sum(self.ways.values())

    @property
    def business(self) -> int:
        """Those that are no small talk."""
        return self.turns - self.ways["small_talk"]

    def share(self, way: str) -> float | None:
        """The share of a way among the turns that are no small talk."""
        return self.ways[way] / self.business if self.business else None


@dataclass(frozen=True)
class Theme:
    """Questions that are alike: the commonest wording, how often now and how often before, other wordings."""

    text: str
    now: int
    before: int
    others: tuple[str, ...]


def way(ending: Ending) -> str:
    """The way of an ending."""
    return _OF.get(ending.status) or ("later" if ending.later else "once")


def row(name: str, endings: Iterable[Ending], spent: Sequence[float]) -> Row:
    """The row of some endings and times."""
    counted = Counter[str]()
    for ending in endings:
        counted[way(ending)] += ending.count
    half, most = (float(one) for one in np.percentile(spent, (50, 95))) if spent else (None, None)
    return Row(name, {one: counted[one] for one in WAYS}, half, most)


def rows(
    by: str, names: Sequence[str], endings: Sequence[Ending], spent: Sequence[tuple[str, str, float]]
) -> list[Row]:
    """A row for each name; ``by`` is day or channel."""
    place = 0 if by == "day" else 1
    times: dict[str, list[float]] = defaultdict(list)
    for one in spent:
        times[str(one[place])].append(one[2])
    return [row(name, [one for one in endings if getattr(one, by) == name], times[name]) for name in names]


def satisfaction(ratings: dict[str, int]) -> float | None:
    """The share of the satisfied among those who said something."""
    total = sum(ratings.values())
    return ratings.get("good", 0) / total if total else None


def themes(groups: Iterable[Sequence[Asked]], since: str = "") -> list[Theme]:
    """A theme for each group of like questions, most often asked first; before ``since`` counts as before."""
    found = []
    for group in groups:
        words = Counter[str]()
        for one in group:
            words[one.text] += one.count
        before = sum(one.count for one in group if one.day < since)
        first, *others = [text for text, _ in words.most_common(4)]
        found.append(Theme(first, words.total() - before, before, tuple(others)))
    return sorted(found, key=lambda one: -one.now)


def rising(found: Sequence[Theme], least: int = 3) -> list[Theme]:
    """Themes asked at least so often now, and more than before; what grew most comes first."""
    more = [one for one in found if one.now >= least and one.now > one.before]
    return sorted(more, key=lambda one: -(one.now - one.before))
