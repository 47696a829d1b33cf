"""The one family of errors of the guide: where it is wrong, what is wrong, what to do."""

from __future__ import annotations

from pathlib import Path


class GuideError(Exception):
    """A guide, or a text to be imported as one, that cannot be used.

    Args:
        problem: what is wrong, one clause.
        remedy: what the operator should do, one clause.
        file: the file in question, if there is one.
        line: the line in it, counted from 1, if it is known.
    """

    def __init__(self, problem: str, remedy: str, file: Path | str | None = None, line: int | None = None) -> None:
        self.problem, self.remedy, self.file, self.line = problem, remedy, file, line
        place = "" if file is None else f"{file}:{line}: " if line else f"{file}: "
        super().__init__(f"{place}{problem}；{remedy}")
