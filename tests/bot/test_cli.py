"""The command line: what it prints, and that every failure is one sentence with exit status 2."""

from __future__ import annotations

import asyncio
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli.batch import _run

SECOND = Path(__file__).parent.parent / "data"


def qingfeng(*words: str, env: dict[str, str] | None = None, stdin: str = "") -> subprocess.CompletedProcess[str]:
    import os

    command = [str(Path(sys.executable).parent / "qingfeng"), *words]
    return subprocess.run(command, capture_output=True, text=True, input=stdin, env={**os.environ, **(env or {})})


@pytest.mark.parametrize(
    "words",
    [("tanslate",), ("ask",), ("guide", "show", "99"), ("guide", "show", "x"), ("guide", "import", "没有.txt")],
    ids=str,
)
def test_failures_are_one_sentence(words: tuple[str, ...]) -> None:
    done = qingfeng(*words)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_no_words_says_what_to_type() -> None:
    done = qingfeng()
    assert done.returncode == 2
    assert "serve" in done.stdout + done.stderr


def test_guide_commands() -> None:
    assert "数据没有问题" in qingfeng("guide", "check").stdout
    assert "失业保险金申领" in qingfeng("guide", "show", "28").stdout
    assert json.loads(qingfeng("guide", "export").stdout)["counts"]["items"] == 89


def test_a_bad_setting_is_one_sentence() -> None:
    done = qingfeng("train", env={"QINGFENG_PORT": "五千"})
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def batch(assistant: Any, loop: asyncio.AbstractEventLoop, *lines: str) -> list[dict[str, Any]]:
    out = io.StringIO()
    loop.run_until_complete(_run(assistant, io.StringIO("\n".join(lines)), out))
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_batch_keeps_order_and_goes_on_after_a_bad_line(assistant: Any, loop: asyncio.AbstractEventLoop) -> None:
    rows = batch(
        assistant, loop, '{"id": "a", "text": "失业金怎么领"}', "{", '{"id": "c"}', '{"id": "d", "text": "社保卡丢了"}'
    )
    assert [row["id"] for row in rows] == ["a", None, "c", "d"]
    assert ["answer" in row for row in rows] == [True, False, False, True]
    assert rows[0]["ms"] > 0


def test_batch_lines_of_one_sender_are_one_conversation(assistant: Any, loop: asyncio.AbstractEventLoop) -> None:
    rows = batch(
        assistant,
        loop,
        '{"id": 1, "text": "失业金怎么领", "sender": "批"}',
        '{"id": 2, "text": "要带什么材料", "sender": "批", "date": "2026-03-11"}',
        '{"id": 3, "text": "要几天"}',
    )
    assert [row["answer"]["item"] for row in rows] == [28, 28, None]
