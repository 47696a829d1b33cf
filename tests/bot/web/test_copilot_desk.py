"""The staff's pages in a real browser: axe in light, dark and on a phone; login, a decision and a look by keyboard."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.settings import Settings
from bot.store import database
from bot.store.turnlog import Turn, TurnLog
from tests.bot.copilot.conftest import PASSWORD, app, staff
from tests.bot.web.test_access import violations
from tests.bot.wechat.served import serving

SAID = ["公积金怎么提取", "公积金提取需要啥", "失业<b>金"]
MODES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}},
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Filled before the browser starts: while it lives, no event loop may be run here."""
    settings = Settings(var=tmp_path_factory.mktemp("var"))
    staff(settings)
    log = TurnLog(database.connect(settings.database()), 180, 30)
    for n, text in enumerate(SAID * 4):
        at = time.time() - n * 40_000
        log.put(Turn(at, "widget", "out_of_scope", None, (28,), (), 5.0, text, str(n)))
    log.stop()
    with serving(app(settings)) as address:
        yield address


@pytest.fixture
def page_as(desk: str, browser: Browser) -> Iterator[Any]:
    contexts, errors = [], []

    def opened(role: str, path: str, **options: Any) -> Page:
        context = browser.new_context(locale="zh-CN", **options)
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto(f"{desk}{path}")
        expect(page.get_by_label("姓名")).to_be_focused()
        page.keyboard.type(role)
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{desk}{path}", timeout=120_000)  # the encoder is loaded at the first look
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [error for error in errors if "40" not in error] == []  # no picture here, and a page that is refused


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing(page_as: Any, mode: str) -> None:
    page = page_as("manager", "/copilot/insights", **MODES[mode])
    expect(page.locator(".chart svg").first).to_be_visible()
    assert violations(page) == []
    for path in ("/copilot/review", "/copilot/audit"):
        page.goto(page.url.split("/copilot")[0] + path)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_role("heading", name="工作人员登录")).to_be_visible()
    assert violations(page) == []


def test_an_expert_decides_by_keyboard(page_as: Any) -> None:
    page = page_as("expert", "/copilot/review")
    group = page.locator(".group", has_text="失业<b>金")
    group.get_by_label("句子（可改）").fill("失业金有多少")
    group.get_by_label("归到哪一项").focus()
    page.keyboard.press("ArrowDown")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("已处理 4 条。")
    expect(page.locator(".decided")).to_contain_text("第 28 项 失业保险金申领")
    page.get_by_role("button", name="撤回：失业金有多少").click()
    expect(page.locator(".group", has_text="失业<b>金")).to_have_count(1)


def test_the_wrong_role_reads_why(page_as: Any, desk: str) -> None:
    page = page_as("expert", "/copilot/review")
    reply = page.goto(f"{desk}/copilot/insights")
    assert reply.status == 403
    expect(page.get_by_role("alert")).to_have_text("您的账号没有打开这一页的权限")
    assert violations(page) == []
