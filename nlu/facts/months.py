"""Months of contributions, and months paid back at once; a number that counts neither answers a question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import DURATION, Fact, Span
from nlu.facts.durations import Duration, durations
from nlu.facts.grammar import STOPS, lead
from nlu.facts.vocabulary import words

_SHORT = 12
_VERBS = ("contributed", "worked", "other", "paid_back")
_NOUNS = ("contributed_noun", "other_noun")
# All of it: no 前, 后 or 头 that says of what it is the part before.
_IDIOMS = re.compile("前前后后|前后|连头带尾|从头到尾|头尾")
_NEXT_STOP = re.compile(rf"[{STOPS}]|$")


def find(text: str) -> Iterator[Fact]:
    """At most one fact of each kind."""
    kinds = [(_kind(text, one), one) for one in durations(text)]
    added = words("months")["added"].search(text)
    counted = ("contributed", None) if added else ("contributed",)
    paid = [one for kind, one in kinds if kind in counted and not _required(text, one)]
    back = [one for kind, one in kinds if kind == "paid_back" and not _only_intended(text)]
    worked = [one for kind, one in kinds if kind == "worked" and _counts(text, one)]
    if paid or worked:
        yield _contributed(text, paid or worked[:1])
    if back:
        yield Fact("months_paid_back", back[-1].span, back[-1].words)
    elif never := words("months")["never_paid_back"].search(text):
        yield Fact("months_paid_back", Span(0, 0), never[0])
    if not (paid or worked or back) and kinds and len(text) <= _SHORT:
        yield Fact(DURATION, kinds[0][1].span, kinds[0][1].words)


def _contributed(text: str, paid: list[Duration]) -> Fact:
    """The first number, or their sum where several are added up."""
    if len(paid) > 1 and words("months")["summed"].search(text[paid[0].end : paid[-1].end]):
        least, most = sum(one.span.least for one in paid), sum(one.span.most for one in paid)
        return Fact("months_contributed", Span(least, most), "、".join(one.words for one in paid))
    return Fact("months_contributed", paid[0].span, paid[0].words)


def _kind(text: str, one: Duration) -> str | None:
    """What it counts: by the last verb before it in its clause, else the first behind it, else by a noun."""
    clause_end = _NEXT_STOP.search(text, one.end)
    before = _IDIOMS.sub("", lead(text, one.start + 1))
    after = text[one.end : clause_end.start() if clause_end else len(text)]
    if _words("another_insurance").search(before + after) and "失业" not in before + after:
        return None
    behind = _found(after, _VERBS)
    if near := (_found(one.words, ("contributed", "worked")) or _found(before, _VERBS)):
        kind = max(near)[1]
        gap = _words("gap").search(before) is not None and _made_good(text)
        made_good = gap or any(kind == "paid_back" for _, kind in behind)
        return "paid_back" if kind == "other" and made_good else kind
    if any(kind == "paid_back" for _, kind in behind):
        return "paid_back"
    if nouns := _found(before, _NOUNS):
        return max(nouns)[1].removesuffix("_noun")
    if behind and not (one.bounded and min(behind)[1] == "other"):
        return min(behind)[1]
    only = _words("restrictive").search(before) and _words("contributed_noun").match(after)
    return "contributed" if one.bounded or only else None


def _found(said: str, kinds: tuple[str, ...]) -> list[tuple[int, str]]:
    return [(found.start(), kind) for kind in kinds for found in _words(kind).finditer(said)]


def _made_good(text: str) -> bool:
    """断了六年没交，后来一次全补上了."""
    return _words("made_good").search(text) is not None


def _words(kind: str) -> re.Pattern[str]:
    return words("months")[kind]


def _counts(text: str, one: Duration) -> bool:
    """Work stands for contributions only where it is said against a limit, or as all there ever was."""
    lists = words("months")
    if lists["never_before"].search(text):
        return True
    only = lists["restrictive"].search(lead(text, one.start) + one.words)
    return (one.bounded or only is not None) and one.span.most < 12 * 3 and not lists["earlier"].search(text)


def _only_intended(text: str) -> bool:
    """想补缴五年 pays nothing back yet."""
    lists = words("months")
    return lists["intended"].search(text) is not None and lists["done"].search(text) is None


def _required(text: str, one: Duration) -> bool:
    return words("months")["required"].search(lead(text, one.start)) is not None
