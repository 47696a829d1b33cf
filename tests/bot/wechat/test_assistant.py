"""The real assistant behind the channel: a question, a number, a follow-up, and everything gone on unsubscribing."""

from __future__ import annotations

import re
from typing import Any

from tests.bot.wechat.served import person
from tests.bot.wechat.standin import StandIn

SENDER = "oReal"


def test_a_conversation(talk: Any, assistant: Any) -> None:
    async def asked(platform: StandIn) -> list[str]:
        question = await platform.say("失业金怎么领", SENDER)
        number = re.search(r"(\d)\. <a [^>]*>单位倒闭</a>", question)
        assert number
        tapped = await platform.say(number.group(1), SENDER)
        followed = await platform.say("要带什么", SENDER)
        kept = list(await assistant.agent.tracker_store.keys())
        await platform.event("unsubscribe", SENDER)
        assert person(SENDER) in kept
        assert person(SENDER) not in list(await assistant.agent.tracker_store.keys())
        return [question, tapped, followed]

    question, tapped, followed = talk(asked, answer=assistant.ask, forget=assistant.forget)
    assert "【失业保险金申领】" in question
    assert "第 28 项" in question
    assert "第 28 项" in tapped
    assert "您说的情形不能办" not in tapped
    assert followed.index("需提供要件") < followed.index("办理条件")


def test_the_server_has_the_channel_only_where_a_token_is_set(assistant: Any, tmp_path: Any) -> None:
    from bot.server import application
    from bot.settings import Settings

    off = application(Settings(var=tmp_path), assistant, name="off")
    on = application(Settings(var=tmp_path, wechat_token="token"), assistant, name="on")
    paths = [{route.path for route in served.router.routes} for served in (off, on)]
    assert ["webhooks/wechat" in found for found in paths] == [False, True]
