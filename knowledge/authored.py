"""Records that a centre writes beside its guide's text: what belongs together, tables, holiday notices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Benefit:
    """A benefit for which the guide prints months by level of disability (1 to 10); levels left out are not in it.

    ``base`` is what the months are of (本人工资); None where the guide does not say.
    """

    item: int
    benefit: str
    base: str | None = None
    levels: Mapping[int, int]
    page: int


@dataclass(frozen=True)
class Kin:
    """One matter of life and the items that it is in the several schemes."""

    matter: str
    items: tuple[int, ...]


@dataclass(frozen=True)
class Notice:
    """A year's holiday notice as a centre enters it: the days off, and the weekend days that are worked."""

    year: int
    off: frozenset[date]
    worked: frozenset[date]


@dataclass(frozen=True)
class PlaceKind:
    """A kind of place where matters are done: an item whose way to the window prints one of ``words`` is done there.

    ``offices`` are the numbers of its offices, none where the guide lists none (banks); ``by_district``: the one of
    the citizen's district.
    """

    name: str
    label: str
    words: tuple[str, ...]
    offices: tuple[int, ...] = ()
    by_district: bool = False


@dataclass(frozen=True)
class Applicant:
    """Who applies: the words by which people say so, and the items that only this applicant brings."""

    label: str
    words: tuple[str, ...]
    items: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Period:
    """How often a matter comes round for some people (``who``, named by ``words``).

    ``first_day`` and ``last_day`` (6月1日) are printed where the period is fixed in the year; where only the first
    beginning is printed, ``since``, periods of ``months`` are reckoned from it.
    """

    item: int
    who: str
    words: tuple[str, ...]
    months: int
    first_day: str | None = None
    last_day: str | None = None
    since: date | None = None


@dataclass(frozen=True)
class Share:
    """The percentage that one person is given, and how people name that person."""

    who: str
    percent: int
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Shares:
    """A benefit that the guide prints by percentages of ``base``; ``cap`` is the guide's sentence on their sum."""

    item: int
    benefit: str
    base: str
    cap: str
    shares: tuple[Share, ...]
    extra: Share
