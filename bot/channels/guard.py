"""What stands before each question: who asks, from which page, and how often."""

from __future__ import annotations

import json
from typing import Any

from sanic.request import Request

from bot.channels.api import LARGEST_BODY, BadRequestError
from bot.channels.origins import Origins
from bot.limits import Limit
from bot.sessions import Sessions
from bot.settings import Settings
from bot.web.words import filled
from knowledge.guide import Guide


class Guard:
    """Reads requests of browsers; raises BadRequestError with a kind sentence where one is refused."""

    def __init__(self, settings: Settings, sessions: Sessions, guide: Guide) -> None:
        self.origins = Origins(settings.origins)
        self._sessions = sessions
        self._says = filled("problems", guide)
        self._per_session = Limit(settings.questions_per_minute)
        self._per_address = Limit(settings.address_per_minute)

    def data(self, request: Request) -> dict[str, Any]:
        """The JSON object of a request from an allowed page, one of not too many from its address."""
        self.origins.of(request)
        self.address(request)
        if len(request.body) > LARGEST_BODY:
            raise BadRequestError("too_large", "请求太大", 413)
        if not request.content_type.startswith("application/json"):
            raise BadRequestError("not_json", "请求不是 JSON", 415)
        try:
            data = json.loads(request.body.decode("utf-8"))
        except ValueError as error:
            raise BadRequestError("not_json", "请求不是 JSON") from error
        if not isinstance(data, dict):
            raise BadRequestError("not_json", "请求不是 JSON 对象")
        return data

    def issue(self, request: Request, sender: str | None = None) -> tuple[str, str]:
        """A token for the page that asks, and its sender."""
        return self._sessions.issue(sender, self.origins.of(request))

    def sender(self, request: Request, token: Any, expired: bool = False) -> str:
        """The sender of a token that was issued to this page; ``expired`` ones only to delete what they wrote."""
        read = isinstance(token, str) and self._sessions.read(token, self.origins.of(request), expired)
        if not read:
            raise BadRequestError("session_invalid", self._says["session"], 401)
        return str(read)

    def key(self, key: Any) -> str:
        """The client's own number of a question."""
        if not isinstance(key, str) or not 8 <= len(key) <= 64 or not key.isascii() or not key.isalnum():
            raise BadRequestError("bad_key", self._says["bad_key"])
        return key

    def question(self, sender: str) -> None:
        """Counts one question of a session."""
        self._refuse(self._per_session.wait(sender))

    def address(self, request: Request) -> None:
        """Counts one request of an address."""
        self._refuse(self._per_address.wait(request.remote_addr or request.ip))

    def problem(self, name: str, code: int = 400) -> BadRequestError:
        """The refusal of that name."""
        return BadRequestError(name, self._says[name], code)

    def _refuse(self, seconds: int) -> None:
        if seconds:
            raise BadRequestError("too_fast", self._says["too_fast"].replace("{seconds}", str(seconds)), 429)
