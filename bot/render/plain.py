"""The Answer as plain text, for a terminal and for whatever can show nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from actions.wording import wording
from knowledge.text import MARKS

# An entry that the guide itself numbers.
_MARKED = re.compile(rf"[{MARKS}]|\d+[)）]")


def plain(answer: Mapping[str, Any]) -> str:
    """The whole answer, nothing left out: sections, question, telephones, source."""
    title = heading(answer)
    blocks = [f"【{title}】" if title else "", *(_section(section) for section in answer["sections"])]
    blocks.append(_ask(answer["ask"]))
    blocks += [plain(further) for further in answer["also"]]
    blocks.append(_phones(answer["phones"]))
    blocks.append(source_line(answer["citation"]))
    return "\n\n".join(block for block in blocks if block)


def heading(answer: Mapping[str, Any]) -> str:
    """The title of the item that the answer is about; empty where it is about none."""
    titles = [row["title"] for row in answer["items"] if row["number"] == answer["item"]]
    return titles[0] if titles else ""


def _section(section: Mapping[str, Any]) -> str:
    return "\n".join([*([f"{section['title']}："] if section["title"] else []), *_entries(section)])


def _entries(section: Mapping[str, Any]) -> Iterator[str]:
    group = None
    many = len(section["entries"]) > 1 and section["title"]
    for n, entry in enumerate(section["entries"], 1):
        if entry.get("group") and entry["group"] != group:
            group = entry["group"]
            yield f"〔{group}〕"
        numbered = many and not _MARKED.match(entry["text"])
        yield (f"{n}. " if numbered else "") + _entry(section["aspect"], entry)


def _entry(aspect: str, entry: Mapping[str, Any]) -> str:
    text: str = entry["text"]
    if entry.get("group") and text.startswith(f"{entry['group']}："):
        text = text.removeprefix(f"{entry['group']}：")
    way = wording()["kinds"].get(entry.get("kind", ""))
    if way and aspect == "channel":
        text = f"{way}：{text}"
    if entry.get("source"):
        text += f"（资料来源：{entry['source']}）"
    return " ".join([text.rstrip("："), *entry.get("urls", ())])


def _ask(ask: Mapping[str, Any] | None) -> str:
    if not ask:
        return ""
    options = (f"{n}. {option['label']}" for n, option in enumerate(ask["options"], 1))
    return "\n".join([ask["text"], *options])


def _phones(phones: list[Mapping[str, str]]) -> str:
    return "电话：" + "；".join(f"{p['number']}（{p['use']}）" for p in phones) if phones else ""


def source_line(citation: Mapping[str, Any] | None) -> str:
    """Where the answer stands in the guide; empty where it is not from there."""
    if not citation:
        return ""
    item = f"，第 {citation['item']} 项" if citation["item"] is not None else ""
    return f"来源：《{citation['guide']}》第 {citation['page']} 页{item}（{citation['edition']}）"
