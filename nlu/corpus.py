"""The questions people ask, read from YAML: what the models learn from.

``items/NNN.yml`` holds the questions of one service item by what is asked, ``stories/NNN.yml`` those that are told
as people tell them on the net; ``out_of_scope/*.yml`` what the guide does not answer, a file a topic;
``small_talk.yml`` and ``service.yml`` what is neither; ``ambiguous*.yml`` questions that fit several items, some with
their aspect; ``aspects.yml`` and ``follow_ups.yml`` ways to ask about any matter, ``hanging.yml`` what people say when
they go on about one. What is about no item is shipped and serves every centre; items, stories and ambiguous questions
are a centre's own. ``held_out/`` measures and is never taught.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import GuideError
from knowledge.guide import files

FOLDER = Path(__file__).with_name("questions")
OUT_OF_SCOPE = "out_of_scope"
# What is asked about a matter; every other intent is beside any matter.
ASPECTS = ("overview", "materials", "channel", "time_limit", "eligibility", "phone_office", "amount")


@dataclass(frozen=True)
class Question:
    """One question: the items that answer it (none where it is out of scope) and what is asked.

    ``topic`` is what an out-of-scope question is about instead: the name of its file.
    """

    text: str
    items: tuple[int, ...] = ()
    intent: str | None = None
    topic: str | None = None


def load(folder: Path = FOLDER) -> tuple[Question, ...]:
    """All questions that may be learned from. A folder without item files is allowed (a new centre)."""
    return tuple(_questions(folder))


def load_held_out(folder: Path = FOLDER) -> tuple[Question, ...]:
    """The questions kept for measuring."""
    held = folder / "held_out"
    rows = [question for path in sorted(held.glob("[0-9]*.yml")) for question in _of_item(path)]
    return (*rows, *_plain(held / "out_of_scope.yml"), *_by_items(held / "life.yml"))


def load_hanging() -> tuple[str, ...]:
    """What hangs on what was said before: circumstances, doubts, half sentences."""
    path = FOLDER / "hanging.yml"
    return tuple(_text(text, path) for text in files.read(path)["texts"])


def _questions(folder: Path) -> Iterator[Question]:
    for path in sorted([*(folder / "items").glob("*.yml"), *(folder / "stories").glob("*.yml")]):
        yield from _of_item(path)
    for path in sorted((FOLDER / "out_of_scope").glob("*.yml")):
        yield from _plain(path)
    for path in sorted(folder.glob("ambiguous*.yml")):
        yield from _by_items(path)
    for name in ("small_talk.yml", "service.yml", "aspects.yml", "follow_ups.yml"):
        yield from _by_intent(FOLDER / name)


def _of_item(path: Path) -> Iterator[Question]:
    row = files.read(path)
    for aspect, texts in row["questions"].items():
        yield from (Question(_text(text, path), (row["item"],), aspect) for text in texts or ())


def _plain(path: Path) -> Iterator[Question]:
    if path.exists():
        row = files.read(path)
        yield from (Question(_text(text, path), (), row["intent"], row.get("topic")) for text in row["questions"])


def _by_intent(path: Path) -> Iterator[Question]:
    if path.exists():
        for intent, texts in files.read(path)["intents"].items():
            yield from (Question(_text(text, path), (), intent) for text in texts)


def _by_items(path: Path) -> Iterator[Question]:
    if path.exists():
        for row in files.read(path)["questions"]:
            yield Question(_text(row["text"], path), tuple(row["items"]), row.get("aspect"))


def _text(value: object, path: Path) -> str:
    if not isinstance(value, (str, int)) or isinstance(value, bool):
        raise GuideError(f"问题不是一行文字：{value}", "请加引号写成一行", path)
    return str(value)
