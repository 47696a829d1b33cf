"""The database of QINGFENG_DATABASE_URL, or a SQLite file under ``var``."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

# Any number will do, as long as every process of ours takes the same.
_CREATING = 5_005_001


def engine(url: str) -> Any:
    """An engine for that address. SQLite writes ahead; a server's dead connections are noticed."""
    if url.startswith("postgres://"):  # how hosting panels write it; SQLAlchemy 1.4 no longer reads it
        url = "postgresql://" + url.removeprefix("postgres://")
    made = sa.create_engine(url, future=True, pool_pre_ping=not url.startswith("sqlite"))
    if made.dialect.name == "sqlite":
        sa.event.listen(made, "connect", _write_ahead)
    return made


def create(made: Any, tables: Any) -> None:
    """Creates what is missing of the tables, though two processes start at once."""
    with made.begin() as connection:
        if made.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_CREATING)))
        tables.create_all(connection)


def scrub(made: Any) -> None:
    """After a deletion: takes what was deleted out of SQLite's journal too."""
    if made.dialect.name == "sqlite":
        with made.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _write_ahead(connection: Any, _: Any) -> None:
    """Readers do not wait for writers; a crash of the machine may cost the last turn, never the file.

    What is deleted is overwritten.
    """
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA secure_delete=ON")
