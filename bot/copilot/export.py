"""What experts decided → lines of the question files, as a diff that a person reads and applies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import yaml

from bot import privacy
from bot.store.review import Entry
from nlu import corpus, question_pairs
from nlu.corpus import ASPECTS, Question

TOPIC = "from_review"  # what is out of scope goes into one file; whoever applies the diff may sort it by topic


@dataclass(frozen=True)
class Export:
    """``diff`` is empty where nothing is new. ``left_out`` are sentences that are taught, or measure, already."""

    diff: str
    lines: int
    left_out: tuple[str, ...]


def export(entries: Sequence[Entry], folder: Path, titles: dict[int, str]) -> Export:
    """The diff of the entries against the question files in a folder; ``titles`` of the guide's items.

    Paths in it begin where ``folder`` lies two levels down, as nlu/questions does, so that ``git apply`` takes it.
    """
    new, left_out = _new(entries, folder)
    files: dict[Path, list[tuple[str, str]]] = {}
    for entry, text in new:
        where = _file(entry, folder)
        files.setdefault(where, []).append((entry.aspect if entry.aspect in ASPECTS else "overview", text))
    parts = [_difference(path, lines, folder, titles) for path, lines in sorted(files.items())]
    return Export("".join(parts), len(new), tuple(left_out))


def _new(entries: Iterable[Entry], folder: Path) -> tuple[list[tuple[Entry, str]], list[str]]:
    """The sentences to add, masked once more; those that stand in the files, or came twice, are left out."""
    there = {one.plain for one in question_pairs.read(folder)}
    new, left_out = [], []
    for entry in entries:
        text = privacy.mask(" ".join((entry.wording or "").split()))
        plain = question_pairs.entry(Question(text)).plain
        if not plain:
            continue
        if plain in there:
            left_out.append(text)
            continue
        there.add(plain)
        new.append((entry, text))
    return new, left_out


def _file(entry: Entry, folder: Path) -> Path:
    if entry.state == "item":
        return folder / "items" / f"{entry.decided_item:03}.yml"
    return folder / corpus.OUT_OF_SCOPE / f"{TOPIC}.yml"


def _difference(path: Path, lines: Sequence[tuple[str, str]], folder: Path, titles: dict[int, str]) -> str:
    before = path.read_text("utf-8") if path.exists() else ""
    if path.parent.name == corpus.OUT_OF_SCOPE:
        after = before or f"intent: {corpus.OUT_OF_SCOPE}\ntopic: {TOPIC}\nquestions:\n"
        after = _ended(after) + "".join(f"  - {scalar(text)}\n" for _, text in lines)
    else:
        number = int(path.stem)
        after = before or f"item: {number}\ntitle: {scalar(titles.get(number, ''))}\nquestions:\n"
        for aspect, text in lines:
            after = _added(_ended(after), aspect, text)
    name = path.relative_to(folder.parent.parent).as_posix()
    old = f"a/{name}" if before else "/dev/null"
    return "".join(unified_diff(before.splitlines(True), after.splitlines(True), old, f"b/{name}"))


def _added(source: str, aspect: str, text: str) -> str:
    """The file with the sentence at the end of the aspect's list, or with such a list at the end."""
    found = re.search(rf"^  {aspect}:[ \t]*\n(?:(?:    .*|[ \t]*)\n)*", source, re.MULTILINE)
    line = f"    - {scalar(text)}\n"
    if found is None:
        return f"{source}  {aspect}:\n{line}"
    block = found[0].rstrip("\n") + "\n"
    return source[: found.start()] + block + line + source[found.start() + len(block) :]


def _ended(source: str) -> str:
    return source if source.endswith("\n") else source + "\n"


def scalar(text: str) -> str:
    """The text as YAML writes it on one line, quoted where it must be."""
    dumped: str = yaml.safe_dump([text], allow_unicode=True, width=10**6)
    return dumped.removeprefix("- ").rstrip("\n")
