"""The menu under the chat: a YAML file → what the platform takes, with its limits checked before it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("menu.yml")
TOP, BELOW = 3, 5
TOP_NAME, BELOW_NAME = 4, 7
KEY_BYTES, URL_BYTES = 128, 1024


class MenuError(ValueError):
    """A menu that the platform would refuse or cut off."""


def load(file: Path = FILE) -> dict[str, Any]:
    """The menu of a file as the platform takes it. Raises MenuError with all that is wrong with it."""
    try:
        entries = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise MenuError(f"读不了菜单文件 {file}；请给出一个 UTF-8 的 YAML 文件") from error
    wrong = list(problems(entries))
    if wrong:
        raise MenuError("菜单不合规格：" + "；".join(wrong))
    return {"button": [_button(entry) for entry in entries]}


def problems(entries: Any) -> Iterator[str]:
    """What is wrong, a clause each."""
    if not isinstance(entries, list) or not 1 <= len(entries) <= TOP:
        yield f"一级菜单应有 1 到 {TOP} 个"
        return
    for entry in entries:
        yield from _named(entry, TOP_NAME)
        below = entry.get("menu") if isinstance(entry, dict) else None
        if below is None:
            yield from _does(entry)
        elif not isinstance(below, list) or not 1 <= len(below) <= BELOW:
            yield f"“{entry.get('name')}”下面应有 1 到 {BELOW} 个"
        else:
            for row in below:
                yield from _named(row, BELOW_NAME)
                yield from _does(row)


def _named(entry: Any, longest: int) -> Iterator[str]:
    name = entry.get("name") if isinstance(entry, dict) else None
    if not isinstance(name, str) or not name.strip():
        yield "有一项没有名称（name）"
    elif len(name) > longest:
        yield f"“{name}”超过 {longest} 个字"


def _does(entry: Any) -> Iterator[str]:
    row = entry if isinstance(entry, dict) else {}
    ask, url = row.get("ask"), row.get("url")
    if bool(ask) == bool(url):
        yield f"“{row.get('name')}”应写 ask 或 url 之一"
    if ask and len(str(ask).encode()) > KEY_BYTES:
        yield f"“{row.get('name')}”的 ask 超过 {KEY_BYTES} 字节"
    if url and (not str(url).startswith(("http://", "https://")) or len(str(url).encode()) > URL_BYTES):
        yield f"“{row.get('name')}”的 url 应以 http 开头，不超过 {URL_BYTES} 字节"


def _button(entry: dict[str, Any]) -> dict[str, Any]:
    """What is asked is the key itself, so that receiving a tap needs no table."""
    if "menu" in entry:
        return {"name": entry["name"], "sub_button": [_button(row) for row in entry["menu"]]}
    if "url" in entry:
        return {"type": "view", "name": entry["name"], "url": entry["url"]}
    return {"type": "click", "name": entry["name"], "key": entry["ask"]}
