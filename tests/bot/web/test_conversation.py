"""A conversation at the widget: ask, tap, go on, tick, rate, keep, delete."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.bot.web.conftest import Opened, ask, within


def rows(var: Path, query: str, *values: Any) -> list[Any]:
    with sqlite3.connect(var / "conversations.db") as database:
        return database.execute(query, values).fetchall()


def test_ask(opened: Opened) -> None:
    card = ask(opened(), "失业金怎么领")
    expect(card.get_by_role("heading", level=3)).to_contain_text("失业保险金申领")
    headings = card.get_by_role("heading", level=4).all_inner_texts()
    assert [text.strip() for text in headings[:2]] == ["办理条件", "下列情形不能办（违规禁办）"]
    expect(card.locator(".source")).to_contain_text("第 56 页")
    expect(card.get_by_role("link", name="拨打 12333（咨询）")).to_have_attribute("href", "tel:12333")
    expect(card.get_by_role("link", name="新窗口打开").first).to_have_attribute("rel", "noopener noreferrer")


def test_clarify_by_tapping(opened: Opened) -> None:
    page = opened()
    card = ask(page, "养老保险怎么转")
    card.get_by_role("button", name="城乡居民").click()
    expect(page.locator(".card").nth(1).get_by_role("heading", level=3)).to_contain_text("城乡居民")
    assert page.locator(".question").all_inner_texts()[1].endswith("城乡居民（农村或没有单位）")


def test_follow_up(opened: Opened) -> None:
    page = opened()
    ask(page, "社保卡丢了怎么补办")
    card = ask(page, "要几天")
    expect(card.get_by_role("heading", level=3)).to_contain_text("社会保障卡")
    expect(card.locator(".asked").first).to_be_visible()


def test_suggestions_while_typing(opened: Opened) -> None:
    page = opened()
    page.get_by_label("您要办什么事").press_sequentially("sybxj", delay=20)
    page.get_by_role("group", name="您是不是想问").get_by_role("button", name="失业保险金申领").click()
    expect(page.locator(".card h3")).to_contain_text("失业保险金申领")
    expect(page.locator(".suggestions")).to_be_hidden()


def test_materials_are_ticked_copied_and_printed(opened: Opened) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    card = ask(page, "城乡居民养老保险关系转移接续")
    boxes = card.get_by_role("checkbox")
    card.locator(".tick label").first.click()
    expect(boxes.first).to_be_checked()
    expect(card.locator(".count")).to_contain_text("已备 1 / 3")
    card.get_by_role("button", name="复制清单").click()
    expect(card.get_by_text("已复制")).to_be_visible()
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert [line[0] for line in lines[1:]] == ["☑", "☐", "☐"]
    card.get_by_role("button", name="打印清单").click()
    sheet = page.frame_locator("iframe.sheet")
    expect(sheet.locator("li")).to_have_count(3)
    expect(sheet.locator("li[data-done]")).to_have_count(1)


def test_reload_keeps_the_conversation_and_the_ticks(opened: Opened) -> None:
    page = opened()
    ask(page, "社保卡丢了怎么补办").locator(".tick label").first.click()
    page.get_by_label("您要办什么事").fill("写了一半")
    page.reload()
    expect(page.locator(".card")).to_have_count(1)
    expect(page.get_by_role("checkbox").first).to_be_checked()
    assert page.get_by_label("您要办什么事").input_value() == "写了一半"
    expect(ask(page, "要几天").get_by_role("heading", level=3)).to_contain_text("社会保障卡")


def test_opinion_and_correction_are_stored(opened: Opened, var: Path) -> None:
    page = opened()
    card = ask(page, "失业金怎么领")
    card.get_by_role("button", name="满意", exact=True).click()
    expect(card.get_by_text("谢谢，已记下")).to_be_visible()
    card.get_by_role("button", name="纠错").click()
    card.get_by_label("已经过时").check()
    card.get_by_label("补充说明").fill("电话 13812345678 说已改")
    card.get_by_role("button", name="提交").click()
    expect(card.get_by_text("已记下并转给工作人员核对")).to_be_visible()
    kept = rows(var, "select rating, reason, comment from feedback order by id desc limit 1")
    assert kept == [("wrong", "stale", "电话 ＊＊＊ 说已改")]


def test_personal_numbers_are_covered_before_sending(opened: Opened) -> None:
    page, sent = opened(), []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    cases = ["210402195001010011", "6222 0212 3456 7890 123", "１３８１２３４５６７８", "我叫王桂兰，今年七十"]
    for secret in cases:
        page.get_by_label("您要办什么事").fill(f"号是{secret}" if secret[0] != "我" else secret)
        expect(page.get_by_text("请不要填写身份证号")).to_be_visible()
        ask(page, f"失业金怎么领，{secret}")
    everything = "".join(sent) + page.evaluate("JSON.stringify(sessionStorage)") + page.locator(".log").inner_text()
    assert "失业金怎么领" in everything
    assert not [secret for secret in [*cases[:3], "13812345678", "王桂兰"] if secret in everything]


def test_clearing_deletes_here_and_on_the_server(opened: Opened, var: Path) -> None:
    page = opened()
    ask(page, "工伤五级怎么办")
    assert rows(var, "select count(*) from turns where text = '工伤五级怎么办'") == [(1,)]
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="清除记录").click()
    page.get_by_role("button", name="不删").click()
    expect(page.locator(".card")).to_have_count(1)
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="清除记录").click()
    page.get_by_role("button", name="确定删除").click()
    expect(page.get_by_text("本机和服务器上都没有了")).to_be_visible()
    expect(page.locator(".card")).to_have_count(0)
    assert rows(var, "select count(*) from turns where text = '工伤五级怎么办'") == [(0,)]
    assert "工伤五级" not in page.evaluate("JSON.stringify(sessionStorage)")


def test_the_conversation_can_be_downloaded_and_printed(opened: Opened) -> None:
    page = opened()
    ask(page, "失业金怎么领")
    page.get_by_role("button", name="更多").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="下载对话").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    assert re.search(r"您问：失业金怎么领.*失业保险金申领.*第 56 页", text, re.DOTALL)
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="打印对话").click()
    expect(page.frame_locator("iframe.sheet").locator("body")).to_contain_text("您问：失业金怎么领")


def test_a_new_conversation_does_not_know_the_old_one(opened: Opened) -> None:
    page = opened()
    ask(page, "社保卡丢了怎么补办")
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="新对话").click()
    page.get_by_role("button", name="确定删除").click()
    expect(page.locator(".card")).to_have_count(0)
    ask(page, "要几天")
    expect(page.locator(".card h3").filter(has_text="社会保障卡")).to_have_count(0)


def test_a_link_of_the_page_asks(opened: Opened) -> None:
    page = opened(panel=False)
    page.get_by_role("link", name="企业社会保险登记").click()
    expect(page.locator(".card h3")).to_contain_text("企业社会保险登记")


def test_the_announcer_says_an_answer_once_and_the_log_is_silent(opened: Opened) -> None:
    page = opened()
    script = """
      const live = shadow.querySelector('[aria-live=polite]');
      window.said = [];
      new MutationObserver(() => window.said.push(live.textContent)).observe(live, {childList: true});"""
    within(page, script)
    ask(page, "失业金怎么领")
    page.wait_for_function("window.said.length")
    said = page.evaluate("window.said")
    assert len(said) == 1
    assert said[0].startswith("已答复：【失业保险金申领】")
    assert within(page, "return shadow.querySelector('[role=log]').getAttribute('aria-live')") == "off"
