"""What the widget's script talks to: sessions, origins, one answer a key, limits, opinions, deletion."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.sessions import Sessions
from bot.settings import Settings
from tests.bot.serving import serving

OTHER = "https://www.example.gov.cn"
KEY = "abcdefgh0001"


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="module")
def client(assistant: Any, var: Path) -> Iterator[httpx.Client]:
    with (
        serving(assistant, var, origins=f"{OTHER}/, http://other.example") as address,
        httpx.Client(base_url=f"{address}/widget", timeout=30) as http,
    ):
        yield http


def begin(client: httpx.Client, origin: str | None = None) -> str:
    reply = client.post("/session", json={}, headers={"Origin": origin} if origin else {})
    assert reply.status_code == 200, reply.text
    return str(reply.json()["session"])


def ask(client: httpx.Client, session: str, text: str, key: str = KEY, **headers: str) -> httpx.Response:
    return client.post("/ask", json={"session": session, "key": key, "text": text}, headers=headers)


def rows(var: Path, query: str) -> list[Any]:
    with sqlite3.connect(var / "conversations.db") as database:
        return database.execute(query).fetchall()


def test_an_answer_is_a_card(client: httpx.Client) -> None:
    card = ask(client, begin(client), "失业金怎么领").json()["card"]
    assert card["title"] == "失业保险金申领"
    assert [block["aspect"] for block in card["blocks"]][:2] == ["eligibility", "prohibited"]


def test_the_session_carries_the_conversation(client: httpx.Client) -> None:
    session = begin(client)
    session = ask(client, session, "社保卡丢了怎么补办", "abcdefgh0002").json()["session"]
    card = ask(client, session, "要几天", "abcdefgh0003").json()["card"]
    assert any(block["asked"] and block["aspect"] == "time_limit" for block in card["blocks"])


def test_the_same_key_is_answered_once(client: httpx.Client, var: Path) -> None:
    session = begin(client)

    async def at_once() -> list[httpx.Response]:
        async with httpx.AsyncClient(base_url=client.base_url, timeout=30) as http:
            body = {"session": session, "key": "same00000001", "text": "失业金怎么领"}
            return list(await asyncio.gather(*(http.post("/ask", json=body) for _ in range(5))))

    replies = asyncio.run(at_once())
    later = ask(client, session, "另一句话", "same00000001")
    assert {reply.json()["card"]["title"] for reply in [*replies, later]} == {"失业保险金申领"}
    assert rows(var, "select count(*) from turns where key = 'same00000001'") == [(1,)]


BAD_KEYS = [None, "", "short", "a" * 65, "has space 01", "有汉字有汉字有汉字", 12345678]


@pytest.mark.parametrize("key", BAD_KEYS, ids=str)
def test_a_key_is_needed(client: httpx.Client, key: Any) -> None:
    reply = client.post("/ask", json={"session": begin(client), "key": key, "text": "你好"})
    assert (reply.status_code, reply.json()["error"]["code"]) == (400, "bad_key")


@pytest.mark.parametrize("path", ["/session", "/ask", "/feedback", "/forget"])
@pytest.mark.parametrize("origin", ["https://evil.example", "null", "https://www.example.gov.cn.evil.example"])
def test_other_websites_are_refused(client: httpx.Client, path: str, origin: str) -> None:
    reply = client.post(path, json={"session": "x", "key": KEY}, headers={"Origin": origin})
    assert (reply.status_code, reply.json()["error"]["code"]) == (403, "origin_refused")
    assert "access-control-allow-origin" not in reply.headers


def test_a_listed_website_may_read_the_answer(client: httpx.Client) -> None:
    asked = client.options("/ask", headers={"Origin": OTHER, "Access-Control-Request-Method": "POST"})
    reply = ask(client, begin(client, OTHER), "你好", Origin=OTHER)
    assert asked.status_code == 204
    assert {asked.headers["access-control-allow-origin"], reply.headers["access-control-allow-origin"]} == {OTHER}
    assert "access-control-allow-credentials" not in reply.headers
    assert reply.status_code == 200


def test_a_token_is_good_on_its_own_page_only(client: httpx.Client) -> None:
    session = begin(client, OTHER)
    for headers in ({}, {"Origin": "http://other.example"}):
        reply = ask(client, session, "你好", **headers)
        assert (reply.status_code, reply.json()["error"]["code"]) == (401, "session_invalid")
    assert client.post("/forget", json={"session": session}).status_code == 401


def test_a_form_of_another_page_cannot_ask(client: httpx.Client) -> None:
    body = f'{{"session": "{begin(client)}", "key": "{KEY}", "text": "你好"}}'
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        reply = client.post("/ask", content=body.encode(), headers={"Content-Type": kind})
        assert reply.status_code == 415


def test_an_opinion_is_kept_without_personal_data_and_the_last_one_counts(client: httpx.Client, var: Path) -> None:
    session = ask(client, begin(client), "失业金怎么领", "opinion00001").json()["session"]
    about = {"session": session, "key": "opinion00001"}
    assert client.post("/feedback", json={**about, "rating": "good"}).status_code == 200
    wrong = {**about, "rating": "wrong", "reason": "stale", "comment": "我的电话13812345678"}
    assert client.post("/feedback", json=wrong).status_code == 200
    kept = rows(var, "select rating, reason, comment, item from feedback where key = 'opinion00001'")
    assert kept == [("wrong", "stale", "我的电话＊＊＊", 28)]


BAD_OPINIONS = [
    ({"rating": "great"}, 400),
    ({"rating": "wrong", "reason": "由我自定"}, 400),
    ({"rating": "good", "key": "nosuchkey001"}, 404),
]


@pytest.mark.parametrize(("opinion", "status"), BAD_OPINIONS)
def test_bad_opinions(client: httpx.Client, opinion: dict[str, str], status: int) -> None:
    session = ask(client, begin(client), "你好", "badopinion01").json()["session"]
    assert client.post("/feedback", json={"session": session, "key": "badopinion01", **opinion}).status_code == status


def test_what_was_said_can_be_deleted(client: httpx.Client, var: Path) -> None:
    session = ask(client, begin(client), "失业金怎么领", "forgetme0001").json()["session"]
    client.post("/feedback", json={"session": session, "key": "forgetme0001", "rating": "bad"})
    assert client.post("/forget", json={"session": session}).json() == {"forgotten": True}
    assert rows(var, "select count(*) from turns where key = 'forgetme0001'") == [(0,)]
    left = rows(var, "select sender, question, comment, rating from feedback where key = 'forgetme0001'")
    assert left == [(None, None, None, "bad")]


def test_an_old_session_may_still_be_deleted_but_not_go_on(client: httpx.Client, var: Path) -> None:
    old = Sessions(Settings(var=var, session_hours=-1)).issue("zzz")[0]
    assert ask(client, old, "你好").status_code == 401
    assert client.post("/forget", json={"session": old}).status_code == 200


def test_who_asks_too_fast_is_told_kindly(assistant: Any, tmp_path: Path) -> None:
    with serving(assistant, tmp_path, questions_per_minute=2) as address, httpx.Client(timeout=30) as http:
        http.base_url = httpx.URL(f"{address}/widget")
        session = begin(http)
        replies = [ask(http, session, "你好", f"toofast00{n:03}") for n in range(3)]
        assert [reply.status_code for reply in replies] == [200, 200, 429]
        assert "请等" in replies[2].json()["error"]["message"]
        assert ask(http, begin(http), "你好").status_code == 200


def test_suggestions(client: httpx.Client) -> None:
    found = client.get("/suggest", params={"q": "sybxj"}).json()["suggestions"]
    assert found[0] == "失业保险金申领"
    assert client.get("/suggest").json() == {"suggestions": []}


@pytest.mark.parametrize("path", ["/", "/plain"])
def test_pages_allow_nothing_inline(client: httpx.Client, path: str) -> None:
    policy = client.get(path).headers["content-security-policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert f"frame-ancestors 'self' http://other.example {OTHER}" in policy


def test_files_are_compressed_and_tagged(client: httpx.Client) -> None:
    first = client.get("/qingfeng.js")
    assert first.headers["content-encoding"] == "gzip"
    assert client.get("/qingfeng.js", headers={"If-None-Match": first.headers["etag"]}).status_code == 304
    assert client.get("/qingfeng.js", headers={"Accept-Encoding": "identity"}).text == first.text
    assert client.get("/../settings.py").status_code == 404
