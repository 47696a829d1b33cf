"""The review queue: what comes into it, what an expert sees and decides, what the log says of it."""

from __future__ import annotations

import asyncio
import re
import time
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from bot.cli.review import review as command
from bot.copilot.queue import group, pressing
from bot.settings import Settings
from bot.store import database
from bot.store.audit import Audit
from bot.store.feedback import Feedback, Opinion
from bot.store.review import REVIEW, Decision, Noticed, Review
from knowledge.guide import Guide
from tests.bot.copilot.conftest import Client
from tests.bot.store.test_database import url

__all__ = ["url"]
PAGE = {"accept": "text/html"}


def noticed(number: int, question: str, reason: str = "refused", days: float = 0, **more: Any) -> Noticed:
    values: dict[str, Any] = {"note": None, "item": None, "candidates": (), "aspect": "", "person": "p", **more}
    at = time.time() - days * 86400
    return Noticed(source="turn", source_id=number, reason=reason, at=at, channel="wechat", question=question, **values)


def queue(url: str, *entries: Noticed) -> Review:
    made = Review(database.connect(url), lambda sender: f"person of {sender}")
    for one in entries:
        asyncio.run(made.add(one))
    return made


def test_the_same_is_added_once(url: str) -> None:
    made = queue(url, noticed(1, "甲"), noticed(1, "甲"), noticed(2, "乙", candidates=(28, 30)))
    assert [(entry.question, entry.candidates) for entry in asyncio.run(made.open())] == [("甲", ()), ("乙", (28, 30))]


def test_opinions_come_in_and_go_with_a_change_of_mind(url: str) -> None:
    made, feedback = queue(url), Feedback(database.connect(url))

    async def story() -> None:
        for key, rating in (("k1", "bad"), ("k2", "wrong"), ("k3", "good")):
            await feedback.put("甲", Opinion(key, rating, "stale", "去年改了", 28, "answered", f"问{key}"))
        found = await made.open()
        assert [(entry.reason, entry.question, entry.item) for entry in found] == [
            ("bad", "问k1", 28),
            ("wrong", "问k2", 28),
        ]
        assert found[0].note == "stale：去年改了"
        await feedback.put("甲", Opinion("k1", "good", None, None, 28, "answered", "问k1"))
        assert [entry.question for entry in await made.open()] == ["问k2"]
        await feedback.forget("甲")
        assert await made.open() == ()

    asyncio.run(story())
    with database.connect(url).connect() as connection:
        assert connection.execute(sa.select(REVIEW)).all() == []


def test_decided_reopened_exported(url: str) -> None:
    made = queue(url, noticed(1, "甲"), noticed(2, "乙"), noticed(3, "丙"))

    async def story() -> None:
        first, second, third = (entry.id for entry in await made.open())
        item = Decision("item", 28, "materials", {first: "甲呀", second: ""})
        assert await made.decide(item, "专家") == (first, second)
        assert await made.decide(item, "别人") == ()
        assert await made.decide(Decision("dismissed", None, "", {third: "丙"}), "专家") == (third,)
        assert await made.open() == ()
        assert [(entry.wording, entry.aspect) for entry in await made.to_export()] == [
            ("甲呀", "materials"),
            ("", "materials"),
        ]
        assert await made.reopen(third)
        assert not await made.reopen(third)
        await made.exported([first, second])
        assert await made.to_export() == ()
        assert not await made.reopen(first)
        assert [entry.question for entry in await made.decided()] in (["甲", "乙"], ["乙", "甲"])

    asyncio.run(story())


def test_the_most_pressing_come_first(url: str, guide: Guide) -> None:
    days = {"旧": 9.0, "新": 0.0, "常": 0.0}
    made = queue(url, *[noticed(n, text, days=days[text]) for n, text in enumerate(["新", "常", "常", "旧"])])
    entries = asyncio.run(made.open())
    from datetime import date

    groups = [group([one for one in entries if one.question == text], date.today(), guide) for text in days]
    assert [one.lines[0].text for one in pressing(groups)] == ["旧", "常", "新"]
    assert pressing(groups)[0].clock.kind == "late"


@pytest.fixture
def filled(settings: Settings) -> Settings:
    queue(
        settings.database(),
        noticed(1, "公积金怎么提取", days=10),
        noticed(2, "公积金怎么提取"),
        noticed(3, "住房公积金咋取出来", note="急"),
        noticed(4, "失业金<b>有多少", "correction", item=28, candidates=(28, 30)),
        noticed(5, "老早的一句", "unclear", days=5),
    )
    return settings


