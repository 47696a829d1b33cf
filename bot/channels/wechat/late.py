"""An answer that came after the deadline: sent as a customer-service message where the account may, else it waits."""

from __future__ import annotations

import logging
from dataclasses import replace

import httpx

from bot.channels.wechat.platform import Platform, PlatformError
from bot.store.board import Board
from bot.store.messages import Messages

LOGGER = logging.getLogger("qingfeng.wechat")
_PAUSE = "platform:pause"
# Codes that hold for everybody, and how long nobody is sent to: the day's number is used up; the account may not;
# AppID or secret is wrong; this machine's address is not on the list. 45015 (48 hours) and 45047 (five messages)
# hold for one person only.
PAUSES = {45009: 3600, 48001: 86400, 50002: 86400, 40013: 600, 40125: 600, 40164: 600}


class Late:
    """Delivers what is late."""

    def __init__(self, platform: Platform | None, board: Board, messages: Messages) -> None:
        self._platform, self._board, self._messages = platform, board, messages

    async def close(self) -> None:
        """Closes the connections to the platform."""
        if self._platform:
            await self._platform.close()

    async def may_send(self) -> bool:
        """Whether the account can send by itself, as far as is known."""
        return self._platform is not None and await self._board.get(_PAUSE) is None

    async def deliver(self, openid: str, person: str, text: str) -> None:
        """Sends the text, or keeps it until the person writes again."""
        if self._platform and await self.may_send():
            try:
                await self._platform.send_text(openid, text)
                return
            except PlatformError as error:
                LOGGER.warning("a late answer could not be sent: errcode %s", error.code)
                if error.code in PAUSES:
                    await self._board.put(_PAUSE, str(error.code), PAUSES[error.code])
            except httpx.HTTPError as error:
                LOGGER.warning("a late answer could not be sent: %s", type(error).__name__)
        waiting = await self._messages.of(person)
        await self._messages.keep(person, replace(waiting, late=(*waiting.late, text)))
