"""What a conversation is about, kept from turn to turn in one slot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from actions.answer import Answer

EARLIER, NEAR = 5, 3
ITEM_ENDINGS = ("answered", "prohibited", "office")


@dataclass(frozen=True)
class Talk:
    """``item`` is being talked about; ``earlier`` were before, the latest last.

    ``near`` are the items that the last message might have meant instead. ``asked`` are the items between which the
    last question back asks, ``tried`` the attributes by which it was asked so far, the last one last; ``questions``
    how many questions back came one after the other. ``aspects`` is what the citizen wanted to know last,
    ``tolerance`` that the last answer was about what may be handed in later. ``offices`` are the numbers of those of
    the citizen's district, ``accepted`` the day on which the materials are handed in (2026-03-16), where it was said.
    """

    item: int | None = None
    earlier: tuple[int, ...] = ()
    near: tuple[int, ...] = ()
    asked: tuple[int, ...] = ()
    tried: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    questions: int = 0
    tolerance: bool = False
    offices: tuple[int, ...] = ()
    accepted: str | None = None

    @classmethod
    def of(cls, stored: Mapping[str, Any] | None) -> Talk:
        """The talk of a slot; a new one where the slot is empty."""
        known: dict[str, Any] = {k: v for k, v in (stored or {}).items() if k in cls.__dataclass_fields__}
        plain: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in known.items()}
        return cls(**plain)

    def stored(self) -> dict[str, Any]:
        """As JSON data."""
        return {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(self).items()}

    def heard(self, offices: tuple[int, ...], accepted: date | None) -> Talk:
        """The talk with what the message says beside its question; what it does not say stays as it was."""
        day = accepted.isoformat() if accepted else self.accepted
        return replace(self, offices=offices or self.offices, accepted=day)

    @property
    def about(self) -> int | None:
        """The item that we speak about: the first of those between which we asked, where a question is open."""
        return self.asked[0] if self.asked else self.item

    def after(self, answer: Answer) -> Talk:
        """The talk once the answer was given. Small talk and offices leave it as it was."""
        if answer.status == "clarify":
            asked = tuple(row.number for row in answer.items)
            series = bool(set(asked) & set(self.asked))
            tried, questions = (self.tried, self.questions) if series else ((), 0)
            tried, aspects = (*tried, *answer.missing), answer.aspects
            return replace(self, asked=asked, tried=tried, aspects=aspects, questions=questions + 1)
        if answer.status in ITEM_ENDINGS and answer.item is not None:
            before = [n for n in (*self.earlier, self.item) if n is not None and n != answer.item]
            accepted = self.accepted if self.item in (None, answer.item) else None
            earlier = tuple(dict.fromkeys(before))[-EARLIER:]
            near = tuple(row.number for row in answer.items if row.number != answer.item)[:NEAR]
            kept = replace(Talk(answer.item, earlier, near), aspects=answer.aspects)
            return replace(kept, offices=self.offices, accepted=accepted)
        if "tolerance" in answer.aspects:
            return replace(self, asked=(), tried=(), aspects=(), questions=0, tolerance=True)
        if answer.status == "out_of_scope":
            return replace(self, asked=(), tried=(), aspects=(), questions=0)
        return self
