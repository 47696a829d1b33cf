"""What a citizen at the widget, or at the page without JavaScript, can do: ask, rate an answer, have it all deleted."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from bot import privacy
from bot.assistant import Assistant
from bot.once import Once
from bot.settings import Settings
from bot.store import database
from bot.store.feedback import Feedback, Opinion
from bot.store.turns import StoredTurn, Turns

Rating = Literal["good", "bad", "wrong"]
RATINGS: tuple[str, ...] = get_args(Rating)
LONGEST_COMMENT = 500


class Desk:
    """The assistant with what is kept of its answers."""

    def __init__(self, settings: Settings, assistant: Assistant) -> None:
        engine = database.connect(settings.database())
        self._assistant = assistant
        self._turns, self._feedback = Turns(engine, settings.session_hours), Feedback(engine)
        self._once = Once(self._turns)

    async def ask(self, sender: str, key: str, text: str) -> StoredTurn:
        """The turn of that key: answered now, or before."""
        return await self._once.turn(
            sender, key, privacy.mask(text), lambda: self._assistant.ask(text, sender, date.today())
        )

    async def turns(self, sender: str) -> tuple[StoredTurn, ...]:
        """What was asked and answered in the session."""
        return await self._turns.of(sender)

    async def rate(self, sender: str, key: str, rating: str, reason: str | None, comment: str | None) -> bool:
        """Stores what the citizen says of the answer; False where there is no such answer in the session."""
        turn = await self._turns.find(sender, key)
        if turn is None:
            return False
        said = privacy.mask(comment.strip()[:LONGEST_COMMENT]) if comment else None
        about = turn.answer
        opinion = Opinion(key, rating, reason, said or None, about["item"], about["status"], turn.text)
        await self._feedback.put(sender, opinion)
        return True

    async def forget(self, sender: str) -> None:
        """Removes what was said in the session, here and in the assistant's memory."""
        await self._assistant.forget(sender)
        await self._turns.forget(sender)
        await self._feedback.forget(sender)
