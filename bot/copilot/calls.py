"""The calls that are open, each known only to the agent who took it. They live on the board, hours at most.

Fragments are masked before they come here, and gone when the call is ended.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from bot.channels.api import BadRequestError
from bot.store.board import Board

KEPT_SECONDS = 8 * 3600
MOST = 9
Calls = Mapping[str, "Call"]


@dataclass(frozen=True)
class Call:
    """One call.

    ``fragments`` are what was typed or heard, ``item`` is what the agent chose, ``ticked`` the facts (JSON values;
    None denies one that was heard). ``told`` are the texts that were copied. ``version`` grows with every change.
    """

    id: str
    opened: float
    fragments: tuple[str, ...] = ()
    item: int | None = None
    ticked: Mapping[str, Any] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    version: int = 0

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Call:
        """From JSON data."""
        return cls(**{**stored, "fragments": tuple(stored["fragments"]), "told": tuple(stored["told"])})

    def text(self, longest: int) -> str:
        """What was said, as one text; of a long call the last fragments."""
        kept: list[str] = []
        for fragment in reversed(self.fragments):
            if sum(map(len, kept)) + len(kept) + len(fragment) > longest:
                break
            kept.append(fragment)
        return "，".join(reversed(kept)) or "".join(self.fragments[-1:])[-longest:]


class OpenCalls:
    """The open calls of every agent."""

    def __init__(self, board: Board) -> None:
        self._board = board

    async def of(self, user: str) -> tuple[Call, ...]:
        """The agent's calls, the first first."""
        return tuple((await self._read(user))[0].values())

    async def open(self, user: str) -> Call:
        """A new call. Raises BadRequestError where too many are open."""
        call = Call(secrets.token_hex(8), time.time())

        def add(calls: Calls) -> Calls:
            if len(calls) >= MOST:
                raise BadRequestError("too_many_calls", f"最多同时开 {MOST} 个来电，请先结束一个", 409)
            return {**calls, call.id: call}

        await self._change(user, add)
        return call

    async def get(self, user: str, identity: str) -> Call:
        """The agent's call of that id. Raises BadRequestError (404) for anybody else's."""
        return _own((await self._read(user))[0], identity)

    async def change(self, user: str, identity: str, **new: Any) -> Call:
        """The call with new values. Raises BadRequestError (404) where the agent has no such call."""

        def changed(calls: Calls) -> Calls:
            old = _own(calls, identity)
            made = replace(old, **new)
            return {**calls, identity: made if made == old else replace(made, version=old.version + 1)}

        return _own(await self._change(user, changed), identity)

    async def close(self, user: str, identity: str) -> Call:
        """Forgets the call, and gives it back for the last time."""
        ended = await self.get(user, identity)
        await self._change(user, lambda calls: {key: call for key, call in calls.items() if key != identity})
        return ended

    async def _change(self, user: str, change: Callable[[Calls], Calls]) -> Calls:
        """Reads, changes and writes as one step: tried again where another process wrote meanwhile."""
        while True:
            calls, stored = await self._read(user)
            new = change(calls)
            written = json.dumps([asdict(call) for call in new.values()], ensure_ascii=False)
            if stored is None:
                if await self._board.put_once(_key(user), written, KEPT_SECONDS) is None:
                    return new
            elif await self._board.swap(_key(user), stored, written, KEPT_SECONDS):
                return new

    async def _read(self, user: str) -> tuple[Calls, str | None]:
        stored = await self._board.get(_key(user))
        calls = (Call.of(row) for row in json.loads(stored or "[]"))
        return {call.id: call for call in calls}, stored


def _own(calls: Calls, identity: str) -> Call:
    if identity not in calls:
        raise BadRequestError("no_call", "没有这个来电，可能已经结束", 404)
    return calls[identity]


def _key(user: str) -> str:
    return f"copilot-calls:{user}"
