"""Encrypted messages: opened with the current EncodingAESKey or the one before, sealed with the one that worked.

wechatpy gives the cipher; it neither validates the padding nor takes its random bytes from a safe source: done here.
"""

from __future__ import annotations

import base64
import binascii
import secrets
import struct
from dataclasses import dataclass

from wechatpy.crypto import PrpCrypto

from bot.channels.wechat.verify import ForgedError, signature

_BLOCK = 32
_HEAD = 20  # 16 random bytes, then the length of the text as 4 bytes


class _Crypto(PrpCrypto):  # type: ignore[misc]
    def get_random_string(self) -> str:
        return secrets.token_hex(8)


@dataclass(frozen=True)
class Opened:
    """The XML that was inside, and the key it was sealed with."""

    xml: str
    key: bytes


def aes_key(encoding_key: str) -> bytes:
    """The 32 bytes of an EncodingAESKey. Raises ValueError where it is not 43 letters and digits."""
    try:
        key = base64.b64decode(f"{encoding_key}=", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != _BLOCK:
        raise ValueError("EncodingAESKey 应为 43 个字母和数字；请从公众平台“基本配置”里重新复制")
    return key


def unseal(encrypted: str, keys: tuple[bytes, ...], app_id: str) -> Opened:
    """Opens an Encrypt with the first key that fits. Raises ForgedError where none does."""
    try:
        sealed = base64.b64decode(encrypted, validate=True)
    except (binascii.Error, ValueError):
        sealed = b""
    if not sealed or len(sealed) % 16:
        raise ForgedError("the encrypted part is damaged")
    for key in keys:
        xml = _inside(_Crypto(key).cipher.decrypt(sealed), app_id.encode())
        if xml is not None:
            return Opened(xml, key)
    raise ForgedError("no EncodingAESKey opens it")


def seal(xml: str, key: bytes, app_id: str, token: str, stamp: str) -> str:
    """The reply as the platform expects it back: encrypted and signed."""
    nonce = secrets.token_hex(8)
    encrypted = _Crypto(key).encrypt(xml, app_id).decode("ascii")
    signed = signature(token, stamp, nonce, encrypted)
    return (
        f"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt><MsgSignature><![CDATA[{signed}]]></MsgSignature>"
        f"<TimeStamp>{stamp}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>"
    )


def _inside(plain: bytes, app_id: bytes) -> str | None:
    """The text between head and app id; None where padding, length or app id is wrong."""
    padding = plain[-1]
    if not 1 <= padding <= _BLOCK or plain[-padding:] != bytes([padding]) * padding:
        return None
    content = plain[:-padding]
    if len(content) < _HEAD:
        return None
    (length,) = struct.unpack(">I", content[16:_HEAD])
    if content[_HEAD + length :] != app_id:
        return None
    try:
        return content[_HEAD : _HEAD + length].decode("utf-8")
    except UnicodeDecodeError:
        return None
