"""One message from its arrival to its reply: joined, in turn, in time."""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.channels.wechat.desk import SILENT, Desk
from bot.channels.wechat.late import Late
from bot.channels.wechat.message import Message, keyed
from bot.channels.wechat.once import JOB_SECONDS, POLL_SECONDS, Once, Ticket
from bot.channels.wechat.verify import FRESH_SECONDS, ForgedError
from bot.store.board import Board

LOGGER = logging.getLogger("qingfeng.wechat")
DEADLINE_SECONDS = 4.0
LONGEST_SECONDS = 60  # nobody waits longer for an answer
STOP_SECONDS = 10


class Channel:
    """Answers messages that were verified. A reply of "" means that nothing is to be shown."""

    def __init__(
        self,
        secret: str,
        board: Board,
        desk: Desk,
        late: Late,
        forget: Callable[[str], Awaitable[None]],
        sentences: tuple[str, str],
        deadline: float = DEADLINE_SECONDS,
    ) -> None:
        self._secret, self._board, self._desk, self._late = secret, board, desk, late
        self._forget_rest, (self._wait, self._sorry), self._deadline = forget, sentences, deadline
        self._once = Once(board)
        self._tasks: dict[str, asyncio.Task[str | None]] = {}
        self._noting: set[asyncio.Task[None]] = set()

    def person(self, openid: str) -> str:
        """What stands for a person wherever something is kept."""
        return keyed(self._secret, "person", openid)

    async def receive(self, message: Message, stamp: str, nonce: str) -> str:
        """The reply to one try of a message. Raises ForgedError for a nonce that was used for another message."""
        arrived: asyncio.Future[Ticket] = asyncio.get_running_loop().create_future()
        try:
            # A try that the platform hung up on must not stop half-way.
            return await asyncio.shield(asyncio.ensure_future(self._receive(message, stamp, nonce, arrived)))
        except ForgedError:
            raise
        except asyncio.CancelledError:
            arrived.add_done_callback(self._hung_up)
            raise
        except Exception as error:  # the board is away: better an apology than three tries and 服务出现故障
            LOGGER.error("a message could not be taken: %s", type(error).__name__)
            return self._sorry

    async def stop(self) -> None:
        """Lets the running jobs end, then says goodbye."""
        if self._tasks:
            await asyncio.wait(list(self._tasks.values()), timeout=STOP_SECONDS)
        await self._once.stop()
        await self._late.close()
        await self._board.close()

    def _hung_up(self, arrived: asyncio.Future[Ticket]) -> None:
        noting = asyncio.get_running_loop().create_task(self._once.hang_up(arrived.result()))
        self._noting.add(noting)
        noting.add_done_callback(self._noting.discard)

    async def _receive(self, message: Message, stamp: str, nonce: str, arrived: asyncio.Future[Ticket]) -> str:
        if message.kind == "event:unsubscribe":
            await self.forget(self.person(message.sender))
        if message.kind in SILENT:
            return ""
        person, key = self.person(message.sender), message.key(self._secret)
        await self._refuse_replay(message, person, key, stamp, nonce)
        ticket = await self._once.arrive(person, key)
        arrived.set_result(ticket)
        if ticket.mine:
            self._start(ticket, message)
        reply = await self._outcome(ticket, message)
        return reply if await self._once.newest(ticket) else ""

    async def forget(self, person: str) -> None:
        """Removes everything about the person. What still runs for the person does so again when it ends."""
        await self._forget_rest(person)
        await self._board.forget(f"{person}:")

    async def _refuse_replay(self, message: Message, person: str, key: str, stamp: str, nonce: str) -> None:
        """The platform may send the same message again with the same nonce; nobody else may use it again.

        Nor may the same message come once its job is forgotten: it would be answered anew.
        """
        digest, now = message.digest(self._secret), int(time.time())
        note = f"nonce:{keyed(self._secret, stamp, nonce)}"
        used = await self._board.put_once(note, f"{now} {digest}", 2 * FRESH_SECONDS)
        if used is None:
            return
        first, _, other = used.partition(" ")
        old = now - int(first) >= JOB_SECONDS
        if other != digest or (old and not await self._once.known(person, key)):
            raise ForgedError("the nonce was used before")

    async def _outcome(self, ticket: Ticket, message: Message) -> str:
        """The job's reply; past the deadline "", or a request to write again where the account cannot send."""
        until = asyncio.get_running_loop().time() + self._deadline
        while (left := until - asyncio.get_running_loop().time()) > 0:
            if running := self._tasks.get(ticket.job):
                ended, _ = await asyncio.wait({running}, timeout=left)
                if ended and (reply := running.result()) is not None:
                    return reply
            reply = await self._once.reply(ticket)
            if reply is not None:
                return reply
            if await self._once.take_over(ticket):
                self._start(ticket, message)
            elif ticket.job not in self._tasks:
                await asyncio.sleep(min(POLL_SECONDS, max(left, 0)))
        if not await self._once.newest(ticket):
            return ""
        if not await self._once.late(ticket):
            return await self._once.reply(ticket) or ""
        return "" if await self._late.may_send() else self._wait

    def _start(self, ticket: Ticket, message: Message) -> None:
        task = asyncio.get_running_loop().create_task(self._run(ticket, message))
        self._tasks[ticket.job] = task
        task.add_done_callback(lambda _: self._tasks.pop(ticket.job, None))

    async def _run(self, ticket: Ticket, message: Message) -> str | None:
        """Answers in turn; the reply where a try may carry it."""
        try:
            await self._once.turn(ticket)
            reply = await self._reply(ticket, message)
            ending = await self._once.finish(ticket, reply)
            if ending == "passive":
                return reply
            if ending == "late" and reply:
                await self._late.deliver(message.sender, ticket.person, reply)
            elif ending == "forgotten":
                await self.forget(ticket.person)
        except Exception as error:
            LOGGER.error("a message could not be answered: %s", type(error).__name__)
        finally:
            await self._once.leave(ticket)
        return None

    async def _reply(self, ticket: Ticket, message: Message) -> str:
        try:
            return await asyncio.wait_for(self._desk.reply(message, ticket.person), LONGEST_SECONDS)
        except Exception as error:
            LOGGER.error("no answer: %s", _where(error))
            return self._sorry


def _where(error: Exception) -> str:
    """The kind of error and its place. Its text may hold what was written, and is not logged."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"
