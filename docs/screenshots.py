"""Takes the README's pictures of the widget: ``make screenshots``, with the server of ``make run`` running.

Needs Chromium and Chinese fonts (apt-get install -y chromium fonts-noto-cjk).
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from made_up import PASSWORD
from playwright.sync_api import Browser, Page, expect, sync_playwright

IMAGES = Path(__file__).with_name("images")
ADDRESS = os.environ.get("QINGFENG_ADDRESS", "http://127.0.0.1:5005")
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 860}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True}


def opened(browser: Browser, **options: Any) -> Page:
    page = browser.new_context(locale="zh-CN", **options).new_page()
    page.goto(ADDRESS)
    page.get_by_role("button", name="社保问答").click()
    return page


def ask(page: Page, text: str) -> None:
    page.get_by_label("您要办什么事").fill(text)
    page.keyboard.press("Enter")
    settle(page, page.locator(".question").count())


def settle(page: Page, cards: int) -> None:
    expect(page.locator(".card")).to_have_count(cards, timeout=15_000)
    page.mouse.move(2, 2)
    page.wait_for_timeout(700)


def desktop(browser: Browser) -> Page:
    page = opened(browser, **DESKTOP)
    ask(page, "失业金怎么领")
    return page


def phone(browser: Browser) -> Page:
    page = opened(browser, **PHONE)
    ask(page, "城乡居民养老保险关系转移接续要带什么")
    page.locator(".tick label").first.click()
    page.locator(".tick label").nth(1).click()
    page.locator("section:has(.tick) h4").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('qingfeng-chat').shadowRoot.querySelector('.log').scrollTop += 90")
    page.wait_for_timeout(500)
    return page


def senior(browser: Browser) -> Page:
    page = opened(browser, **PHONE)
    page.get_by_role("button", name="长辈版").click()
    ask(page, "失业金怎么领")
    return page


def dark(browser: Browser) -> Page:
    page = opened(browser, color_scheme="dark", **PHONE)
    ask(page, "失业金怎么领")
    return page


def clarifying(browser: Browser) -> Page:
    page = opened(browser, **PHONE)
    ask(page, "养老保险怎么转")
    return page


def prohibited(browser: Browser) -> Page:
    page = opened(browser, **PHONE)
    ask(page, "我自己辞职的，能领失业金吗")
    return page


def entered(browser: Browser, name: str, path: str, **options: Any) -> Page:
    """A page of the staff's, with somebody of made_up.py logged in."""
    page = browser.new_context(locale="zh-CN", **{**DESKTOP, **options}).new_page()
    page.goto(f"{ADDRESS}/copilot/login?next={path}")
    page.get_by_label("姓名").fill(name)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    return page


def staff(browser: Browser, name: str, path: str, **options: Any) -> Page:
    """The same when everything on it is loaded."""
    page = entered(browser, name, path, **options)
    page.wait_for_load_state("networkidle")
    return page


def copilot_review(browser: Browser) -> Page:
    page = staff(browser, "专家01", "/copilot/review", viewport={"width": 1280, "height": 1100})
    page.locator(".group:has(.unclear) select[name=item]").first.select_option(index=1)
    return page


def copilot_insights(browser: Browser) -> Page:
    return staff(browser, "主管01", "/copilot/insights", viewport={"width": 1280, "height": 1700})


def call(browser: Browser, *fragments: str) -> Page:
    """The console after the caller said these; earlier calls are gone."""
    page = entered(browser, "坐席01", "/copilot/", viewport={"width": 1440, "height": 1000})
    page.locator("#calls .tab").first.wait_for()
    page.evaluate(
        """async () => {
          const { calls } = await (await fetch("/api/v1/copilot/calls")).json();
          for (const call of calls) await fetch(`/api/v1/copilot/calls/${call.id}/end`, { method: "POST", body: "{}" });
        }"""
    )
    page.reload()
    page.locator("#script .keys").wait_for()
    for n, fragment in enumerate(fragments, 1):
        page.locator("#typing").fill(fragment)
        page.keyboard.press("Enter")
        expect(page.locator("#fragments li")).to_have_count(n)
    page.locator(".candidate").first.wait_for()
    page.wait_for_timeout(1500)
    return page


def copilot_console(browser: Browser) -> Page:
    return call(browser, "我想问一下失业金怎么领", "我是自己辞职的，交了两年多")


def copilot_compare(browser: Browser) -> Page:
    page = call(browser, "恢复养老金要带什么材料")
    page.keyboard.press("Alt+c")
    for field, number in (("#compare-0", "17"), ("#compare-1", "25")):
        page.locator(field).fill(number)
        page.locator(".quick .found").first.wait_for()
        page.keyboard.press("Enter")
    expect(page.locator(".compared thead")).to_contain_text("居民养老保险")
    page.wait_for_timeout(500)
    return page


def main() -> None:
    """All pictures, or those that are named. Those of the copilot need the database of made_up.py."""
    pictures = {made.__name__: made for made in (desktop, phone, senior, dark, clarifying, prohibited)}
    pictures |= {made.__name__: made for made in (copilot_console, copilot_compare, copilot_review, copilot_insights)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name in sys.argv[1:] or pictures:
            pictures[name](browser).screenshot(path=IMAGES / f"{name.replace('_', '-')}.png")
        browser.close()


if __name__ == "__main__":
    main()
