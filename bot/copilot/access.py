"""Who may use a route: somebody who is logged in, from our own page, in one of the route's roles."""

from __future__ import annotations

from sanic.request import Request

from bot.channels.api import BadRequestError
from bot.channels.origins import Origins
from bot.copilot.cookie import Cookie
from bot.copilot.words import words
from bot.settings import Settings
from bot.store.users import User, Users

# Who may also do what another role may. A manager sees all.
MAY: dict[str, frozenset[str]] = {
    "agent": frozenset({"agent"}),
    "expert": frozenset({"agent", "expert"}),
    "manager": frozenset({"agent", "expert", "manager"}),
}


class LoginNeededError(BadRequestError):
    """Nobody is logged in. A browser that wants a page is sent to the login."""

    def __init__(self) -> None:
        super().__init__("login_needed", words()["problems"]["login_needed"], 401)


class Access:
    """Reads who asks; raises where a route is not theirs."""

    def __init__(self, settings: Settings, users: Users) -> None:
        self._cookie, self._users, self._own = Cookie(settings), users, Origins("")

    async def user(self, request: Request) -> User:
        """Who is logged in. Raises LoginNeededError (401); BadRequestError (403) for a POST from another website."""
        self._own.of(request)  # with SameSite=Strict, a second lock against forged requests
        held = self._cookie.read(request)
        found = await self._users.get(held[0]) if held else None
        if held is None or found is None or found.stamp != held[1]:
            raise LoginNeededError
        return found

    async def require(self, request: Request, *roles: str) -> User:
        """Who is logged in, in one of the roles or one that may do what they may. Raises as ``user``, and 403."""
        found = await self.user(request)
        if not MAY[found.role] & set(roles):
            raise BadRequestError("wrong_role", words()["problems"]["wrong_role"], 403)
        return found


def wants_page(request: Request) -> bool:
    """Whether a browser asks for a page rather than a program for data."""
    return "text/html" in request.headers.get("accept", "")
