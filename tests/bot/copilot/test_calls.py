"""Open calls: each agent's own, changed by several processes at once, gone when they end."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from bot.channels.api import BadRequestError
from bot.copilot.calls import MOST, Call, OpenCalls
from bot.store.board import Board, MemoryBoard
from tests.bot.wechat.shared import empty_redis


@pytest.fixture(params=["memory", "redis"])
def board(request: pytest.FixtureRequest) -> Iterator[Board]:
    if request.param == "memory":
        yield MemoryBoard()
        return
    from bot.store.redis_board import RedisBoard

    with empty_redis() as url:
        yield RedisBoard(url)


def test_calls_are_their_agents_own(board: Board) -> None:
    async def story() -> None:
        calls = OpenCalls(board)
        one = await calls.open("1")
        with pytest.raises(BadRequestError) as refused:
            await calls.get("2", one.id)
        assert refused.value.status == 404
        with pytest.raises(BadRequestError):
            await calls.change("2", one.id, item=28)
        assert await calls.of("2") == ()
        assert await calls.of("1") == (one,)
        await board.close()

    asyncio.run(story())


def test_a_change_is_a_new_version_and_no_change_is_none(board: Board) -> None:
    async def story() -> None:
        calls = OpenCalls(board)
        one = await calls.open("1")
        changed = await calls.change("1", one.id, fragments=("失业金",), ticked={"leaving": "own_will"})
        assert (changed.version, changed.fragments) == (1, ("失业金",))
        assert await calls.change("1", one.id, fragments=("失业金",)) == changed
        assert await OpenCalls(board).of("1") == (changed,)
        await calls.close("1", one.id)
        assert await calls.of("1") == ()
        await board.close()

    asyncio.run(story())


def test_changes_at_once_are_all_kept(board: Board) -> None:
    async def story() -> None:
        calls = [OpenCalls(board) for _ in range(MOST)]
        await asyncio.gather(*(each.open("1") for each in calls))
        assert len(await calls[0].of("1")) == MOST
        with pytest.raises(BadRequestError, match="最多"):
            await calls[0].open("1")
        await board.close()

    asyncio.run(story())


TEXTS = [
    ((), "", 10),
    (("失业金", "怎么领"), "失业金，怎么领", 10),
    (("前面说的很多话", "失业金", "怎么领"), "失业金，怎么领", 10),
    (("一二三四五六七八九十零",), "二三四五六七八九十零", 10),
]


@pytest.mark.parametrize(("fragments", "text", "longest"), TEXTS)
def test_of_a_long_call_the_last_fragments_count(fragments: tuple[str, ...], text: str, longest: int) -> None:
    assert Call("a", 0.0, fragments).text(longest) == text
