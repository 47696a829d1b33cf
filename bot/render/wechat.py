"""The Answer as texts of the public account, each at most 2,047 bytes: more shows people 服务出现故障.

What an answer may not lose (conditions, prohibited cases, whatever is no mere list) stands on the first text; what
is cut waits for 继续.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from actions.wording import wording
from bot.render.pages import Block, cut, first_page, further_pages, joined, size
from knowledge.text import MARKS

LIMIT = 2047
# The sections that may go on in a further text. Everything else must be read.
_MAY_WAIT = ("materials", "channel", "time_limit", "tips", "phone_office")
_MARKED = re.compile(rf"[{MARKS}]|\d+[)）]")
_LINE = 1000  # a longer line is cut, so that a page always holds one
_TITLE = 300
_FILE = Path(__file__).with_name("wechat.yml")
_HARMLESS = str.maketrans("<>", "＜＞")
_IN_LINK = str.maketrans('<>"&', "＜＞＂＆")


def wechat(answer: Mapping[str, Any], limit: int = LIMIT) -> tuple[str, ...]:
    """The texts, the first to be sent now, the others when they are asked for. Each is at most ``limit`` bytes."""
    matters = list(_matters(answer))
    whole = joined(block for matter in matters for block in (*_kept(matter), *_after(matter)))
    if size(whole) <= limit:
        return (whole,)
    texts: list[str] = []
    for matter, following in zip(matters, [*matters[1:], None], strict=True):
        texts += _texts(matter, following, limit)
    return tuple(texts)


def options(answer: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What can be tapped, in the order of its numbers: (label, value)."""
    offered = answer["ask"]["options"] if answer["ask"] else answer["options"]
    return tuple((option["label"], option["value"]) for option in offered)


def link(label: str, value: str, number: int) -> str:
    """A label that sends the value when it is tapped."""
    label, value = label.translate(_IN_LINK), value.translate(_IN_LINK)
    return f'<a href="weixin://bizmsgmenu?msgmenucontent={value}&msgmenuid={number}">{label}</a>'


def sent_by_tap(value: str) -> str:
    """The text that comes back when a link with that value is tapped."""
    return value.translate(_IN_LINK)


