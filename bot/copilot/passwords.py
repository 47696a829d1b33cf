"""Passwords: argon2id hashes, and a check that takes as long where there is nobody of that name."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 10
LONGEST = 256
_HASHER = PasswordHasher()  # RFC 9106, the low-memory choice: 64 MiB, three passes
_THREADS = ThreadPoolExecutor(2, "password")  # each check takes 64 MiB and a core for a while


def hashed(password: str) -> str:
    """The hash to keep. Raises ValueError for a password that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise ValueError(f"密码应为 {SHORTEST} 到 {LONGEST} 个字符")
    return _HASHER.hash(password)


async def matches(kept: str | None, password: str) -> bool:
    """Whether the password is the one of the hash; without a hash it is compared all the same, and is wrong."""
    given = password[: LONGEST + 1]
    right = await asyncio.get_running_loop().run_in_executor(_THREADS, _verified, kept or _nobody(), given)
    return right and kept is not None


def outdated(kept: str) -> bool:
    """Whether the hash was made with weaker parameters than today's."""
    return _HASHER.check_needs_rehash(kept)


def _verified(kept: str, password: str) -> bool:
    try:
        return _HASHER.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    return _HASHER.hash("nobody has this password")
