"""Two processes on one board, in memory and in Redis: one runs a job, one takes over, nobody answers twice."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.channels.wechat import once as once_module
from bot.channels.wechat.once import Once
from bot.store.board import SWEEP_EVERY, Board, MemoryBoard
from bot.store.redis_board import NAMESPACE, RedisBoard

REDIS = os.environ.get("QINGFENG_TEST_REDIS_URL", "redis://127.0.0.1:6379/15")
Scene = Callable[[Board], Awaitable[Any]]


def _redis_runs() -> bool:
    import redis

    try:
        return bool(redis.Redis.from_url(REDIS, socket_connect_timeout=1).ping())
    except redis.RedisError:
        return False


@pytest.fixture(params=["memory", "redis"])
def on_board(request: pytest.FixtureRequest) -> Callable[[Scene], Any]:
    """Runs a scene on a board, with names of its own."""
    if request.param == "redis" and not _redis_runs():
        pytest.skip("没有 Redis")

    def run(scene: Scene) -> Any:
        async def played() -> Any:
            board: Board = MemoryBoard() if request.param == "memory" else RedisBoard(REDIS)
            await board.forget("")
            try:
                return await scene(board)
            finally:
                await board.forget("")
                await board.close()

        return asyncio.run(played())

    return run


def test_the_board(on_board: Any) -> None:
    async def scene(board: Board) -> None:
        assert await board.put_once("a", "1", 5) is None
        assert await board.put_once("a", "2", 5) == "1"
        assert not await board.swap("a", "2", "3", 5)
        assert await board.swap("a", "1", "3", 5)
        assert not await board.swap("missing", "", "3", 5)
        assert await board.get("a") == "3"
        assert [await board.count("n", 5), await board.count("n", 5)] == [1, 2]
        await board.put("short", "x", 0.05)
        await board.join("q", "x", 5)
        await board.join("q", "y", 5)
        assert await board.head("q") == "x"
        await board.leave("q", "x")
        assert await board.head("q") == "y"
        await board.leave("q", "y")
        assert await board.head("q") is None
        await asyncio.sleep(0.1)
        assert await board.get("short") is None
        assert await board.put_once("short", "y", 5) is None
        await board.put("person:1", "x", 5)
        await board.join("person:queue", "x", 5)
        await board.forget("person:")
        assert (await board.get("person:1"), await board.head("person:queue")) == (None, None)
        assert await board.get("a") == "3"

    on_board(scene)


def test_memory_does_not_grow_with_what_has_expired() -> None:
    async def scene() -> int:
        board = MemoryBoard()
        for n in range(3 * SWEEP_EVERY):
            await board.put(str(n), "x", 0)
        return len(board._notes)

    assert asyncio.run(scene()) <= SWEEP_EVERY


def test_the_first_runs_it_and_both_know_the_reply(on_board: Any) -> None:
    async def scene(board: Board) -> None:
        one, other = Once(board), Once(board)
        first, second = await one.arrive("p", "k"), await other.arrive("p", "k")
        assert (first.mine, second.mine) == (True, False)
        assert (await one.newest(first), await other.newest(second)) == (False, True)
        assert await other.reply(second) is None
        assert not await other.take_over(second)
        assert await one.finish(first, "答") == "passive"
        assert await other.reply(second) == "答"
        assert not await other.late(second)
        await one.stop()
        await other.stop()

    on_board(scene)


def test_a_try_that_was_hung_up_on_does_not_count_as_the_newest(on_board: Any) -> None:
    async def scene(board: Board) -> None:
        one = Once(board)
        live, read_late = await one.arrive("p", "k"), await one.arrive("p", "k")
        assert not await one.newest(live)
        await one.hang_up(read_late)
        assert await one.newest(live)
        await one.stop()

    on_board(scene)


def test_past_the_deadline_it_is_late_once(on_board: Any) -> None:
    async def scene(board: Board) -> None:
        one = Once(board)
        ticket = await one.arrive("p", "k")
        assert await one.late(ticket)
        assert await one.late(ticket)
        assert await one.finish(ticket, "答") == "late"
        assert await one.reply(ticket) == ""
        await one.stop()

    on_board(scene)


def test_a_job_of_a_process_that_is_gone_is_taken_over_by_one(on_board: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(once_module, "ALIVE_SECONDS", 0.1)
    monkeypatch.setattr(once_module, "BEAT_SECONDS", 0.03)

    async def scene(board: Board) -> None:
        gone, one, other = Once(board), Once(board), Once(board)
        lost = await gone.arrive("p", "k")
        mine, theirs = await one.arrive("p", "k"), await other.arrive("p", "k")
        await asyncio.sleep(0.3)
        assert not await one.take_over(mine), "a process that beats is not gone"
        await gone.stop()
        await asyncio.sleep(0.3)
        assert sorted([await one.take_over(mine), await other.take_over(theirs)]) == [False, True]
        assert await gone.finish(lost, "答") == "lost"
        await one.stop()
        await other.stop()

    on_board(scene)


def test_a_person_that_left_meanwhile_is_noticed(on_board: Any) -> None:
    async def scene(board: Board) -> None:
        one = Once(board)
        ticket = await one.arrive("p", "k")
        await board.forget("p:")
        assert await one.finish(ticket, "答") == "forgotten"
        assert await board.get(ticket.job) is None
        await one.stop()

    on_board(scene)


def test_turns_go_over_processes_and_past_one_that_is_gone(on_board: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(once_module, "ALIVE_SECONDS", 0.1)
    monkeypatch.setattr(once_module, "BEAT_SECONDS", 0.03)

    async def scene(board: Board) -> list[str]:
        gone, one, other = Once(board), Once(board), Once(board)
        await gone.arrive("p", "0")
        ended = []

        async def run(who: Once, key: str) -> None:
            ticket = await who.arrive("p", key)
            await who.turn(ticket)
            await asyncio.sleep(0.1)
            ended.append(key)
            await who.finish(ticket, "答")
            await who.leave(ticket)

        first = asyncio.create_task(run(one, "1"))
        await asyncio.sleep(0.02)
        second = asyncio.create_task(run(other, "2"))
        await asyncio.sleep(0.1)
        assert ended == []
        await gone.stop()
        await asyncio.gather(first, second)
        await one.stop()
        await other.stop()
        return ended

    assert on_board(scene) == ["1", "2"]


def test_everything_in_redis_has_its_end() -> None:
    if not _redis_runs():
        pytest.skip("没有 Redis")

    async def scene() -> list[int]:
        board, one = RedisBoard(REDIS), None
        one = Once(board)
        ticket = await one.arrive("p", "k")
        await one.finish(ticket, "答")
        left = [await board._redis.ttl(key) async for key in board._redis.scan_iter(match=f"{NAMESPACE}*")]
        await one.stop()
        await board.forget("")
        await board.close()
        return left

    left = asyncio.run(scene())
    assert len(left) >= 4
    assert min(left) >= 0
