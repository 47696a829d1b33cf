"""The console in a real browser: a whole call by keyboard, facts that re-decide, agents apart, axe."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from bot.copilot import passwords
from bot.settings import Settings
from bot.store import database
from bot.store.calls import Calls, EndedCall
from bot.store.users import Users
from tests.bot.copilot.conftest import PASSWORD
from tests.bot.web.conftest import Opened
from tests.bot.web.test_access import violations

LogIn = Callable[..., Page]
# Ends what an earlier test left open.
FORGET = """async () => {
  const { calls } = await (await fetch("/api/v1/copilot/calls")).json();
  for (const call of calls) await fetch(`/api/v1/copilot/calls/${call.id}/end`, { method: "POST", body: "{}" });
}"""
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def elsewhere(story: Callable[[], Any]) -> Any:
    """What the coroutine gives: run in a thread of its own, for Playwright's loop runs in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(story())).result()


@pytest.fixture(scope="module")
def agents(address: str, var: Path) -> tuple[str, ...]:
    """Accounts on the server's database, and search read once."""
    users = Users(database.connect(Settings(var=var).database()))

    async def add() -> None:
        for name, role in (("甲", "agent"), ("乙", "agent"), ("丙", "manager")):
            await users.add(name, role, passwords.hashed(PASSWORD))

    elsewhere(add)
    return ("甲", "乙", "丙")


@pytest.fixture
def log_in(opened: Opened, agents: tuple[str, ...]) -> LogIn:
    """The console of that agent, with nothing left of an earlier call."""

    def logged_in(name: str = "甲", **options: Any) -> Page:
        page = opened("/copilot/login?next=%2Fcopilot%2F", panel=False, **{**CLIPBOARD, **options})
        page.get_by_label("姓名").fill(name)
        page.get_by_label("密码").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.locator("#calls .tab").first.wait_for()
        page.evaluate(FORGET)
        page.reload()
        page.locator("#calls .tab").first.wait_for()
        expect(page.locator("#typing")).to_be_focused()
        return page

    return logged_in


class Keys:
    """The keyboard, counting every stroke that is not one of the caller's words."""

    def __init__(self, page: Page) -> None:
        self.page, self.strokes = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.strokes += key.count("+") + 1

    def words(self, text: str) -> None:
        self.page.keyboard.type(text)


def end(page: Page) -> None:
    page.keyboard.press("Alt+q")
    page.locator(".summary").wait_for()
    page.keyboard.press("0")
    page.locator(".summary").wait_for(state="detached")


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def kept(var: Path) -> tuple[EndedCall, ...]:
    return tuple(elsewhere(lambda: Calls(database.connect(Settings(var=var).database())).since(0)))


def test_a_call_without_the_mouse_in_under_20_strokes(log_in: LogIn, var: Path) -> None:
    page = log_in()
    keys = Keys(page)
    keys.words("失业金怎么领")
    expect(page.locator(".candidate").first).to_contain_text("失业保险金申领")
    keys.press("Enter")
    keys.words("单位把我辞退的")
    keys.press("Enter")
    expect(page.locator("#fragments li")).to_have_count(2)
    keys.press("Enter")  # the first candidate
    expect(page.locator(".badge.chosen")).to_be_visible()
    keys.press("Alt+t", "ArrowRight", "ArrowRight")  # 满 12 个月
    expect(page.get_by_label("满 12 个月")).to_be_checked()
    keys.press("Alt+s")
    expect(page.locator("#toast")).to_have_text("已复制")
    assert "这个事只要带一样东西" in clipboard(page)
    keys.press("Alt+q")
    expect(page.locator(".summary")).to_contain_text("失业保险交了多久：满 12 个月")
    keys.press("c")
    expect(page.locator("#toast")).to_have_text("已复制")
    keys.press("1")
    expect(page.locator("#toast")).to_have_text("已存：答复了")
    expect(page.locator("#typing")).to_be_focused()
    assert clipboard(page).startswith("事项：28 失业保险金申领")
    assert keys.strokes < 20, keys.strokes
    (stored,) = kept(var)
    assert (stored.outcome, stored.item, stored.told) == ("answered", 28, ("spoken",))
    assert stored.facts["leaving"] == "employer"
    end(page)


def test_a_ticked_fact_changes_the_verdict_and_marks_what_was_copied(log_in: LogIn) -> None:
    page = log_in()
    page.keyboard.type("失业金怎么领")
    page.keyboard.press("Enter")
    page.locator("#facts").wait_for()
    page.keyboard.press("Alt+s")
    expect(page.locator(".copy.done")).to_have_count(1)
    expect(page.locator("#refused")).to_be_hidden()
    page.get_by_label("自己提出离职").check(force=True)
    expect(page.locator("#refused")).to_contain_text("自己不想干了")
    expect(page.locator("#warning")).to_contain_text("话术")
    expect(page.locator(".copy.stale")).to_have_count(1)
    page.get_by_label("单位倒闭").check(force=True)
    expect(page.locator("#refused")).to_be_hidden()
    end(page)


