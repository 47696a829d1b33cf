"""The console's routes on the real assistant: a call from the first fragment to what is stored of it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from bot.copilot import passwords
from bot.server import application
from bot.settings import Settings
from bot.store import database
from bot.store.calls import OUTCOMES, Calls, EndedCall
from bot.store.review import Review
from bot.store.turnlog import TURN_LOG
from bot.store.users import Users
from tests.bot.copilot.conftest import PASSWORD, log_in
from tests.bot.wechat.served import serving

API = "/api/v1/copilot"
Agent = Callable[[str], httpx.Client]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    made = Settings(var=tmp_path_factory.mktemp("var"))
    users = Users(database.connect(made.database()))
    for name in ("甲", "乙"):
        asyncio.run(users.add(name, "agent", passwords.hashed(PASSWORD)))
    return made


@pytest.fixture(scope="module")
def agent(assistant: Any, settings: Settings) -> Iterator[Agent]:
    """The browser of an agent, logged in."""
    clients: dict[str, httpx.Client] = {}
    with serving(application(settings, assistant, name="copilot_console")) as address:

        def made(name: str) -> httpx.Client:
            if name not in clients:
                clients[name] = httpx.Client(base_url=address, timeout=60)
                assert log_in(clients[name], name).status_code == 303
            return clients[name]

        yield made
        for client in clients.values():
            client.close()


def opened(http: httpx.Client) -> str:
    return str(http.post(f"{API}/calls", json={}).json()["call"]["id"])


def stream(http: httpx.Client, call: str, **new: Any) -> dict[str, Any]:
    reply = http.post(f"{API}/stream", json={"call": call, **new})
    reply.raise_for_status()
    return dict(reply.json())


def end(http: httpx.Client, call: str, outcome: str | None = None) -> str:
    return str(http.post(f"{API}/calls/{call}/end", json={"outcome": outcome}).raise_for_status().json()["summary"])


def kept(settings: Settings) -> tuple[EndedCall, ...]:
    return asyncio.run(Calls(database.connect(settings.database())).since(0))


def test_a_call_from_the_first_fragment_to_its_end(agent: Agent, settings: Settings) -> None:
    http = agent("甲")
    call = opened(http)
    typing = stream(http, call, typing="失业金怎么领")
    assert (typing["live"]["item"], typing["call"]["fragments"]) == (28, [])
    stream(http, call, fragment="失业金怎么领")
    shown = stream(http, call, fragment="我是自己辞职的")
    assert shown["live"]["status"] == "prohibited"
    assert "您说“我是自己辞职的”" in shown["drafts"]["spoken"]
    assert max(map(len, shown["drafts"]["sms"])) <= 70
    assert shown["details"]["page"] == 56
    assert any(block["aspect"] == "phone_office" for block in shown["details"]["blocks"])
    ticked = stream(http, call, ticked={"leaving": "employer"}, told="spoken")
    assert ticked["live"]["status"] == "answered"
    summary = end(http, call, "answered")
    assert "事项：28 失业保险金申领" in summary
    assert "怎么离开单位的：单位辞退或裁员" in summary
    stored = kept(settings)[0]
    assert (stored.outcome, stored.item, stored.told) == ("answered", 28, ("spoken",))
    assert stored.summary == summary


def test_nothing_the_caller_said_is_kept_but_a_masked_question_to_review(agent: Agent, settings: Settings) -> None:
    http = agent("甲")
    for outcome in OUTCOMES:
        call = opened(http)
        stream(http, call, fragments=[f"社保卡里能存公积金吗{outcome}", "我电话13912345678"])
        end(http, call, outcome)
        stored = kept(settings)[0]
        assert stored.outcome == outcome
        assert not any(said in repr(stored) for said in ("公积金", "139"))
    waiting = asyncio.run(Review(database.connect(settings.database()), str).open())
    assert {(entry.reason, entry.question) for entry in waiting if "公积金" in entry.question} == {
        ("call_silent", "社保卡里能存公积金吗guide_silent，我电话＊＊＊"),
        ("call_wrong", "社保卡里能存公积金吗wrong，我电话＊＊＊"),
    }


def test_personal_numbers_are_masked_on_arrival(agent: Agent) -> None:
    http = agent("甲")
    call = opened(http)
    assert stream(http, call, fragment="我身份证210402196001011234")["call"]["fragments"] == ["我身份证＊＊＊"]
    end(http, call)


def test_two_agents_do_not_see_each_others_calls(agent: Agent) -> None:
    mine, other = agent("甲"), agent("乙")
    call = opened(mine)
    assert call not in [row["id"] for row in other.get(f"{API}/calls").json()["calls"]]
    for reply in (
        other.post(f"{API}/stream", json={"call": call, "fragment": "失业金"}),
        other.get(f"{API}/calls/{call}"),
        other.get(f"{API}/calls/{call}/summary"),
        other.post(f"{API}/calls/{call}/end", json={"outcome": "answered"}),
    ):
        assert (reply.status_code, reply.json()["error"]["code"]) == (404, "no_call")
    end(mine, call)


def test_a_feed_goes_on_with_a_call_and_the_page_hears_of_it(agent: Agent) -> None:
    http = agent("甲")
    call = opened(http)
    version = stream(http, call)["call"]["version"]
    feed = threading.Timer(0.3, stream, (agent("甲"), call), {"fragment": "失业金怎么领"})
    feed.start()
    heard = http.get(f"{API}/calls/{call}", params={"after": version}).json()["call"]
    feed.join()
    assert heard["fragments"] == ["失业金怎么领"]
    end(http, call)


BAD: list[tuple[dict[str, Any], int, str]] = [
    ({"call": "nothing"}, 404, "no_call"),
    ({"item": 999}, 400, "no_item"),
    ({"ticked": {"leaving": "x"}}, 400, "bad_ticked"),
    ({"ticked": {"leaving": []}}, 400, "bad_ticked"),
    ({"ticked": []}, 400, "bad_ticked"),
    ({"fragments": "失业金"}, 400, "bad_fragments"),
    ({"item": "28"}, 400, "no_item"),
    ({"item": True}, 400, "no_item"),
]


@pytest.mark.parametrize(("new", "status", "code"), BAD)
def test_what_is_wrong_is_said(agent: Agent, new: dict[str, Any], status: int, code: str) -> None:
    http = agent("甲")
    call = opened(http)
    reply = http.post(f"{API}/stream", json={"call": call, **new})
    assert (reply.status_code, reply.json()["error"]["code"]) == (status, code)
    end(http, call)


def test_an_outcome_that_there_is_not_ends_nothing(agent: Agent) -> None:
    http = agent("甲")
    call = opened(http)
    assert http.post(f"{API}/calls/{call}/end", json={"outcome": "fine"}).status_code == 400
    assert call in [row["id"] for row in http.get(f"{API}/calls").json()["calls"]]
    end(http, call)


def test_search_and_comparison(agent: Agent) -> None:
    http = agent("甲")
    assert http.get(f"{API}/find", params={"q": "sybxj"}).json()["items"][0]["number"] == 28
    assert http.get(f"{API}/compare", params={"left": 17, "right": 25}).json()["left"][0] == 17
    assert http.get(f"{API}/compare", params={"left": 17, "right": "x"}).status_code == 404
    assert len(http.get(f"{API}/guide").json()["categories"]) == 8


def test_calls_count_among_all_turns_without_words(agent: Agent, settings: Settings) -> None:
    http = agent("甲")
    ended = [
        ("answered", "answered"),
        ("passed_on", "handoff"),
        ("guide_silent", "out_of_scope"),
        ("wrong", "answered"),
    ]
    before = len(kept(settings))
    counted(settings, before)
    for outcome, _ in ended:
        call = opened(http)
        stream(http, call, fragment="失业金怎么领")
        end(http, call, outcome)
    rows = counted(settings, before + len(ended))[before:]
    assert [row.status for row in rows] == [status for _, status in ended]
    assert {(row.channel, row.item, row.question, row.ms) for row in rows} == {("copilot", 28, None, 0.0)}


def counted(settings: Settings, least: int = 0) -> list[Any]:
    """The rows of the turn log once there are so many: they are written a moment later."""
    for _ in range(100):
        with database.connect(settings.database()).connect() as connection:
            found = list(connection.execute(sa.select(TURN_LOG).order_by(TURN_LOG.c.id)))
        if len(found) >= least:
            break
        time.sleep(0.05)
    return found
