"""Who changed what, and when. Lines are only ever added; no citizen's words are in them."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

_METADATA = sa.MetaData()
AUDIT = sa.Table(
    "audit",
    _METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.Float, nullable=False, index=True),
    sa.Column("who", sa.String(64), nullable=False),
    sa.Column("action", sa.String(64), nullable=False),
    sa.Column("about", sa.String(128), nullable=False),
    sa.Column("details", sa.Text, nullable=False),
)


@dataclass(frozen=True)
class Change:
    """``who`` is a user's name, or ``cli:`` and the name of who used the command line."""

    at: float
    who: str
    action: str
    about: str
    details: dict[str, Any]


class Audit:
    """The log in a database."""

    def __init__(self, engine: sa.engine.Engine) -> None:
        self._engine = engine

    async def add(self, who: str, action: str, about: str = "", **details: Any) -> None:
        """Adds a line. ``details`` must be JSON data."""
        await asyncio.to_thread(self._add, who, action, about, details)

    async def latest(self, most: int = 200) -> tuple[Change, ...]:
        """The last lines, the newest first."""
        return await asyncio.to_thread(self._latest, most)

    def _add(self, who: str, action: str, about: str, details: dict[str, Any]) -> None:
        text = json.dumps(details, ensure_ascii=False)
        row = {"at": time.time(), "who": who[:64], "action": action, "about": about[:128], "details": text}
        with self._engine.begin() as connection:
            connection.execute(sa.insert(AUDIT).values(row))

    def _latest(self, most: int) -> tuple[Change, ...]:
        query = sa.select(AUDIT).order_by(AUDIT.c.id.desc()).limit(most)
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        return tuple(Change(row.at, row.who, row.action, row.about, json.loads(row.details)) for row in rows)
