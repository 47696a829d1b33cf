"""A page that fights the widget, and strings that want to be code: in questions and in the guide."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from actions import guide as guides
from knowledge.guide.load import DATA
from tests.bot.serving import free_port, serving
from tests.bot.web.conftest import Opened, ask, within

ATTACKS = [
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg/onload=window.hit=1>",
    "\"><iframe srcdoc='<script>parent.hit=1</script>'>",
    "javascript:window.hit=1",
    "{{constructor.constructor('window.hit=1')()}}",
    "失业金怎么领</textarea><script>window.hit=1</script>",
    "/restart",
]
HOST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>host</title>
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; script-src 'self' {server}; connect-src {server}; style-src 'self'">
<link rel="stylesheet" href="host.css"><script src="host.js"></script></head>
<body><p id="own">host</p><script src="{server}/widget/qingfeng.js" async></script></body></html>"""
CSS = """* { display: inline !important; font: 40px/4 serif !important; color: lime !important;
 background: red !important; position: static !important; box-sizing: content-box !important;
 letter-spacing: 9px !important; text-transform: uppercase !important; }
html { font-size: 3px !important; direction: rtl; } body { transform: translateZ(0); filter: blur(0); }
qingfeng-chat { display: none !important; opacity: 0 !important; visibility: hidden !important; }"""
JS = """window.keys = [];
document.addEventListener('keydown', (event) => {
  window.keys.push(event.key);
  event.preventDefault();
});"""


@pytest.fixture(scope="module")
def host(assistant: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A website of its own origin that embeds the widget."""
    folder, port = tmp_path_factory.mktemp("host"), free_port()
    quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with (
        serving(assistant, tmp_path_factory.mktemp("var"), origins=f"http://127.0.0.1:{port}") as server,
        http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(quiet, directory=folder)) as website,
    ):
        for name, text in (("index.html", HOST.format(server=server)), ("host.css", CSS), ("host.js", JS)):
            (folder / name).write_text(text, "utf-8")
        threading.Thread(target=website.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{port}/"
        website.shutdown()


def test_it_works_on_a_hostile_page_under_a_strict_policy(opened: Opened, host: str) -> None:
    page = opened(host)
    card = ask(page, "失业金怎么领")
    expect(card.get_by_role("heading", level=3)).to_contain_text("失业保险金申领")
    expect(page.get_by_role("dialog")).to_be_in_viewport(ratio=0.99)
    style = within(
        page,
        "const look = getComputedStyle(shadow.querySelector('.card h3'));"
        "return [look.fontSize, look.letterSpacing, look.direction, look.textTransform, look.backgroundColor]",
    )
    assert style == ["20.4px", "normal", "ltr", "none", "rgba(0, 0, 0, 0)"]
    assert page.evaluate("window.keys") == []


def test_the_page_is_left_alone(opened: Opened, host: str) -> None:
    page = opened(host)
    ask(page, "你好")
    assert page.evaluate("getComputedStyle(document.getElementById('own')).color") == "rgb(0, 255, 0)"
    assert page.evaluate("document.adoptedStyleSheets.length") == 0
    assert page.evaluate("[...document.querySelectorAll('style')].length") == 0
    assert page.context.cookies() == []


def test_a_page_that_is_not_listed_gets_no_answer(opened: Opened, host: str) -> None:
    page = opened(host.replace("127.0.0.1", "localhost"))
    page.get_by_label("您要办什么事").fill("你好")
    page.keyboard.press("Enter")
    expect(page.get_by_text("您的问题已留着")).to_be_visible()
    expect(page.locator(".card")).to_have_count(0)


def untouched(page: Page) -> bool:
    made = within(
        page, "return shadow.querySelectorAll('script, img, iframe, object, embed, [onload], [onerror]').length"
    )
    return page.evaluate("window.hit === undefined") and made == 0


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_question_is_only_text(opened: Opened, attack: str) -> None:
    page = opened()
    ask(page, attack)
    assert page.locator(".question").first.inner_text().endswith(attack)
    page.reload()
    page.locator(".card").wait_for()
    assert untouched(page)


@pytest.fixture
def hostile_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The guide with attacks in the words of item 28, of its title, of an office and of the centre."""
    folder = tmp_path / "guide"
    shutil.copytree(DATA, folder)
    for file, word in (
        ("items/03.yml", "title: 失业保险金申领"),
        ("items/03.yml", "申领人身份证"),
        ("offices.yml", "name: 新抚分中心"),
        ("centre.yml", "name: 抚顺市社会保险事业服务中心"),
    ):
        path = folder / file
        text = path.read_text("utf-8")
        assert word in text
        path.write_text(text.replace(word, f"{word}<img src=x onerror=window.hit=1>"), "utf-8")
    monkeypatch.setenv("QINGFENG_GUIDE", str(folder))
    yield
    guides._loaded.cache_clear()


@pytest.mark.usefixtures("hostile_guide")
def test_the_guide_is_only_text(opened: Opened, assistant: Any, tmp_path: Path) -> None:
    with serving(assistant, tmp_path / "var") as address:
        page = opened(f"{address}/")
        card = ask(page, "失业金怎么领")
        expect(card.get_by_role("heading", level=3)).to_contain_text("<img src=x onerror=window.hit=1>")
        ask(page, "新抚分中心在哪")
        assert untouched(page)
        assert page.locator("img").count() == 0
        page.goto(f"{address}/widget/plain")
        page.get_by_label("您要办什么事").fill("失业金怎么领")
        page.get_by_role("button", name="提问").click()
        expect(page.locator(".card h3")).to_contain_text("<img src=x")
        assert page.evaluate("window.hit === undefined")
