"""PostgreSQL and Redis for a test: a schema and a database of its own, empty before and after."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import psycopg2
import pytest
import redis

POSTGRES = os.environ.get("QINGFENG_TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/test")
REDIS = os.environ.get("QINGFENG_TEST_REDIS_URL", "redis://127.0.0.1:6379/15")


@contextmanager
def schema() -> Iterator[str]:
    """The address of an empty schema; skips where no PostgreSQL runs."""
    name = "wechat_" + os.urandom(4).hex()
    try:
        _execute(f"create schema {name}")
    except psycopg2.OperationalError:
        pytest.skip("没有 PostgreSQL")
    try:
        yield f"{POSTGRES}?options=-csearch_path%3D{name}"
    finally:
        _execute(f"drop schema {name} cascade")


def rows(url: str) -> list[str]:
    """Every row of every table of the schema, as text."""
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = current_schema()")
        found = []
        for (table,) in cursor.fetchall():
            cursor.execute(f'select t::text from "{table}" t')
            found += [row[0] for row in cursor.fetchall()]
    connection.close()
    return found


@contextmanager
def empty_redis() -> Iterator[str]:
    """The address of a Redis database of the tests, emptied of what is ours; skips where none runs."""
    try:
        _clear()
    except redis.RedisError:
        pytest.skip("没有 Redis")
    yield REDIS
    with suppress(redis.RedisError):
        _clear()


def notes() -> dict[str, Any]:
    """Everything in the Redis database."""
    client = redis.Redis.from_url(REDIS, decode_responses=True)
    read = {"string": client.get, "list": lambda key: client.lrange(key, 0, -1)}
    return {key: read[client.type(key)](key) for key in client.scan_iter()}


def _clear() -> None:
    client = redis.Redis.from_url(REDIS, socket_connect_timeout=1)
    for key in client.scan_iter(match="qingfeng:*"):
        client.delete(key)


def _execute(statement: str) -> None:
    connection = psycopg2.connect(POSTGRES, connect_timeout=2)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(statement)
    connection.close()
