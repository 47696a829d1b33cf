"""Requests that no platform would send: signed and not, cut, shuffled, grown, of every type."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.bot.wechat.protocol import Account, Post, encrypt, fields, post, raw_encrypt, sha1, xml

KINDS = ("text", "image", "voice", "video", "location", "link", "event", "", "TEXT", "数", "a" * 5000)
EVENTS = ("subscribe", "unsubscribe", "CLICK", "VIEW", "SCAN", "LOCATION", "", "x" * 3000, "../..")
PIECES = (
    b"<![CDATA[",
    b"]]>",
    b"<!DOCTYPE x>",
    b"&#0;",
    b"&lt;",
    b"\xff\xfe",
    b"<xml>",
    b"</xml>",
    b"\x00",
    b"<?xml?>",
)
TEXTS = (
    "",
    "继续",
    "1",
    "查看",
    "/restart",
    "]]>",
    "😀" * 200,
    "社" * 3000,
    "\n\n",
    "<a href=''>",
    "%s{0}",
    "慢0.01 x",
)


def posts(account: Account, count: int, seed: int) -> Iterator[Post]:
    """That many requests, the same for the same seed."""
    random = Random(seed)
    for _ in range(count):
        yield random.choice((_odd, _broken, _resealed, _requeried))(account, random)


def _message(random: Random) -> dict[str, str]:
    kind = random.choice(KINDS)
    made = fields(kind, f"o{random.randrange(50)}", Content=random.choice(TEXTS), EventKey=random.choice(TEXTS))
    made |= {"Event": random.choice(EVENTS), "Recognition": random.choice(TEXTS), "Label": random.choice(TEXTS)}
    for name in random.sample(sorted(made), random.randrange(4)):
        del made[name]
    return made


def _odd(account: Account, random: Random) -> Post:
    """A rightly signed message of an odd shape."""
    return post(account, xml(_message(random)))


def _broken(account: Account, random: Random) -> Post:
    """Rightly signed, but no longer XML."""
    return post(account, _mangled(xml(_message(random)).encode(), random).decode("utf-8", "replace"))


def _resealed(account: Account, random: Random) -> Post:
    """Bytes in place of the encrypted part, signed as if they were it."""
    sent = post(account, xml(_message(random)))
    if not account.aes_key:
        return Post(sent.query, _mangled(sent.body, random))
    noise = random.randbytes(random.choice((0, 16, 32, 64, 256)))
    sealed = random.choice((raw_encrypt(noise, account.key), encrypt("", account.key, "x"), "=", "A" * 64, "密"))
    signed = sha1(account.token, sent.query["timestamp"], sent.query["nonce"], sealed)
    body = f"<xml><Encrypt><![CDATA[{sealed}]]></Encrypt></xml>".encode()
    return Post({**sent.query, "msg_signature": signed}, body)


def _requeried(account: Account, random: Random) -> Post:
    """A genuine body under an address that is not."""
    sent = post(account, xml(_message(random)))
    query = dict(sent.query)
    for name in random.sample(sorted(query), random.randrange(1, 4)):
        query[name] = random.choice(("", "0", "-1", "9" * 30, "é", "a" * 3000, query[name][::-1], "\x00"))
    return Post(query, random.choice((sent.body, b"", _mangled(sent.body, random), b"a" * random.randrange(140_000))))


def _mangled(body: bytes, random: Random) -> bytes:
    for _ in range(random.randrange(1, 5)):
        at = random.randrange(len(body) + 1)
        body = random.choice(
            (body[:at], body[at:], body[:at] + random.choice(PIECES) + body[at:], body[:at] + body[at:] * 2)
        )[:200_000]
    return body
