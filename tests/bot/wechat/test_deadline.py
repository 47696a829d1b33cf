"""Time: retries, the order of one person's messages, and answers that are ready past the platform's deadline."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from tests.bot.wechat.protocol import Account, fields, post, shown, xml
from tests.bot.wechat.served import echo
from tests.bot.wechat.standin import Api, StandIn

PLAIN = Account()


class Held:
    """Echoes what is not to be held at once, the rest when it is let go; notes what it was asked."""

    def __init__(self, *held: str) -> None:
        self.held, self.asked, self.go = held, list[str](), threading.Event()

    async def __call__(self, text: str, sender: str, day: Any) -> dict[str, Any]:
        self.asked.append(text)
        if text in self.held:
            await asyncio.to_thread(self.go.wait, 60)
        return await echo(text, sender, day)


SOON = 1.5  # a deadline that what is not held meets even on a busy machine


def test_retries_join_the_running_job(talk: Any) -> None:
    answer = Held("一")

    async def retried(platform: StandIn) -> str:
        asyncio.get_running_loop().call_later(1.0, answer.go.set)
        return await platform.send(fields(Content="一"), cut_first=0.5)

    assert talk(retried, answer=answer) == "答：一"
    assert answer.asked == ["一"]


def test_the_newest_of_tries_at_once_carries_the_reply(talk: Any) -> None:
    answer = Held("一")

    async def at_once(platform: StandIn) -> list[str]:
        sent = post(PLAIN, xml(fields(Content="一")))
        tries = []
        for _ in range(3):
            tries.append(asyncio.create_task(platform.forward(sent)))
            await asyncio.sleep(0.3)
        answer.go.set()
        return [shown(PLAIN, (await one).content) for one in tries]

    assert talk(at_once, answer=answer) == ["", "", "答：一"]
    assert answer.asked == ["一"]


def test_messages_of_one_person_are_answered_in_order_and_others_do_not_wait(talk: Any) -> None:
    answer, ended = Held("甲一"), []

    async def several(platform: StandIn) -> None:
        async def say(text: str, sender: str) -> None:
            assert await platform.say(text, sender) == f"答：{text}"
            ended.append(text)

        tasks = []
        for text, sender in (("甲一", "甲"), ("甲二", "甲"), ("甲三", "甲"), ("乙一", "乙")):
            tasks.append(asyncio.create_task(say(text, sender)))
            await asyncio.sleep(0.3)
        await tasks[3]
        assert answer.asked == ["甲一", "乙一"]
        answer.go.set()
        await asyncio.gather(*tasks)

    talk(several, answer=answer)
    assert ended[0] == "乙一"
    assert answer.asked == ["甲一", "乙一", "甲二", "甲三"]


def test_past_the_deadline_the_answer_comes_when_the_person_writes_again(talk: Any) -> None:
    answer = Held("一")

    async def patient(platform: StandIn) -> list[str]:
        first = await platform.say("一")
        answer.go.set()
        return [first, await platform.say("好"), await platform.say("好")]

    first, second, third = talk(patient, answer=answer, deadline=SOON)
    assert "回复任意字查看" in first
    assert second.endswith("答：一")
    assert third == "答：好"


def test_past_the_deadline_a_new_question_is_answered_too(talk: Any) -> None:
    answer = Held("一")

    async def impatient(platform: StandIn) -> list[str]:
        await platform.say("一")
        answer.go.set()
        return [await platform.say("社保卡怎么办"), await platform.say("查看")]

    new, old = talk(impatient, answer=answer, deadline=SOON)
    assert new.startswith("答：社保卡怎么办")
    assert "查看" in new
    assert old.endswith("答：一")


def test_past_the_deadline_a_certified_account_sends_it(talk: Any) -> None:
    answer = Held("一")

    async def patient(platform: StandIn) -> list[str]:
        first = await platform.say("一", "oLate")
        answer.go.set()
        return [first, await platform.say("二", "oLate")]

    with Api() as api:
        seen = talk(patient, answer=answer, deadline=SOON, wechat_app_secret="secret", wechat_api_url=api.url)
    assert seen == ["", "答：二"]
    assert api.sent == [("oLate", "答：一")]


@pytest.mark.parametrize("code", [45015, 45047, 45009, 48001])
def test_what_the_platform_does_not_send_waits(talk: Any, code: int) -> None:
    answer = Held("一")

    async def patient(platform: StandIn) -> str:
        await platform.say("一")
        answer.go.set()
        return await platform.say("好")

    with Api() as api:
        api.refuse = [code]
        seen = talk(patient, answer=answer, deadline=SOON, wechat_app_secret="secret", wechat_api_url=api.url)
        assert seen.endswith("答：一")
        assert api.sent == []


def test_retries_past_the_deadline_are_told_the_same(talk: Any) -> None:
    answer = Held("一")

    async def impatient(platform: StandIn) -> list[str]:
        sent = post(PLAIN, xml(fields(Content="一")))
        told = [shown(PLAIN, (await platform.forward(sent)).content) for _ in range(2)]
        answer.go.set()
        return told

    first, second = talk(impatient, answer=answer, deadline=SOON)
    assert first == second
    assert "回复任意字查看" in first
