"""Offline, a server that is killed, too many questions: the question is kept, and asked once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, expect

from bot.settings import Settings
from tests.bot.serving import free_port, serving, wait_for
from tests.bot.web.conftest import Opened, ask

ROOT = Path(__file__).resolve().parents[3]


def asked(var: Path, text: str) -> int:
    with sqlite3.connect(var / "conversations.db") as database:
        return int(database.execute("select count(*) from turns where text = ?", (text,)).fetchone()[0])


def test_offline_the_question_waits_and_is_asked_once(opened: Opened, var: Path) -> None:
    page = opened()
    ask(page, "你好")
    page.context.set_offline(True)
    page.get_by_label("您要办什么事").fill("失业金要断网问")
    page.keyboard.press("Enter")
    expect(page.get_by_text("网络断了")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator(".card")).to_have_count(2)
    assert asked(var, "失业金要断网问") == 1


def test_a_question_that_waits_survives_a_reload(opened: Opened, var: Path) -> None:
    page = opened()
    page.route("**/widget/ask", lambda route: route.abort())
    page.get_by_label("您要办什么事").fill("失业金要重载问")
    page.keyboard.press("Enter")
    expect(page.get_by_text("您的问题已留着")).to_be_visible()
    page.unroute("**/widget/ask")
    page.reload()
    expect(page.locator(".card")).to_have_count(1)
    expect(page.locator(".question")).to_have_count(1)
    assert asked(var, "失业金要重载问") == 1


def test_a_lost_answer_is_not_asked_again(opened: Opened, var: Path) -> None:
    """The server has answered, but the answer is lost on its way: the repeat gets the same one."""
    page = opened()
    lost: list[int] = []

    def lose_first(route: Any) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.fetch().status)
        route.abort()

    page.route("**/widget/ask", lose_first)
    ask(page, "失业金答复丢了")
    assert lost == [200]
    assert asked(var, "失业金答复丢了") == 1


def test_the_server_is_killed_in_mid_question_and_started_again(
    browser: Browser, assistant: Any, tmp_path: Path
) -> None:
    (tmp_path / "models").symlink_to(Settings().var.resolve() / "models")
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {**os.environ, "QINGFENG_VAR": str(tmp_path), "QINGFENG_PORT": str(port)}
    command = [sys.executable, "-c", "from bot.cli.main import main; main()", "serve"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL) as server:
        wait_for(address)
        page = browser.new_page()
        page.goto(address)
        page.get_by_role("button", name="社保问答").click()
        ask(page, "社保卡丢了怎么补办")
        server.send_signal(signal.SIGSTOP)
        page.get_by_label("您要办什么事").fill("要几天")
        page.keyboard.press("Enter")
        expect(page.get_by_text("正在查询指南")).to_be_visible()
        server.kill()
    expect(page.get_by_text("您的问题已留着")).to_be_visible()
    with serving(assistant, tmp_path, port=port):
        expect(page.locator(".card")).to_have_count(2, timeout=30_000)
        expect(page.get_by_text("已重新连上")).to_have_count(0)
        assert page.locator(".question").count() == 2
        assert asked(tmp_path, "要几天") == 1
        page.context.close()


def test_too_many_questions_get_a_kind_sentence_and_can_be_sent_again(
    opened: Opened, assistant: Any, tmp_path: Path
) -> None:
    with serving(assistant, tmp_path, questions_per_minute=1) as address:
        page = opened(f"{address}/")
        ask(page, "你好")
        page.get_by_label("您要办什么事").fill("失业金怎么领")
        page.keyboard.press("Enter")
        expect(page.locator(".trouble")).to_contain_text("您问得有点快，请等")
        expect(page.get_by_role("button", name="再试一次")).to_be_visible()


def test_what_cannot_be_deleted_now_is_deleted_later(opened: Opened, var: Path) -> None:
    page = opened()
    ask(page, "失业金先问后删")
    page.context.set_offline(True)
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="清除记录").click()
    page.get_by_role("button", name="确定删除").click()
    expect(page.get_by_text("连上以后会自动删除")).to_be_visible()
    assert asked(var, "失业金先问后删") == 1
    with page.expect_response("**/widget/forget"):
        page.context.set_offline(False)
    assert asked(var, "失业金先问后删") == 0
