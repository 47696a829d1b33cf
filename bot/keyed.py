"""What stands for a person where something is kept: a hash that only who holds the server's secret can compute."""

from __future__ import annotations

import hashlib
import hmac

from bot.sessions import server_secret
from bot.settings import Settings


class Keyed:
    """Computes the hashes."""

    def __init__(self, settings: Settings) -> None:
        self._key = server_secret(settings).encode()

    def name(self, typed: str) -> str:
        """Stands for the name that somebody typed at the login."""
        return self._hash("login", typed)

    def person(self, sender: str) -> str:
        """Stands for a conversation in the turn log and the review queue, so that it can be found to be forgotten."""
        return self._hash("turn", sender)

    def _hash(self, *parts: str) -> str:
        return hmac.new(self._key, "\0".join(parts).encode("utf-8", "replace"), hashlib.sha256).hexdigest()
