"""Figures → pictures: SVG to be put into a page. Labels are numbers and Latin letters, which every font has."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import numpy as np
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bot.peers.measure import Measured
from bot.report.confusions import Map, Place
from nlu.calibration import Bin

_BLUE, _GREY, _RED = "#2b6cb0", "#a0aec0", "#c53030"


def reliability(bins: Sequence[Bin], error: float) -> str:
    """How often answers are right against how sure they were, with the number of answers in each bin."""
    figure = Figure(figsize=(6, 4.4), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color=_GREY, linestyle="--", label="ideal")
    axes.bar([_middle(one) for one in bins], [one.right for one in bins], 0.09, color=_BLUE, alpha=0.35)
    axes.plot([one.sure for one in bins], [one.right for one in bins], "o", color=_BLUE, label="measured")
    for one in bins:
        place = (_middle(one), one.right)
        axes.annotate(f"n={one.count}", place, (0, 5), textcoords="offset points", ha="center", fontsize=8)
    axes.set(xlim=(0, 1), ylim=(0, 1.08), xlabel="stated probability", ylabel="share right")
    axes.set_title(f"ECE = {error:.4f}   n = {sum(one.count for one in bins)}")
    axes.legend(loc="upper left", frameon=False)
    return _svg(figure, "reliability")


def confusion(found: Map) -> str:
    """Right item against got item: wrong answers in red, right ones in grey."""
    counts, size = np.array(found.counts), len(found.places)
    wrong = np.where(np.eye(size, dtype=bool), 0, counts)
    figure = Figure(figsize=(6.4, 6.4), layout="constrained")
    axes = figure.add_subplot()
    axes.pcolormesh(wrong, cmap="Reds", vmin=0, vmax=max(int(wrong.max()), 1) * 1.4, edgecolors="#edf2f7", linewidth=1)
    for row, column in zip(*np.nonzero(counts), strict=True):
        colour = _GREY if row == column else "black"
        axes.text(column + 0.5, row + 0.5, str(counts[row, column]), ha="center", va="center", color=colour)
    labels = [_label(place) for place in found.places]
    axes.set_xticks(np.arange(size) + 0.5, labels, rotation=90)
    axes.set_yticks(np.arange(size) + 0.5, labels)
    axes.set(xlabel="got item", ylabel="right item", aspect="equal")
    axes.invert_yaxis()
    axes.tick_params(length=0)
    return _svg(figure, "confusion")


def comparison(rows: Sequence[Measured]) -> str:
    """The rates of ours and the peers, side by side."""
    figure = Figure(figsize=(6.4, 4.4), layout="constrained")
    axes = figure.add_subplot()
    width = 0.8 / max(len(rows), 1)
    for n, row in enumerate(rows):
        rates = [row.top1, row.top3, row.auroc, row.out_recall]
        _bars(axes, [group + n * width for group in range(4)], rates, width, _BLUE if n == 0 else str(0.4 + 0.15 * n))
        axes.plot([], [], "s", color=_BLUE if n == 0 else str(0.4 + 0.15 * n), label=row.name)
    axes.set_xticks(np.arange(4) + 0.4 - width / 2, ["top-1", "top-3", "scope AUROC", "out recall"])
    axes.set_ylim(0, 1.1)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.08), ncols=2, frameon=False)
    return _svg(figure, "comparison")


def _bars(axes: Axes, places: Sequence[float], rates: Sequence[float | None], width: float, colour: str) -> None:
    for place, rate in zip(places, rates, strict=True):
        if rate is not None:
            axes.bar(place, rate, width * 0.9, color=colour)
            axes.text(place, rate + 0.01, f"{rate:.2f}", ha="center", va="bottom", fontsize=7)


def _middle(one: Bin) -> float:
    return min(int(one.sure * 10), 9) / 10 + 0.05


def _label(place: Place) -> str:
    return "out" if place is None else str(place)


def _svg(figure: Figure, name: str) -> str:
    """The drawing alone, the same for the same figures; its ids bear the name, as one page holds several drawings."""
    written = io.StringIO()
    with rc_context({"svg.hashsalt": name, "svg.fonttype": "path"}):
        figure.savefig(written, format="svg", metadata={"Date": None})
    drawing = written.getvalue()
    return re.sub(r'(\bid="|href="#|url\(#)', rf"\1{name}-", drawing[drawing.index("<svg") :])
