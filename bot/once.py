"""A question of one key is answered once: a repeat joins the answer under way, or gets the one that is stored."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from bot.store.turns import StoredTurn, Turns


class Once:
    """Answers over a store of turns. What is under way goes on when its client is gone."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._under_way: dict[tuple[str, str], asyncio.Task[StoredTurn]] = {}

    async def turn(
        self, sender: str, key: str, text: str, answer: Callable[[], Awaitable[dict[str, Any]]]
    ) -> StoredTurn:
        """The turn of that key; ``answer`` is called where there is none yet. ``text`` is masked already."""
        name = (sender, key)
        if name not in self._under_way:
            task = asyncio.create_task(self._answered(sender, key, text, answer))
            self._under_way[name] = task
            task.add_done_callback(lambda _: self._under_way.pop(name, None))
        return await asyncio.shield(self._under_way[name])

    async def _answered(
        self, sender: str, key: str, text: str, answer: Callable[[], Awaitable[dict[str, Any]]]
    ) -> StoredTurn:
        found = await self._turns.find(sender, key)
        return found or await self._turns.add(sender, StoredTurn(key, text, await answer()))
