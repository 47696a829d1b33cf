"""Signatures and freshness: what is the platform's and what is not. The vectors are computed with hashlib."""

from __future__ import annotations

import pytest

from bot.channels.wechat.verify import FRESH_SECONDS, ForgedError, check, signature
from tests.bot.wechat.protocol import sha1

NOW, TOKEN = 1_760_000_000, "token"
RIGHT = sha1(TOKEN, str(NOW), "n")


def test_a_vector_computed_by_hand() -> None:
    # printf '1700000000ntoken' | sha1sum
    assert signature("token", "1700000000", "n") == "7d93e282c6883960fb2ef351a52790f7007fe79d"
    assert signature("b", "a", "c") == "a9993e364706816aba3e25717850c26c9cd0d89d"  # SHA-1 of "abc"


def query(**changed: str) -> dict[str, str]:
    whole = {"timestamp": str(NOW), "nonce": "n", "signature": RIGHT} | changed
    return {name: text for name, text in whole.items() if text}


def test_the_platform_passes() -> None:
    check(query(), TOKEN, NOW)


def at(stamp: object) -> dict[str, str]:
    return query(timestamp=str(stamp), signature=sha1(TOKEN, str(stamp), "n"))


FORGED = {
    "wrong signature": query(signature="0" * 40),
    "signature of another token": query(signature=sha1("other", str(NOW), "n")),
    "signature in capitals": query(signature=RIGHT.upper()),
    "no signature": query(signature=""),
    "signature with a letter of another script": query(signature="é" * 40),
    "no timestamp": query(timestamp=""),
    "no nonce": query(nonce=""),
    "another nonce": query(nonce="m"),
    "a second too old": at(NOW - FRESH_SECONDS - 1),
    "a second too far ahead": at(NOW + FRESH_SECONDS + 1),
    "a timestamp in words": at("now"),
    "a timestamp with other digits": at("１７６００００００"),
    "an endless timestamp": at("1" * 600),
    "a signed timestamp": at(f"-{NOW}"),
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_forged(forged: dict[str, str]) -> None:
    with pytest.raises(ForgedError):
        check(forged, TOKEN, NOW)


@pytest.mark.parametrize("stamp", [NOW - FRESH_SECONDS, NOW + FRESH_SECONDS])
def test_just_fresh_enough(stamp: int) -> None:
    check(at(stamp), TOKEN, NOW)


ENCRYPTED = {
    "both right": (query(msg_signature=sha1(TOKEN, str(NOW), "n", "sealed")), True),
    "only msg_signature": (query(signature="", msg_signature=sha1(TOKEN, str(NOW), "n", "sealed")), True),
    "msg_signature missing": (query(), False),
    "msg_signature of another body": (query(msg_signature=sha1(TOKEN, str(NOW), "n", "other")), False),
    "signature wrong": (query(signature="0" * 40, msg_signature=sha1(TOKEN, str(NOW), "n", "sealed")), False),
}


@pytest.mark.parametrize(("sent", "passes"), ENCRYPTED.values(), ids=ENCRYPTED)
def test_encrypted(sent: dict[str, str], passes: bool) -> None:
    if passes:
        check(sent, TOKEN, NOW, "sealed")
    else:
        with pytest.raises(ForgedError):
            check(sent, TOKEN, NOW, "sealed")
