"""What the authored questions are like: how many of each item, how long, how varied, how near to another item's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from nlu.corpus import OUT_OF_SCOPE
from nlu.question_pairs import Entry, Pair, nearest_of_others

# Longest of the short questions, longest of the middle ones.
SHORT, MIDDLE = 12, 40
_RUN = 3


@dataclass(frozen=True)
class ItemRow:
    """The questions of one item.

    ``lengths`` are the shares of short, middle and long ones; ``fresh`` is the number of different runs of three
    characters a question, ``distinct`` their share among all such runs; ``nearest`` is the pair that joins the item
    to the one it is most easily taken for.
    """

    number: int
    taught: int
    held_out: int
    lengths: tuple[float, float, float]
    fresh: float
    distinct: float
    nearest: Pair | None


@dataclass(frozen=True)
class Report:
    """The items in order, the topics out of scope with how many are taught, and the closest pairs of two items.

    ``ambiguous`` and ``beside`` count what is taught about several items and about none; ``outside`` what is held
    out and out of scope.
    """

    items: tuple[ItemRow, ...]
    topics: tuple[tuple[str, int], ...]
    ambiguous: int
    beside: int
    outside: int
    closest: tuple[Pair, ...]


def report(entries: Sequence[Entry], closest: int = 20) -> Report:
    """All of it. Questions that fit several items are counted and not compared."""
    of_item: dict[int, list[Entry]] = defaultdict(list)
    for one in entries:
        if len(one.question.items) == 1:
            of_item[one.question.items[0]].append(one)
    pairs = sorted(nearest_of_others([one for rows in of_item.values() for one in rows]), key=lambda pair: -pair.cosine)
    joining: dict[int, Pair] = {}
    for pair in pairs:
        joining.setdefault(pair.one.question.items[0], pair)
    each_once = {frozenset((pair.one, pair.other)): pair for pair in reversed(pairs)}
    beside = [one for one in entries if not one.question.items]
    outside = [one for one in beside if OUT_OF_SCOPE in one.label]
    topics = Counter(one.question.topic or "" for one in outside if not one.held_out)
    return Report(
        tuple(_row(number, rows, joining.get(number)) for number, rows in sorted(of_item.items())),
        tuple(topics.most_common()),
        sum(len(one.question.items) > 1 and not one.held_out for one in entries),
        len(beside) - len(outside),
        sum(one.held_out for one in outside),
        tuple(sorted(each_once.values(), key=lambda pair: -pair.cosine)[:closest]),
    )


def _row(number: int, rows: list[Entry], nearest: Pair | None) -> ItemRow:
    sizes = [len(one.question.text) for one in rows]
    runs = [one.plain[n : n + _RUN] for one in rows for n in range(len(one.plain) - _RUN + 1)]
    short, long = sum(size <= SHORT for size in sizes), sum(size > MIDDLE for size in sizes)
    return ItemRow(
        number,
        sum(not one.held_out for one in rows),
        sum(one.held_out for one in rows),
        (short / len(rows), (len(rows) - short - long) / len(rows), long / len(rows)),
        len(set(runs)) / len(rows),
        len(set(runs)) / max(1, len(runs)),
        nearest,
    )
