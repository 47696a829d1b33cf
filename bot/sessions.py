"""Session tokens: issued and signed here, never chosen by a client."""

from __future__ import annotations

import secrets
import time
from pathlib import Path
from uuid import uuid4

import jwt

from bot.settings import Settings


class Sessions:
    """Issues and reads tokens. A token that is forged or too old reads as None."""

    def __init__(self, settings: Settings) -> None:
        self._key = server_secret(settings)
        self._lifetime = settings.session_hours * 3600

    def issue(self, sender: str | None = None, origin: str = "") -> tuple[str, str]:
        """A token and the sender it stands for; a new sender if none is given. ``origin`` is the page it is for."""
        sender = sender or uuid4().hex
        claims = {"sub": sender, "exp": int(time.time()) + self._lifetime, "org": origin}
        return jwt.encode(claims, self._key, algorithm="HS256"), sender

    def read(self, token: str, origin: str = "", expired: bool = False) -> str | None:
        """The sender of a token of ours that was issued to that origin; ``expired`` ones only where it is said."""
        try:
            claims = jwt.decode(token, self._key, algorithms=["HS256"], options={"verify_exp": not expired})
        except jwt.InvalidTokenError:
            return None
        return str(claims["sub"]) if claims.get("org", "") == origin else None


def server_secret(settings: Settings) -> str:
    """The key that tokens are signed and persons are hashed with: the one that is set, else one kept in ``var``."""
    return settings.secret or _kept_secret(settings.var)


def _kept_secret(var: Path) -> str:
    path = var / "secret"
    if not path.exists():
        var.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32), "ascii")
    return path.read_text("ascii")
