"""Ended calls, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.store import database
from bot.store.calls import CALLS, OUTCOMES, Calls, EndedCall
from tests.bot.store.test_database import url

__all__ = ["url"]
CALL = EndedCall(
    agent=1,
    seconds=61.5,
    outcome="answered",
    item=28,
    status="prohibited",
    facts={"leaving": "own_will"},
    prohibited=("5.1",),
    told=("spoken",),
    summary="事项：28",
)


def test_each_outcome_is_kept(url: str) -> None:
    async def story() -> None:
        calls = Calls(database.connect(url))
        numbers = [await calls.add(replace(CALL, outcome=outcome)) for outcome in OUTCOMES]
        kept = await calls.since(0)
        assert {call.outcome for call in kept} == set(OUTCOMES)
        assert [call.id for call in kept] == numbers[::-1]
        assert kept[0].facts == CALL.facts
        assert kept[0].prohibited == ("5.1",)
        assert await calls.since(kept[0].at + 60) == ()

    asyncio.run(story())


def test_another_outcome_is_an_error(url: str) -> None:
    with pytest.raises(ValueError, match="fine"):
        asyncio.run(Calls(database.connect(url)).add(replace(CALL, outcome="fine")))


def test_the_table_is_as_the_code_says(url: str) -> None:
    columns = {column["name"] for column in sa.inspect(database.connect(url)).get_columns("calls")}
    assert columns == set(CALLS.c.keys())
