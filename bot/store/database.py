"""The one database: where it is, how it is opened, and that its tables are of this version."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.pool import StaticPool

IN_MEMORY = "sqlite://"
UNREACHABLE = "连不上数据库：请检查 QINGFENG_DATABASE_URL 和数据库是否开着"
_UPGRADING = 5_005_002  # any number will do, as long as every process of ours takes the same
_MIGRATIONS = Path(__file__).with_name("migrations")


def connect(url: str) -> sa.engine.Engine:
    """The engine of that database, one a process, with tables of this version.

    SQLite, and a database without tables, are brought up to date here. Raises RuntimeError where another is not.
    """
    return _connected(url) if url != IN_MEMORY else _current_engine(url)


def _current_engine(url: str) -> sa.engine.Engine:
    engine = _engine(url)
    if engine.dialect.name == "sqlite" or not (found := _current(engine)):
        _upgrade(engine)
    elif found != set(ScriptDirectory.from_config(_config()).get_heads()):
        raise RuntimeError("数据库的表不是这一版的：请先运行 qingfeng db upgrade")
    return engine


_connected = cache(_current_engine)


def alone(engine: sa.engine.Engine) -> AbstractContextManager[Any]:
    """What to hold while the engine is used: a database in memory is one connection, which threads take in turn."""
    return Lock() if isinstance(engine.pool, StaticPool) else nullcontext()


def scrub(engine: sa.engine.Engine) -> None:
    """After a deletion: takes what was deleted out of SQLite's journal too."""
    if engine.dialect.name == "sqlite" and not isinstance(engine.pool, StaticPool):
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def upgrade(url: str) -> None:
    """Makes or alters the tables until they are of this version; data stay. Raises RuntimeError out of reach."""
    engine = _engine(url)
    try:
        _upgrade(engine)
    except sa.exc.OperationalError as error:
        raise RuntimeError(UNREACHABLE) from error
    finally:
        engine.dispose()


def _engine(url: str) -> sa.engine.Engine:
    if url.startswith("postgres://"):  # how hosting panels write it; SQLAlchemy 1.4 no longer reads it
        url = "postgresql://" + url.removeprefix("postgres://")
    if url == IN_MEMORY:  # each further connection would find it empty
        return sa.create_engine(url, future=True, poolclass=StaticPool, connect_args={"check_same_thread": False})
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
    """Readers do not wait for writers; a crash of the machine may cost the last turn, never the file.

    What is deleted is overwritten.
    """
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA secure_delete=ON")
