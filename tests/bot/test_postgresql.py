"""Conversations in PostgreSQL behave as in SQLite; two processes may create the tables at once."""

from __future__ import annotations

import asyncio
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from bot.store.database import connect, upgrade
from bot.store.messages import Messages, Waiting
from bot.store.trackers import RecentTrackerStore
from tests.bot.test_trackers import DOMAIN, _turns
from tests.bot.wechat.shared import schema


def test_conversations_in_postgresql() -> None:
    with schema() as url:
        kept = RecentTrackerStore(DOMAIN, url, recent=6)
        tracker = asyncio.run(_turns(kept, "甲", 8))
        asyncio.run(_turns(kept, "乙", 2))
        assert (len(tracker.events), tracker.get_slot("talk")) == (7, {"item": 28})
        asyncio.run(kept.delete("甲"))
        assert asyncio.run(kept.keys()) == ["乙"]
        kept._engine.dispose()


def test_many_processes_create_the_tables_at_once() -> None:
    with schema() as url:
        with ProcessPoolExecutor(4, get_context("spawn")) as processes:
            list(processes.map(upgrade, [url] * 4))
        engine = connect(url)
        asyncio.run(Messages(engine).keep("p", Waiting(("x",))))
        assert asyncio.run(Messages(engine).of("p")).pages == ("x",)
        engine.dispose()
