"""The comparison as a table: figures down, systems across, so that it fits a terminal and a telephone."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from bot.peers.measure import Measured


def cells(rows: Sequence[Measured]) -> list[list[str]]:
    """The table as texts: a line of names, then a line for each figure, its Chinese label first."""
    return [
        ["", *(row.name for row in rows)],
        ["首选正确", *(_rate(row.top1) for row in rows)],
        ["前三含正确", *(_rate(row.top3) for row in rows)],
        ["范围内外区分 AUROC", *(_rate(row.auroc) for row in rows)],
        ["范围外识别（同等误拒率）", *(_rate(row.out_recall) for row in rows)],
        ["毫秒一句（中位数）", *(_number(row.cost.milliseconds, 1) for row in rows)],
        ["训练秒数", *(_number(row.cost.seconds, 1) for row in rows)],
        ["内存增长 MB", *(_number(row.cost.megabytes, 0) for row in rows)],
    ]


def plain(table: Sequence[Sequence[str]]) -> str:
    """The table for a terminal: labels to the left, figures to the right, a Chinese character two columns wide."""
    widths = [max(map(cell_len, column)) for column in zip(*table, strict=True)]
    return "\n".join(_line(row, widths) for row in table)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    blanks = [" " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
    figures = [blank + cell for blank, cell in zip(blanks[1:], row[1:], strict=True)]
    return "  ".join([row[0] + blanks[0], *figures])


def _rate(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}"
