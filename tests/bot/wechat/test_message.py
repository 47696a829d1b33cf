"""From XML to a message and back; what is refused; what names a message."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from bot.channels.wechat.message import MalformedError, Message, fields, message, text_reply
from tests.bot.wechat.protocol import fields as sent
from tests.bot.wechat.protocol import xml

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><xml><Content>&b;</Content></xml>'
MALFORMED = {
    "nothing": b"",
    "no xml": b"hello",
    "not utf-8": b"<xml>\xff</xml>",
    "cut off": b"<xml><Content>x",
    "another root": b"<html></html>",
    "an empty root": b"<xml></xml>",
    "text only": b"<xml>x</xml>",
    "entities": BOMB.encode(),
    "a document type": b"<!doctype x><xml></xml>",
    "a document type behind a sham CDATA": b"<!-- <![CDATA[ --><!DOCTYPE x><!-- ]]> --><xml><a>x</a></xml>",
    "a comment": b"<xml><!-- --><Content>x</Content></xml>",
    "an unknown entity": b"<xml><Content>&nbsp;</Content></xml>",
    "a control character": b"<xml><Content>\x00</Content></xml>",
    "no sender": xml({**sent(), "FromUserName": ""}).encode(),
    "no time": xml({**sent(), "CreateTime": ""}).encode(),
    "a sender with parts": b"<xml><FromUserName><a>x</a></FromUserName><MsgType>text</MsgType></xml>",
    "two senders": xml(sent()).replace("<CreateTime>", "<FromUserName>x</FromUserName><CreateTime>").encode(),
    "deeply nested": b"<xml>" + b"<a>" * 9000,
}


@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED)
def test_malformed(body: bytes) -> None:
    with pytest.raises(MalformedError):
        message(fields(body))


def read(**changed: str) -> Message:
    return message(fields(xml({**sent(CreateTime="1", MsgId="7", Content="你好"), **changed})))


def test_a_text() -> None:
    read_ = read()
    assert (read_.kind, read_.sender, read_.receiver, read_.field("Content")) == (
        "text",
        "oPerson",
        "gh_centre",
        "你好",
    )
    assert read_.field("Recognition") == ""


def test_an_event_is_named_with_its_kind() -> None:
    assert read(MsgType="event", Event="CLICK", EventKey="失业金").kind == "event:click"


def test_spaces_and_small_pieces_of_xml_stay_text() -> None:
    assert fields(b"<xml><Content><![CDATA[<a href='x'> &amp; ]]></Content></xml>")["Content"] == "<a href='x'> &amp;"


def test_people_may_write_what_looks_like_a_document_type() -> None:
    assert read(Content="<!DOCTYPE html> ]]>").field("Content") == "<!DOCTYPE html> ]]>"


SAME = {"as it is": {}, "other content": {"Content": "别的"}}
OTHERS = {
    "another person": {"FromUserName": "oOther"},
    "another second": {"CreateTime": "2"},
    "another number": {"MsgId": "8"},
    "an event of that second": {"MsgType": "event", "Event": "LOCATION"},
    "another event key": {"MsgType": "event", "Event": "CLICK", "EventKey": "a"},
}


@pytest.mark.parametrize("changed", SAME.values(), ids=SAME)
def test_the_same_message(changed: dict[str, str]) -> None:
    assert read(**changed).key("s") == read().key("s")


@pytest.mark.parametrize("changed", OTHERS.values(), ids=OTHERS)
def test_another_message(changed: dict[str, str]) -> None:
    assert read(**changed).key("s") != read().key("s")


def test_the_digest_tells_another_content() -> None:
    assert read(Content="别的").digest("s") != read().digest("s")


def test_a_key_tells_nothing_without_the_secret() -> None:
    assert read().key("s") != read().key("t")
    assert "oPerson" not in read().key("s")


@pytest.mark.parametrize("text", ["你好", "]]>", "a]]>b]]>c]]", "<xml>&amp;</xml>", '<a href="x?a=1&b=2">x</a>'])
def test_a_reply_carries_any_text(text: str) -> None:
    root = ElementTree.fromstring(text_reply(read(FromUserName="o]]>x"), text, "1"))
    assert root.findtext("Content") == text
    assert (root.findtext("ToUserName"), root.findtext("FromUserName")) == ("o]]>x", "gh_centre")
    assert [child.tag for child in root] == ["ToUserName", "FromUserName", "CreateTime", "MsgType", "Content"]
