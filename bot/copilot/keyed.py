"""What stands for a person where something is kept: a hash that only who holds the server's secret can compute."""

from __future__ import annotations

import hashlib
import hmac

from bot.sessions import server_secret
from bot.settings import Settings


def who(settings: Settings, name: str) -> str:
    """Stands for the name that somebody typed at the login."""
    return _hash(settings, "login", name)


def person(settings: Settings, sender: str) -> str:
    """Stands for a conversation in the turn log and the review queue, so that it can be found to be forgotten."""
    return _hash(settings, "turn", sender)


def _hash(settings: Settings, *parts: str) -> str:
    text = "\0".join(parts).encode("utf-8", "replace")
    return hmac.new(server_secret(settings).encode(), text, hashlib.sha256).hexdigest()
