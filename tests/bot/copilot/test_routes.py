"""Every route of the copilot, found by asking the application: nobody without a login, nobody in the wrong role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from sanic import Sanic

from bot.copilot.access import MAY
from bot.server import application
from bot.settings import Settings
from tests.bot.copilot.conftest import log_in, staff
from tests.bot.wechat.served import serving

OPEN = {("GET", "/copilot/login"), ("POST", "/copilot/login"), ("GET", "/copilot/files/{}")}
FOR_ALL = {("POST", "/copilot/logout")}
# The least role that may use what lies under these; the longest beginning counts. A new part is listed here or fails.
LEAST = {
    "/copilot": "agent",
    "/copilot/review": "expert",
    "/copilot/insights": "manager",
    "/copilot/audit": "manager",
    "/api/v1/copilot/": "agent",
}
NO_BODY = {"GET", "HEAD", "OPTIONS"}


@pytest.fixture(scope="module")
def served(assistant: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Sanic, str]]:
    settings = Settings(var=tmp_path_factory.mktemp("var"))
    staff(settings)
    app = application(settings, assistant, name="copilot_routes")
    with serving(app) as address:
        yield app, address


def routes(app: Sanic) -> Iterator[tuple[str, str]]:
    groups = {**app.router.static_routes, **app.router.dynamic_routes, **app.router.regex_routes}.values()
    for route in (route for group in groups for route in group.routes):
        path = re.sub(r"<[^>]+>", "{}", "/" + route.path.lstrip("/"))
        if path.startswith(("/copilot", "/api/v1/copilot")):
            yield from ((method, path) for method in route.methods)


def ask(http: httpx.Client, method: str, path: str) -> httpx.Response:
    return http.request(method, path.replace("{}", "1"), json=None if method in NO_BODY else {})


def least(path: str) -> str:
    return LEAST[max((start for start in LEAST if path.startswith(start)), key=len)]


def test_each_route_wants_a_login_and_the_right_role(served: tuple[Sanic, str]) -> None:
    app, address = served
    found = set(routes(app))
    assert found >= OPEN | FOR_ALL
    clients = {role: httpx.Client(base_url=address) for role in (None, *MAY)}
    for role, http in clients.items():
        if role:
            assert log_in(http, role).status_code == 303
    for method, path in sorted(found - OPEN - FOR_ALL):
        anybody = ask(clients[None], method, path)
        assert anybody.status_code == 401, (method, path, anybody.status_code)
        assert method == "HEAD" or anybody.json()["error"]["code"] == "login_needed"
        for role, also in MAY.items():
            allowed = least(path) in also
            status = ask(clients[role], method, path).status_code
            assert (status != 403) is allowed, (role, method, path, status)
            assert status != 401
    assert ask(clients[None], "POST", "/copilot/logout").status_code == 401


def test_another_website_cannot_post(served: tuple[Sanic, str]) -> None:
    app, address = served
    http = httpx.Client(base_url=address)
    log_in(http, "manager")
    for method, path in sorted(set(routes(app)) - {("GET", "/copilot/files/{}"), ("GET", "/copilot/login")}):
        for origin in ("https://evil.example", "null"):
            headers = {"origin": origin}
            reply = http.request(method, path.replace("{}", "1"), headers=headers)
            assert reply.status_code == 403, (method, path, origin)
