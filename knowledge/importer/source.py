"""The text of a guide as numbered lines, cut into its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import GuideError
from knowledge.text import squeeze

# The parts of a guide in their order, each opened by a line that says just this.
HEADINGS = {
    "contents": ("目录",),
    "list": ("社保服务事项清单",),
    "offices": ("办事不找关系路径",),
    "body": ("合规办事业务指南",),
    "prohibited": ("违规禁办事项清单",),
    "tolerance": ("容缺办事项清单", "容缺办理事项清单"),
    "back": ("办事不找关系指南",),
}


@dataclass(frozen=True)
class Line:
    """One line of the text, counted from 1."""

    number: int
    text: str


def read(path: Path) -> list[Line]:
    """The lines of the file. Raises GuideError where it is missing, empty or not UTF-8."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise GuideError("没有这个文件", "请检查路径", path) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        remedy = "请先转成 UTF-8，例如 iconv -f GB18030 -t UTF-8"
        raise GuideError("不是 UTF-8 编码", remedy, path, line) from error
    if not text.strip():
        raise GuideError("文件是空的", "请提供指南全文", path)
    return [Line(n, line) for n, line in enumerate(text.split("\n"), 1)]


def split(lines: Iterable[Line], path: Path) -> Mapping[str, list[Line]]:
    """The lines of each part, heading lines included. Raises GuideError where a part is missing."""
    parts: dict[str, list[Line]] = {"cover": []}
    waiting = list(HEADINGS)
    part, last = "cover", 0
    for line in lines:
        last = line.number
        if waiting and squeeze(line.text) in HEADINGS[waiting[0]]:
            part = waiting.pop(0)
            parts[part] = []
        parts[part].append(line)
    if waiting:
        heading = HEADINGS[waiting[0]][0]
        raise GuideError(f"缺少“{heading}”部分", "文件可能被截断，请用完整的指南全文", path, last)
    return parts
