"""The copilot on a real server with an account of each role; without a model, as none of its own pages asks it."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sanic import Sanic

from bot.channels import api
from bot.copilot import build, passwords
from bot.settings import Settings
from bot.store import database
from bot.store.turnlog import TurnLog
from bot.store.users import ROLES, Users
from tests.bot.wechat.served import serving

PASSWORD = "correct horse battery"
_NAMES = itertools.count()
Client = Callable[..., httpx.Client]


def app(settings: Settings) -> Sanic:
    served = Sanic(f"copilot{next(_NAMES)}", configure_logging=False)
    served.config.FALLBACK_ERROR_FORMAT = "json"
    assistant: Any = None
    log = TurnLog(database.connect(settings.database()), settings.turn_days, settings.context_minutes)
    served.blueprint(build.blueprint(settings, assistant, log))
    api.answer_errors(served)
    return served


def staff(settings: Settings) -> None:
    """An account of each role, named as the role."""
    users = Users(database.connect(settings.database()))
    hashed = passwords.hashed(PASSWORD)
    for role in ROLES:
        asyncio.run(users.add(role, role, hashed))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(var=tmp_path)
    staff(made)
    return made


@pytest.fixture
def client(settings: Settings) -> Iterator[Client]:
    """A client of the server, logged in as that role where one is given."""
    opened: list[httpx.Client] = []
    with serving(app(settings)) as address:

        def made(role: str | None = None) -> httpx.Client:
            http = httpx.Client(base_url=address, timeout=30)
            opened.append(http)
            if role:
                assert log_in(http, role).status_code == 303
            return http

        yield made
        for http in opened:
            http.close()


def log_in(http: httpx.Client, name: str, password: str = PASSWORD, **more: str) -> httpx.Response:
    return http.post("/copilot/login", data={"name": name, "password": password, **more})
