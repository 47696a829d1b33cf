"""What the processes behind one address tell each other: who does what, since when. All of it is forgotten soon.

In one process a dictionary is enough; several share Redis (redis_board).
"""

from __future__ import annotations

import time
from typing import Protocol

SWEEP_EVERY = 1000


class Board(Protocol):
    """Short notes that expire, and queues. Each call is one indivisible step."""

    async def put_once(self, key: str, value: str, seconds: float) -> str | None:
        """Writes the note if there is none and returns None; else returns the one that is there."""

    async def swap(self, key: str, old: str, new: str, seconds: float) -> bool:
        """Replaces the note if it still says ``old``; whether it did."""

    async def put(self, key: str, value: str, seconds: float) -> None:
        """Writes the note, whatever was there."""

    async def get(self, key: str) -> str | None:
        """The note; None if there is none or it expired."""

    async def count(self, key: str, seconds: float) -> int:
        """Adds one to a counter and returns it, 1 the first time."""

    async def join(self, queue: str, member: str, seconds: float) -> int:
        """Puts the member at the queue's end; returns its place, 1 where it is its turn."""

    async def head(self, queue: str) -> str | None:
        """Whose turn it is."""

    async def leave(self, queue: str, member: str) -> None:
        """Takes the member out of the queue."""

    async def forget(self, prefix: str) -> None:
        """Removes every note, counter and queue whose key begins so."""

    async def close(self) -> None:
        """Gives back what it holds."""


class MemoryBoard:
    """The board of a single process."""

    def __init__(self) -> None:
        self._notes: dict[str, tuple[str, float]] = {}
        self._queues: dict[str, list[str]] = {}
        self._written = 0

    async def put_once(self, key: str, value: str, seconds: float) -> str | None:
        """See Board."""
        there = await self.get(key)
        if there is None:
            await self.put(key, value, seconds)
        return there

    async def swap(self, key: str, old: str, new: str, seconds: float) -> bool:
        """See Board."""
        if await self.get(key) != old:
            return False
        await self.put(key, new, seconds)
        return True

    async def put(self, key: str, value: str, seconds: float) -> None:
        """See Board."""
        self._written += 1
        if self._written % SWEEP_EVERY == 0:
            self._sweep()
        self._notes[key] = (value, time.monotonic() + seconds)

    async def get(self, key: str) -> str | None:
        """See Board."""
        value, until = self._notes.get(key, ("", 0.0))
        return value if until > time.monotonic() else None

    async def count(self, key: str, seconds: float) -> int:
        """See Board."""
        number = int(await self.get(key) or 0) + 1
        await self.put(key, str(number), seconds)
        return number

    async def join(self, queue: str, member: str, seconds: float) -> int:
        """See Board. In memory a queue lasts as long as the process that serves it."""
        self._queues.setdefault(queue, []).append(member)
        return len(self._queues[queue])

    async def head(self, queue: str) -> str | None:
        """See Board."""
        return next(iter(self._queues.get(queue, ())), None)

    async def leave(self, queue: str, member: str) -> None:
        """See Board."""
        left = [other for other in self._queues.pop(queue, ()) if other != member]
        if left:
            self._queues[queue] = left

    async def forget(self, prefix: str) -> None:
        """See Board."""
        self._notes = {key: note for key, note in self._notes.items() if not key.startswith(prefix)}
        self._queues = {key: queue for key, queue in self._queues.items() if not key.startswith(prefix)}

    async def close(self) -> None:
        """See Board."""

    def _sweep(self) -> None:
        now = time.monotonic()
        self._notes = {key: note for key, note in self._notes.items() if note[1] > now}
