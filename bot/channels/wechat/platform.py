"""The platform's own interface: access token, customer-service messages, menu."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx

from bot.settings import Settings
from bot.store.board import Board

_TOKEN, _LOCK = "platform:token", "platform:token-lock"
_EARLY_SECONDS = 300  # renewed before it ends
_LOCK_SECONDS = 10
_BAD_TOKEN = (40001, 40014, 42001)
_BUSY = -1


class PlatformError(RuntimeError):
    """The platform said no; ``code`` is its errcode."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"公众平台返回 {code}：{message}")
        self.code = code


class Platform:
    """Calls with a token that is fetched once for all processes. What is sent is not logged."""

    def __init__(self, settings: Settings, board: Board) -> None:
        self._settings, self._board = settings, board
        self._http = httpx.AsyncClient(base_url=settings.wechat_api_url, timeout=10)

    async def send_text(self, openid: str, text: str) -> None:
        """A customer-service message."""
        body = {"touser": openid, "msgtype": "text", "text": {"content": text}}
        await self.call("POST", "/cgi-bin/message/custom/send", body)

    async def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """One call, again with a new token where the old one has ended, and once more where the platform is busy."""
        token, error = await self.token(), PlatformError(_BUSY, "")
        for _ in range(3):
            try:
                return await self._once(method, path, {"access_token": token}, body)
            except PlatformError as refused:
                error = refused
                if refused.code in _BAD_TOKEN:
                    token = await self.token(instead_of=token)
                elif refused.code != _BUSY:
                    break
        raise error

    async def token(self, instead_of: str | None = None) -> str:
        """The shared access token. ``instead_of`` is one that the platform no longer takes."""
        while True:
            kept = await self._board.get(_TOKEN)
            if kept and kept != instead_of:
                return kept
            if await self._board.put_once(_LOCK, "fetching", _LOCK_SECONDS) is None:
                try:
                    return await self._fetch()
                finally:
                    await self._board.forget(_LOCK)
            await asyncio.sleep(0.05)

    async def close(self) -> None:
        """Closes its connections."""
        await self._http.aclose()

    async def _fetch(self) -> str:
        settings = self._settings
        query = {
            "grant_type": "client_credential",
            "appid": settings.wechat_app_id or "",
            "secret": settings.wechat_app_secret or "",
        }
        given = await self._once("GET", "/cgi-bin/token", query, None)
        token, seconds = str(given["access_token"]), int(given.get("expires_in", 7200))
        await self._board.put(_TOKEN, token, max(60, seconds - _EARLY_SECONDS))
        return token

    async def _once(self, method: str, path: str, query: dict[str, str], body: dict[str, Any] | None) -> dict[str, Any]:
        # The platform shows \uXXXX as it is: Chinese must go out as UTF-8.
        content = json.dumps(body, ensure_ascii=False).encode() if body is not None else None
        reply = await self._http.request(method, path, params=query, content=content)
        try:
            data = reply.json()
        except ValueError:
            data = None
        if not isinstance(data, dict):
            raise PlatformError(reply.status_code, "不是 JSON")
        if data.get("errcode"):
            raise PlatformError(int(data["errcode"]), str(data.get("errmsg", "")))
        return data
