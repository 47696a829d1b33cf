"""``qingfeng db``: the database's tables."""

from __future__ import annotations

import click

from bot.settings import Settings
from bot.store import database


@click.group(help="数据库：升级表结构。", no_args_is_help=True)
def db() -> None:
    """The group of commands."""


@db.command(help="建表，或把表升到这一版；数据不丢。")
def upgrade() -> None:
    """Brings the database of the settings up to date."""
    database.upgrade(Settings().database())
    click.echo("数据库的表已是这一版")
