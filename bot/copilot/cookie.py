"""The session of somebody who is logged in: a signed token in a cookie that scripts cannot read."""

from __future__ import annotations

import time

import jwt
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.sessions import server_secret
from bot.settings import Settings
from bot.store.users import User

NAME = "qingfeng_copilot"
_AUDIENCE = "copilot"  # a citizen's token, signed with the same key, is none of ours


class Cookie:
    """Sets, reads and takes back the cookie."""

    def __init__(self, settings: Settings) -> None:
        self._key, self._lifetime = server_secret(settings), settings.copilot_hours * 3600
        self._secure = settings.copilot_secure

    def give(self, request: Request, response: HTTPResponse, user: User) -> None:
        """Logs the browser in for as long as the settings say."""
        claims = {"sub": str(user.id), "stamp": user.stamp, "aud": _AUDIENCE, "exp": int(time.time()) + self._lifetime}
        self._set(request, response, jwt.encode(claims, self._key, algorithm="HS256"), self._lifetime)

    def take(self, request: Request, response: HTTPResponse) -> None:
        """Logs the browser out."""
        self._set(request, response, "", 0)

    def read(self, request: Request) -> tuple[int, str] | None:
        """The number and stamp of the account; None for no cookie, a forged one or one of yesterday."""
        try:
            claims = jwt.decode(request.cookies.get(NAME, ""), self._key, algorithms=["HS256"], audience=_AUDIENCE)
            return int(claims["sub"]), str(claims["stamp"])
        except (jwt.InvalidTokenError, KeyError, ValueError):
            return None

    def _set(self, request: Request, response: HTTPResponse, value: str, seconds: int) -> None:
        response.cookies[NAME] = value
        cookie = response.cookies[NAME]
        cookie.update({"path": "/", "max-age": seconds, "httponly": True, "samesite": "Strict"})
        if self._secure or request.scheme == "https":
            cookie["secure"] = True
