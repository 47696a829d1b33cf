"""The records of a guide. All are frozen, so that a test can say ``==``.

Texts are the guide's own words, line wraps undone. A mark is the number printed before an entry (``①``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

ChannelKind = Literal["window", "online", "mobile", "self_service", "other"]
LimitUnit = Literal["instant", "working_day", "day"]


@dataclass(frozen=True)
class Phone:
    """A telephone number and what the guide says it is for (咨询, 投诉, 报备…)."""

    number: str
    use: str


@dataclass(frozen=True)
class Material:
    """One 要件. ``group`` is the applicant it is asked of, ``channel`` the way it is tied to, if any."""

    text: str
    mark: str | None = None
    group: str | None = None
    channel: ChannelKind | None = None
    sources: tuple[str, ...] = ()
    nested: tuple[Material, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where a window is, or the chain of places an application passes through."""

    name: str
    mark: str | None = None


@dataclass(frozen=True)
class Channel:
    """One way to get the matter done. ``text`` holds what is printed behind the kind, without places."""

    kind: ChannelKind
    text: str = ""
    mark: str | None = None
    places: tuple[Place, ...] = ()
    url: str | None = None


@dataclass(frozen=True)
class Limit:
    """How long it takes: ``most`` units, or at once. ``channel`` and ``app`` where limits differ."""

    unit: LimitUnit
    most: int = 0
    channel: ChannelKind | None = None
    app: str | None = None


@dataclass(frozen=True)
class AcceptanceWindow:
    """Days of the month on which applications are accepted, both ends included.

    ``last_day`` lies in the next month where it is smaller than ``first_day`` (每月23日至次月7日).
    """

    first_day: int
    last_day: int


@dataclass(frozen=True)
class TimeLimit:
    """The limit as printed, line by line, and as numbers."""

    lines: tuple[str, ...]
    limits: tuple[Limit, ...] = ()
    window: AcceptanceWindow | None = None


@dataclass(frozen=True)
class Tip:
    """One 温馨提示."""

    text: str
    mark: str | None = None


@dataclass(frozen=True, kw_only=True)
class ServiceItem:
    """One 事项 of the guide. ``listed_title`` is the title in the list of matters where it differs.

    ``no_materials`` is the guide's sentence where it asks for none.
    """

    number: int
    title: str
    category: int
    page: int
    listed_title: str | None = None
    conditions: tuple[str, ...]
    materials: tuple[Material, ...] = ()
    no_materials: str | None = None
    channels: tuple[Channel, ...]
    time_limit: TimeLimit
    tips: tuple[Tip, ...]
    phones: tuple[Phone, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def base_title(self) -> str:
        """The title without what stands in brackets at its end: the same for one matter in several schemes."""
        return re.sub(r"（[^（）]*）$", "", self.title)


@dataclass(frozen=True)
class Category:
    """A chapter. ``heading`` is the chapter's title where it differs from the list of matters."""

    number: int
    title: str
    heading: str | None = None


@dataclass(frozen=True)
class Office:
    """An office with its address and telephone. ``note`` says what is wrong with the printed address."""

    number: int
    name: str
    address: str
    phone: str
    page: int
    note: str | None = None


@dataclass(frozen=True)
class ProhibitedCase:
    """One 禁办情形, ``id`` is matter.case ("5.1")."""

    id: str
    text: str
    page: int


@dataclass(frozen=True)
class ProhibitedMatter:
    """One 禁办事项 with its cases."""

    number: int
    title: str
    cases: tuple[ProhibitedCase, ...]


@dataclass(frozen=True)
class CoverageRow:
    """A reviewed judgement: this prohibited matter covers that item, and why."""

    matter: int
    item: int
    reason: str


@dataclass(frozen=True)
class ToleranceRow:
    """One 容缺 row: what may be handed in later, how, from where; ``deadline`` is the time to do so."""

    number: int
    matter: str
    material: str
    later_by: str
    source: str
    deadline: str
    page: int

    @property
    def limit(self) -> Limit | None:
        """The deadline in numbers; None where it is not in working days."""
        found = re.match(r"(\d+) ?个工作日", self.deadline)
        return Limit(unit="working_day", most=int(found[1])) if found else None


@dataclass(frozen=True)
class Erratum:
    """A misprint (``printed`` → ``shown``) or a contradiction (``note`` only), and why we say so."""

    why: str
    item: int | None = None
    office: int | None = None
    printed: str | None = None
    shown: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Citation:
    """Where an answer comes from."""

    guide: str
    edition: str
    item: int | None
    page: int
