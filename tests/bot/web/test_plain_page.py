"""The page without JavaScript does the same job with a form."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.bot.web.conftest import Opened


def plain(opened: Opened, path: str = "/widget/plain", **options: object) -> Page:
    return opened(path, panel=False, java_script_enabled=False, **options)


def send(page: Page, text: str) -> None:
    page.get_by_label("您要办什么事").fill(text)
    with page.expect_navigation():
        page.get_by_role("button", name="提问").click()


def count(var: Path, query: str) -> int:
    with sqlite3.connect(var / "conversations.db") as database:
        return int(database.execute(query).fetchone()[0])


def test_ask_choose_and_go_on(opened: Opened) -> None:
    page = plain(opened)
    send(page, "养老保险怎么转")
    page.get_by_role("button", name="城乡居民").click()
    title = page.locator(".card h3").first
    expect(title).to_contain_text("城乡居民")
    assert page.locator(".card h4").all_inner_texts()[0] == "办理条件"
    send(page, "要几天")
    expect(title).to_contain_text("城乡居民")
    expect(page.locator("details")).to_have_count(2)
    assert page.context.cookies() == []


def test_sent_twice_is_asked_once(opened: Opened, var: Path) -> None:
    page = plain(opened)
    send(page, "失业金重发一次")
    page.reload()
    expect(page.locator("details")).to_have_count(0)
    assert count(var, "select count(*) from turns where text = '失业金重发一次'") == 1


def test_opinion_and_deletion(opened: Opened, var: Path) -> None:
    page = plain(opened)
    send(page, "失业金无脚本评价")
    page.get_by_label("原因").select_option("missing")
    page.get_by_role("button", name="纠错").click()
    expect(page.get_by_role("status")).to_contain_text("谢谢")
    about = "from feedback where question = '失业金无脚本评价'"
    assert count(var, f"select count(*) {about} and reason = 'missing'") == 1
    page.get_by_role("button", name="清除记录").click()
    expect(page.get_by_role("status")).to_contain_text("已从服务器上删除")
    assert count(var, "select count(*) from turns where text = '失业金无脚本评价'") == 0
    assert count(var, f"select count(*) {about}") == 0


def test_personal_numbers_are_covered(opened: Opened) -> None:
    page = plain(opened)
    send(page, "我手机13812345678，失业金怎么领")
    expect(page.get_by_role("status")).to_contain_text("已遮住")
    assert "13812345678" not in page.content()


def test_a_link_fills_in_the_question(opened: Opened) -> None:
    page = plain(opened, "/")
    page.get_by_role("link", name="企业社会保险登记").click()
    assert page.get_by_label("您要办什么事").input_value() == "企业社会保险登记"


def test_nothing_is_cut_off_on_a_small_screen(opened: Opened) -> None:
    page = opened("/widget/plain", panel=False, viewport={"width": 320, "height": 256})
    send(page, "失业金怎么领")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
