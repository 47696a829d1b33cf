"""Conversations in a SQL database, of which a turn loads and writes only what is recent and new.

Rasa's own SQL store re-reads a whole conversation on every turn and blocks the event loop meanwhile.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from threading import Lock
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker

from bot.store import database

# The attribute on a tracker that says how many of its events are in the database.
_STORED = "qingfeng_stored_events"
_METADATA = sa.MetaData()
EVENTS = sa.Table(
    "events",
    _METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("sender", sa.String(255), nullable=False),
    sa.Column("at", sa.Float, nullable=False, index=True),
    sa.Column("slot", sa.String(255)),
    sa.Column("event", sa.Text, nullable=False),
    sa.Index("events_sender", "sender", "id"),
)


class RecentTrackerStore(TrackerStore):
    """Keeps every event; loads the last ``recent`` of a conversation, and what each slot was last set to before."""

    def __init__(self, domain: Domain, url: str, recent: int) -> None:
        super().__init__(domain)
        self._recent = recent
        self._engine = database.connect(url)
        self._alone: AbstractContextManager[Any] = Lock() if database.in_memory(url) else nullcontext()

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Appends the events that came since the tracker was loaded."""
        await asyncio.to_thread(self._append, tracker)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of the recent events; None for a new conversation."""
        rows = await asyncio.to_thread(self._rows, sender_id)
        if not rows:
            return None
        events = [_event(json.loads(row)) for row in rows]
        tracker = DialogueStateTracker.from_events(sender_id, events, self.domain.slots)
        setattr(tracker, _STORED, len(tracker.events))
        return tracker

    async def keys(self) -> Iterable[str]:
        """The conversations that are kept."""
        return await asyncio.to_thread(self._senders)

    async def delete(self, sender_id: str) -> None:
        """Removes everything of one conversation."""
        await asyncio.to_thread(self._remove, sender_id)

    def _append(self, tracker: DialogueStateTracker) -> None:
        new = list(tracker.events)[getattr(tracker, _STORED, 0) :]
        rows = [_row(tracker.sender_id, event.as_dict()) for event in new]
        if rows:
            with self._alone, self._engine.begin() as connection:
                connection.execute(sa.insert(EVENTS), rows)
        setattr(tracker, _STORED, len(tracker.events))

    def _rows(self, sender_id: str) -> list[str]:
        newest = (
            sa.select(EVENTS.c.id, EVENTS.c.event)
            .where(EVENTS.c.sender == sender_id)
            .order_by(EVENTS.c.id.desc())
            .limit(self._recent)
        )
        slots = (
            sa.select(sa.func.max(EVENTS.c.id))
            .where(EVENTS.c.sender == sender_id, EVENTS.c.slot.is_not(None))
            .group_by(EVENTS.c.slot)
        )
        older = sa.select(EVENTS.c.id, EVENTS.c.event).where(EVENTS.c.id.in_(slots))
        with self._alone, self._engine.connect() as connection:
            rows = {row.id: row.event for row in connection.execute(newest)}
            if len(rows) == self._recent:
                rows.update((row.id, row.event) for row in connection.execute(older))
        return [rows[number] for number in sorted(rows)]

    def _senders(self) -> list[str]:
        with self._alone, self._engine.connect() as connection:
            return list(connection.execute(sa.select(EVENTS.c.sender).distinct()).scalars())

    def _remove(self, sender_id: str) -> None:
        with self._alone, self._engine.begin() as connection:
            connection.execute(sa.delete(EVENTS).where(EVENTS.c.sender == sender_id))


@cache
def _kind(name: str) -> type[Event]:
    """The class of an event. Rasa searches all subclasses for it anew for each event, 75 µs a time."""
    kind = Event.resolve_by_type(name)
    if kind is None:
        raise ValueError(f"unknown event {name} in the database")
    return kind


def _event(stored: dict[str, Any]) -> Event:
    kind = _kind(stored.pop("event"))
    event = kind._from_parameters(stored)
    assert event is not None
    return event


def _row(sender: str, event: dict[str, Any]) -> dict[str, Any]:
    slot = event["name"] if event["event"] == "slot" else None
    text = json.dumps(event, ensure_ascii=False)
    return {"sender": sender, "at": event["timestamp"], "slot": slot, "event": text}
