"""The webhook on a real server: genuine messages in the three modes, forged ones, sizes, nonces, failures."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.channels.wechat import channel, once
from tests.bot.wechat.conftest import KEY, OLD_KEY
from tests.bot.wechat.protocol import Account, Post, fields, post, shown, xml
from tests.bot.wechat.standin import StandIn

PLAIN, SAFE = Account(), Account(aes_key=KEY)
MODES = {"plain": PLAIN, "compatible": Account(aes_key=KEY, both=True), "safe": SAFE}


@pytest.mark.parametrize("account", MODES.values(), ids=MODES)
def test_a_message_is_answered_in_each_mode(talk: Any, account: Account) -> None:
    assert talk(lambda platform: platform.say("你好]]>&<b>"), account) == "答：你好]]＞&＜b＞"


def test_a_message_under_the_previous_key_is_answered_with_it(talk: Any) -> None:
    new_key = {"wechat_aes_key": KEY, "wechat_aes_key_previous": OLD_KEY}
    assert talk(lambda platform: platform.say("你好"), Account(aes_key=OLD_KEY), **new_key) == "答：你好"


def test_plain_messages_are_read_though_a_key_is_set(talk: Any) -> None:
    assert talk(lambda platform: platform.say("你好"), PLAIN, wechat_aes_key=KEY) == "答：你好"


def _sent(account: Account, **changed: str) -> Post:
    sent = post(account, xml(fields(Content="你好")))
    return replace(sent, query={**sent.query, **changed})


# Made when they are sent: a message that waits for its turn in a long run is stale.
REFUSED = {
    "no signature": (PLAIN, lambda: _sent(PLAIN, signature=""), 403),
    "wrong signature": (PLAIN, lambda: _sent(PLAIN, signature="0" * 40), 403),
    "another token": (PLAIN, lambda: post(Account(token="other"), xml(fields())), 403),
    "stale": (PLAIN, lambda: post(PLAIN, xml(fields()), stamp=1_700_000_000), 403),
    "encrypted, signed for plain only": (SAFE, lambda: _sent(SAFE, msg_signature=""), 403),
    "encrypted, another body": (SAFE, lambda: replace(_sent(SAFE), body=post(SAFE, xml(fields())).body), 403),
    "encrypted, nothing in it": (SAFE, lambda: replace(_sent(SAFE), body=b""), 403),
    "encrypted for another account": (SAFE, lambda: post(replace(SAFE, app_id="wx_other"), xml(fields())), 403),
    "unknown key": (SAFE, lambda: post(Account(aes_key="B" * 43), xml(fields())), 403),
    "a signed document type": (PLAIN, lambda: post(PLAIN, "<!DOCTYPE x><xml></xml>"), 400),
    "a signed document type inside": (SAFE, lambda: post(SAFE, '<!DOCTYPE x [<!ENTITY a "b">]><xml></xml>'), 400),
    "signed nonsense": (PLAIN, lambda: post(PLAIN, "hello"), 400),
    "no sender": (PLAIN, lambda: post(PLAIN, "<xml><MsgType>text</MsgType></xml>"), 400),
    "too large": (PLAIN, lambda: post(PLAIN, xml(fields(Content="a" * 66_000))), 413),
    "far too large": (PLAIN, lambda: post(PLAIN, xml(fields(Content="a" * 300_000))), 413),
}


@pytest.mark.parametrize(("account", "sent", "status"), REFUSED.values(), ids=REFUSED)
def test_refused(talk: Any, caplog: Any, account: Account, sent: Callable[[], Post], status: int) -> None:
    reply = talk(lambda platform: platform.forward(sent()), account)
    assert reply.status_code == status
    assert set(reply.json()) == {"error"}
    logged = [record.getMessage() for record in caplog.records if record.name == "qingfeng.wechat"]
    assert len(logged) == (status == 403)
    assert not [line for line in logged if "oPerson" in line or "你好" in line]


def test_a_body_just_under_the_cap_is_read(talk: Any) -> None:
    assert talk(lambda platform: platform.say("社" * 21_000)).startswith("答：社")


def test_the_address_is_proved_by_its_echo(talk: Any) -> None:
    async def asked(platform: StandIn) -> list[tuple[int, str]]:
        genuine = {**post(PLAIN, "").query, "echostr": "<b>712</b>"}
        forged = {**genuine, "nonce": "another"}
        url = f"{platform.addresses[0]}/webhooks/wechat"
        replies = [await platform.http.get(url, params=query) for query in (genuine, forged)]
        assert replies[0].headers["content-type"].startswith("text/plain")
        return [(reply.status_code, reply.text) for reply in replies]

    (right, echoed), (wrong, _) = talk(asked)
    assert (right, echoed, wrong) == (200, "<b>712</b>", 403)


def test_a_nonce_serves_its_own_message_again_and_no_other(talk: Any) -> None:
    async def replayed(platform: StandIn) -> list[Any]:
        first = post(PLAIN, xml(fields(Content="一")), nonce="n")
        other = replace(first, body=xml(fields(Content="二")).encode())
        again, another = await platform.forward(first), await platform.forward(other)
        last = await platform.forward(first)
        return [shown(PLAIN, again.content), another.status_code, shown(PLAIN, last.content)]

    assert talk(replayed) == ["答：一", 403, "答：一"]


def test_a_message_that_was_forgotten_does_not_come_again_with_its_nonce(talk: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(channel, "JOB_SECONDS", 0)
    monkeypatch.setattr(once, "JOB_SECONDS", 0.2)

    async def replayed(platform: StandIn) -> list[int]:
        first = post(PLAIN, xml(fields(Content="一")))
        before = await platform.forward(first)
        await asyncio.sleep(0.5)
        return [before.status_code, (await platform.forward(first)).status_code]

    assert talk(replayed) == [200, 403]


def test_a_failing_answerer_gives_a_calm_sentence(talk: Any, caplog: Any) -> None:
    async def broken(*_: Any) -> dict[str, Any]:
        raise RuntimeError("oPerson")

    assert "请稍后再试" in talk(lambda platform: platform.say("你好"), answer=broken)
    assert "RuntimeError at test_receiving.py" in caplog.text
    assert "oPerson" not in caplog.text


def test_without_its_redis_it_apologises(talk: Any, caplog: Any) -> None:
    reply = talk(lambda platform: platform.say("你好"), redis_url="redis://127.0.0.1:9")
    assert "请稍后再试" in reply
    assert "oPerson" not in caplog.text
