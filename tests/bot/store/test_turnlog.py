"""The turn log, on SQLite and on PostgreSQL: what is written, what the review queue gets, what is forgotten."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
import sqlalchemy as sa

from bot.store import database
from bot.store.later import Later
from bot.store.review import REVIEW, Review
from bot.store.turnlog import TURN_LOG, Turn, TurnLog
from tests.bot.store.test_database import url

__all__ = ["url"]
NOW = time.time()


def turn(status: str, question: str, person: str = "p", after: float = 0, **more: Any) -> Turn:
    values = {"item": None, "items": (), "aspects": (), "ms": 3.5, "reported": False, **more}
    return Turn(at=NOW + after, channel="widget", status=status, question=question, person=person, **values)


def kept(url: str, *turns: Turn, days: int = 180) -> TurnLog:
    log = TurnLog(database.connect(url), days, context_minutes=30)
    for one in turns:
        log.put(one)
    log.flush()
    return log


def rows(url: str, table: sa.Table) -> list[dict[str, Any]]:
    with database.connect(url).connect() as connection:
        return [dict(row._mapping) for row in connection.execute(sa.select(table).order_by(table.c.id))]


def test_a_turn_is_written_as_it_was(url: str) -> None:
    kept(url, turn("answered", "失业金怎么领", item=28, items=(28, 30), aspects=("overview", "materials"))).stop()
    (row,) = rows(url, TURN_LOG)
    assert (row["channel"], row["status"], row["item"], row["ms"]) == ("widget", "answered", 28, 3.5)
    assert (row["aspects"], row["question"], row["asked_back"]) == ("overview,materials", "失业金怎么领", 0)
    assert len(row["day"]) == 10


# (status, question, minutes after the first, reported) → what the review queue holds: reason, question, note.
NOTICED: dict[str, tuple[list[tuple[str, str, float, bool]], list[tuple[str, str, str | None]]]] = {
    "a refusal": ([("out_of_scope", "医保怎么报销", 0, False)], [("refused", "医保怎么报销", None)]),
    "an answer": ([("answered", "失业金怎么领", 0, False)], []),
    "one question back": ([("clarify", "养老转移", 0, False), ("answered", "职工的", 1, False)], []),
    "two in a row": (
        [("clarify", "养老转移", 0, False), ("clarify", "不知道", 1, False), ("clarify", "不清楚", 2, False)],
        [("unclear", "养老转移", "不知道")],
    ),
    "two, but the second is another day's": ([("clarify", "养老转移", 0, False), ("clarify", "卡", 31, False)], []),
    "a report": (
        [("answered", "失业金怎么领", 0, False), ("complaint", "你说错了", 1, True)],
        [("correction", "失业金怎么领", "你说错了")],
    ),
    "a report out of nothing": ([("complaint", "网上写错了", 0, True)], [("correction", "网上写错了", None)]),
    "nothing was said": ([("chitchat", "", 0, False), ("out_of_scope", "", 1, False)], []),
}


@pytest.mark.parametrize(("said", "noticed"), NOTICED.values(), ids=NOTICED)
def test_what_the_review_queue_gets(url: str, said: list[Any], noticed: list[Any]) -> None:
    turns = [turn(status, text, after=minutes * 60, reported=reported) for status, text, minutes, reported in said]
    kept(url, *turns, turn("clarify", "别人的话", person="q")).stop()
    assert [(row["reason"], row["question"], row["note"]) for row in rows(url, REVIEW)] == noticed


def test_forgetting_takes_words_and_person_out_everywhere(url: str) -> None:
    log = kept(url, turn("out_of_scope", "秘密的话"), turn("out_of_scope", "别人的话", person="q"))
    queue = Review(database.connect(url), lambda sender: sender)

    async def story() -> None:
        mine = [entry.id for entry in await queue.open() if entry.question == "秘密的话"]
        from bot.store.review import Decision

        await queue.decide(Decision("outside", None, "", dict.fromkeys(mine, "秘密的话")), "专家")
        log.put(turn("out_of_scope", "秘密的话二"))  # still waits to be written when it is to be forgotten
        await log.forget("p")
        assert [entry.question for entry in await queue.open()] == ["别人的话"]
        assert await queue.to_export() == ()

    asyncio.run(story())
    log.stop()
    everything = f"{rows(url, TURN_LOG)}{rows(url, REVIEW)}"
    assert "秘密" not in everything
    assert "别人的话" in everything
    assert [row["person"] for row in rows(url, TURN_LOG)] == [None, "q", None]
    assert len(rows(url, TURN_LOG)) == 3


def test_old_turns_go(url: str) -> None:
    kept(url, turn("answered", "早先的", after=-181 * 86400), turn("answered", "刚才的")).stop()
    assert [row["question"] for row in rows(url, TURN_LOG)] == ["刚才的"]


def test_what_cannot_be_written_is_one_line_and_the_rest_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    done: list[int] = []

    def work(jobs: list[int]) -> None:
        if 1 in jobs:
            raise OSError("disk")
        done.extend(jobs)

    later: Later[int] = Later(work, "notes")
    later.put(1)
    later.after_all(lambda: None).result()
    later.put(2)
    later.stop()
    later.put(3)
    later.stop()
    assert done == [2, 3]
    assert [record.getMessage() for record in caplog.records] == ["notes: 1 could not be written: OSError"]


def test_a_deletion_that_fails_is_not_kept_quiet() -> None:
    def fails() -> None:
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        Later[int](lambda _: None, "notes").after_all(fails).result()


def test_writing_takes_no_time_of_an_answer(url: str) -> None:
    log = TurnLog(database.connect(url), 180, 30)
    began = time.perf_counter()
    for n in range(500):
        log.put(turn("answered", f"问题{n}", person=str(n)))
    spent = time.perf_counter() - began
    log.stop()
    assert len(rows(url, TURN_LOG)) == 500
    assert spent < 0.5