def _matters(answer: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The answer and the further ones in it, which offer nothing to tap: numbers belong to the first."""
    yield answer
    for further in answer["also"]:
        yield from _matters({**further, "options": (), "ask": None})


def _kept(answer: Mapping[str, Any]) -> list[Block]:
    """What the first text holds as far as there is room: a question with its options, or facts with their source."""
    choice = [replace(block, kept=True) for block in _choice(answer)] if answer["ask"] else []
    return [*_content(answer), *choice, *_end(answer)]


def _after(answer: Mapping[str, Any]) -> list[Block]:
    """Next steps, which come last."""
    return [] if answer["ask"] else _choice(answer)


def _texts(answer: Mapping[str, Any], following: Mapping[str, Any] | None, limit: int) -> list[str]:
    """One matter's texts; each but the last says how to go on, the last names the matter that follows."""
    words, last = _words(), ""
    if following:
        last = words["more_also"].format(title=_title(following) or words["untitled"], link=_more_link())
    room = limit - 2 - max(size(last), size(_more()))
    blocks, after = _kept(answer), _after(answer)
    if size(joined([*blocks, *after])) <= room:
        pages = [[*blocks, *after]]
    else:
        if size(joined(block for block in blocks if block.kept)) > room:
            blocks[-1] = replace(blocks[-1], kept=False)  # telephones and source
        shown, left = first_page(blocks, room, words["continued"])
        pages = [shown, *further_pages([*left, *after], room, words["continued"])]
    follow = [*([_more()] * (len(pages) - 1)), last]
    return ["\n\n".join(filter(None, (joined(page), line))) for page, line in zip(pages, follow, strict=True)]


def _content(answer: Mapping[str, Any]) -> list[Block]:
    title, ask = _title(answer), answer["ask"]
    blocks = [Block("", (f"【{title}】",), kept=True)] if title else []
    for section in answer["sections"]:
        heading = _heading(section["title"])
        lines = tuple(_lines(section))
        blocks.append(Block(heading, lines, kept=section["aspect"] not in _MAY_WAIT))
    if ask:
        blocks.append(Block("", tuple(cut(ask["text"].translate(_HARMLESS), _LINE)), kept=True))
    return [block for block in blocks if block.lines]


def _lines(section: Mapping[str, Any]) -> Iterator[str]:
    """An entry a line, numbered where there are several; the applicant it holds for before it, in the same line."""
    group = None
    many = len(section["entries"]) > 1 and section["title"]
    for n, entry in enumerate(section["entries"], 1):
        text, own = entry["text"], entry.get("group")
        text = text.removeprefix(f"{own}：") if own else text
        before = f"〔{own}〕\n" if own and own != group else ""
        group = own
        number = f"{n}. " if many and not _MARKED.match(text) else ""
        way = wording()["kinds"].get(entry.get("kind", "")) if section["aspect"] == "channel" else None
        yield from _entry(before + number + (f"{way}：" if way else ""), text.rstrip("："), entry)


def _entry(before: str, text: str, entry: Mapping[str, Any]) -> Iterator[str]:
    urls = [url for url in entry.get("urls", ()) if _safe(url)]
    after = f"（资料来源：{entry['source']}）" if entry.get("source") else ""
    plain = before + text + after
    if len(urls) == 1 and size(plain) <= _LINE:
        yield before.translate(_HARMLESS) + _site(urls[0], text) + after.translate(_HARMLESS)
        return
    yield from cut(plain.translate(_HARMLESS), _LINE)
    for url in urls:
        yield _site(url, url)


def _site(url: str, label: str) -> str:
    return f'<a href="{url}">{label.strip().translate(_IN_LINK) or url}</a>'


def _safe(url: str) -> bool:
    return url.startswith(("http://", "https://")) and size(url) <= 300 and not set(url) & set('"<>\n ')


def _choice(answer: Mapping[str, Any]) -> list[Block]:
    offered = options(answer)
    lines = tuple(_option(n, label, value) for n, (label, value) in enumerate(offered, 1))
    return [Block(_words()["choose"], lines)] if offered else []


def _option(number: int, label: str, value: str) -> str:
    tapped = f"{number}. {link(label, value, number)}"
    return tapped if size(tapped) <= _LINE else f"{number}. {cut(label.translate(_HARMLESS), _TITLE)[0]}"


def _end(answer: Mapping[str, Any]) -> list[Block]:
    """Telephones and source, on the first text where the room is."""
    words, cited, lines = _words(), answer["citation"], []
    if answer["phones"]:
        numbers = "；".join(f"{phone['number']}（{phone['use']}）" for phone in answer["phones"])
        lines.append(words["phones"].format(phones=numbers))
    if cited:
        item = words["source_item"].format(item=cited["item"]) if cited["item"] is not None else ""
        lines.append(words["source"].format(guide=cited["guide"], page=cited["page"], item=item))
    return [Block("", tuple(part for line in lines for part in cut(line.translate(_HARMLESS), _LINE)), kept=True)]


def _title(answer: Mapping[str, Any]) -> str:
    titles = [row["title"] for row in answer["items"] if row["number"] == answer["item"]]
    return cut(titles[0].translate(_HARMLESS), _TITLE)[0] if titles else ""


def _heading(title: str) -> str:
    return cut(title.translate(_HARMLESS), _TITLE)[0] + "：" if title else ""


def _more() -> str:
    return str(_words()["more"]).format(link=_more_link())


def _more_link() -> str:
    word = _words()["more_word"]
    return link(word, word, 0)


@cache
def _words() -> dict[str, str]:
    loaded: dict[str, str] = yaml.safe_load(_FILE.read_text("utf-8"))
    return loaded
