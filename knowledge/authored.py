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
