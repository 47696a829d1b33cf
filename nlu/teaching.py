"""Labelled questions as the retriever learns them, with the classes that are right for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, vstack

from nlu.corpus import ASPECTS, Question
from nlu.said import Said

Matrix = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Teaching:
    """Messages with lexical rows and right classes: positions of items, the last one "out of scope".

    ``size`` is the number of classes.
    """

    messages: tuple[Said, ...]
    lexical: csr_matrix
    classes: tuple[tuple[int, ...], ...]
    size: int

    def take(self, rows: Sequence[int]) -> Teaching:
        """Some of the rows."""
        messages = tuple(self.messages[n] for n in rows)
        classes = tuple(self.classes[n] for n in rows)
        return Teaching(messages, self.lexical[list(rows)], classes, self.size)

    def __add__(self, other: Teaching) -> Teaching:
        """Both, one after the other."""
        lexical = vstack([self.lexical, other.lexical], format="csr")
        return Teaching(self.messages + other.messages, lexical, self.classes + other.classes, self.size)

    def flat(self) -> tuple[list[int], Matrix, Matrix]:
        """One entry a message and class: row, class, weight (the classes of one message share a weight of 1)."""
        entries = [(n, c, 1 / len(classes)) for n, classes in enumerate(self.classes) for c in classes]
        rows, labels, weights = zip(*entries, strict=True)
        return list(rows), np.array(labels), np.array(weights)

    def targets(self) -> Matrix:
        """(messages, classes), 1 where right."""
        found = np.zeros((len(self.messages), self.size), dtype=np.float32)
        for row, classes in zip(found, self.classes, strict=True):
            row[list(classes)] = 1
        return found


def classes_of(question: Question, numbers: Sequence[int]) -> tuple[int, ...]:
    """The classes that a question teaches; none where it says nothing about retrieval."""
    if question.items:
        return tuple(numbers.index(number) for number in question.items if number in numbers)
    return () if question.intent in ASPECTS else (len(numbers),)
