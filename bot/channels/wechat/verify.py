"""Whether a request comes from the platform: its signature, and that it is fresh."""

from __future__ import annotations

import hmac
from collections.abc import Mapping

from wechatpy.utils import WeChatSigner

FRESH_SECONDS = 300
LONGEST_PARAMETER = 512


class ForgedError(Exception):
    """Not from the platform, or sent again by somebody else. The reason names nobody and holds nothing received."""


def signature(token: str, *parts: str) -> str:
    """SHA-1 of the sorted parts, as the platform computes it."""
    signer = WeChatSigner()
    signer.add_data(token, *parts)
    return str(signer.signature)


def check(query: Mapping[str, str], token: str, now: float, encrypted: str | None = None) -> None:
    """Raises ForgedError unless the query is signed with the token and at most five minutes old.

    ``query`` holds the address's parameters. ``encrypted`` is the body's Encrypt, which msg_signature covers;
    where it is given, msg_signature is required, and ``signature`` must be right too if it is there.
    """
    stamp, nonce = query.get("timestamp", ""), query.get("nonce", "")
    if not stamp or not nonce or max(map(len, query.values())) > LONGEST_PARAMETER:
        raise ForgedError("a parameter is missing or too long")
    if encrypted is None or "signature" in query:
        _same(signature(token, stamp, nonce), query.get("signature", ""))
    if encrypted is not None:
        _same(signature(token, stamp, nonce, encrypted), query.get("msg_signature", ""))
    if not (stamp.isascii() and stamp.isdigit() and abs(now - int(stamp[:12])) <= FRESH_SECONDS):
        raise ForgedError("the timestamp is stale")


def _same(right: str, given: str) -> None:
    if not hmac.compare_digest(right.encode(), given.encode("utf-8", "replace")):
        raise ForgedError("the signature is wrong")
