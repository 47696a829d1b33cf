"""AES: what is sealed by hand is opened, what we seal opens by hand, whatever is damaged is refused."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ElementTree

import pytest

from bot.channels.wechat.envelope import aes_key, seal, unseal
from bot.channels.wechat.verify import ForgedError
from tests.bot.wechat.protocol import decrypt, encrypt, raw_encrypt, sha1

ENCODED, OTHER = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "A" * 43
KEY, OLD, APP = aes_key(ENCODED), aes_key(OTHER), "wx1234567890abcdef"
# Made once with `openssl enc -aes-256-cbc -nopad`, the key and IV of ENCODED.
VECTOR = (
    "Q3stYC6hdFzMh9T8HCvyDMwQK6xyeRZ7UnuZsYfP7/5vjmEk8UnE0OztRQKKjn9wijWmua9BHl4S2pdKBhH3rRV/qpVhlcG+30Ut"
    "koIqV5NBFcd3mCHWHzdxP5snxbqN"
)


def test_a_vector_of_openssl() -> None:
    assert unseal(VECTOR, (KEY,), APP).xml == "<xml><Content>失业金怎么领</Content></xml>"


@pytest.mark.parametrize("length", [0, 1, 11, 12, 13, 31, 32, 33, 2047])
def test_every_padding_length(length: int) -> None:
    assert unseal(encrypt("x" * length, KEY, APP), (KEY,), APP).xml == "x" * length


def test_the_previous_key_opens_and_is_the_one_to_answer_with() -> None:
    opened = unseal(encrypt("旧", OLD, APP), (KEY, OLD), APP)
    assert (opened.xml, opened.key) == ("旧", OLD)


def test_our_reply_opens_by_hand_and_is_signed() -> None:
    root = ElementTree.fromstring(seal("<xml>答</xml>", KEY, APP, "token", "1700000000"))
    sealed, nonce = root.findtext("Encrypt") or "", root.findtext("Nonce") or ""
    assert decrypt(sealed, KEY, APP) == "<xml>答</xml>"
    assert root.findtext("MsgSignature") == sha1("token", "1700000000", nonce, sealed)


def test_no_two_replies_begin_alike() -> None:
    assert seal("x", KEY, APP, "token", "1") != seal("x", KEY, APP, "token", "1")


def padded(content: bytes, last: bytes) -> str:
    return raw_encrypt(content + last, KEY)


HEAD = b"r" * 16 + struct.pack(">I", 1) + b"x" + APP.encode()  # 39 bytes
DAMAGED = {
    "empty": "",
    "not base64": "%%%",
    "not whole blocks": "AAAA",
    "another app": encrypt("x", KEY, "wx_other"),
    "an unknown key": encrypt("x", aes_key("B" * 43), APP),
    "padding of nought": padded(HEAD + b"y" * 24, b"\0"),
    "padding too long": padded(HEAD + b"!" * 9, b"\x30" * 48),
    "padding bytes that differ": padded(HEAD, b"\0" * 24 + b"\x19"),
    "shorter than its head": padded(b"r" * 8, b"\x18" * 24),
    "a length beyond the end": padded(b"r" * 16 + struct.pack(">I", 2**32 - 1) + APP.encode(), b"\x0a" * 10),
    "not utf-8": padded(b"r" * 16 + struct.pack(">I", 1) + b"\xff" + APP.encode(), b"\x19" * 25),
}


@pytest.mark.parametrize("sealed", DAMAGED.values(), ids=DAMAGED)
def test_damaged(sealed: str) -> None:
    with pytest.raises(ForgedError):
        unseal(sealed, (KEY, OLD), APP)


@pytest.mark.parametrize("encoded", ["", "short", "A" * 44, "A" * 42 + "%", "密" * 43])
def test_what_is_no_key_says_what_to_do(encoded: str) -> None:
    with pytest.raises(ValueError, match="43"):
        aes_key(encoded)
