"""One turn from text to Answer: what every channel, the command line and the batch go through."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain, SessionConfig
from rasa.utils.endpoints import EndpointConfig

from actions import guide, slots
from actions.replies import reply
from bot import matters, privacy
from bot.actions_endpoint import InProcessActions, cache_validation
from bot.render.plain import plain
from bot.settings import Settings
from bot.store import database
from bot.store.trackers import RecentTrackerStore
from nlu.asking import known_words
from nlu.retriever import RETRIEVAL

# Rasa takes a leading "/" for an intent. A word joiner before it makes it text; it is not seen, nor learned from.
_WORD_JOINER = "⁠"


@dataclass(frozen=True)
class Assistant:
    """A loaded model with its store."""

    agent: Agent
    settings: Settings

    @classmethod
    def load(cls, settings: Settings, model: Path, keep: bool = True) -> Assistant:
        """The assistant on a trained model. Without ``keep`` conversations live in memory only."""
        cache_validation()
        known_words()  # read now rather than while somebody waits
        agent = Agent(
            domain=Domain.empty(),
            tracker_store=InMemoryTrackerStore(Domain.empty()),
            lock_store=InMemoryLockStore(),
            action_endpoint=_actions(settings),
        )
        agent.load_model(str(model))
        assert agent.domain
        assert agent.processor
        agent.processor.domain.session_config = SessionConfig(settings.context_minutes, carry_over_slots=False)
        store = _store(settings, agent.domain, keep)
        agent.tracker_store = agent.processor.tracker_store = store
        return cls(agent, settings)

    async def ask(self, text: str, sender: str, day: date) -> dict[str, Any]:
        """The Answer to one message, as JSON data with its plain text."""
        known = guide.current()
        if not text.strip():
            return spoken(reply(known, "chitchat", "empty").to_dict())
        if len(text) > self.settings.longest_message:
            limit = self.settings.longest_message
            return spoken(reply(known, "error", "too_long", limit=limit).to_dict())
        parts = await matters.divide(self.agent, _as_text(privacy.mask(text)))
        first, *further = [await self._turn(part, sender, day) for part in parts]
        return spoken({**first, "also": [spoken(answer) for answer in further]} if further else first)

    async def _turn(self, text: str, sender: str, day: date) -> dict[str, Any]:
        """The Answer to one matter of a message."""
        channel = CollectingOutputChannel()
        within = await matters.in_talk(self.agent, text, guide.current(), sender)
        metadata = {slots.DAY: day.isoformat(), **await matters.reading(self.agent, text), **within}
        await self.agent.handle_message(UserMessage(text, channel, sender, metadata=metadata))
        for sent in channel.messages:
            if "answer" in (sent.get("custom") or {}):
                answer: dict[str, Any] = sent["custom"]["answer"]
                return answer
        return reply(guide.current(), "error", "error").to_dict()

    async def out_of_scope_chance(self, text: str) -> float:
        """The retriever's probability that a message is out of scope, 0 to 1: for measuring, no Answer shows it."""
        parsed = await self.agent.parse_message(_as_text(privacy.mask(text)))
        return float(parsed[RETRIEVAL]["out"])

    async def forget(self, sender: str) -> None:
        """Removes what was said in a conversation."""
        store = self.agent.tracker_store
        if isinstance(store, RecentTrackerStore):
            await store.delete(sender)
        elif isinstance(store, InMemoryTrackerStore):
            store.store.pop(sender, None)

    def ask_now(self, text: str, sender: str, day: date) -> dict[str, Any]:
        """``ask`` for callers without an event loop."""
        return asyncio.run(self.ask(text, sender, day))


def spoken(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer with its plain text filled in."""
    return {**answer, "text": plain(answer)}


def _as_text(text: str) -> str:
    stripped = text.lstrip()
    return _WORD_JOINER + stripped if stripped.startswith(("/", "／")) else stripped


def _actions(settings: Settings) -> EndpointConfig:
    if settings.actions == "remote":
        return EndpointConfig(url=settings.actions_url)
    return InProcessActions()


def _store(settings: Settings, domain: Domain, keep: bool) -> TrackerStore:
    """The same store for both, so that a conversation in memory does not slow as it grows."""
    return RecentTrackerStore(domain, settings.database() if keep else database.IN_MEMORY, settings.recent_events)
