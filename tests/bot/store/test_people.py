"""Accounts, wrong tries and the audit log, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest

from bot.store import database
from bot.store.audit import Audit
from bot.store.tries import Tries
from bot.store.users import Users
from tests.bot.store.test_database import url

__all__ = ["url"]


def test_accounts_come_change_and_go(url: str) -> None:
    users = Users(database.connect(url))

    async def story() -> None:
        first = await users.add("坐席01", "agent", "hash")
        await users.add("李强", "manager", "hash")
        assert {user.name for user in await users.all()} == {"坐席01", "李强"}
        assert await users.find("坐席01") == (first, "hash")
        await users.change_password("坐席01", "other")
        changed = await users.get(first.id)
        assert changed
        assert changed.stamp != first.stamp
        await users.rehash("坐席01", "better")
        assert await users.find("坐席01") == (changed, "better")
        await users.remove("坐席01")
        assert await users.get(first.id) is None
        assert await users.find("坐席01") is None

    asyncio.run(story())


BAD = [
    ("坐席01", "agent", "已经有"),
    ("", "agent", "用户名"),
    (" 甲", "agent", "用户名"),
    ("x" * 65, "agent", "用户名"),
]
BAD += [("a\nb", "agent", "用户名"), ("甲", "boss", "角色")]


@pytest.mark.parametrize(("name", "role", "says"), BAD)
def test_what_will_not_do(url: str, name: str, role: str, says: str) -> None:
    users = Users(database.connect(url))
    asyncio.run(users.add("坐席01", "agent", "hash"))
    with pytest.raises(ValueError, match=says):
        asyncio.run(users.add(name, role, "hash"))
    with pytest.raises(ValueError, match="user list"):
        asyncio.run(users.remove("没有这人"))


# Minutes at which a wrong password comes, and whether each is looked at.
TRIES = {
    "five at once, then the lock": ([0, 0, 0, 0, 0, 0, 14.9, 15.1], [1, 1, 1, 1, 1, 0, 0, 1]),
    "the lock runs from the fifth on": ([0, 1, 2, 3, 14, 16, 28.9, 29.1], [1, 1, 1, 1, 1, 0, 0, 1]),
    "slow ones never lock": ([0, 4, 8, 12, 16, 20, 24, 28], [1] * 8),
    "within the window by a hair": ([0, 3, 6, 9, 15, 15.1], [1, 1, 1, 1, 1, 0]),
    "just outside": ([0, 3, 6, 9, 15.1, 15.2], [1, 1, 1, 1, 1, 1]),
}


@pytest.mark.parametrize(("minutes", "looked_at"), TRIES.values(), ids=TRIES)
def test_wrong_tries_lock(url: str, minutes: list[float], looked_at: list[int]) -> None:
    now = [0.0]
    tries = Tries(database.connect(url), 5, 15, lambda: 1e9 + now[0] * 60)
    assert all(early <= late for early, late in pairwise(minutes))

    async def story() -> list[int]:
        seen = []
        for minute in minutes:
            now[0] = minute
            seen.append(int(await tries.begin("who") == 0))
            assert await tries.begin("somebody else") == 0
            await tries.clear("somebody else")
        return seen

    assert asyncio.run(story()) == looked_at


def test_many_at_once_do_not_slip_through(url: str) -> None:
    tries = Tries(database.connect(url), 5, 15)

    async def story() -> list[int]:
        return await asyncio.gather(*[tries.begin("who") for _ in range(30)])

    assert sum(wait == 0 for wait in asyncio.run(story())) == 5


def test_the_audit_log_is_read_from_the_newest(url: str) -> None:
    audit = Audit(database.connect(url))

    async def story() -> None:
        await audit.add("cli:root", "user_added", "坐席01", role="agent")
        await audit.add("坐席01", "login")
        newest, oldest = await audit.latest()
        assert (newest.who, newest.action, newest.details) == ("坐席01", "login", {})
        assert (oldest.about, oldest.details) == ("坐席01", {"role": "agent"})
        assert len(await audit.latest(1)) == 1

    asyncio.run(story())
