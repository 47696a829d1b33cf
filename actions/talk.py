"""What a conversation is about, kept from turn to turn in one slot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from actions.answer import Answer

EARLIER = 5
ITEM_ENDINGS = ("answered", "prohibited")


@dataclass(frozen=True)
class Talk:
    """``item`` is being talked about; ``earlier`` were before, the latest last.

    ``asked`` are the items between which the last question back asks, ``aspects`` what the citizen wanted to know
    last, ``questions`` how many questions back came one after the other;
    ``tolerance`` that the last answer was about what may be handed in later.
    """

    item: int | None = None
    earlier: tuple[int, ...] = ()
    asked: tuple[int, ...] = ()
    aspects: tuple[str, ...] = ()
    questions: int = 0
    tolerance: bool = False

    @classmethod
    def of(cls, stored: Mapping[str, Any] | None) -> Talk:
        """The talk of a slot; a new one where the slot is empty."""
        if not stored:
            return cls()
        earlier, asked, aspects = (tuple(stored[name]) for name in ("earlier", "asked", "aspects"))
        return cls(stored["item"], earlier, asked, aspects, stored["questions"], stored["tolerance"])

    def stored(self) -> dict[str, Any]:
        """As JSON data."""
        return {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(self).items()}

    def after(self, answer: Answer) -> Talk:
        """The talk once the answer was given. Small talk and offices leave it as it was."""
        if answer.status == "clarify":
            asked = tuple(row.number for row in answer.items[: len(answer.options)])
            return replace(self, asked=asked, aspects=answer.aspects, questions=self.questions + 1)
        if answer.status in ITEM_ENDINGS and answer.item is not None:
            before = [n for n in (*self.earlier, self.item) if n is not None and n != answer.item]
            return Talk(answer.item, tuple(dict.fromkeys(before))[-EARLIER:], aspects=answer.aspects)
        if "tolerance" in answer.aspects:
            return replace(self, asked=(), aspects=(), questions=0, tolerance=True)
        if answer.status == "out_of_scope":
            return replace(self, asked=(), aspects=(), questions=0)
        return self
