"""Every turn of every channel: what it was about and how it ended, for figures and for the review queue.

The question is masked. ``person`` is a keyed hash, there only so that what somebody said can be found to be forgotten.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.store import review
from bot.store.database import scrub
from bot.store.later import Later

_METADATA = sa.MetaData()
TURN_LOG = sa.Table(
    "turn_log",
    _METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.Float, nullable=False),
    sa.Column("day", sa.String(10), nullable=False, index=True),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("status", sa.String(32), nullable=False),
    sa.Column("item", sa.Integer),
    sa.Column("aspects", sa.String(128), nullable=False),
    sa.Column("ms", sa.Float, nullable=False),
    sa.Column("asked_back", sa.Integer, nullable=False),
    sa.Column("question", sa.Text),
    sa.Column("person", sa.String(64), index=True),
)
_SWEEP_EVERY = 3600


@dataclass(frozen=True)
class Turn:
    """One turn. ``reported``: the citizen says that the answer before it is wrong. ``items`` is its ranking."""

    at: float
    channel: str
    status: str
    item: int | None
    items: tuple[int, ...]
    aspects: tuple[str, ...]
    ms: float
    question: str
    person: str
    reported: bool = False


class TurnLog:
    """The log in a database, written by a thread of its own; what is older than ``days`` goes.

    ``context_minutes``: after a longer silence a turn does not go on from the one before.
    """

    def __init__(self, engine: sa.engine.Engine, days: int, context_minutes: int) -> None:
        self._engine, self._kept, self._context = engine, days * 86400, context_minutes * 60
        self._swept = 0.0
        self._later: Later[Turn] = Later(self._write, "turn log")

    def put(self, turn: Turn) -> None:
        """Takes the turn down; returns at once, and never fails."""
        self._later.put(turn)

    async def forget(self, person: str) -> None:
        """Cuts the person's turns from whoever it was and takes their words out; in the review queue too."""
        await asyncio.wrap_future(self._later.after_all(lambda: self._forget(person)))

    def flush(self) -> None:
        """Waits until all that was put is written."""
        self._later.after_all(lambda: None).result()

    def stop(self) -> None:
        """Writes what waits, and ends the thread."""
        self._later.stop()

    def _write(self, turns: list[Turn]) -> None:
        with self._engine.begin() as connection:
            for turn in turns:
                self._add(connection, turn)
            if time.time() - self._swept > _SWEEP_EVERY:
                connection.execute(sa.delete(TURN_LOG).where(TURN_LOG.c.at < time.time() - self._kept))
                self._swept = time.time()

    def _add(self, connection: Any, turn: Turn) -> None:
        before = self._before(connection, turn)
        asked_back = before.asked_back + 1 if before and before.status == "clarify" else 0
        row = {
            "at": turn.at,
            "day": f"{datetime.fromtimestamp(turn.at):%Y-%m-%d}",
            "channel": turn.channel,
            "status": turn.status,
            "item": turn.item,
            "aspects": ",".join(turn.aspects),
            "ms": turn.ms,
            "asked_back": asked_back,
            "question": turn.question or None,
            "person": turn.person,
        }
        number = connection.execute(sa.insert(TURN_LOG).values(row)).inserted_primary_key[0]
        if noticed := _noticed(number, turn, before, asked_back):
            review.insert(connection, noticed)

    def _before(self, connection: Any, turn: Turn) -> Any:
        """The turn that this one goes on from; None where there is none."""
        since = (TURN_LOG.c.person == turn.person) & (TURN_LOG.c.at > turn.at - self._context)
        return connection.execute(sa.select(TURN_LOG).where(since).order_by(TURN_LOG.c.id.desc()).limit(1)).first()

    def _forget(self, person: str) -> None:
        with self._engine.begin() as connection:
            gone = {"question": None, "person": None}
            connection.execute(sa.update(TURN_LOG).where(TURN_LOG.c.person == person).values(gone))
            review.cut(connection, person)
        scrub(self._engine)


def _noticed(number: int, turn: Turn, before: Any, asked_back: int) -> review.Noticed | None:
    """What of the turn a person should look at: a refusal, the second question back in a row, a report of an error."""
    aspect, said = next(iter(turn.aspects), ""), before.question if before else None
    about = review.Noticed(
        *("turn", number, "refused", turn.at, turn.channel, turn.question),
        *(None, turn.item, turn.items, aspect, turn.person),
    )
    if not turn.question:
        return None
    if turn.reported:
        was = {"question": said, "note": turn.question} if said else {}
        return replace(about, reason="correction", item=before.item if before else None, **was)
    if turn.status == "clarify" and asked_back == 1 and said:
        return replace(about, reason="unclear", question=said, note=turn.question)
    return about if turn.status == "out_of_scope" else None
