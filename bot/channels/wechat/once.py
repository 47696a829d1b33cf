"""Each message is answered once, though it comes three times and to several processes.

A job is one message. Whoever sees it first runs it, whoever sees it again waits for it, and takes it over where the
runner's process is gone. Its note on the board says ``running:owner``, ``late:owner`` (the deadline passed),
``sending:owner`` (it goes out by another way, and the person's next message still waits) or ``done:reply``. The
platform hangs up on a try before it sends the next: only the newest try carries the reply.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal
from uuid import uuid4

from bot.store.board import Board

JOB_SECONDS = 120  # the platform's three tries take fifteen
ALIVE_SECONDS = 2.0
BEAT_SECONDS = 0.5
POLL_SECONDS = 0.03

Ending = Literal["passive", "late", "lost", "forgotten"]


@dataclass(frozen=True)
class Ticket:
    """One try of a message. ``mine``: this process runs the job, since nobody did. ``next``: nobody is before it."""

    person: str
    job: str
    tries: str
    queue: str
    number: int
    mine: bool
    next: bool


class Once:
    """The jobs of this process among those of all."""

    def __init__(self, board: Board) -> None:
        self.owner = uuid4().hex
        self._board = board
        self._beating: asyncio.Task[None] | None = None
        self._last_beat = float("-inf")

    async def arrive(self, person: str, key: str) -> Ticket:
        """Notes that a try came in. The first one queues the job behind the person's others."""
        if time.monotonic() - self._last_beat > ALIVE_SECONDS / 2:
            await self._beat()
        if self._beating is None:
            self._beating = asyncio.create_task(self._keep_beating())
        job, tries, queue = f"{person}:job:{key}", f"{person}:try:{key}", f"{person}:queue"
        number = await self._board.count(tries, JOB_SECONDS)
        there = await self._board.put_once(job, f"running:{self.owner}", JOB_SECONDS)
        place = 0 if there else await self._board.join(queue, job, JOB_SECONDS)
        return Ticket(person, job, tries, queue, number, mine=there is None, next=place == 1)

    async def known(self, person: str, key: str) -> bool:
        """Whether the job is still remembered."""
        return await self._board.get(f"{person}:job:{key}") is not None

    async def newest(self, ticket: Ticket) -> bool:
        """Whether the platform listens to this try: no later one came in that it has not hung up on.

        A try that was cut while this process was busy is read late, and then looks like the newest for a moment.
        """
        for _ in range(2):
            later = range(ticket.number + 1, int(await self._board.get(ticket.tries) or 0) + 1)
            hung_up = [await self._board.get(f"{ticket.tries}:hung-up:{n}") for n in later]
            if all(hung_up):
                return True
            await asyncio.sleep(POLL_SECONDS)
        return False

    async def hang_up(self, ticket: Ticket) -> None:
        """Notes that the platform does not listen to this try any more."""
        await self._board.put(f"{ticket.tries}:hung-up:{ticket.number}", "yes", JOB_SECONDS)

    async def turn(self, ticket: Ticket) -> None:
        """Waits until the person's earlier messages are answered. Those of a process that is gone do not count."""
        if ticket.next:
            return
        while (head := await self._board.head(ticket.queue)) not in (None, ticket.job):
            assert head
            note = await self._board.get(head)
            if note is None or note.startswith("done:") or await self._gone(note):
                await self._board.leave(ticket.queue, head)
            else:
                await asyncio.sleep(POLL_SECONDS)

    async def reply(self, ticket: Ticket) -> str | None:
        """The job's reply if it is done; None while it runs."""
        state, _, said = (await self._board.get(ticket.job) or "done:").partition(":")
        return {"done": said, "sending": ""}.get(state)

    async def take_over(self, ticket: Ticket) -> bool:
        """Whether the job's process is gone and the job is this one's now."""
        note = await self._board.get(ticket.job)
        state = (note or "done:").partition(":")[0]
        if note is None or state in ("done", "sending") or not await self._gone(note):
            return False
        if not await self._board.swap(ticket.job, note, f"{state}:{self.owner}", JOB_SECONDS):
            return False
        await self._board.leave(ticket.queue, ticket.job)
        await self._board.join(ticket.queue, ticket.job, JOB_SECONDS)
        return True

    async def late(self, ticket: Ticket) -> bool:
        """Says that the deadline passed; False where the reply came after all."""
        note = await self._board.get(ticket.job) or "done:"
        while note.startswith("running:"):
            if await self._board.swap(ticket.job, note, note.replace("running:", "late:", 1), JOB_SECONDS):
                return True
            note = await self._board.get(ticket.job) or "done:"
        return note.startswith("late:")

    async def finish(self, ticket: Ticket, reply: str) -> Ending:
        """How the reply may go out: as the answer to a waiting try, late, or not at all.

        ``lost``: another process took the job over. ``forgotten``: the person left meanwhile.
        """
        for state, done in (("running", f"done:{reply}"), ("late", f"sending:{self.owner}")):
            if await self._board.swap(ticket.job, f"{state}:{self.owner}", done, JOB_SECONDS):
                return "passive" if state == "running" else "late"
        return "forgotten" if await self._board.get(ticket.job) is None else "lost"

    async def leave(self, ticket: Ticket) -> None:
        """Lets the person's next message have its turn."""
        await self._board.leave(ticket.queue, ticket.job)

    async def stop(self) -> None:
        """Stops saying that this process lives."""
        if self._beating:
            self._beating.cancel()
            self._beating = None

    async def _gone(self, note: str) -> bool:
        owner = note.partition(":")[2]
        return owner != self.owner and await self._board.get(f"alive:{owner}") is None

    async def _beat(self) -> None:
        await self._board.put(f"alive:{self.owner}", "yes", ALIVE_SECONDS)
        self._last_beat = time.monotonic()

    async def _keep_beating(self) -> None:
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            with suppress(Exception):  # a board that is away for a moment must not end the beating
                await self._beat()
