"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from knowledge.facts import Fact

Outcome = Literal["applies", "does_not", "cannot_tell"]


@dataclass(frozen=True)
class Verdict:
    """``because`` are the facts that it rests on, ``missing`` the names of the facts that would decide."""

    outcome: Outcome
    because: tuple[Fact, ...] = ()
    missing: tuple[str, ...] = ()
