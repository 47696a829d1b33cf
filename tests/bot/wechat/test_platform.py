"""The platform's interface: one token for all, renewed when it ends; refusals; the menu; the operator's check."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from bot.channels.wechat import menu
from bot.channels.wechat.platform import Platform, PlatformError
from bot.cli.main import cli
from bot.settings import Settings
from bot.store.board import Board, MemoryBoard
from tests.bot.wechat.conftest import KEY
from tests.bot.wechat.standin import Api


@pytest.fixture
def api() -> Iterator[Api]:
    with Api() as served:
        yield served


def with_platform(api: Api, scene: Callable[[Platform, Board], Any], secret: str = "secret") -> Any:
    settings = Settings(wechat_app_id="wx1", wechat_app_secret=secret, wechat_api_url=api.url)

    async def played() -> Any:
        board = MemoryBoard()
        platform = Platform(settings, board)
        try:
            return await scene(platform, board)
        finally:
            await platform.close()

    return asyncio.run(played())


def test_many_calls_at_once_fetch_one_token(api: Api) -> None:
    async def scene(platform: Platform, board: Board) -> None:
        other = Platform(platform._settings, board)
        await asyncio.gather(*(one.send_text("o", "你好") for one in (platform, other) * 5))
        await other.close()

    with_platform(api, scene)
    assert api.tokens == 1
    assert api.sent == [("o", "你好")] * 10


def test_a_token_that_ended_is_renewed(api: Api) -> None:
    async def scene(platform: Platform, board: Board) -> None:
        await platform.send_text("o", "一")
        api.tokens += 1  # somebody else fetched one: ours has ended
        await platform.send_text("o", "二")

    with_platform(api, scene)
    assert [text for _, text in api.sent] == ["一", "二"]


def test_a_busy_platform_is_asked_again(api: Api) -> None:
    api.refuse = [-1]
    with_platform(api, lambda platform, _: platform.send_text("o", "一"))
    assert (api.calls, len(api.sent)) == (2, 1)


def test_it_is_not_asked_for_ever(api: Api) -> None:
    api.refuse = [-1] * 10
    with pytest.raises(PlatformError):
        with_platform(api, lambda platform, _: platform.send_text("o", "一"))
    assert api.calls == 3


def test_a_refusal_has_its_code(api: Api) -> None:
    api.refuse = [45015]
    with pytest.raises(PlatformError) as refused:
        with_platform(api, lambda platform, _: platform.send_text("o", "一"))
    assert (refused.value.code, api.calls) == (45015, 1)


def test_a_wrong_secret_does_not_hang(api: Api) -> None:
    with pytest.raises(PlatformError, match="40125"):
        with_platform(api, lambda platform, _: platform.send_text("o", "一"), secret="wrong")


def test_the_menu_that_is_shipped_fits() -> None:
    made = menu.load()
    assert 1 <= len(made["button"]) <= 3
    assert {row["type"] for top in made["button"] for row in top["sub_button"]} <= {"click", "view"}


ONE = {"name": "甲", "ask": "问"}
WRONG = {
    "nothing": [],
    "no list": {"name": "甲"},
    "four": [ONE] * 4,
    "six below": [{"name": "甲", "menu": [ONE] * 6}],
    "none below": [{"name": "甲", "menu": []}],
    "five characters": [{**ONE, "name": "五个字超长"}],
    "eight characters below": [{"name": "甲", "menu": [{**ONE, "name": "一二三四五六七八"}]}],
    "no name": [{"ask": "问"}],
    "neither": [{"name": "甲"}],
    "both": [{**ONE, "url": "https://a.cn"}],
    "no address": [{"name": "甲", "url": "a.cn"}],
    "a key too long": [{"name": "甲", "ask": "问" * 43}],
    "a word": ["甲"],
}


@pytest.mark.parametrize("entries", WRONG.values(), ids=WRONG)
def test_a_menu_that_does_not_fit_is_not_sent(tmp_path: Path, entries: Any) -> None:
    file = tmp_path / "menu.yml"
    file.write_text(yaml.safe_dump(entries, allow_unicode=True), "utf-8")
    with pytest.raises(menu.MenuError):
        menu.load(file)


def test_the_longest_that_fits(tmp_path: Path) -> None:
    file = tmp_path / "menu.yml"
    below = [{"name": "一二三四五六七", "ask": "问" * 42}, {"name": "网", "url": "https://a.cn"}]
    file.write_text(yaml.safe_dump([{"name": "一二三四", "menu": below * 2}] * 3, allow_unicode=True), "utf-8")
    assert len(menu.load(file)["button"]) == 3


def command(*words: str, **settings: str) -> Any:
    names = {f"QINGFENG_{name.upper()}": value for name, value in settings.items()}
    return CliRunner().invoke(cli, ["wechat", *words], env=names)


def test_push_then_show(api: Api) -> None:
    given = {"wechat_app_id": "wx1", "wechat_app_secret": "secret", "wechat_api_url": api.url}
    assert command("menu", "push", **given).exit_code == 0
    assert api.menu == menu.load()
    assert "失业金怎么领" in command("menu", "show", **given).output


def test_without_an_account_it_says_what_to_set() -> None:
    assert "QINGFENG_WECHAT_APP_ID" in str(command("menu", "push").exception)


def test_an_unreachable_platform_is_one_sentence() -> None:
    given = {"wechat_app_id": "wx1", "wechat_app_secret": "x", "wechat_api_url": "http://127.0.0.1:9"}
    assert "QINGFENG_WECHAT_API_URL" in str(command("menu", "push", **given).exception)


def test_check_finds_what_is_wrong(api: Api, tmp_path: Path) -> None:
    given = {
        "var": str(tmp_path),
        "wechat_token": "a b",
        "wechat_app_id": "wx1",
        "wechat_app_secret": "wrong",
        "wechat_aes_key": "short",
        "wechat_api_url": api.url,
        "redis_url": "redis://127.0.0.1:9",
    }
    done = command("check", "--address", "http://127.0.0.1:9/webhooks/wechat", **given)
    assert isinstance(done.exception, RuntimeError)
    wrong = {line[2:].split("：")[0] for line in done.output.splitlines() if line.startswith("✗")}
    assert wrong == {"令牌", "加密密钥", "签名密钥", "Redis", "平台接口", "接收地址"}
    assert all(" → " in line for line in done.output.splitlines() if line.startswith("✗"))
    assert "wrong" not in done.output


def test_check_is_content_with_what_is_well(api: Api, talk: Any, tmp_path: Path) -> None:
    given = {"wechat_app_secret": "secret", "wechat_api_url": api.url}

    async def checked(platform: Any) -> Any:
        address = f"{platform.addresses[0]}/webhooks/wechat"
        env = {**given, "var": str(tmp_path), "wechat_token": platform.account.token, "wechat_app_id": "wx1"}
        return await asyncio.to_thread(command, "check", "--address", address, **{**env, "wechat_aes_key": KEY})

    done = talk(checked, **given)
    assert done.output.count("✗") == 0, done.output
    assert "都没有问题" in done.output
