"""Turns, opinions and the tables they stand in, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa

from bot.store import database
from bot.store.feedback import Feedback, Opinion
from bot.store.trackers import EVENTS, RecentTrackerStore
from bot.store.turns import StoredTurn, Turns
from tests.bot.test_trackers import DOMAIN, _turns

POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/postgres")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database that is gone afterwards."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'kept.db'}"
        return
    server = sa.create_engine(POSTGRES, isolation_level="AUTOCOMMIT", future=True)
    name = f"qingfeng_{uuid4().hex}"
    try:
        with server.connect() as connection:
            connection.execute(sa.text(f"create database {name}"))
    except sa.exc.OperationalError:
        pytest.skip("没有 PostgreSQL：请开一个，或设 TEST_POSTGRES_URL")
    made = str(server.url.set(database=name))
    database.upgrade(made)
    yield made
    database.connect(made).dispose()
    with server.connect() as connection:
        connection.execute(sa.text(f"drop database {name}"))


def test_turns_are_kept_once_and_deleted(url: str) -> None:
    turns = Turns(database.connect(url), hours=24)

    async def story() -> tuple[Any, ...]:
        first = await turns.add("甲", StoredTurn("k1", "失业金怎么领", {"item": 28}))
        again = await turns.add("甲", StoredTurn("k1", "别的话", {"item": 1}))
        await turns.add("甲", StoredTurn("k2", "要几天", {"item": 28}))
        await turns.add("乙", StoredTurn("k1", "你好", {"item": None}))
        kept = await turns.of("甲")
        await turns.forget("甲")
        return first, again, kept, await turns.find("甲", "k1"), await turns.of("乙")

    first, again, kept, gone, other = asyncio.run(story())
    assert first == again
    assert [turn.key for turn in kept] == ["k1", "k2"]
    assert gone is None
    assert len(other) == 1


def test_old_turns_go(url: str) -> None:
    async def story() -> tuple[StoredTurn, ...]:
        old = Turns(database.connect(url), hours=24)
        await old.add("甲", StoredTurn("k1", "早先的", {}))
        await Turns(database.connect(url), hours=-1).add("甲", StoredTurn("k2", "刚才的", {}))
        return await old.of("甲")

    assert [turn.key for turn in asyncio.run(story())] == ["k2"]


def test_opinions_are_replaced_and_cut_from_the_session(url: str) -> None:
    feedback = Feedback(database.connect(url))
    opinion = Opinion("k1", "good", None, None, 28, "answered", "失业金怎么领")

    async def story() -> list[Any]:
        await feedback.put("甲", opinion)
        await feedback.put("甲", Opinion("k1", "wrong", "stale", "去年改了", 28, "answered", "失业金怎么领"))
        before = await feedback.all()
        await feedback.forget("甲")
        return [*before, *await feedback.all()]

    before, after = asyncio.run(story())
    assert (before["rating"], before["comment"]) == ("wrong", "去年改了")
    assert (after["rating"], after["comment"], after["question"]) == ("wrong", None, None)


def test_conversations_live_there_too(url: str) -> None:
    kept = RecentTrackerStore(DOMAIN, url, recent=6)
    tracker = asyncio.run(_turns(kept, "甲", 20))
    assert tracker.get_slot("talk") == {"item": 28}
    asyncio.run(kept.delete("甲"))
    assert asyncio.run(kept.retrieve("甲")) is None


def test_upgrading_twice_changes_nothing(url: str) -> None:
    database.upgrade(url)
    tables = set(sa.inspect(database.connect(url)).get_table_names())
    database.upgrade(url)
    assert set(sa.inspect(database.connect(url)).get_table_names()) == tables >= {"events", "turns", "feedback"}


def test_a_file_of_the_first_version_keeps_its_conversations(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    engine = sa.create_engine(url, future=True)
    EVENTS.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(sa.insert(EVENTS).values(sender="甲", at=1.0, event="{}"))
    with database.connect(url).connect() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(EVENTS)).scalar() == 1


def test_the_tables_are_as_the_code_says(url: str) -> None:
    from bot.store import feedback, turns

    for table in (EVENTS, turns.TURNS, feedback.FEEDBACK):
        columns = {column["name"] for column in sa.inspect(database.connect(url)).get_columns(table.name)}
        assert columns == set(table.c.keys())


def test_a_database_out_of_reach_is_one_sentence() -> None:
    with pytest.raises(RuntimeError, match="QINGFENG_DATABASE_URL"):
        database.upgrade("postgresql://nobody@127.0.0.1:1/none")
