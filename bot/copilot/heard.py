"""What a caller has said so far, understood as one message: the same Turn that a citizen's message becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rasa.core.agent import Agent

from actions import slots
from actions.turn import Turn
from bot import matters
from knowledge.guide import Guide


@dataclass(frozen=True)
class Heard:
    """A message as Rasa understood it. Actions read it like a tracker: one with nothing before and nothing stored.

    ``metadata`` is what a channel would send with the message, without the day.
    """

    latest_message: Mapping[str, Any]
    metadata: Mapping[str, Any]
    events: tuple[Mapping[str, Any], ...] = ()

    def get_slot(self, _: str) -> None:
        """Nothing: a call has no conversation behind it."""

    def turn(self, guide: Guide, day: date) -> Turn:
        """The turn on that day. Pure."""
        said = {"event": "user", "metadata": {slots.DAY: day.isoformat(), **self.metadata}}
        return Turn.of(Heard(self.latest_message, self.metadata, (said,)), guide)


async def hear(agent: Agent, text: str) -> tuple[Heard, ...]:
    """The matters of the text, each understood; the text is masked already. One for most texts."""
    return tuple([await _heard(agent, part) for part in await matters.divide(agent, text)])


async def _heard(agent: Agent, text: str) -> Heard:
    return Heard(await agent.parse_message(text), await matters.reading(agent, text))
