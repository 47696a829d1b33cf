"""The report → one HTML page that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot import evaluation
from bot.evaluation import Judged
from bot.peers.measure import Measured
from bot.peers.table import cells
from bot.report import charts
from bot.report.confusions import Place, confusion_map, worst

_LABELS = {
    "top1": ("首选正确", "第一个事项就对；该反问而反问了也算对，不该反问而反问算不对"),
    "top3": ("前三含正确", "正确事项在前三个候选里"),
    "false_refusal": ("误拒", "指南能答的问题被拒答"),
    "needless_question": ("多余反问", "不该反问而反问"),
    "question_recall": ("该反问的反问了", "标明要反问的问题里"),
    "out_of_scope_recall": ("范围外识别", "指南答不了的问题被拒答"),
    "calibration_error": ("校准误差 ECE", "说有几成把握与实际对几成，平均差多少；越小越好"),
}


@dataclass(frozen=True)
class Report:
    """What is reported: the questions with our answers judged, and the comparison with its note, if one was made."""

    file: str
    day: date
    texts: Sequence[str]
    judged: Sequence[Judged]
    titles: Mapping[int, str]
    compared: Sequence[Measured] = ()
    note: str = ""


def page(report: Report) -> str:
    """The whole page; every text in it is escaped."""
    rates = evaluation.figures(report.judged)
    bins = evaluation.calibration_bins(report.judged)
    found = confusion_map(report.judged)
    return _template().render(
        report=report,
        inside=sum(bool(one.right) for one in report.judged),
        figures=[(*_LABELS.get(name, (name, "")), f"{value:.4f}") for name, value in rates.items()],
        reliability=charts.reliability(bins, rates["calibration_error"]),
        bins=bins,
        confusion=charts.confusion(found),
        places=[(number, report.titles.get(number, "")) for number in found.places if number is not None],
        worst=worst(report.judged, report.texts),
        name=lambda place: _name(place, report.titles),
        comparison=charts.comparison(report.compared),
        table=cells(report.compared),
    )


def _name(place: Place, titles: Mapping[int, str]) -> str:
    return "范围外（拒答）" if place is None else f"第 {place} 项 {titles.get(place, '')}".strip()


def _template() -> Template:
    """Everything is escaped but the drawings, which hold numbers and the peers' names only."""
    loader = FileSystemLoader(Path(__file__).parent)
    pages = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return pages.get_template("page.html")
