"""Who unsubscribes leaves nothing behind: not in the database, not in Redis, not in the logs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.store.database import connect
from bot.store.messages import KEPT_SECONDS, WAITING, Messages, Waiting
from tests.bot.wechat.protocol import fields
from tests.bot.wechat.served import echo, person
from tests.bot.wechat.shared import empty_redis, notes, rows, schema
from tests.bot.wechat.standin import StandIn

OPENID = "oLeaves"
WORDS = "我的伤残等级"


class Conversations:
    """Keeps what was said, as a conversation store does."""

    def __init__(self) -> None:
        self.kept: dict[str, list[str]] = {}

    async def answer(self, text: str, sender: str, day: date) -> dict[str, Any]:
        answered = await echo(text, sender, day)
        self.kept.setdefault(sender, []).append(text)
        return answered

    async def forget(self, sender: str) -> None:
        self.kept.pop(sender, None)


@pytest.fixture(params=["sqlite and memory", "postgresql and redis"])
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[dict[str, str], Any]]:
    """Settings, and everything that is stored under them. The journal is read first: it empties into the file."""
    if request.param == "sqlite and memory":
        files = lambda: sorted(tmp_path.glob("*.db*"), reverse=True)  # noqa: E731
        yield {}, lambda: "".join(path.read_bytes().decode("latin-1") for path in files())
        return
    with ExitStack() as services:
        url, redis_url = services.enter_context(schema()), services.enter_context(empty_redis())
        yield {"database_url": url, "redis_url": redis_url}, lambda: f"{rows(url)}{notes()}"


async def _stays_then_leaves(platform: StandIn) -> None:
    await platform.say(WORDS, OPENID)
    await platform.event("subscribe", OPENID)
    await platform.event("subscribe", "oStays")


def test_unsubscribing_leaves_nothing(talk: Any, shared: Any, caplog: Any) -> None:
    settings, stored = shared
    conversations = Conversations()

    async def leaves(platform: StandIn) -> tuple[str, str]:
        await _stays_then_leaves(platform)
        before = stored()
        assert await platform.event("unsubscribe", OPENID) == ""
        return before, stored()

    caplog.set_level("DEBUG")
    before, after = talk(leaves, answer=conversations.answer, forget=conversations.forget, **settings)
    assert person(OPENID) in before
    assert person("oStays") in after
    assert conversations.kept == {}
    for trace in (OPENID, person(OPENID), WORDS):
        assert trace not in after
        assert trace not in caplog.text
    assert "oStays" not in before


def test_an_answer_that_still_runs_leaves_nothing_either(talk: Any, shared: Any) -> None:
    settings, stored = shared
    conversations = Conversations()

    async def leaves(platform: StandIn) -> str:
        slow = asyncio.create_task(platform.send(fields("text", OPENID, Content="慢0.5 " + WORDS)))
        waiting = asyncio.create_task(platform.say("然后", OPENID))
        await asyncio.sleep(0.2)
        await platform.event("unsubscribe", OPENID)
        await asyncio.gather(slow, waiting)
        await asyncio.sleep(0.2)
        return str(stored())

    after = talk(leaves, answer=conversations.answer, forget=conversations.forget, **settings)
    assert conversations.kept == {}
    assert person(OPENID) not in after


def test_what_waits_too_long_is_removed(tmp_path: Path) -> None:
    made = connect(f"sqlite:///{tmp_path / 'x.db'}")
    messages = Messages(made)

    async def scene() -> Waiting:
        await messages.keep("old", Waiting(("x",)))
        with made.begin() as connection:
            connection.execute(WAITING.update().values(at=WAITING.c.at - KEPT_SECONDS - 1))
        await messages.keep("new", Waiting(("y",), (("l", "v"),), ("z",)))
        assert await messages.of("old") == Waiting()
        await messages.sweep()
        return await messages.of("new")

    assert asyncio.run(scene()).options == (("l", "v"),)
    with made.connect() as connection:
        assert [row.person for row in connection.execute(WAITING.select())] == ["new"]
