"""The accounts of the centre's own people. A password is kept as its argon2 hash alone."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from secrets import token_hex
from typing import Any, Literal, get_args

import sqlalchemy as sa

Role = Literal["agent", "expert", "manager"]
ROLES: tuple[str, ...] = get_args(Role)
LONGEST_NAME = 64
_METADATA = sa.MetaData()
USERS = sa.Table(
    "users",
    _METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(64), nullable=False, unique=True),
    sa.Column("role", sa.String(16), nullable=False),
    sa.Column("password", sa.String(255), nullable=False),
    sa.Column("stamp", sa.String(32), nullable=False),
    sa.Column("added_at", sa.Float, nullable=False),
)


@dataclass(frozen=True)
class User:
    """An account. ``stamp`` changes with the password and at a logout; a session that bears another has ended."""

    id: int
    name: str
    role: str
    stamp: str


class Users:
    """The accounts in a database. Passwords come here as hashes."""

    def __init__(self, engine: sa.engine.Engine) -> None:
        self._engine = engine

    async def all(self) -> tuple[User, ...]:
        """Every account, by name."""
        return await asyncio.to_thread(self._all)

    async def get(self, number: int) -> User | None:
        """The account of that number; None once it is removed."""
        return await asyncio.to_thread(self._get, number)

    async def find(self, name: str) -> tuple[User, str] | None:
        """The account of that name with its password's hash; None where there is none."""
        return await asyncio.to_thread(self._find, name)

    async def add(self, name: str, role: str, hashed: str) -> User:
        """A new account. Raises ValueError where the name or the role will not do, or the name is taken."""
        return await asyncio.to_thread(self._add, name, role, hashed)

    async def change_password(self, name: str, hashed: str) -> None:
        """Replaces the password and ends every session of the account. Raises ValueError for an unknown name."""
        await asyncio.to_thread(self._change, name, {"password": hashed, "stamp": token_hex(16)})

    async def rehash(self, name: str, hashed: str) -> None:
        """Keeps a new hash of the same password; sessions go on. Raises ValueError for an unknown name."""
        await asyncio.to_thread(self._change, name, {"password": hashed})

    async def end_sessions(self, name: str) -> None:
        """Ends every session of the account. Raises ValueError for an unknown name."""
        await asyncio.to_thread(self._change, name, {"stamp": token_hex(16)})

    async def remove(self, name: str) -> None:
        """Removes the account. Raises ValueError for an unknown name."""
        await asyncio.to_thread(self._remove, name)

    def _all(self) -> tuple[User, ...]:
        with self._engine.connect() as connection:
            return tuple(_user(row) for row in connection.execute(sa.select(USERS).order_by(USERS.c.name)))

    def _get(self, number: int) -> User | None:
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(USERS).where(USERS.c.id == number)).first()
        return _user(row) if row else None

    def _find(self, name: str) -> tuple[User, str] | None:
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(USERS).where(USERS.c.name == name)).first()
        return (_user(row), row.password) if row else None

    def _add(self, name: str, role: str, hashed: str) -> User:
        if not name.strip() or name != name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
            raise ValueError(f"用户名应为 1 到 {LONGEST_NAME} 个字，首尾没有空格")
        if role not in ROLES:
            raise ValueError(f"角色只有 {'、'.join(ROLES)}")
        row = {"name": name, "role": role, "password": hashed, "stamp": token_hex(16), "added_at": time.time()}
        try:
            with self._engine.begin() as connection:
                connection.execute(sa.insert(USERS).values(row))
        except sa.exc.IntegrityError:
            raise ValueError(f"已经有用户 {name}；改密码用 qingfeng user password {name}") from None
        found = self._find(name)
        assert found
        return found[0]

    def _change(self, name: str, values: dict[str, str]) -> None:
        with self._engine.begin() as connection:
            changed = connection.execute(sa.update(USERS).where(USERS.c.name == name).values(values)).rowcount
        _known(changed, name)

    def _remove(self, name: str) -> None:
        with self._engine.begin() as connection:
            removed = connection.execute(sa.delete(USERS).where(USERS.c.name == name)).rowcount
        _known(removed, name)


def _known(rows: int, name: str) -> None:
    if not rows:
        raise ValueError(f"没有用户 {name}；qingfeng user list 列出全部")


def _user(row: Any) -> User:
    return User(row.id, row.name, row.role, row.stamp)
