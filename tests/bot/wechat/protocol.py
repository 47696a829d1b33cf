"""The platform's side of the wire, written from the public protocol with hashlib and cryptography alone."""

from __future__ import annotations

import base64
import hashlib
import os
import struct
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, replace
from itertools import count

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_NUMBERS = count(int(time.time() * 1000))


@dataclass(frozen=True)
class Account:
    """A public account: without a key it talks in plain text. ``both``: compatible mode."""

    token: str = "qingfengtoken"
    app_id: str = "wx1234567890abcdef"
    aes_key: str | None = None
    both: bool = False

    @property
    def key(self) -> bytes:
        assert self.aes_key
        return base64.b64decode(self.aes_key + "=")


@dataclass(frozen=True)
class Post:
    """One request to the webhook."""

    query: dict[str, str]
    body: bytes


def sha1(*parts: str) -> str:
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()


def encrypt(xml: str, key: bytes, app_id: str) -> str:
    plain = os.urandom(16) + struct.pack(">I", len(xml.encode())) + xml.encode() + app_id.encode()
    padding = 32 - len(plain) % 32
    return raw_encrypt(plain + bytes([padding]) * padding, key)


def raw_encrypt(padded: bytes, key: bytes) -> str:
    cipher = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    return base64.b64encode(cipher.update(padded) + cipher.finalize()).decode()


def decrypt(encrypted: str, key: bytes, app_id: str) -> str:
    cipher = Cipher(algorithms.AES(key), modes.CBC(key[:16])).decryptor()
    plain = cipher.update(base64.b64decode(encrypted)) + cipher.finalize()
    assert plain.endswith(bytes([plain[-1]]) * plain[-1])
    plain = plain[: -plain[-1]]
    (length,) = struct.unpack(">I", plain[16:20])
    assert plain[20 + length :] == app_id.encode()
    return plain[20 : 20 + length].decode()


def fields(kind: str = "text", sender: str = "oPerson", **more: str) -> dict[str, str]:
    """The fields of a message, new in its MsgId; an event has none."""
    own = {} if kind == "event" else {"MsgId": str(next(_NUMBERS))}
    head = {"ToUserName": "gh_centre", "FromUserName": sender, "CreateTime": str(int(time.time())), "MsgType": kind}
    return {**head, **own, **more}


def xml(found: dict[str, str]) -> str:
    written = ((name, text.replace("]]>", "]]]]><![CDATA[>")) for name, text in found.items())
    return "<xml>" + "".join(f"<{name}><![CDATA[{text}]]></{name}>" for name, text in written) + "</xml>"


def post(account: Account, body: str, stamp: int | None = None, nonce: str | None = None) -> Post:
    """A genuine request with that XML."""
    at, nonce = str(stamp or int(time.time())), nonce or os.urandom(6).hex()
    query = {"timestamp": at, "nonce": nonce, "signature": sha1(account.token, at, nonce), "openid": "ignored"}
    if not account.aes_key:
        return Post(query, body.encode())
    sealed = encrypt(body, account.key, account.app_id)
    query |= {"encrypt_type": "aes", "msg_signature": sha1(account.token, at, nonce, sealed)}
    outer = f"<ToUserName>gh_centre</ToUserName><Encrypt><![CDATA[{sealed}]]></Encrypt></xml>"
    inner = body.removesuffix("</xml>") if account.both else "<xml>"
    return Post(query, (inner + outer).encode())


def resigned(account: Account, sent: Post) -> Post:
    """The same message as the platform sends it again, with a new nonce."""
    at, nonce = str(int(time.time())), os.urandom(6).hex()
    query = {**sent.query, "timestamp": at, "nonce": nonce, "signature": sha1(account.token, at, nonce)}
    if account.aes_key:
        sealed = ElementTree.fromstring(sent.body).findtext("Encrypt")
        query["msg_signature"] = sha1(account.token, at, nonce, sealed or "")
    return replace(sent, query=query)


def shown(account: Account, reply: bytes) -> str:
    """The text that the person sees of a reply; empty for ``success``. Fails for what the platform would not take."""
    if reply in (b"", b"success"):
        return ""
    root = ElementTree.fromstring(reply)
    if account.aes_key:
        sealed, at, nonce = (root.findtext(name) or "" for name in ("Encrypt", "TimeStamp", "Nonce"))
        assert root.findtext("MsgSignature") == sha1(account.token, at, nonce, sealed)
        root = ElementTree.fromstring(decrypt(sealed, account.key, account.app_id))
    assert root.findtext("MsgType") == "text"
    assert root.findtext("ToUserName")
    content = root.findtext("Content") or ""
    assert len(content.encode()) <= 2047, "服务出现故障"
    return content
