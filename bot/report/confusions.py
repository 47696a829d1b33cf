"""Which items are taken for which others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot import privacy
from bot.evaluation import Judged

# An item's number; None is "out of scope", as a label and as an answer.
Place = int | None


@dataclass(frozen=True)
class Confusion:
    """One item taken for another, how often, with some of the messages, shortened."""

    right: Place
    got: Place
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True)
class Map:
    """``counts[right][got]`` over ``places``: the most confused items by number, then None."""

    places: tuple[Place, ...]
    counts: tuple[tuple[int, ...], ...]


def pair(one: Judged) -> tuple[Place, Place]:
    """What was right and what was got. A question back counts as its first candidate; any right item is right."""
    got = None if one.refused else one.chosen
    if got in one.right or not one.right:
        return (got if one.right else None), got
    return one.right[0], got


def worst(judged: Sequence[Judged], texts: Sequence[str], most: int = 12, examples: int = 3) -> tuple[Confusion, ...]:
    """The most frequent confusions, each with a few of its messages."""
    said: dict[tuple[Place, Place], list[str]] = {}
    for one, text in zip(judged, texts, strict=True):
        right, got = pair(one)
        if right != got:
            said.setdefault((right, got), []).append(shortened(text))
    ordered = sorted(said.items(), key=lambda row: -len(row[1]))[:most]
    return tuple(Confusion(*places, len(found), tuple(found[:examples])) for places, found in ordered)


def confusion_map(judged: Sequence[Judged], most: int = 12) -> Map:
    """The map of the items that are most often confused, in either direction."""
    pairs = Counter(pair(one) for one in judged)
    wrong: Counter[int] = Counter()
    for (right, got), count in pairs.items():
        if right != got:
            wrong.update({place: count for place in (right, got) if place is not None})
    items = sorted(number for number, _ in wrong.most_common(most))
    places = (*items, None)
    return Map(places, tuple(tuple(pairs[right, got] for got in places) for right in places))


def shortened(text: str, longest: int = 40) -> str:
    """The message on one line with personal data masked, cut where it is longer."""
    line = " ".join(privacy.mask(text).split())
    return line if len(line) <= longest else f"{line[:longest]}…"
