"""Figures → drawings that stand in a page: no inline style, as the page's policy allows none, and the page's colours.

Labels are dates and numbers; words stand in the page, beside the drawing.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date
from threading import Lock
from typing import Any

import numpy as np
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

_DRAWING = Lock()  # matplotlib's settings are those of the whole process
# Each colour stands for a class of the style sheet.
_CLASSES = {f"#{n:02x}0001": n for n in range(32)}
_AXIS, _GRID = 30, 31


def stacked(days: Sequence[date], ways: Mapping[str, Sequence[int]], name: str) -> str:
    """Turns of each day, one part a way upon the other; the class of part n is ``part-n``."""
    figure, axes = _axes(days)
    floor = np.zeros(len(days))
    for n, counts in enumerate(ways.values()):
        axes.bar(range(len(days)), counts, 0.74, bottom=floor, color=_colour(n), linewidth=0)
        floor += np.array(counts)
    axes.set_ylim(0, max(floor.max() * 1.08, 4))
    return _drawn(figure, name)


def lines(days: Sequence[date], rows: Sequence[Sequence[float | None]], name: str) -> str:
    """Values of each day, a line a row; a day without a value is a gap. The class of line n is ``part-n``."""
    figure, axes = _axes(days)
    for n, row in enumerate(rows):
        values = np.array([np.nan if one is None else one for one in row], dtype=float)
        axes.plot(range(len(days)), values, color=_colour(n), linewidth=1.8, marker="o", markersize=3.2)
    axes.set_ylim(0, max((one for row in rows for one in row if one is not None), default=1.0) * 1.15)
    return _drawn(figure, name)


def _axes(days: Sequence[date]) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(9, 2.7), layout="constrained")
    axes = figure.add_subplot()
    axes.set_xlim(-0.7, len(days) - 0.3)
    step = max(1, -(-len(days) // 12))
    places = list(range(len(days) - 1, -1, -step))[::-1]
    axes.set_xticks(places, [f"{days[n].month}-{days[n].day:02}" for n in places])
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.grid(axis="y", color=_colour(_GRID), linewidth=0.8)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, labelsize=9, labelcolor=_colour(_AXIS), pad=5)
    for side in axes.spines.values():
        side.set_visible(False)
    return figure, axes


def _colour(n: int) -> str:
    return f"#{n:02x}0001"


def _drawn(figure: Figure, name: str) -> str:
    """The drawing alone; its ids bear the name, as one page holds several drawings."""
    written = io.StringIO()
    with _DRAWING, rc_context({"svg.hashsalt": name, "svg.fonttype": "path"}):
        figure.savefig(written, format="svg", metadata={"Date": None}, transparent=True)
    drawing = written.getvalue()
    drawing = re.sub(r"<(metadata|style)\b.*?</\1>", "", drawing[drawing.index("<svg") :], flags=re.DOTALL)
    drawing = re.sub(r'(\bid="|href="#|url\(#)', rf"\1{name}-", drawing)
    drawing = re.sub(r'<svg [^>]*?viewBox="([^"]+)"[^>]*>', r'<svg viewBox="\1" aria-hidden="true">', drawing, count=1)
    return re.sub(r'style="([^"]*)"', _attributes, drawing)


def _attributes(found: re.Match[str]) -> str:
    """A style as attributes, which the policy allows; our colours as classes."""
    classes, kept = [], []
    for part in filter(None, (part.strip() for part in found[1].split(";"))):
        name, value = (side.strip() for side in part.split(":", 1))
        if name in ("fill", "stroke") and value in _CLASSES:
            classes.append(f"{name}-{_CLASSES[value]}")
        else:
            kept.append(f'{name}="{value}"')
    return " ".join([*kept, f'class="{" ".join(classes)}"'] if classes else kept)


def peak(values: Sequence[Any]) -> int:
    """The place of the highest value."""
    return int(np.argmax(values)) if len(values) else 0
