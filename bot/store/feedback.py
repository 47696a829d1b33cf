"""What citizens say of an answer: satisfied, not, or that it is wrong and why. The last word on an answer counts."""

from __future__ import annotations

import asyncio
import time
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa

_METADATA = sa.MetaData()
FEEDBACK = sa.Table(
    "feedback",
    _METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("sender", sa.String(255), index=True),
    sa.Column("key", sa.String(64), nullable=False),
    sa.Column("rating", sa.String(16), nullable=False),
    sa.Column("reason", sa.String(32)),
    sa.Column("comment", sa.Text),
    sa.Column("item", sa.Integer),
    sa.Column("status", sa.String(32), nullable=False),
    sa.Column("question", sa.Text),
    sa.Column("at", sa.Float, nullable=False, index=True),
)


@dataclass(frozen=True)
class Opinion:
    """On the turn of that key. ``comment`` and ``question`` are masked before they come here."""

    key: str
    rating: str
    reason: str | None
    comment: str | None
    item: int | None
    status: str
    question: str | None


class Feedback:
    """The opinions in a database."""

    def __init__(self, engine: sa.engine.Engine) -> None:
        self._engine = engine

    async def put(self, sender: str, opinion: Opinion) -> None:
        """Stores the opinion in the place of an earlier one on the same turn."""
        await asyncio.to_thread(self._put, sender, opinion)

    async def forget(self, sender: str) -> None:
        """Cuts the opinions of a session from it: the rating stays, who asked what does not."""
        await asyncio.to_thread(self._forget, sender)

    async def all(self) -> tuple[dict[str, Any], ...]:
        """Every opinion, the latest first, without the session it came from."""
        return await asyncio.to_thread(self._all)

    def _put(self, sender: str, opinion: Opinion) -> None:
        same = (FEEDBACK.c.sender == sender) & (FEEDBACK.c.key == opinion.key)
        with self._engine.begin() as connection:
            connection.execute(sa.delete(FEEDBACK).where(same))
            connection.execute(sa.insert(FEEDBACK).values(sender=sender, at=time.time(), **asdict(opinion)))

    def _forget(self, sender: str) -> None:
        gone = {"sender": None, "question": None, "comment": None}
        with self._engine.begin() as connection:
            connection.execute(sa.update(FEEDBACK).where(FEEDBACK.c.sender == sender).values(gone))

    def _all(self) -> tuple[dict[str, Any], ...]:
        columns = [column for column in FEEDBACK.c if column.name not in ("sender", "key")]
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(*columns).order_by(FEEDBACK.c.id.desc()))
            return tuple(dict(row._mapping) for row in rows)
