"""The HTTP side on a real server: answers, errors, sessions, health."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.settings import Settings
from tests.bot.serving import serving


@pytest.fixture(scope="module")
def client(assistant: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of the application, which runs in a thread of its own."""
    with (
        serving(assistant, tmp_path_factory.mktemp("var")) as address,
        httpx.Client(base_url=address, timeout=30) as http,
    ):
        yield http


def test_a_question_is_answered(client: httpx.Client) -> None:
    reply = client.post("/api/v1/ask", json={"text": "失业金怎么领"})
    assert reply.status_code == 200
    assert reply.json()["answer"]["item"] == 28


def test_the_session_carries_the_conversation(client: httpx.Client) -> None:
    first = client.post("/api/v1/ask", json={"text": "社保卡丢了怎么补办"}).json()
    second = client.post("/api/v1/ask", json={"text": "要几天", "session": first["session"]}).json()
    assert first["answer"]["item"] == second["answer"]["item"] == 80


BAD = [
    ("no json", b"{", 400, "not_json"),
    ("no text", b"{}", 400, "no_text"),
    ("text is a number", b'{"text": 3}', 400, "no_text"),
    ("a list", b"[]", 400, "no_text"),
    ("not utf-8", b'{"text": "\xff"}', 400, "not_utf8"),
    ("forged session", '{"text": "你好", "session": "我选的"}'.encode(), 401, "session_invalid"),
    (
        "session of another key",
        b'{"text": "x", "session": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.x"}',
        401,
        "session_invalid",
    ),
    ("too large", b'{"text": "' + b"a" * 70_000 + b'"}', 413, "too_large"),
]


@pytest.mark.parametrize(("name", "body", "status", "code"), BAD, ids=[row[0] for row in BAD])
def test_bad_requests(client: httpx.Client, name: str, body: bytes, status: int, code: str) -> None:
    reply = client.post("/api/v1/ask", content=body)
    assert (reply.status_code, reply.json()["error"]["code"]) == (status, code)
    assert reply.json()["error"]["message"]


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/api/v1/ask", 405), ("GET", "/webhooks/rest", 404)])
def test_rasas_own_http_api_is_off(client: httpx.Client, method: str, path: str, status: int) -> None:
    reply = client.request(method, path)
    assert reply.status_code == status
    assert "error" in reply.json()


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/"])
def test_health(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 200


def test_the_secret_is_kept_and_private(tmp_path: Path) -> None:
    from bot.sessions import Sessions

    first = Sessions(Settings(var=tmp_path))
    token, sender = first.issue()
    assert Sessions(Settings(var=tmp_path)).read(token) == sender
    assert (tmp_path / "secret").stat().st_mode & 0o077 == 0
