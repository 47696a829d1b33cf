"""The turns of the widget: each question with its answer, once, for as long as the session can last.

The question is stored as it was masked. The key is the client's own for one question: asked again with the same
key, the question gets the same answer.
"""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

_METADATA = sa.MetaData()
TURNS = sa.Table(
    "turns",
    _METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("sender", sa.String(255), nullable=False),
    sa.Column("key", sa.String(64), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("answer", sa.Text, nullable=False),
    sa.Column("at", sa.Float, nullable=False, index=True),
)


@dataclass(frozen=True)
class StoredTurn:
    """A question with the Answer it got."""

    key: str
    text: str
    answer: dict[str, Any]


class Turns:
    """The turns in a database; what is older than ``hours`` is removed when a turn is added."""

    def __init__(self, engine: sa.engine.Engine, hours: float) -> None:
        self._engine, self._lifetime = engine, hours * 3600

    async def of(self, sender: str) -> tuple[StoredTurn, ...]:
        """The turns of a session, the first first."""
        return await asyncio.to_thread(self._of, sender)

    async def find(self, sender: str, key: str) -> StoredTurn | None:
        """The turn of that key; None where it was not answered yet."""
        return await asyncio.to_thread(self._find, sender, key)

    async def add(self, sender: str, turn: StoredTurn) -> StoredTurn:
        """Stores the turn; the one that is kept is returned, should another process have been faster."""
        return await asyncio.to_thread(self._add, sender, turn)

    async def forget(self, sender: str) -> None:
        """Removes all turns of a session."""
        await asyncio.to_thread(self._forget, sender)

    def _of(self, sender: str) -> tuple[StoredTurn, ...]:
        query = sa.select(TURNS).where(TURNS.c.sender == sender).order_by(TURNS.c.id)
        with self._engine.connect() as connection:
            return tuple(_turn(row) for row in connection.execute(query))

    def _find(self, sender: str, key: str) -> StoredTurn | None:
        query = sa.select(TURNS).where(TURNS.c.sender == sender, TURNS.c.key == key)
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return _turn(row) if row else None

    def _add(self, sender: str, turn: StoredTurn) -> StoredTurn:
        now, answer = time.time(), json.dumps(turn.answer, ensure_ascii=False)
        row = {"sender": sender, "key": turn.key, "text": turn.text, "answer": answer, "at": now}
        try:
            with self._engine.begin() as connection:
                connection.execute(sa.delete(TURNS).where(TURNS.c.at < now - self._lifetime))
                connection.execute(sa.insert(TURNS).values(row))
        except sa.exc.IntegrityError:
            return self._find(sender, turn.key) or turn
        return turn

    def _forget(self, sender: str) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.delete(TURNS).where(TURNS.c.sender == sender))


def _turn(row: Any) -> StoredTurn:
    return StoredTurn(row.key, row.text, json.loads(row.answer))
