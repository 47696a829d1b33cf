"""Labelled questions as the retriever learns them, with the classes that are right for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, vstack

from nlu.corpus import ASPECTS, Question
from nlu.said import Said

Matrix = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Teaching:
    """Messages with their rows and right classes: first the items by position, then the topics out of scope.

    Topics are kept apart because "everything else" is no one thing: a model that has to find one border around all
    of it finds a worse one than between an item and 医保. ``items`` is the number of items.
    """

    messages: tuple[Said, ...]
    lexical: csr_matrix
    dense: Matrix
    classes: tuple[tuple[int, ...], ...]
    items: int

    def take(self, rows: Sequence[int]) -> Teaching:
        """Some of the rows."""
        messages = tuple(self.messages[n] for n in rows)
        classes = tuple(self.classes[n] for n in rows)
        return Teaching(messages, self.lexical[list(rows)], self.dense[list(rows)], classes, self.items)

    def parted(self, chosen: Callable[[str], bool]) -> tuple[Teaching, Teaching]:
        """The rows whose text is chosen, and the others."""
        inside = [chosen(message.text) for message in self.messages]
        rows = range(len(inside))
        return self.take([n for n in rows if inside[n]]), self.take([n for n in rows if not inside[n]])

    def __add__(self, other: Teaching) -> Teaching:
        """Both, one after the other."""
        lexical = vstack([self.lexical, other.lexical], format="csr")
        dense = np.concatenate([self.dense, other.dense])
        return Teaching(self.messages + other.messages, lexical, dense, self.classes + other.classes, self.items)

    def flat(self) -> tuple[list[int], Matrix, Matrix]:
        """One entry a message and class: row, class, weight (the classes of one message share a weight of 1)."""
        entries = [(n, c, 1 / len(classes)) for n, classes in enumerate(self.classes) for c in classes]
        rows, labels, weights = zip(*entries, strict=True)
        return list(rows), np.array(labels), np.array(weights)

    def targets(self) -> Matrix:
        """(messages, items + 1), 1 where right; the last column is "out of scope", whatever the topic."""
        found = np.zeros((len(self.messages), self.items + 1), dtype=np.float32)
        for row, classes in zip(found, self.classes, strict=True):
            row[[min(place, self.items) for place in classes]] = 1
        return found


def topics_of(questions: Iterable[Question]) -> list[str]:
    """What the questions of no item are about; "" is what is beside any matter."""
    return sorted({question.topic or "" for question in questions if not question.items})


def classes_of(question: Question, numbers: Sequence[int], topics: Sequence[str]) -> tuple[int, ...]:
    """The classes that a question teaches; none where it says nothing about retrieval.

    ``topics`` has a place for "": what is beside any matter (small talk, a complaint) is a topic of its own.
    """
    if question.items:
        return tuple(numbers.index(number) for number in question.items if number in numbers)
    return () if question.intent in ASPECTS else (len(numbers) + topics.index(question.topic or ""),)
