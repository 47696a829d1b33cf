"""Logging in and out: who gets in, what the cookie is, what wrong passwords lead to."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import httpx
import jwt
import pytest

from bot.copilot import passwords
from bot.copilot.cookie import NAME
from bot.sessions import Sessions, server_secret
from bot.settings import Settings
from bot.store import database
from bot.store.audit import Audit
from bot.store.users import Users
from tests.bot.copilot.conftest import PASSWORD, Client, app, log_in
from tests.bot.wechat.served import serving

PAGE = {"accept": "text/html,application/xhtml+xml"}


def cookie(reply: httpx.Response) -> str:
    return reply.headers["set-cookie"].lower()


def test_the_cookie_is_locked_up(client: Client) -> None:
    reply = log_in(client(), "agent")
    assert reply.headers["location"] == "/copilot/"
    assert all(word in cookie(reply) for word in ("httponly", "samesite=strict", "path=/", "max-age=36000"))
    assert "secure" not in cookie(reply)


def test_over_https_the_cookie_is_secure(tmp_path: Path) -> None:
    for more, header in (({"copilot_secure": True}, {}), ({"proxies": 1}, {"x-forwarded-proto": "https"})):
        made = Settings(var=tmp_path / str(len(more) + len(header)), **more)
        asyncio.run(Users(database.connect(made.database())).add("a", "agent", passwords.hashed(PASSWORD)))
        served = app(made)
        served.config.PROXIES_COUNT = made.proxies or None
        forwarded = {**header, "x-forwarded-for": "10.1.1.1"} if header else {}
        with serving(served) as address:
            data = {"name": "a", "password": PASSWORD}
            assert "secure" in cookie(httpx.post(f"{address}/copilot/login", data=data, headers=forwarded))


def test_a_browser_is_sent_to_the_login_and_back(client: Client) -> None:
    http = client()
    reply = http.get("/copilot/audit?x=1", headers=PAGE)
    assert (reply.status_code, reply.headers["location"]) == (303, "/copilot/login?next=%2Fcopilot%2Faudit%3Fx%3D1")
    assert 'value="/copilot/audit?x=1"' in http.get(reply.headers["location"]).text
    assert log_in(http, "manager", next="/copilot/audit?x=1").headers["location"] == "/copilot/audit?x=1"


ELSEWHERE = ["https://evil.example/", "//evil.example", "/copilot/../..//evil", "/copilot/\\evil", "javascript:x", "/x"]


@pytest.mark.parametrize("onward", ELSEWHERE)
def test_nobody_is_sent_elsewhere(client: Client, onward: str) -> None:
    assert log_in(client(), "manager", next=onward).headers["location"] == "/copilot/insights"


def test_the_wrong_role_gets_a_page_that_says_so(client: Client) -> None:
    reply = client("agent").get("/copilot/audit", headers=PAGE)
    assert reply.status_code == 403
    assert "没有打开这一页的权限" in reply.text


def test_unknown_name_and_wrong_password_look_alike(client: Client) -> None:
    http = client()
    pages = []
    for name in ("agent", "nobody"):
        reply = log_in(http, name, "wrong wrong wrong")
        assert reply.status_code == 401
        pages.append(reply.text.replace(name, "X"))
    assert pages[0] == pages[1]


def test_an_unknown_name_takes_as_long(client: Client) -> None:
    http = client()
    log_in(http, "warm-up", "x")

    def spent(name: str) -> float:
        began = time.perf_counter()
        log_in(http, name, "wrong wrong wrong")
        return time.perf_counter() - began

    known, unknown = (min(spent(name) for _ in range(4)) for name in ("agent", "nobody"))
    assert 0.5 < known / unknown < 2


@pytest.mark.parametrize("name", ["agent", "nobody"])
def test_five_wrong_passwords_lock_for_a_while(client: Client, name: str) -> None:
    http = client()
    assert [log_in(http, name, "wrong").status_code for _ in range(6)] == [401] * 5 + [429]
    reply = log_in(http, name)
    assert reply.status_code == 429
    assert "15 分钟" in reply.text
    assert log_in(http, "expert").status_code == 303


def test_a_right_password_forgets_the_wrong_ones(client: Client) -> None:
    http = client()
    for _ in range(3):
        for _ in range(4):
            assert log_in(http, "agent", "wrong").status_code == 401
        assert log_in(http, "agent").status_code == 303


def test_logging_out_ends_the_session_wherever_its_cookie_is(client: Client) -> None:
    http, stolen = client("manager"), client()
    stolen.cookies.set(NAME, http.cookies[NAME])
    assert stolen.get("/copilot/audit").status_code == 200
    assert http.post("/copilot/logout").headers["location"] == "/copilot/login"
    assert http.get("/copilot/audit").status_code == 401
    assert stolen.get("/copilot/audit").status_code == 401


def test_a_new_password_or_a_removal_ends_the_session(client: Client, settings: Settings) -> None:
    users = Users(database.connect(settings.database()))
    expert, manager = client("expert"), client("manager")
    asyncio.run(users.change_password("manager", passwords.hashed("another password")))
    asyncio.run(users.remove("expert"))
    assert [http.get("/copilot/audit").status_code for http in (expert, manager)] == [401, 401]


def test_tokens_of_others_are_none_of_ours(client: Client, settings: Settings) -> None:
    user = asyncio.run(Users(database.connect(settings.database())).all())[-1]
    claims = {"sub": str(user.id), "stamp": user.stamp, "aud": "copilot", "exp": int(time.time()) + 60}
    key = server_secret(settings)
    tokens = {
        "a citizen's": Sessions(settings).issue(str(user.id))[0],
        "another key": jwt.encode(claims, "x" * 32, algorithm="HS256"),
        "of yesterday": jwt.encode({**claims, "exp": 1}, key, algorithm="HS256"),
        "unsigned": jwt.encode(claims, "", algorithm="none"),
        "without a stamp": jwt.encode({k: v for k, v in claims.items() if k != "stamp"}, key, algorithm="HS256"),
        "a number that is none": jwt.encode({**claims, "sub": "x"}, key, algorithm="HS256"),
        "nonsense": "x.y.z",
    }
    for name, token in tokens.items():
        http = client()
        http.cookies.set(NAME, token)
        assert http.get("/copilot/audit").status_code == 401, name
    http = client()
    http.cookies.set(NAME, jwt.encode(claims, key, algorithm="HS256"))
    assert http.get("/copilot/audit").status_code == 200
    assert Sessions(settings).read(http.cookies[NAME]) is None


def test_another_website_cannot_log_somebody_in(client: Client) -> None:
    data = {"name": "agent", "password": PASSWORD}
    reply = client().post("/copilot/login", data=data, headers={"origin": "https://evil.example"})
    assert reply.status_code == 403
    assert "set-cookie" not in reply.headers


def test_without_accounts_the_page_says_what_to_run(tmp_path: Path) -> None:
    with serving(app(Settings(var=tmp_path))) as address:
        assert "qingfeng user add" in httpx.get(f"{address}/copilot/login").text


def test_what_was_done_is_noted_without_passwords(client: Client, settings: Settings) -> None:
    http = client("manager")
    http.post("/copilot/logout")
    noted = asyncio.run(Audit(database.connect(settings.database())).latest())
    assert [(one.who, one.action) for one in noted] == [("manager", "logout"), ("manager", "login")]
    page = client("manager").get("/copilot/audit").text
    assert "退出" in page
    assert PASSWORD not in page


def test_a_password_is_long_enough_and_not_endless() -> None:
    for bad in ("", "nine chars"[:9], "x" * 257):
        with pytest.raises(ValueError, match="10 到 256"):
            passwords.hashed(bad)


def test_files_are_open_and_nothing_else_is(client: Client) -> None:
    http = client()
    assert "text/css" in http.get("/copilot/files/base.css").headers["content-type"]
    for name in ("wording.yml", "..%2F..%2Fwording.yml", "base.html", "x"):
        assert http.get(f"/copilot/files/{name}").status_code == 404
