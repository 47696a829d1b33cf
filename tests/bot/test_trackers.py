"""The tracker store: recent events only, slots for good, deletion."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.store.trackers import RecentTrackerStore

DOMAIN = Domain.load("domain.yml")


def store(tmp_path: Path) -> RecentTrackerStore:
    return RecentTrackerStore(DOMAIN, f"sqlite:///{tmp_path / 'events.db'}", recent=6)


async def _turns(kept: RecentTrackerStore, sender: str, count: int) -> DialogueStateTracker:
    for n in range(count):
        tracker = await kept.get_or_create_tracker(sender)
        tracker.update(UserUttered(f"第{n}句", {"name": "overview"}))
        if n == 0:
            tracker.update(SlotSet("talk", {"item": 28}))
        tracker.update(ActionExecuted("action_listen"))
        await kept.save(tracker)
    loaded = await kept.retrieve(sender)
    assert loaded
    return loaded


def test_only_recent_events_are_loaded_but_slots_last(tmp_path: Path) -> None:
    tracker = asyncio.run(_turns(store(tmp_path), "甲", 20))
    assert len(tracker.events) == 7
    assert tracker.get_slot("talk") == {"item": 28}
    assert tracker.latest_message
    assert tracker.latest_message.text == "第19句"


def test_each_event_is_written_once(tmp_path: Path) -> None:
    kept = store(tmp_path)
    asyncio.run(_turns(kept, "甲", 5))
    rows: list[Any] = []
    with kept._engine.connect() as connection:
        rows = list(connection.exec_driver_sql("select event from events"))
    assert len(rows) == len({row[0] for row in rows})


def test_a_conversation_can_be_deleted(tmp_path: Path) -> None:
    kept = store(tmp_path)
    asyncio.run(_turns(kept, "甲", 2))
    asyncio.run(_turns(kept, "乙", 2))
    asyncio.run(kept.delete("甲"))
    assert asyncio.run(kept.keys()) == ["乙"]
    assert asyncio.run(kept.retrieve("甲")) is None


def test_a_store_in_memory_is_one_database_for_all_threads() -> None:
    kept = RecentTrackerStore(DOMAIN, "sqlite://", recent=6)

    async def both() -> list[DialogueStateTracker]:
        return list(await asyncio.gather(_turns(kept, "甲", 8), _turns(kept, "乙", 8)))

    one, other = asyncio.run(both())
    assert one.latest_message
    assert one.latest_message.text == "第7句"
    assert len(other.events) == 7
