"""What waits for a person of the public account: further pages, options to tap, answers that came too late to be sent.

A person is a keyed hash. Rows go after two days, and when the person unsubscribes.
"""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa

from bot.store.database import scrub

KEPT_SECONDS = 48 * 3600
_METADATA = sa.MetaData()
WAITING = sa.Table(
    "wechat_waiting",
    _METADATA,
    sa.Column("person", sa.String(64), primary_key=True),
    sa.Column("at", sa.Float, nullable=False, index=True),
    sa.Column("kept", sa.Text, nullable=False),
)


@dataclass(frozen=True)
class Waiting:
    """``pages`` follow what was shown last, ``options`` are its (label, value), ``late`` are whole messages."""

    pages: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    late: tuple[str, ...] = ()
    at: float = 0.0


class Messages:
    """The table of what waits."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine

    async def of(self, person: str) -> Waiting:
        """What waits for that person; nothing is a Waiting too."""
        return await asyncio.to_thread(self._read, person)

    async def keep(self, person: str, waiting: Waiting) -> None:
        """Replaces what waits for that person."""
        await asyncio.to_thread(self._write, person, waiting)

    async def forget(self, person: str) -> None:
        """Removes all of that person's."""
        await asyncio.to_thread(self._remove, WAITING.c.person == person)

    async def sweep(self) -> None:
        """Removes what waited too long."""
        await asyncio.to_thread(self._remove, WAITING.c.at < time.time() - KEPT_SECONDS)

    def _read(self, person: str) -> Waiting:
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(WAITING).where(WAITING.c.person == person)).first()
        if row is None or row.at < time.time() - KEPT_SECONDS:
            return Waiting()
        kept = json.loads(row.kept)
        options = tuple((label, value) for label, value in kept["options"])
        return Waiting(tuple(kept["pages"]), options, tuple(kept["late"]), row.at)

    def _write(self, person: str, waiting: Waiting) -> None:
        row = {"person": person, "at": time.time(), "kept": json.dumps(_row(waiting), ensure_ascii=False)}
        with self._engine.begin() as connection:
            connection.execute(sa.delete(WAITING).where(WAITING.c.person == person))
            connection.execute(sa.insert(WAITING).values(row))

    def _remove(self, where: Any) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.delete(WAITING).where(where))
        scrub(self._engine)


def _row(waiting: Waiting) -> dict[str, Any]:
    return {name: value for name, value in asdict(waiting).items() if name != "at"}
