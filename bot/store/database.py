"""The one database: where it is, how it is opened, and that its tables are of this version."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.pool import StaticPool

UNREACHABLE = "连不上数据库：请检查 QINGFENG_DATABASE_URL 和数据库是否开着"
_UPGRADING = 5_005_002  # any number will do, as long as every process of ours takes the same
_MIGRATIONS = Path(__file__).with_name("migrations")


def connect(url: str) -> sa.engine.Engine:
    """The engine of that database, with tables of this version; a new one for each database in memory.

    An SQLite file is brought up to date here. Raises RuntimeError where another database is not.
    """
    return _ready(url) if in_memory(url) else _shared(url)


def in_memory(url: str) -> bool:
    """Whether the database lives in one connection, which threads must take in turn."""
    parts = sa.engine.make_url(url)
    return parts.drivername.startswith("sqlite") and parts.database in (None, "", ":memory:")


def upgrade(url: str) -> None:
    """Makes or alters the tables until they are of this version; data stay. Raises RuntimeError out of reach."""
    engine = _engine(url)
    try:
        _upgrade(engine)
    except sa.exc.OperationalError as error:
        raise RuntimeError(UNREACHABLE) from error
    finally:
        engine.dispose()


def _ready(url: str) -> sa.engine.Engine:
    engine = _engine(url)
    if engine.dialect.name == "sqlite":
        _upgrade(engine)
    elif _current(engine) != set(ScriptDirectory.from_config(_config()).get_heads()):
        raise RuntimeError("数据库的表不是这一版的：请先运行 qingfeng db upgrade")
    return engine


_shared = cache(_ready)


def _engine(url: str) -> sa.engine.Engine:
    if url.startswith("postgres://"):  # how hosting panels write it; SQLAlchemy 1.4 no longer reads it
        url = "postgresql://" + url.removeprefix("postgres://")
    if in_memory(url):
        shared = {"check_same_thread": False}
        return sa.create_engine(url, future=True, poolclass=StaticPool, connect_args=shared)
    engine = sa.create_engine(url, future=True, pool_pre_ping=not url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _write_ahead)
    return engine


def _upgrade(engine: sa.engine.Engine) -> None:
    config = _config()
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":  # two may be upgrading at once
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_UPGRADING)))
        config.attributes["connection"] = connection
        command.upgrade(config, "heads")


def _current(engine: sa.engine.Engine) -> set[str]:
    try:
        with engine.connect() as connection:
            return set(MigrationContext.configure(connection).get_current_heads())
    except sa.exc.OperationalError as error:
        raise RuntimeError(UNREACHABLE) from error


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def _write_ahead(connection: Any, _: Any) -> None:
    """Readers do not wait for writers; a crash of the machine may cost the last turn, never the file."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
