"""The account of every character: used in the data, or residue of a named kind.

"Used" is a claim until ``fidelity`` has found the same characters, in the same order, in what
``guide show`` prints from the data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from knowledge.importer.source import Line
from knowledge.text import squeeze

# The closed list. Whatever is none of these must reappear in the data.
RESIDUE = {
    "white_space": "空白与换行",
    "cover": "封面与封底",
    "contents": "目录",
    "heading": "各部分的标题页与页眉",
    "table_frame": "表格的表头与线",
    "list_caption": "清单里二维码旁的文字",
    "flow_caption": "“操作流程”及其下二维码说明",
    "place_caption": "地点二维码下重复的地点名",
    "bullet": "转换留下的行首短横",
    "link_frame": "网址外的尖括号",
}


class Ledger:
    """Counts characters by what became of them."""

    def __init__(self, lines: Iterable[Line]) -> None:
        text = "\n".join(line.text for line in lines)
        self.total = len(text)
        self.residue: Counter[str] = Counter({"white_space": len(text) - len(squeeze(text))})
        self.used = 0

    def drop(self, kind: str, *texts: str) -> None:
        """Writes off the texts as residue of that kind, which must be on the closed list."""
        if kind not in RESIDUE:
            raise KeyError(kind)
        self.residue[kind] += sum(len(squeeze(text)) for text in texts)

    def use(self, *texts: str) -> None:
        """Claims the texts as taken into the data."""
        self.used += sum(len(squeeze(text)) for text in texts)

    @property
    def unaccounted(self) -> int:
        """Characters neither used nor written off; 0 in a good import."""
        return self.total - self.used - sum(self.residue.values())
