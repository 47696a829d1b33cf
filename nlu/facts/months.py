"""Months of contributions, and months paid back at once; a number that counts neither answers a question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import DURATION, Fact, Span
from nlu.facts.durations import Duration, durations
from nlu.facts.grammar import STOPS, lead
from nlu.facts.vocabulary import words

_SHORT = 12
_KINDS = ("contributed", "worked", "other", "paid_back")
_NEXT_STOP = re.compile(rf"[{STOPS}]|$")


def find(text: str) -> Iterator[Fact]:
    """At most one fact of each kind."""
    kinds = [(_kind(text, one), one) for one in durations(text)]
    paid = [one for kind, one in kinds if kind == "contributed" and not _required(text, one)]
    back = [one for kind, one in kinds if kind == "paid_back"]
    worked = [one for kind, one in kinds if kind == "worked" and _counts(text, one)]
    if paid or worked:
        yield _contributed(text, paid or worked[:1])
    if back:
        yield Fact("months_paid_back", back[-1].span, back[-1].words)
    if not (paid or worked or back) and kinds and len(text) <= _SHORT:
        yield Fact(DURATION, kinds[0][1].span, kinds[0][1].words)


def _contributed(text: str, paid: list[Duration]) -> Fact:
    """The first number, or their sum where several are added up."""
    if len(paid) > 1 and words("months")["summed"].search(text[paid[0].end : paid[-1].end]):
        least, most = sum(one.span.least for one in paid), sum(one.span.most for one in paid)
        return Fact("months_contributed", Span(least, most), "、".join(one.words for one in paid))
    return Fact("months_contributed", paid[0].span, paid[0].words)


def _kind(text: str, one: Duration) -> str | None:
    """What it counts: by the last word before it in its clause, else by the first behind it."""
    before, end = lead(text, one.start + 1), _NEXT_STOP.search(text, one.end)
    after = text[one.end : end.start() if end else len(text)]
    behind = _found(after)
    if near := (_found(one.words, ("contributed", "worked")) or _found(before)):
        kind = max(near)[1]
        made_good = any(kind == "paid_back" for _, kind in behind) or _words("gap").search(before) and _made_good(text)
        return "paid_back" if kind == "other" and made_good else kind
    return min(behind)[1] if behind else ("contributed" if one.bounded else None)


def _found(said: str, kinds: tuple[str, ...] = _KINDS) -> list[tuple[int, str]]:
    return [(found.start(), kind) for kind in kinds for found in _words(kind).finditer(said)]


def _made_good(text: str) -> bool:
    """断了六年没交，后来一次全补上了."""
    return _words("made_good").search(text) is not None


def _words(kind: str) -> re.Pattern[str]:
    return words("months")[kind]


def _counts(text: str, one: Duration) -> bool:
    """Work stands for contributions only where it is said against a limit, or as all there ever was."""
    lists = words("months")
    only = lists["restrictive"].search(lead(text, one.start) + one.words)
    return (one.bounded or only is not None) and one.span.most < 12 * 3 and not lists["earlier"].search(text)


def _required(text: str, one: Duration) -> bool:
    return words("months")["required"].search(lead(text, one.start)) is not None
