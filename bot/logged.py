"""The assistant as a channel gets it: each turn is taken down in the turn log, of which an answer never waits."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from typing import Any

from actions import guide
from actions.wording import say
from bot import privacy
from bot.assistant import Assistant
from bot.keyed import Keyed
from bot.store.turnlog import Turn, TurnLog


@dataclass(frozen=True)
class Logged(Assistant):
    """An assistant whose turns are taken down as those of one channel."""

    log: TurnLog
    channel: str
    keyed: Keyed

    async def ask(self, text: str, sender: str, day: date) -> dict[str, Any]:
        """See Assistant."""
        at, began = time.time(), time.perf_counter()
        answer: dict[str, Any] = {"status": "error"}
        try:
            answer = await super().ask(text, sender, day)
        finally:
            spent = (time.perf_counter() - began) * 1000
            self.log.put(turn(answer, self.channel, privacy.mask(text.strip()), self.keyed.person(sender), at, spent))
        return answer

    async def forget(self, sender: str) -> None:
        """See Assistant; the log forgets too."""
        await super().forget(sender)
        await self.log.forget(self.keyed.person(sender))


def turn(answer: dict[str, Any], channel: str, question: str, person: str, at: float, ms: float) -> Turn:
    """What is taken down of an answer. ``question`` is masked, ``person`` a keyed hash, ``at`` seconds since 1970."""
    ranked = tuple(row["number"] for row in answer.get("items", ()))
    aspects, item = tuple(answer.get("aspects", ())), answer.get("item")
    return Turn(at, channel, answer["status"], item, ranked, aspects, ms, question, person, _reports(answer))


def _reports(answer: dict[str, Any]) -> bool:
    """Whether the answer takes a report of an error down: it says the sentence for that."""
    noted = say("report_error", guide.current())
    entries = (entry["text"] for section in answer.get("sections", ()) for entry in section["entries"])
    return noted in entries
