"""``/copilot/login`` and ``/copilot/logout``."""

from __future__ import annotations

import re

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, redirect

from bot.channels.api import BadRequestError
from bot.channels.origins import Origins
from bot.copilot import page, passwords
from bot.copilot.access import Access
from bot.copilot.cookie import Cookie
from bot.copilot.words import words
from bot.keyed import Keyed
from bot.limits import Limit
from bot.settings import Settings
from bot.store.audit import Audit
from bot.store.tries import Tries
from bot.store.users import LONGEST_NAME, User, Users

_OURS = re.compile(r"/copilot/[\w/?=&%-]*", re.ASCII)
_PER_ADDRESS = 30  # a minute: each costs a good part of a second of a core


class Door:
    """Lets people in and out."""

    def __init__(self, settings: Settings, users: Users, tries: Tries, audit: Audit) -> None:
        self._keyed, self._users, self._tries, self._audit = Keyed(settings), users, tries, audit
        self._per_address = Limit(_PER_ADDRESS)

    async def enter(self, request: Request, name: str, password: str) -> User:
        """The account of that name and password. Raises BadRequestError: 401, or 429 where one must wait."""
        if seconds := self._per_address.wait(request.remote_addr or request.ip):
            raise _problem("too_fast", 429, seconds)
        whose = self._keyed.name(name)
        if minutes := await self._tries.begin(whose):
            raise _problem("locked", 429, minutes)
        found = await self._users.find(name[:LONGEST_NAME])
        right = await passwords.matches(found[1] if found else None, password)
        if not right or found is None:
            raise _problem("wrong_password", 401)
        await self._tries.clear(whose)
        user, kept = found
        if passwords.outdated(kept):
            await self._users.rehash(user.name, passwords.hashed(password))
        await self._audit.add(user.name, "login")
        return user

    async def leave(self, user: User) -> None:
        """Ends the account's sessions, in other browsers too."""
        await self._users.end_sessions(user.name)
        await self._audit.add(user.name, "logout")


def blueprint(access: Access, door: Door, users: Users, settings: Settings) -> Blueprint:
    """The routes."""
    login, cookie, own = Blueprint("copilot_login", url_prefix="/copilot"), Cookie(settings), Origins("")

    async def form(said: str = "", onward: str = "", name: str = "", status: int = 200) -> HTTPResponse:
        nobody = not await users.all()
        return page.shown("login.html", None, status=status, said=said, onward=onward, name=name, nobody=nobody)

    @login.get("/login")
    async def empty(request: Request) -> HTTPResponse:
        return await form(onward=_onward(request.args.get("next", "")))

    @login.post("/login")
    async def enter(request: Request) -> HTTPResponse:
        own.of(request)
        given = {name: str(values[0]) for name, values in (request.form or {}).items()}
        name, onward = given.get("name", "").strip(), _onward(given.get("next", ""))
        try:
            user = await door.enter(request, name, given.get("password", ""))
        except BadRequestError as error:
            return await form(error.message, onward, name, error.status)
        response = redirect(onward or page.home(user.role), status=303)
        cookie.give(request, response, user)
        return response

    @login.post("/logout")
    async def leave(request: Request) -> HTTPResponse:
        await door.leave(await access.user(request))
        response = redirect("/copilot/login", status=303)
        cookie.take(request, response)
        return response

    return login


def _onward(given: str) -> str:
    """Where to go after the login: a page of ours, nowhere else."""
    return given if _OURS.fullmatch(given) else ""


def _problem(name: str, status: int, count: int = 0) -> BadRequestError:
    return BadRequestError(name, words()["problems"][name].replace("{count}", str(count)), status)
