"""Texts understood one after the other: remembered, so that each costs once; of one call only the newest counts."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from bot.channels.api import BadRequestError
from bot.copilot.heard import Heard

REMEMBERED = 500
_NOTHING_SAID = (Heard({"text": ""}, {}),)


class Understanding:
    """The understanding of texts, which ``hear`` does, for many typists at once."""

    def __init__(self, hear: Callable[[str], Awaitable[tuple[Heard, ...]]]) -> None:
        self._hear, self._turn = hear, asyncio.Lock()
        self._known: OrderedDict[str, tuple[Heard, ...]] = OrderedDict()
        self._newest: dict[str, int] = {}
        self._waiting: dict[str, int] = {}

    async def of(self, call: str, text: str) -> tuple[Heard, ...]:
        """The matters of the text, which is masked already.

        Raises BadRequestError (409) where a newer text of the same call came while this one waited: nobody looks at
        it any more.
        """
        if not text:
            return _NOTHING_SAID
        number = self._newest[call] = self._newest.get(call, 0) + 1
        self._waiting[call] = self._waiting.get(call, 0) + 1
        try:
            return await self._in_turn(call, number, text)
        finally:
            self._waiting[call] -= 1
            if not self._waiting[call]:
                del self._waiting[call], self._newest[call]

    async def _in_turn(self, call: str, number: int, text: str) -> tuple[Heard, ...]:
        if text in self._known:
            self._known.move_to_end(text)
            return self._known[text]
        async with self._turn:
            if self._newest[call] != number:
                raise BadRequestError("superseded", "又有新的内容，这一次不用了", 409)
            if text not in self._known:
                self._known[text] = await self._hear(text)
                await asyncio.sleep(0)  # whoever only searches goes first
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
            return self._known[text]
