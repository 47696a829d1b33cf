"""What a peer is, and what it learns from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from nlu.corpus import ASPECTS, Question


@dataclass(frozen=True)
class Taught:
    """A training question with its first right item, None where it is out of scope."""

    text: str
    item: int | None


@dataclass(frozen=True)
class Ranking:
    """What a peer makes of a message: items, best first, and ``out``.

    ``out`` is the higher, the surer the peer is that the message is out of scope; it has no common scale.
    """

    items: tuple[int, ...]
    out: float


class Peer(Protocol):
    """Learns once, then ranks the items for one message at a time."""

    @property
    def name(self) -> str:
        """What it is called in tables and pictures: Latin letters only."""

    def train(self, questions: Sequence[Taught]) -> None:
        """Learns from questions about at least two items and questions out of scope."""

    def rank(self, text: str) -> Ranking:
        """The items for one message."""


def taught(questions: Iterable[Question]) -> tuple[Taught, ...]:
    """The questions that teach our retriever, one class each.

    Args:
        questions: what ``nlu.corpus.load`` gives.

    Returns:
        All but those that name an aspect and no item ("要带什么"): they say nothing about the item.

    Raises:
        ValueError: fewer than two items have questions, so that there is nothing to tell apart.
    """
    kept = tuple(
        Taught(question.text, question.items[0] if question.items else None)
        for question in questions
        if question.items or question.intent not in ASPECTS
    )
    if len({one.item for one in kept if one.item is not None}) < 2:
        raise ValueError("不到两个事项有问题，没法对照：请先写问题（见 README“换成自己的指南”），或去掉 --peers")
    return kept