def ids(html: str) -> dict[str, str]:
    """The value of each line's checkbox by its text."""
    return {
        text: value
        for value, text in re.findall(r'name="line" value="([\d,]+)".*?aria-label="学这一句：([^"]*)"', html)
    }


def test_the_page_shows_groups(filled: Settings, client: Client) -> None:
    html = client("expert").get("/copilot/review").text
    assert html.count('class="panel group') == 3
    assert html.index("公积金怎么提取") < html.index("老早的一句") < html.index("失业金&lt;b&gt;有多少")
    assert "超期" in html
    assert "问了 3 次" in html
    assert "<b>有多少" not in html
    assert "又说：急" in html
    only = client("expert").get("/copilot/review?reason=correction").text
    assert only.count('class="panel group') == 1


def test_an_expert_decides(filled: Settings, client: Client) -> None:
    http = client("expert")
    lines = ids(http.get("/copilot/review").text)
    first = lines["公积金怎么提取"]
    number = first.split(",")[0]
    data = {"line": [first], f"wording-{number}": "公积金 怎么提取 13812345678", "decision": "outside", "item": ""}
    reply = http.post("/copilot/review/decide", data=data)
    assert (reply.status_code, reply.headers["location"]) == (303, "/copilot/review?done=2")
    after = http.get(reply.headers["location"]).text
    assert "已处理 2 条" in after
    assert "公积金 怎么提取 ＊＊＊" in after
    wrong = lines["失业金&lt;b&gt;有多少"]
    data = {"line": [wrong], f"wording-{wrong}": "失业金有多少", "decision": "item", "item": "28", "aspect": "amount"}
    assert http.post("/copilot/review/decide", data=data).status_code == 303
    log = asyncio.run(Audit(database.connect(filled.database())).latest(2))
    assert [(one.who, one.action, one.details) for one in log] == [
        ("expert", "review_item", {"item": 28, "aspect": "amount"}),
        ("expert", "review_outside", {}),
    ]
    assert "公积金" not in str(log)
    assert client("manager").get("/copilot/audit").text.count("审核：") == 2


BAD = [
    ({"decision": "outside"}, "请至少勾选一句"),
    ({"line": "1", "decision": "item", "item": ""}, "请先选指南里的一项"),
    ({"line": "1", "decision": "item", "item": "99"}, "请先选指南里的一项"),
    ({"line": "1", "decision": "delete"}, "请选一种处理"),
    ({"line": "x; drop", "decision": "outside"}, "请至少勾选一句"),
]


@pytest.mark.parametrize(("data", "says"), BAD)
def test_what_is_missing_is_said(filled: Settings, client: Client, data: dict[str, str], says: str) -> None:
    http = client("expert")
    page = http.post("/copilot/review/decide", data=data, headers=PAGE)
    assert page.status_code == 400
    assert says in page.text
    program = http.post("/copilot/review/decide", data=data)
    assert says in program.json()["error"]["message"]
    assert len(asyncio.run(queue(filled.database()).open())) == 5


def test_undone_until_it_is_exported(filled: Settings, client: Client, tmp_path: Path) -> None:
    http = client("expert")
    line = ids(http.get("/copilot/review").text)["老早的一句"]
    data = {"line": [line], f"wording-{line}": "老早的一句呀", "decision": "outside"}
    http.post("/copilot/review/decide", data=data)
    assert http.post("/copilot/review/reopen", data={"entry": line}).status_code == 303
    assert "老早的一句" in ids(http.get("/copilot/review").text)
    http.post("/copilot/review/decide", data=data)
    runner = CliRunner(env={"QINGFENG_VAR": str(filled.var)})
    looked = runner.invoke(command, ["export", "--look"])
    exported = runner.invoke(command, ["export", "--output", str(tmp_path / "x.diff")])
    assert looked.exit_code == exported.exit_code == 0, (looked.output, exported.output)
    assert "+  - 老早的一句呀" in looked.output
    assert "+  - 老早的一句呀" in (tmp_path / "x.diff").read_text("utf-8")
    assert "没有新句子" in runner.invoke(command, ["export"]).output
    assert http.post("/copilot/review/reopen", data={"entry": line}).status_code == 404


def test_an_empty_queue_says_so(client: Client) -> None:
    assert "没有要审核的问题" in client("expert").get("/copilot/review").text
