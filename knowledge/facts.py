"""What citizens state that decides a prohibited case: the words shared by understanding, rules and answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True)
class Span:
    """A number of months that is known to lie between two bounds, both included."""

    least: int
    most: int


@dataclass(frozen=True)
class Fact:
    """One stated fact with the words it came from. The value is one of CHOICES, or a Span for MONTHS."""

    name: str
    value: str | Span
    words: str

    def stored(self) -> dict[str, Any]:
        """As JSON data: a Span that is one number is that number."""
        value: Any = self.value
        if isinstance(value, Span):
            value = value.least if value.least == value.most else {"least": value.least, "most": value.most}
        return {"name": self.name, "value": value, "words": self.words}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Fact:
        """The fact of JSON data."""
        value = stored["value"]
        if isinstance(value, Mapping):
            value = Span(value["least"], value["most"])
        elif isinstance(value, int):
            value = Span(value, value)
        return cls(stored["name"], value, stored["words"])


# Facts that are one of a few things.
CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "leaving": ("own_will", "employer", "closed", "expired", "forced", "other"),
        "custody": ("serving", "released", "outside"),
        "wish": ("stop",),
        "retirement": ("irregular",),
        "double_pension": ("unsettled", "settled"),
        "inheritance": ("disputed", "settled"),
        "hukou": ("elsewhere", "local"),
        "certified": ("dead", "alive"),
        "injury_card": ("borrowed", "own"),
        "injury_claim": ("untrue", "true"),
        "injured_death": ("unreported", "reported"),
        "injured_retirement": ("unconverted", "converted"),
        "account": ("temporary", "ordinary"),
        "move": ("within_province", "across_provinces"),
        "pension": ("drawing", "not_yet"),
    }
)
# Facts that are a number of months.
MONTHS = ("months_contributed", "months_paid_back")
# A number of months of which the words do not say what it counts: it answers a question that was asked.
DURATION = "duration"
# Where somebody is, of which the words do not say what they do there: within_province or across_provinces. In a talk
# about a move it is the place of the move.
PLACE, MOVE = "place", "move"
