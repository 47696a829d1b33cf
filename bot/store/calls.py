"""How calls ended. Nothing that a caller said is kept, but the masked question where the guide or we failed."""

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
# Those that somebody must look at: the question is kept for them alone.
TO_REVIEW: tuple[str, ...] = ("guide_silent", "wrong")
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
    sa.Column("question", sa.Text),
)
_JSON = ("facts", "prohibited", "told")


@dataclass(frozen=True)
class EndedCall:
    """A call as it is kept.

    ``agent`` is the account's id, ``status`` how the last answer ended, ``facts`` their values by name, ``prohibited``
    the cases that applied, ``told`` the texts that were copied. ``question`` is masked, and None but ``TO_REVIEW``.
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
    question: str | None
    at: float = 0.0
    id: int = 0


class Calls:
    """The ended calls in a database."""

    def __init__(self, engine: sa.engine.Engine) -> None:
        self._engine = engine

    async def add(self, call: EndedCall) -> None:
        """Stores the call with the time it is now. Raises ValueError for an outcome that there is not."""
        if call.outcome not in OUTCOMES:
            raise ValueError(call.outcome)
        await asyncio.to_thread(self._add, call)

    async def since(self, at: float) -> tuple[EndedCall, ...]:
        """The calls that ended since that time, the latest first."""
        return await asyncio.to_thread(self._read, CALLS.c.at >= at)

    async def to_review(self) -> tuple[EndedCall, ...]:
        """The calls of which the question was kept, the latest first."""
        return await asyncio.to_thread(self._read, CALLS.c.question.is_not(None))

    async def forget_question(self, identity: int) -> None:
        """Removes the question of a call that was looked at."""
        await asyncio.to_thread(self._forget, identity)

    def _add(self, call: EndedCall) -> None:
        row = {key: value for key, value in asdict(call).items() if key != "id"} | {"at": time.time()}
        row |= {key: json.dumps(row[key], ensure_ascii=False) for key in _JSON}
        if call.outcome not in TO_REVIEW:
            row["question"] = None
        with self._engine.begin() as connection:
            connection.execute(sa.insert(CALLS).values(row))

    def _read(self, which: Any) -> tuple[EndedCall, ...]:
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(CALLS).where(which).order_by(CALLS.c.id.desc()))
            return tuple(_call(row._mapping) for row in rows)

    def _forget(self, identity: int) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.update(CALLS).where(CALLS.c.id == identity).values(question=None))


def _call(row: Mapping[str, Any]) -> EndedCall:
    read = {key: json.loads(row[key]) for key in _JSON}
    return EndedCall(**{**row, **read, "prohibited": tuple(read["prohibited"]), "told": tuple(read["told"])})
