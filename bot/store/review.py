"""Questions that a person should look at, and what was decided of each.

What is kept of a citizen's words is masked, and goes when the citizen has it deleted.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa

from bot.store.feedback import FEEDBACK

_METADATA = sa.MetaData()
REVIEW = sa.Table(
    "review",
    _METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("source", sa.String(16), nullable=False),
    sa.Column("source_id", sa.Integer, nullable=False),
    sa.Column("reason", sa.String(16), nullable=False),
    sa.Column("at", sa.Float, nullable=False, index=True),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("question", sa.Text),
    sa.Column("note", sa.Text),
    sa.Column("item", sa.Integer),
    sa.Column("candidates", sa.String(64), nullable=False),
    sa.Column("aspect", sa.String(32), nullable=False),
    sa.Column("person", sa.String(64), index=True),
    sa.Column("state", sa.String(16), nullable=False, index=True),
    sa.Column("decided_item", sa.Integer),
    sa.Column("wording", sa.Text),
    sa.Column("decided_by", sa.String(64)),
    sa.Column("decided_at", sa.Float),
    sa.Column("exported_at", sa.Float),
)
REASONS = ("refused", "unclear", "bad", "wrong", "correction", "call_wrong", "call_silent")
# What may be decided: which item it is about, that the guide does not answer it, that nothing is to be learned.
DECISIONS = ("item", "outside", "dismissed")
OPEN = "open"


@dataclass(frozen=True)
class Noticed:
    """A question to look at. ``source`` (turn, feedback, call) and ``source_id`` name where it came from, once.

    ``item`` is what was answered, ``candidates`` what else it might be; ``note`` what the citizen added.
    """

    source: str
    source_id: int
    reason: str
    at: float
    channel: str
    question: str
    note: str | None
    item: int | None
    candidates: tuple[int, ...]
    aspect: str
    person: str | None


@dataclass(frozen=True)
class Entry:
    """A question in the queue, or one that was decided: then ``wording`` is what is to be learned."""

    id: int
    reason: str
    at: float
    channel: str
    question: str
    note: str | None
    item: int | None
    candidates: tuple[int, ...]
    aspect: str
    state: str
    decided_item: int | None
    wording: str | None
    decided_by: str | None
    decided_at: float | None
    exported_at: float | None


@dataclass(frozen=True)
class Decision:
    """What is to become of an entry."""

    state: str
    item: int | None
    aspect: str
    wordings: Mapping[int, str]


class Review:
    """The queue in a database. ``person_of`` gives what stands for the sender of an opinion."""

    def __init__(self, engine: sa.engine.Engine, person_of: Callable[[str], str]) -> None:
        self._engine, self._person_of = engine, person_of

    async def add(self, noticed: Noticed) -> None:
        """Puts a question into the queue; one of the same source and number only once."""
        await asyncio.to_thread(self._add, noticed)

    async def open(self) -> tuple[Entry, ...]:
        """What waits, the oldest first; citizens' opinions that came since are taken in."""
        await asyncio.to_thread(self._gather)
        return await asyncio.to_thread(self._entries, REVIEW.c.state == OPEN, REVIEW.c.at)

    async def decided(self, most: int = 100) -> tuple[Entry, ...]:
        """What was decided last, the newest first."""
        entries = await asyncio.to_thread(self._entries, REVIEW.c.state != OPEN, REVIEW.c.decided_at.desc(), most)
        return entries

    async def to_export(self) -> tuple[Entry, ...]:
        """What was decided to be learned and was not exported yet, the oldest first."""
        where = REVIEW.c.state.in_(("item", "outside")) & REVIEW.c.exported_at.is_(None)
        return await asyncio.to_thread(self._entries, where & REVIEW.c.wording.is_not(None), REVIEW.c.id)

    async def decide(self, decision: Decision, who: str) -> tuple[int, ...]:
        """Decides the entries of ``wordings`` that are still open; their numbers."""
        return await asyncio.to_thread(self._decide, decision, who)

    async def reopen(self, number: int) -> bool:
        """Puts an entry back that was not exported; whether there was one."""
        return await asyncio.to_thread(self._reopen, number)

    async def exported(self, numbers: Sequence[int]) -> None:
        """Marks entries as exported."""
        await asyncio.to_thread(self._exported, numbers)

    def _add(self, noticed: Noticed) -> None:
        with self._engine.begin() as connection:
            same = (REVIEW.c.source == noticed.source) & (REVIEW.c.source_id == noticed.source_id)
            if connection.execute(sa.select(REVIEW.c.id).where(same)).first() is None:
                insert(connection, noticed)

    def _gather(self) -> None:
        """Takes in bad opinions that are not yet in the queue, and out those that were changed or deleted since."""
        mine = (REVIEW.c.source == "feedback") & (REVIEW.c.source_id == FEEDBACK.c.id)
        new = sa.select(FEEDBACK).where(
            FEEDBACK.c.rating.in_(("bad", "wrong")), FEEDBACK.c.question.is_not(None), ~sa.exists().where(mine)
        )
        stands = sa.select(FEEDBACK.c.id).where(FEEDBACK.c.question.is_not(None))
        gone = (REVIEW.c.source == "feedback") & (REVIEW.c.state == OPEN) & REVIEW.c.source_id.not_in(stands)
        with self._engine.begin() as connection:
            connection.execute(sa.delete(REVIEW).where(gone))
            for row in connection.execute(new).all():
                insert(connection, self._of_opinion(row))

    def _of_opinion(self, row: Any) -> Noticed:
        note = "：".join(part for part in (row.reason, row.comment) if part)
        person = self._person_of(row.sender) if row.sender else None
        return Noticed(
            "feedback", row.id, row.rating, row.at, "widget", row.question, note or None, row.item, (), "", person
        )

    def _entries(self, where: Any, order: Any, most: int | None = None) -> tuple[Entry, ...]:
        query = sa.select(REVIEW).where(where, REVIEW.c.question.is_not(None)).order_by(order).limit(most)
        with self._engine.connect() as connection:
            return tuple(_entry(row) for row in connection.execute(query))

    def _decide(self, decision: Decision, who: str) -> tuple[int, ...]:
        done = []
        values = {"state": decision.state, "decided_item": decision.item, "decided_by": who, "decided_at": time.time()}
        with self._engine.begin() as connection:
            for number, wording in decision.wordings.items():
                row = {**values, "wording": wording}
                if decision.aspect:
                    row["aspect"] = decision.aspect
                still = (REVIEW.c.id == number) & (REVIEW.c.state == OPEN)
                if connection.execute(sa.update(REVIEW).where(still).values(row)).rowcount:
                    done.append(number)
        return tuple(done)

    def _reopen(self, number: int) -> bool:
        may = (REVIEW.c.id == number) & (REVIEW.c.state != OPEN) & REVIEW.c.exported_at.is_(None)
        nothing = dict.fromkeys(("decided_item", "wording", "decided_by", "decided_at"))
        with self._engine.begin() as connection:
            return bool(connection.execute(sa.update(REVIEW).where(may).values(state=OPEN, **nothing)).rowcount)

    def _exported(self, numbers: Sequence[int]) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.update(REVIEW).where(REVIEW.c.id.in_(numbers)).values(exported_at=time.time()))


def insert(connection: Any, noticed: Noticed) -> None:
    """Puts a question into the queue, within somebody's transaction."""
    row = {**asdict(noticed), "candidates": ",".join(map(str, noticed.candidates)), "state": OPEN}
    connection.execute(sa.insert(REVIEW).values(row))


def cut(connection: Any, person: str) -> None:
    """Takes the person's words out: what is open goes, what was decided stays as a number without words."""
    theirs = REVIEW.c.person == person
    connection.execute(sa.delete(REVIEW).where(theirs, REVIEW.c.state == OPEN))
    gone = dict.fromkeys(("question", "note", "wording", "person"))
    connection.execute(sa.update(REVIEW).where(theirs).values(gone))


def _entry(row: Any) -> Entry:
    kept = {name: row._mapping[name] for name in Entry.__dataclass_fields__}
    candidates = tuple(int(number) for number in row.candidates.split(",") if number)
    return Entry(**{**kept, "candidates": candidates})
