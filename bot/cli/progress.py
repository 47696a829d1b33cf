"""Progress of long work: a bar on a terminal, one line a stage elsewhere. Always on standard error."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

LOGGER = logging.getLogger("qingfeng.progress")


@contextmanager
def showing(title: str) -> Iterator[None]:
    """Shows what ``nlu.progress`` reports until the block ends."""
    handler = _Bars(title) if sys.stderr.isatty() else _Lines(title)
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    handler.begin()
    try:
        yield
    finally:
        handler.end()
        LOGGER.removeHandler(handler)


class _Lines(logging.Handler):
    """One line when a stage ends."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def begin(self) -> None:
        """Says that the work begins."""
        print(f"{self._title}…", file=sys.stderr, flush=True)

    def emit(self, record: logging.LogRecord) -> None:
        """One line for a finished stage, or the line that was said."""
        if line := getattr(record, "line", None):
            print(f"{self._title}：{line}", file=sys.stderr, flush=True)
            return
        stage, done, total = (getattr(record, name) for name in ("stage", "done", "total"))
        if done == total:
            print(f"{self._title}：{stage} 完成", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Says that the work is over."""
        print(f"{self._title}：结束", file=sys.stderr, flush=True)


class _Bars(logging.Handler):
    """A bar for each stage, with the time left."""

    def __init__(self, title: str) -> None:
        super().__init__()
        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), TimeRemainingColumn())
        self._progress = Progress(TextColumn(title), *columns, console=Console(stderr=True))
        self._tasks: dict[str, int] = {}

    def begin(self) -> None:
        """Starts drawing."""
        self._progress.start()

    def emit(self, record: logging.LogRecord) -> None:
        """Moves the stage's bar, or prints the line that was said above the bars."""
        if line := getattr(record, "line", None):
            self._progress.console.print(line)
            return
        stage, done, total = (getattr(record, name) for name in ("stage", "done", "total"))
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(stage, total=total)
        self._progress.update(self._tasks[stage], completed=done)  # type: ignore[arg-type]

    def end(self) -> None:
        """Stops drawing."""
        self._progress.stop()
