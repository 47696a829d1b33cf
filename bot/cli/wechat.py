"""``qingfeng wechat``: the menu of the public account, and what is wrong with its connection."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.channels.wechat import menu
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.channels.wechat.platform import Platform


@click.group(help="微信公众号：菜单、连接检查。", no_args_is_help=True)
def wechat() -> None:
    """The group of commands."""


@wechat.group("menu", help="公众号底部的菜单。", no_args_is_help=True)
def menu_() -> None:
    """The group of the menu's commands."""


@menu_.command(help="校验菜单文件并推送到公众平台。")
@click.option("--file", type=click.Path(path_type=Path), default=menu.FILE, help="菜单的 YAML 文件，默认用自带的。")
def push(file: Path) -> None:
    """Replaces the account's menu."""
    made = menu.load(file)
    _ask(lambda platform: platform.call("POST", "/cgi-bin/menu/create", made))
    click.echo(f"已推送 {len(made['button'])} 个一级菜单；市民重新进入公众号即可看到，最迟 24 小时")


@menu_.command(help="显示公众平台上现在的菜单。")
def show() -> None:
    """Prints the account's menu as JSON."""
    found = _ask(lambda platform: platform.call("GET", "/cgi-bin/get_current_selfmenu_info"))
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))


@wechat.command(help="检查令牌、密钥、时钟、平台和接收地址，逐条说怎么改。")
@click.option("--address", default=None, help="接收地址，默认查本机；可给公网地址。")
def check(address: str | None) -> None:
    """Prints each finding; exit status 2 where one needs a remedy."""
    settings = Settings()
    address = address or f"http://{settings.host}:{settings.port}/webhooks/wechat"
    bad = asyncio.run(_examined(settings, address))
    if bad:
        raise RuntimeError(f"有 {bad} 处要改，见上面的“→”")
    click.echo("都没有问题")


async def _examined(settings: Settings, address: str) -> int:
    from bot.channels.wechat import doctor

    bad = 0
    async for finding in doctor.examine(settings, address):
        mark, remedy = ("✗", f" → {finding.remedy}") if finding.remedy else ("✓", "")
        click.echo(f"{mark} {finding.name}：{finding.found}{remedy}")
        bad += bool(finding.remedy)
    return bad


def _ask(call: Callable[[Platform], Awaitable[dict[str, Any]]]) -> dict[str, Any]:
    settings = Settings()
    if not (settings.wechat_app_id and settings.wechat_app_secret):
        raise ValueError("要先设 QINGFENG_WECHAT_APP_ID 和 QINGFENG_WECHAT_APP_SECRET")

    import httpx

    from bot.channels.wechat.platform import Platform
    from bot.store.board import MemoryBoard

    async def asked() -> dict[str, Any]:
        platform = Platform(settings, MemoryBoard())
        try:
            return await call(platform)
        except httpx.HTTPError as error:
            raise RuntimeError("连不上公众平台；请检查网络和 QINGFENG_WECHAT_API_URL") from error
        finally:
            await platform.close()

    return asyncio.run(asked())
