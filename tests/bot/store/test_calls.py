"""Ended calls, on SQLite and on PostgreSQL: the question only where somebody must look at it."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.store import database
from bot.store.calls import CALLS, OUTCOMES, TO_REVIEW, Calls, EndedCall
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
    question="失业金怎么领",
)


def test_each_outcome_is_kept_and_questions_for_review_alone(url: str) -> None:
    async def story() -> None:
        calls = Calls(database.connect(url))
        for outcome in OUTCOMES:
            await calls.add(replace(CALL, outcome=outcome))
        kept = await calls.since(0)
        assert {call.outcome for call in kept} == set(OUTCOMES)
        assert all((call.question is None) is (call.outcome not in TO_REVIEW) for call in kept)
        assert kept[0].facts == CALL.facts
        assert kept[0].prohibited == ("5.1",)
        waiting = await calls.to_review()
        assert {call.outcome for call in waiting} == set(TO_REVIEW)
        await calls.forget_question(waiting[0].id)
        assert len(await calls.to_review()) == 1
        assert await calls.since(kept[0].at + 60) == ()

    asyncio.run(story())


def test_another_outcome_is_an_error(url: str) -> None:
    with pytest.raises(ValueError, match="fine"):
        asyncio.run(Calls(database.connect(url)).add(replace(CALL, outcome="fine")))


def test_the_table_is_as_the_code_says(url: str) -> None:
    columns = {column["name"] for column in sa.inspect(database.connect(url)).get_columns("calls")}
    assert columns == set(CALLS.c.keys())
