"""Every channel's turns are taken down, masked and without a sender; who has it deleted is found."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import httpx
import sqlalchemy as sa

from bot.settings import Settings
from bot.store import database
from bot.store.review import REVIEW
from bot.store.turnlog import TURN_LOG
from tests.bot.serving import serving

PHONE = "13812345678"


def rows(var: Path, table: sa.Table, count: int) -> list[Any]:
    """The rows once there are so many: they are written a moment after the answer."""
    for _ in range(100):
        with database.connect(Settings(var=var).database()).connect() as connection:
            found = connection.execute(sa.select(table).order_by(table.c.id)).all()
        if len(found) >= count:
            return list(found)
        time.sleep(0.05)
    raise AssertionError(found)


def test_turns_of_both_channels_are_taken_down(assistant: Any, tmp_path: Path) -> None:
    with serving(assistant, tmp_path) as address, httpx.Client(base_url=address, timeout=60) as http:
        http.post("/api/v1/ask", json={"text": f"我电话 {PHONE}，失业金怎么领"})
        session = http.post("/widget/session", json={}).json()["session"]
        for key, text in (("aaaaaaaa", "医保怎么报销"), ("bbbbbbbb", "你答错了，我要纠错")):
            reply = http.post("/widget/ask", json={"session": session, "key": key, "text": text})
            session = reply.json()["session"]
        first, second, third = rows(tmp_path, TURN_LOG, 3)
        assert (first.channel, first.status, first.item) == ("api", "answered", 28)
        assert PHONE not in first.question
        assert (second.channel, second.status) == ("widget", "out_of_scope")
        assert second.person == third.person != first.person
        assert first.ms > 0
        assert [(row.reason, row.question) for row in rows(tmp_path, REVIEW, 2)] == [
            ("refused", "医保怎么报销"),
            ("correction", "医保怎么报销"),
        ]
        http.post("/widget/forget", json={"session": session})
        assert [row.question for row in rows(tmp_path, TURN_LOG, 3)] == [first.question, None, None]
        assert rows(tmp_path, REVIEW, 0) == []
    stored = b"".join(path.read_bytes() for path in sorted(tmp_path.glob("*.db*")))
    assert "医保怎么报销".encode() not in stored
