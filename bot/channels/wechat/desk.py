"""What is answered to each kind of message: one text now, the rest kept for 继续."""

from __future__ import annotations

import re
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from unicodedata import normalize

from actions.answer import Answer, Entry, Option, Section
from actions.offices import said
from actions.replies import office_answer
from bot.channels.wechat.message import Message
from bot.channels.wechat.wording import say, words
from bot.render.pages import size
from bot.render.wechat import LIMIT, options, sent_by_tap, wechat
from bot.store.messages import Messages, Waiting
from knowledge.guide import Guide

Answerer = Callable[[str, str, date], Awaitable[dict[str, Any]]]
# Nothing is answered to these; a position sent in the background is not even read.
SILENT = ("event:location", "event:view", "event:unsubscribe")
_ANY_WORD = 4  # a text this short asks for the answer that waits, a longer one is a question
_EDGES = " \t\r\n。.，,！!？?、“”\"'"


class Desk:
    """Answers on what waits for a person, the answerer and the guide."""

    def __init__(self, answer: Answerer, messages: Messages, guide: Guide, context_minutes: int) -> None:
        self._answer, self._messages, self._guide = answer, messages, guide
        self._context_seconds = context_minutes * 60

    async def reply(self, message: Message, person: str) -> str:
        """The text to send for one message; empty where nothing is to be said."""
        kind = message.kind
        if kind == "text":
            return await self._text(message.field("Content"), person)
        if kind == "voice":
            heard = message.field("Recognition")
            return await self._text(heard, person) if heard.strip() else say("voice", self._guide)
        if kind == "event:click":
            return await self._ask(message.field("EventKey"), person, await self._messages.of(person))
        if kind == "location":
            return await self._show(self._office(message.field("Label")), person, await self._messages.of(person))
        if kind in ("event:subscribe", "event:scan"):
            return await self._show(self._welcome(kind), person, await self._messages.of(person))
        return "" if kind.startswith("event:") else say("media", self._guide)

    async def _text(self, text: str, person: str) -> str:
        waiting = await self._messages.of(person)
        bare = normalize("NFKC", text).strip(_EDGES)
        if bare in words()["more"] and (waiting.pages or not waiting.late):
            return await self._more(person, waiting)
        if waiting.late and (len(bare) <= _ANY_WORD or bare in words()["show"]):
            return await self._late(person, waiting)
        return await self._ask(self._tapped(bare, text, waiting), person, waiting)

    def _tapped(self, bare: str, text: str, waiting: Waiting) -> str:
        """The value of the option whose number or link was sent; else the text itself."""
        if time.time() - waiting.at > self._context_seconds:
            return text
        if re.fullmatch(r"[1-9]", bare) and int(bare) <= len(waiting.options):
            return waiting.options[int(bare) - 1][1]
        return next((value for label, value in waiting.options if text.strip() in (label, sent_by_tap(value))), text)

    async def _ask(self, text: str, person: str, waiting: Waiting) -> str:
        return await self._show(await self._answer(text, person, date.today()), person, waiting)

    async def _show(self, answer: dict[str, Any], person: str, waiting: Waiting) -> str:
        """The answer's first text; what is late is mentioned at its end."""
        note = "\n\n" + say("late_waiting", self._guide) if waiting.late else ""
        first, *pages = wechat(answer, LIMIT - size(note))
        offered = options(answer)
        if pages or offered or waiting.at:  # else nothing waits, and nothing did
            await self._messages.keep(person, Waiting(tuple(pages), offered, waiting.late))
        return first + note

    async def _more(self, person: str, waiting: Waiting) -> str:
        if not waiting.pages:
            return say("no_more", self._guide)
        await self._messages.keep(person, replace(waiting, pages=waiting.pages[1:]))
        return waiting.pages[0]

    async def _late(self, person: str, waiting: Waiting) -> str:
        first, *others = waiting.late
        await self._messages.keep(person, replace(waiting, late=tuple(others)))
        return _headed(say("late", self._guide), first)

    def _office(self, label: str) -> dict[str, Any]:
        """The offices of the district in a position's address; all of them where it names none."""
        found = said(self._guide, label)
        answer = office_answer(self._guide, found or self._guide.offices)
        if not found:
            sentence = Section("reply", "", (Entry(say("no_office", self._guide)),))
            answer = replace(answer, sections=(sentence, *answer.sections))
        return answer.to_dict()

    def _welcome(self, kind: str) -> dict[str, Any]:
        sentence = say("welcome" if kind == "event:subscribe" else "scan", self._guide)
        return Answer(
            "chitchat",
            sections=(Section("reply", "", (Entry(sentence),)),),
            options=tuple(self._categories()),
        ).to_dict()

    def _categories(self) -> Iterable[Option]:
        return (Option(category.title, category.title) for category in self._guide.categories)


def _headed(sentence: str, text: str) -> str:
    """The sentence above the text where there is room for it."""
    headed = f"{sentence}\n\n{text}"
    return headed if size(headed) <= LIMIT else text
