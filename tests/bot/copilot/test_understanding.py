"""Many typists: each text is understood once, and of one call only the newest counts."""

from __future__ import annotations

import asyncio

from bot.channels.api import BadRequestError
from bot.copilot.heard import Heard
from bot.copilot.understanding import REMEMBERED, Understanding


class Slow:
    """Understands one text at a time, and notes which."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def __call__(self, text: str) -> tuple[Heard, ...]:
        self.heard.append(text)
        await asyncio.sleep(0.01)
        return (Heard({"text": text}, {}),)


def test_of_one_call_only_the_newest_counts() -> None:
    async def story() -> None:
        slow = Slow()
        understanding = Understanding(slow)
        asked = [("a", "失"), ("b", "社保卡"), ("a", "失业"), ("a", "失业金")]
        got = await asyncio.gather(*(understanding.of(*one) for one in asked), return_exceptions=True)
        assert [isinstance(one, BadRequestError) for one in got] == [False, False, True, False]
        assert slow.heard == ["失", "社保卡", "失业金"]

    asyncio.run(story())


def test_a_text_is_understood_once() -> None:
    async def story() -> None:
        slow = Slow()
        understanding = Understanding(slow)
        await asyncio.gather(*(understanding.of(str(call), "失业金") for call in range(20)))
        await understanding.of("1", "失业金")
        assert slow.heard == ["失业金"]
        assert (await understanding.of("1", ""))[0].latest_message["text"] == ""

    asyncio.run(story())


def test_it_does_not_remember_for_ever() -> None:
    async def story() -> None:
        understanding = Understanding(Slow())
        understanding._known.update({str(n): () for n in range(REMEMBERED)})
        await understanding.of("1", "新的")
        assert len(understanding._known) == REMEMBERED
        assert "0" not in understanding._known

    asyncio.run(story())
