"""Conversations in PostgreSQL behave as in SQLite; two processes may create the tables at once."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.store.engine import engine
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
        engines = [engine(url) for _ in range(8)]
        with ThreadPoolExecutor(8) as threads:
            made = list(threads.map(Messages, engines))
        asyncio.run(made[0].keep("p", Waiting(("x",))))
        assert asyncio.run(made[1].of("p")).pages == ("x",)
        for one in engines:
            one.dispose()
