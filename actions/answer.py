"""The Answer: the one shape that every channel renders. Frozen; ``to_dict`` is the wire format."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

from knowledge.records import Citation, Phone

Status = Literal[
    "answered",
    "clarify",
    "prohibited",
    "office",
    "complaint",
    "handoff",
    "chitchat",
    "out_of_scope",
    "error",
]


@dataclass(frozen=True)
class Entry:
    """One statement. ``group`` is the applicant it holds for, ``kind`` a way of doing it."""

    text: str
    group: str | None = None
    source: str | None = None
    kind: str | None = None
    urls: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """Statements on one aspect, under a title."""

    aspect: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Ranked:
    """One candidate; ``score`` is the calibrated probability that it is meant, 0 to 1."""

    number: int
    title: str
    score: float


@dataclass(frozen=True)
class Option:
    """Something to tap; ``value`` comes back as the citizen's text."""

    label: str
    value: str


@dataclass(frozen=True)
class Ask:
    """A question back."""

    text: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Fact:
    """What the citizen stated that matters, with the words it came from."""

    name: str
    value: Any
    words: str


@dataclass(frozen=True)
class Answer:
    """One turn's answer. ``sections`` of an item come from ``compose.sections`` alone."""

    status: Status
    item: int | None = None
    items: tuple[Ranked, ...] = ()
    aspects: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    prohibited: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    missing: tuple[str, ...] = ()
    also: tuple[Answer, ...] = ()
    ask: Ask | None = None
    options: tuple[Option, ...] = ()
    phones: tuple[Phone, ...] = ()
    citation: Citation | None = None
    text: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON data, every field of the contract present."""
        plain = _plain(self)
        assert isinstance(plain, dict)
        return plain


def _plain(value: Any) -> Any:
    """Dataclasses as dictionaries; an entry's empty fields are left out, an answer's are kept."""
    if is_dataclass(value):
        pairs = ((f.name, getattr(value, f.name)) for f in fields(value))
        sparse = isinstance(value, Entry)
        return {name: _plain(part) for name, part in pairs if part or not sparse}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
