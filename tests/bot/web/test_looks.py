"""Old eyes and small screens: senior mode, reading aloud, dark mode, reflow, less motion."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.bot.web.conftest import Opened, ask, within


def sizes(page: Page) -> dict[str, Any]:
    script = """
      const all = (names) => [...shadow.querySelectorAll(names)].filter(one => one.getClientRects().length);
      const shown = all('p, li, button, a, label, h2, h3, h4, textarea, span')
        .filter(one => !one.closest('.unseen') && one.textContent.trim());
      const targets = all('button, textarea, .phone, .tick label');
      const box = one => one.getBoundingClientRect();
      const style = getComputedStyle(shadow.querySelector('.hello'));
      return {
        font: Math.min(...shown.map(one => parseFloat(getComputedStyle(one).fontSize))),
        height: Math.min(...targets.map(one => box(one).height)),
        width: Math.min(...targets.map(one => box(one).width)),
        spacing: parseFloat(style.lineHeight) / parseFloat(style.fontSize),
      };"""
    return dict(within(page, script))


def test_senior_mode_is_large_and_remembered(opened: Opened) -> None:
    page = opened()
    ask(page, "失业金怎么领")
    assert sizes(page)["height"] >= 44
    page.get_by_role("button", name="长辈版").click()
    large = sizes(page)
    assert large["font"] >= 24
    assert min(large["height"], large["width"]) >= 60
    assert large["spacing"] >= 1.3
    page.get_by_role("button", name="字号").click()
    page.get_by_role("button", name="字号").click()
    assert sizes(page)["font"] >= 30
    page.reload()
    expect(page.get_by_role("button", name="长辈版")).to_have_attribute("aria-pressed", "true")
    assert sizes(page)["font"] >= 30


def test_an_answer_can_be_read_aloud(opened: Opened) -> None:
    page = opened()
    page.evaluate("speechSynthesis.speak = (spoken) => (window.spoken = spoken)")
    ask(page, "失业金怎么领").get_by_role("button", name="朗读").click()
    assert "失业保险金申领" in page.evaluate("window.spoken.text")
    assert page.evaluate("window.spoken.lang") == "zh-CN"
    page.get_by_role("button", name="停止朗读").click()
    expect(page.get_by_role("button", name="朗读", exact=True)).to_have_attribute("aria-pressed", "false")


def test_dark_mode_is_remembered(opened: Opened) -> None:
    page = opened(color_scheme="light")
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="深色显示").click()
    page.reload()
    assert within(page, "return shadow.querySelector('.root').dataset.theme") == "dark"


SCREENS = [(320, 640), (320, 256), (640, 512), (390, 844), (1920, 1080)]


WIDE = """
  const wide = [...shadow.querySelectorAll('*')]
    .filter(one => one.getClientRects().length && !one.closest('.unseen,svg'))
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1);
  const log = shadow.querySelector('.log');
  return [wide.map(one => one.className || one.localName), log.scrollWidth > log.clientWidth];"""


@pytest.mark.parametrize(("width", "height"), SCREENS)
@pytest.mark.parametrize("path", ["/", "/widget/"])
def test_nothing_is_cut_off(opened: Opened, path: str, width: int, height: int) -> None:
    """320 by 256 is what 400 % zoom leaves of 1280 by 1024; then the same with 30 px."""
    page = opened(path, panel=path == "/", viewport={"width": width, "height": height})
    ask(page, "养老保险怎么转")
    ask(page, "失业金怎么领")
    for buttons in ([], ["长辈版", "字号", "字号"]):
        for name in buttons:
            page.get_by_role("button", name=name).click()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert within(page, WIDE) == [[], False]
        page.get_by_label("您要办什么事").scroll_into_view_if_needed()
        expect(page.get_by_role("button", name="发送")).to_be_in_viewport()


def test_less_motion_where_it_is_wished(opened: Opened) -> None:
    page = opened(reduced_motion="reduce")
    assert within(page, "return getComputedStyle(shadow.querySelector('.log')).scrollBehavior") == "auto"
