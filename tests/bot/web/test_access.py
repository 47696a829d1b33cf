"""Who uses no mouse or does not see: axe in every mode, the keyboard from start to end, where the focus is."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.bot.web.conftest import Opened, ask, within

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=WCAG).response["violations"]
    return [f"{rule['id']}: {[node['target'] for node in rule['nodes']][:3]}" for rule in found]


def talk(page: Page) -> None:
    """All kinds of cards."""
    for text in ("失业金怎么领", "养老保险怎么转", "转人工", "今天天气怎么样"):
        card = ask(page, text)
    card.get_by_role("button", name="纠错").click()


MODES: list[tuple[str, bool, dict[str, Any]]] = [
    ("normal", False, {}),
    ("senior", True, {}),
    ("dark", False, {"color_scheme": "dark"}),
    ("dark senior", True, {"color_scheme": "dark"}),
    ("phone", False, {"viewport": {"width": 390, "height": 844}}),
    ("senior phone", True, {"viewport": {"width": 390, "height": 844}}),
]


@pytest.mark.parametrize(("name", "senior", "options"), MODES, ids=[row[0] for row in MODES])
def test_axe_finds_nothing(opened: Opened, name: str, senior: bool, options: dict[str, Any]) -> None:
    page = opened(**options)
    if senior:
        page.get_by_role("button", name="长辈版").click()
    talk(page)
    assert violations(page) == []
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="清除记录").click()
    page.get_by_label("您要办什么事").fill("失业")
    page.locator(".suggestions button").first.wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("path", ["/", "/widget/", "/widget/plain"])
def test_axe_finds_nothing_on_the_pages(opened: Opened, path: str) -> None:
    page = opened(path, panel=False)
    page.wait_for_load_state("networkidle")
    assert violations(page) == []


def focused(page: Page) -> str:
    return str(
        within(page, "const a = shadow.activeElement; return a ? (a.textContent || a.id || a.type).trim() : '';")
    )


def press(page: Page, key: str, until: str, most: int = 60) -> None:
    for _ in range(most):
        page.keyboard.press(key)
        if until in focused(page):
            return
    raise AssertionError(f"{key} 到不了 {until}")


def test_by_keyboard_from_start_to_end(opened: Opened) -> None:
    page = opened(panel=False)
    page.get_by_role("button", name="社保问答").wait_for()
    press(page, "Shift+Tab", "社保问答", 3)
    page.keyboard.press("Enter")
    assert focused(page) == "question"
    page.keyboard.type("sybxj")
    page.locator(".suggestions button").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert focused(page) == "失业保险金申领"
    page.keyboard.press("Enter")
    page.locator(".card").wait_for()
    press(page, "Shift+Tab", "纠错")
    press(page, "Shift+Tab", "checkbox")
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox").first).to_be_checked()
    press(page, "Tab", "多久办完")
    page.keyboard.press("Enter")
    expect(page.locator(".card")).to_have_count(2)
    press(page, "Tab", "长辈版")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="长辈版")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert focused(page) == "社保问答"


def test_focus_stays_inside_and_goes_back_to_where_it_came_from(opened: Opened) -> None:
    page = opened(panel=False)
    link = page.get_by_role("link", name="现在就问")
    page.get_by_role("button", name="社保问答").wait_for()
    link.focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()
    for key in ["Tab"] * 15 + ["Shift+Tab"] * 25:
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.localName") == "qingfeng-chat"
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_escape_closes_one_thing_at_a_time(opened: Opened) -> None:
    page = opened()
    page.get_by_label("您要办什么事").fill("失业")
    page.locator(".suggestions button").first.wait_for()
    page.keyboard.press("Escape")
    expect(page.locator(".suggestions")).to_be_hidden()
    expect(page.get_by_role("dialog")).to_be_visible()
