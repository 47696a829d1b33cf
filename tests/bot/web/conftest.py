"""A real Chromium on the real assistant. Without a browser these tests are skipped, or fail where one is required."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.bot.serving import serving

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]
Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Ends with the module: while it lives, no other event loop may run in this thread."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        missing = "没有 Chromium：请运行 apt-get update && apt-get install -y chromium"
        pytest.fail(missing) if os.environ.get("BROWSER_TESTS") == "required" else pytest.skip(missing)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=found, args=FLAGS)


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="module")
def address(assistant: Any, var: Path) -> Iterator[str]:
    with serving(assistant, var, address_per_minute=100_000) as at:
        yield at


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    """Opens a page, by default the demonstration with the panel open; any script error fails the test."""
    contexts, errors = [], []

    def open_page(path: str = "/", panel: bool = True, **options: Any) -> Page:
        context = browser.new_context(**{"locale": "zh-CN", "viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(path if "://" in path else f"{address}{path}")
        if panel:
            page.get_by_role("button", name="社保问答").click()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not errors


def ask(page: Page, text: str) -> Any:
    """Types and sends a question; the card that answers it."""
    before = page.locator(".card").count()
    page.get_by_label("您要办什么事").fill(text)
    page.keyboard.press("Enter")
    card = page.locator(".card").nth(before)
    card.wait_for()
    return card


def within(page: Page, script: str, *given: Any) -> Any:
    """What a script says of the shadow root, which it knows as ``shadow``."""
    body = f"(given) => {{ const shadow = document.querySelector('qingfeng-chat').shadowRoot; {script} }}"
    return page.evaluate(body, list(given))
