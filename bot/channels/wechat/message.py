"""What the platform sends and what it gets back: XML to a frozen Message, a text to XML."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.parsers.expat import ExpatError

import xmltodict

# What people write stands in CDATA and may hold anything. Around it no message has a document type, an entity
# (a small body that grows large) or a comment.
_WRITTEN = re.compile(r"<!\[CDATA\[.*?\]\]>", re.S)
_NEEDED = ("FromUserName", "ToUserName", "CreateTime", "MsgType")
_KEY = ("FromUserName", "CreateTime", "MsgId", "Event", "EventKey")


class MalformedError(ValueError):
    """A body that is no message."""


@dataclass(frozen=True)
class Message:
    """One message or event.

    ``kind`` is its MsgType, for an event "event:" and its Event, in small letters. ``sender`` is the openid:
    it is answered to, and never stored. ``fields`` are all its plain fields.
    """

    kind: str
    sender: str
    receiver: str
    fields: Mapping[str, str]

    def field(self, name: str) -> str:
        """A field's text, empty where it is missing."""
        return self.fields.get(name, "")

    def key(self, secret: str) -> str:
        """What names this message among all, and stays the same when it is sent again.

        MsgId alone was seen to collide between people, and events have none.
        """
        return keyed(secret, *(self.field(name) for name in _KEY))

    def digest(self, secret: str) -> str:
        """A hash of everything in it."""
        return keyed(secret, *(f"{name}={value}" for name, value in sorted(self.fields.items())))


def keyed(secret: str, *parts: str) -> str:
    """A hash that only who holds the secret can compute."""
    return hmac.new(secret.encode(), "\0".join(parts).encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def fields(body: bytes | str) -> dict[str, str]:
    """The plain fields of the XML. Raises MalformedError for whatever is not one flat ``<xml>``."""
    try:
        text = body.decode("utf-8") if isinstance(body, bytes) else body
        if "<!" in _WRITTEN.sub("", text):
            raise MalformedError("a document type or comment")
        parsed: Any = xmltodict.parse(text, encoding="utf-8", disable_entities=True)
    except (UnicodeDecodeError, ExpatError, ValueError) as error:
        raise MalformedError("not XML") from error
    root = parsed.get("xml")
    if not isinstance(root, dict):
        raise MalformedError("not a message")
    return {name: value for name, value in root.items() if isinstance(value, str)}


def message(found: Mapping[str, str]) -> Message:
    """The message of those fields. Raises MalformedError where sender, receiver, time or type is missing."""
    if not all(found.get(name) for name in _NEEDED):
        raise MalformedError("a field is missing")
    kind = found["MsgType"].lower()
    if kind == "event":
        kind = f"event:{found.get('Event', '').lower()}"
    return Message(kind, found["FromUserName"], found["ToUserName"], dict(found))


def text_reply(to: Message, text: str, stamp: str) -> str:
    """The XML that answers a message with a text."""
    return (
        f"<xml><ToUserName>{_cdata(to.sender)}</ToUserName><FromUserName>{_cdata(to.receiver)}</FromUserName>"
        f"<CreateTime>{stamp}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content>{_cdata(text)}</Content></xml>"
    )


def _cdata(text: str) -> str:
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"
