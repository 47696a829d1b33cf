"""``qingfeng user``: accounts for the copilot. Passwords are typed, never given as an argument."""

from __future__ import annotations

import asyncio
import getpass
from collections.abc import Awaitable, Callable

import click

from bot.settings import Settings
from bot.store import database
from bot.store.users import ROLES, Users

_SAYS = {"agent": "坐席", "expert": "业务专家", "manager": "管理人员"}


@click.group(help="工作人员的账号：开、列、改密码、删。", no_args_is_help=True)
def user() -> None:
    """The group of commands."""


@user.command(help="开一个账号；密码要输入两次，至少 10 个字符。")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), required=True, help="agent 坐席，expert 业务专家，manager 管理人员。")
def add(name: str, role: str) -> None:
    """Asks for the password, then adds the account."""
    secret = _hashed()
    _run(lambda users: users.add(name, role, secret), "user_added", name, role=role)
    click.echo(f"已开账号 {name}（{_SAYS[role]}），请到 /copilot/ 登录")


@user.command("list", help="列出全部账号。")
def list_() -> None:
    """One line an account."""
    for one in asyncio.run(Users(database.connect(Settings().database())).all()):
        click.echo(f"{one.name}\t{one.role}\t{_SAYS[one.role]}")


@user.command(help="换密码：原来的登录全部失效，锁定解除。")
@click.argument("name")
def password(name: str) -> None:
    """Asks for the new password, then replaces it."""
    secret = _hashed()
    _run(lambda users: users.change_password(name, secret), "password_changed", name, unlock=True)
    click.echo(f"{name} 的密码已换，原来的登录已失效")


@user.command(help="删去账号：登录立即失效。")
@click.argument("name")
def remove(name: str) -> None:
    """Removes the account."""
    _run(lambda users: users.remove(name), "user_removed", name)
    click.echo(f"已删去账号 {name}")


def _hashed() -> str:
    from bot.copilot import passwords

    typed = click.prompt(f"密码（至少 {passwords.SHORTEST} 个字符）", hide_input=True, confirmation_prompt="再输一次")
    return passwords.hashed(typed)


def _run(
    change: Callable[[Users], Awaitable[object]], action: str, name: str, unlock: bool = False, **more: str
) -> None:
    """Does it, and notes who did it on this machine."""
    from bot.keyed import Keyed
    from bot.store.audit import Audit
    from bot.store.tries import Tries

    settings = Settings()
    engine = database.connect(settings.database())

    async def done() -> None:
        await change(Users(engine))
        if unlock:
            await Tries(engine, settings.login_tries, settings.login_minutes).clear(Keyed(settings).name(name))
        await Audit(engine).add(f"cli:{getpass.getuser()}", action, name, **more)

    asyncio.run(done())