def test_what_is_meant_now_is_said_where_another_was_chosen(log_in: LogIn) -> None:
    page = log_in()
    page.keyboard.type("28")
    page.locator("#quick .found").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_contain_text("失业保险金申领")
    page.keyboard.type("社保卡丢了怎么补办")
    page.keyboard.press("Enter")
    expect(page.locator("#warning")).to_contain_text("现在听着更像")
    page.keyboard.press("Alt+0")
    expect(page.locator("#details h2")).to_contain_text("社会保障卡")
    end(page)


def test_two_agents_do_not_see_each_others_calls(log_in: LogIn) -> None:
    first, second = log_in("甲"), log_in("乙")
    first.keyboard.type("失业金怎么领")
    first.keyboard.press("Enter")
    expect(first.locator("#calls")).to_contain_text("失业保险金申领")
    second.reload()
    second.locator("#calls .tab").first.wait_for()
    expect(second.locator("#calls .tab")).to_have_count(1)
    assert "失业" not in second.locator("main").inner_text()
    end(first)


def test_several_calls_keep_what_is_theirs(log_in: LogIn) -> None:
    page = log_in()
    page.keyboard.type("失业金怎么领")
    page.keyboard.press("Enter")
    expect(page.locator("#fragments li")).to_have_count(1)
    page.keyboard.press("Alt+n")
    expect(page.locator("#calls .tab")).to_have_count(2)
    expect(page.locator("#fragments li")).to_have_count(0)
    page.keyboard.type("社保卡丢了怎么")
    page.keyboard.press("Alt+Comma")
    expect(page.locator("#fragments li")).to_have_text(["失业金怎么领×"])
    page.keyboard.press("Alt+Period")
    expect(page.locator("#typing")).to_have_value("社保卡丢了怎么")
    page.reload()
    expect(page.locator("#calls .tab")).to_have_count(2)
    end(page)
    end(page)


def test_a_feed_shows_on_the_page(log_in: LogIn) -> None:
    page = log_in()
    call = page.evaluate("fetch('/api/v1/copilot/calls').then(r => r.json()).then(d => d.calls[0].id)")
    body = {"call": call, "fragment": "社保卡丢了怎么补办"}
    page.request.post(page.url.replace("/copilot/", "/api/v1/copilot/stream"), data=body)
    expect(page.locator(".candidate").first).to_contain_text("社会保障卡")
    end(page)


def test_finding_and_comparing_by_keyboard(log_in: LogIn) -> None:
    page = log_in()
    page.keyboard.press("Alt+b")
    page.keyboard.type("hfylbx")
    page.locator(".results .found").first.wait_for()
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_contain_text("恢复养老保险待遇")
    page.keyboard.press("Alt+c")
    page.locator("#compare-0").fill("17")
    page.locator(".quick .found").first.wait_for()
    page.keyboard.press("Enter")
    page.locator("#compare-1").fill("25")
    page.locator(".quick .found").first.wait_for()
    page.keyboard.press("Enter")
    expect(page.locator(".compared thead")).to_contain_text("居民养老保险")
    assert page.locator(".compared td mark").count() > 5
    page.keyboard.press("Escape")
    expect(page.locator("#typing")).to_be_focused()
    end(page)


def test_the_keys_are_shown_on_a_question_mark(log_in: LogIn) -> None:
    page = log_in()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("复制话术")
    page.keyboard.press("Escape")
    page.keyboard.type("要多久?")
    expect(page.locator("#typing")).to_have_value("要多久?")


MODES: list[dict[str, Any]] = [
    {},
    {"color_scheme": "dark"},
    {"viewport": {"width": 1920, "height": 1080}},
    {"viewport": {"width": 390, "height": 844}},
]


@pytest.mark.parametrize("options", MODES, ids=str)
def test_axe_finds_nothing(log_in: LogIn, options: dict[str, Any]) -> None:
    page = log_in(**options)
    assert violations(page) == []
    page.keyboard.type("养老保险怎么转")
    page.keyboard.press("Enter")
    page.locator(".options").wait_for()
    assert violations(page) == []
    page.keyboard.type("失业金怎么领，我自己辞的")
    page.keyboard.press("Enter")
    page.keyboard.press("Alt+b")
    page.keyboard.type("28")
    page.locator(".results .found").first.wait_for()
    assert violations(page) == []
    page.keyboard.press("Enter")
    page.locator("#refused h2").first.wait_for()
    page.keyboard.press("Alt+m")
    page.locator(".copy.done").wait_for()
    page.get_by_label("单位倒闭").check(force=True)
    page.locator(".copy.stale").wait_for()
    page.locator("#toast").wait_for(state="hidden")
    assert violations(page) == []
    for key, shown in (("Alt+c", ".comparing"), ("Alt+q", ".summary"), ("Alt+b", ".browse-list section")):
        page.keyboard.press(key)
        page.locator(shown).first.wait_for()
        assert violations(page) == []
        page.keyboard.press("Escape")
    end(page)


def test_nothing_is_wider_than_the_screen(log_in: LogIn) -> None:
    for width in (360, 1024, 1440):
        page = log_in(viewport={"width": width, "height": 800})
        page.keyboard.type("失业金怎么领")
        page.keyboard.press("Enter")
        page.locator("#details h2").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        end(page)
