"""The days that an answer counts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class When:
    """Today, and the day on which the materials are handed in: today too, unless the citizen said another."""

    today: date
    accepted: date

    @classmethod
    def on(cls, day: date) -> When:
        """Handed in today."""
        return cls(day, day)
