"""How calls ended. Nothing that a caller said is kept here; a question that must be looked at goes to the review."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

import sqlalchemy as sa

Outcome = Literal["answered", "passed_on", "guide_silent", "wrong"]
OUTCOMES: tuple[str, ...] = get_args(Outcome)
_METADATA = sa.MetaData()
CALLS = sa.Table(
    "calls",
    _METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("agent", sa.Integer, nullable=False, index=True),
    sa.Column("at", sa.Float, nullable=False, index=True),
    sa.Column("seconds", sa.Float, nullable=False),
    sa.Column("outcome", sa.String(16), nullable=False, index=True),
    sa.Column("item", sa.Integer),
    sa.Column("status", sa.String(32), nullable=False),
    sa.Column("facts", sa.Text, nullable=False),
    sa.Column("prohibited", sa.Text, nullable=False),
    sa.Column("told", sa.Text, nullable=False),
    sa.Column("summary", sa.Text, nullable=False),
)
_JSON = ("facts", "prohibited", "told")


@dataclass(frozen=True)
class EndedCall:
    """A call as it is kept.

    ``agent`` is the account's id, ``status`` how the last answer ended, ``facts`` their values by name, ``prohibited``
    the cases that applied, ``told`` the texts that were copied.
    """

    agent: int
    seconds: float
    outcome: str
    item: int | None
    status: str
    facts: Mapping[str, Any]
    prohibited: tuple[str, ...]
    told: tuple[str, ...]
    summary: str
    at: float = 0.0
    id: int = 0


class Calls:
    """The ended calls in a database."""

    def __init__(self, engine: sa.engine.Engine) -> None:
        self._engine = engine

    async def add(self, call: EndedCall) -> int:
        """Stores the call with the time it is now; its number. Raises ValueError for an outcome that there is not."""
        if call.outcome not in OUTCOMES:
            raise ValueError(call.outcome)
        return await asyncio.to_thread(self._add, call)

    async def since(self, at: float) -> tuple[EndedCall, ...]:
        """The calls that ended since that time, the latest first."""
        return await asyncio.to_thread(self._read, CALLS.c.at >= at)

    def _add(self, call: EndedCall) -> int:
        row = {key: value for key, value in asdict(call).items() if key != "id"} | {"at": time.time()}
        row |= {key: json.dumps(row[key], ensure_ascii=False) for key in _JSON}
        with self._engine.begin() as connection:
            return int(connection.execute(sa.insert(CALLS).values(row)).inserted_primary_key[0])

    def _read(self, which: Any) -> tuple[EndedCall, ...]:
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(CALLS).where(which).order_by(CALLS.c.id.desc()))
            return tuple(_call(row._mapping) for row in rows)


def _call(row: Mapping[str, Any]) -> EndedCall:
    read = {key: json.loads(row[key]) for key in _JSON}
    return EndedCall(**{**row, **read, "prohibited": tuple(read["prohibited"]), "told": tuple(read["told"])})
