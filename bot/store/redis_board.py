"""The board in Redis, for several processes behind one address."""

from __future__ import annotations

from typing import Any

from redis.asyncio import Redis

NAMESPACE = "qingfeng:"
# Redis runs a script as one step.
_PUT_ONCE = """
local there = redis.call('GET', KEYS[1])
if there then return there end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return false
"""
_SWAP = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1
"""
_COUNT = """
local number = redis.call('INCR', KEYS[1])
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return number
"""
_JOIN = """
local place = redis.call('RPUSH', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return place
"""


class RedisBoard:
    """See Board. Connects at the first call, in the event loop that makes it."""

    def __init__(self, url: str) -> None:
        self._redis: Any = Redis.from_url(url, decode_responses=True, socket_timeout=3, socket_connect_timeout=3)
        self._put_once, self._swap, self._count, self._join = map(
            self._redis.register_script, (_PUT_ONCE, _SWAP, _COUNT, _JOIN)
        )

    async def put_once(self, key: str, value: str, seconds: float) -> str | None:
        """See Board."""
        there: str | None = await self._put_once([NAMESPACE + key], [value, _ms(seconds)])
        return there

    async def swap(self, key: str, old: str, new: str, seconds: float) -> bool:
        """See Board."""
        return bool(await self._swap([NAMESPACE + key], [old, new, _ms(seconds)]))

    async def put(self, key: str, value: str, seconds: float) -> None:
        """See Board."""
        await self._redis.set(NAMESPACE + key, value, px=_ms(seconds))

    async def get(self, key: str) -> str | None:
        """See Board."""
        value: str | None = await self._redis.get(NAMESPACE + key)
        return value

    async def count(self, key: str, seconds: float) -> int:
        """See Board."""
        return int(await self._count([NAMESPACE + key], [_ms(seconds)]))

    async def join(self, queue: str, member: str, seconds: float) -> int:
        """See Board."""
        return int(await self._join([NAMESPACE + queue], [member, _ms(seconds)]))

    async def head(self, queue: str) -> str | None:
        """See Board."""
        member: str | None = await self._redis.lindex(NAMESPACE + queue, 0)
        return member

    async def leave(self, queue: str, member: str) -> None:
        """See Board."""
        await self._redis.lrem(NAMESPACE + queue, 0, member)

    async def forget(self, prefix: str) -> None:
        """See Board."""
        async for key in self._redis.scan_iter(match=f"{NAMESPACE}{prefix}*", count=1000):
            await self._redis.delete(key)

    async def close(self) -> None:
        """See Board."""
        await self._redis.close()


def _ms(seconds: float) -> int:
    return max(1, int(seconds * 1000))
