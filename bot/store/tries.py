"""Wrong passwords, and who must wait because of them.

Kept for names that exist and names that do not, so that a lock says nothing of who has an account. A name is a keyed
hash: people type passwords into the wrong field.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable, Sequence

import sqlalchemy as sa

_METADATA = sa.MetaData()
TRIES = sa.Table(
    "sign_in_tries",
    _METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("who", sa.String(64), nullable=False, index=True),
    sa.Column("at", sa.Float, nullable=False, index=True),
)


class Tries:
    """``most`` wrong tries within ``minutes`` lock for as many minutes. ``clock`` gives seconds since 1970."""

    def __init__(
        self, engine: sa.engine.Engine, most: int, minutes: int, clock: Callable[[], float] = time.time
    ) -> None:
        self._engine, self._most, self._seconds, self._clock = engine, most, minutes * 60, clock

    async def begin(self, who: str) -> int:
        """Counts a try before its password is looked at, so that many at once do not slip through.

        0 where it may go on, else the minutes to wait; a try while locked does not lengthen the lock.
        """
        return await asyncio.to_thread(self._begin, who)

    async def clear(self, who: str) -> None:
        """Forgets the tries: the password was right, or an administrator set another."""
        await asyncio.to_thread(self._clear, who)

    def _begin(self, who: str) -> int:
        now = self._clock()
        with self._engine.begin() as connection:
            if self._engine.dialect.name == "postgresql":  # tries under way at once must see each other
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtext(who))))
            connection.execute(sa.delete(TRIES).where(TRIES.c.at < now - 2 * self._seconds))
            mine = connection.execute(sa.insert(TRIES).values(who=who, at=now)).inserted_primary_key[0]
            query = sa.select(TRIES.c.at).where(TRIES.c.who == who, TRIES.c.id < mine).order_by(TRIES.c.id)
            left = self._locked_until(list(connection.execute(query).scalars())) - now
            if left > 0:
                connection.execute(sa.delete(TRIES).where(TRIES.c.id == mine))
        return max(0, math.ceil(left / 60))

    def _locked_until(self, tries: Sequence[float]) -> float:
        rows = zip(tries, tries[self._most - 1 :], strict=False)
        return max((last + self._seconds for first, last in rows if last - first <= self._seconds), default=0.0)

    def _clear(self, who: str) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.delete(TRIES).where(TRIES.c.who == who))
