"""What managers look at, counted in the turn log and among the opinions. No question leaves without its count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from bot.store.feedback import FEEDBACK
from bot.store.turnlog import TURN_LOG


@dataclass(frozen=True)
class Span:
    """Days, both included, and the channel that is looked at; empty for all."""

    first: date
    last: date
    channel: str = ""

    @property
    def days(self) -> list[date]:
        """Every day of it."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]

    def before(self) -> Span:
        """The same number of days, right before."""
        return Span(
            self.first - (self.last - self.first) - timedelta(days=1), self.first - timedelta(days=1), self.channel
        )


@dataclass(frozen=True)
class Ending:
    """How many turns of a day and channel ended so; ``later`` where a question back came right before."""

    day: str
    channel: str
    status: str
    later: bool
    count: int


@dataclass(frozen=True)
class Asked:
    """A question in the same words: when and how often."""

    text: str
    day: str
    count: int


class Figures:
    """Counts in a database. Every call reads; call it in a thread."""

    def __init__(self, engine: sa.engine.Engine) -> None:
        self._engine = engine

    def endings(self, span: Span) -> list[Ending]:
        """How turns ended, by day and channel."""
        later = TURN_LOG.c.asked_back > 0
        by = (TURN_LOG.c.day, TURN_LOG.c.channel, TURN_LOG.c.status, later)
        query = sa.select(*by, sa.func.count()).where(*_within(span)).group_by(*by)
        return [Ending(day, channel, status, bool(asked), n) for day, channel, status, asked, n in self._rows(query)]

    def spent(self, span: Span) -> list[tuple[str, str, float]]:
        """Day, channel and milliseconds of each turn; a call has none."""
        timed = (*_within(span), TURN_LOG.c.ms > 0)
        query = sa.select(TURN_LOG.c.day, TURN_LOG.c.channel, TURN_LOG.c.ms).where(*timed)
        return [(row.day, row.channel, row.ms) for row in self._rows(query)]

    def items(self, span: Span) -> list[tuple[int, int]]:
        """Items that were answered with how often, the most frequent first."""
        count = sa.func.count()
        query = sa.select(TURN_LOG.c.item, count).where(*_within(span), TURN_LOG.c.item.is_not(None))
        return [(item, n) for item, n in self._rows(query.group_by(TURN_LOG.c.item).order_by(count.desc()))]

    def ratings(self, span: Span) -> dict[str, int]:
        """How many opinions of each kind; they come from the widget alone."""
        if span.channel not in ("", "widget"):
            return {}
        first = datetime.combine(span.first, time()).timestamp()
        end = datetime.combine(span.last + timedelta(days=1), time()).timestamp()
        query = sa.select(FEEDBACK.c.rating, sa.func.count()).where(FEEDBACK.c.at >= first, FEEDBACK.c.at < end)
        return {row.rating: row[1] for row in self._rows(query.group_by(FEEDBACK.c.rating))}

    def questions(self, span: Span, statuses: Sequence[str] = (), most: int = 300) -> list[Asked]:
        """The questions that were asked most, by day; only of turns that ended so where ``statuses`` are given."""
        where = [*_within(span), TURN_LOG.c.question.is_not(None)]
        where += [TURN_LOG.c.status.in_(statuses)] if statuses else [TURN_LOG.c.status != "chitchat"]
        count = sa.func.count()
        often = sa.select(TURN_LOG.c.question).where(*where).group_by(TURN_LOG.c.question)
        texts = [row.question for row in self._rows(often.order_by(count.desc(), TURN_LOG.c.question).limit(most))]
        by = (TURN_LOG.c.question, TURN_LOG.c.day)
        query = sa.select(*by, count).where(*where, TURN_LOG.c.question.in_(texts)).group_by(*by)
        return [Asked(text, day, n) for text, day, n in self._rows(query.order_by(count.desc(), TURN_LOG.c.question))]

    def _rows(self, query: Any) -> list[Any]:
        with self._engine.connect() as connection:
            return list(connection.execute(query))


def _within(span: Span) -> list[Any]:
    days = [TURN_LOG.c.day >= span.first.isoformat(), TURN_LOG.c.day <= span.last.isoformat()]
    return [*days, TURN_LOG.c.channel == span.channel] if span.channel else days
