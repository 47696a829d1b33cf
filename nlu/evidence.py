"""Evidence for each item, from several sides. Every kind scores all classes: the items, and last "out of scope".

A kind is fitted on labelled rows and then scores new ones; none knows of the others. The ranker weighs them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Protocol

import numpy as np
import torch
from scipy.sparse import csr_matrix
from scipy.special import log_softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from knowledge.guide import Guide
from nlu import guide_text
from nlu.index import Index
from nlu.said import Said, said

Matrix = np.ndarray[Any, Any]
FLOOR = -8.0


@dataclass(frozen=True)
class Batch:
    """Messages with their lexical and dense rows."""

    messages: Sequence[Said]
    lexical: csr_matrix
    dense: Matrix


class Evidence(Protocol):
    """One kind of evidence; ``score`` is (messages, classes, columns)."""

    @property
    def names(self) -> tuple[str, ...]:
        """The columns."""

    def score(self, batch: Batch) -> Matrix:
        """The scores of the messages for every class."""


class Separator:
    """A linear separator on the lexical rows: log-probabilities of a softmax over its margins."""

    names = ("lexical",)

    def __init__(self, batch: Batch, labels: Matrix, classes: int, weights: Matrix) -> None:
        self._classes = classes
        self._known = np.unique(labels)
        self._svm = LinearSVC(C=0.3).fit(batch.lexical, labels, sample_weight=weights)

    def score(self, batch: Batch) -> Matrix:
        """See Evidence."""
        margins = self._svm.decision_function(batch.lexical)
        if margins.ndim == 1:
            margins = np.stack([-margins, margins], axis=1)
        return _spread(log_softmax(margins * 3, axis=1), self._known, self._classes)


class Meaning:
    """A softmax on the dense rows: log-probabilities of the classes by meaning."""

    names = ("meaning",)

    def __init__(self, batch: Batch, labels: Matrix, classes: int, steps: int = 150) -> None:
        torch.manual_seed(7)
        rows, target = torch.tensor(batch.dense), torch.tensor(labels)
        head = torch.nn.Linear(rows.shape[1], classes)
        optimiser = torch.optim.Adam(head.parameters(), lr=0.3)
        for _ in range(steps):
            optimiser.zero_grad()
            loss = torch.nn.functional.cross_entropy(head(rows), target, label_smoothing=0.05)
            loss.backward()
            optimiser.step()
        self._weights = head.weight.detach().numpy().T
        self._bias = head.bias.detach().numpy()

    def score(self, batch: Batch) -> Matrix:
        """See Evidence."""
        logs = log_softmax(batch.dense @ self._weights + self._bias, axis=1)
        floored: Matrix = np.maximum(logs, FLOOR)
        return floored[:, :, None]


class Neighbours:
    """The nearest known questions by meaning: for each class its best, and its share of the nearest."""

    names = ("nearest", "share")

    def __init__(self, batch: Batch, labels: Matrix, classes: int, nearest: int = 24) -> None:
        self._labels, self._classes, self._nearest = labels, classes, nearest
        self.index = Index(batch.dense)

    def score(self, batch: Batch) -> Matrix:
        """See Evidence."""
        similar, rows = self.index.search(batch.dense, self._nearest)
        best = np.zeros((len(rows), self._classes), dtype=np.float32)
        share = np.zeros_like(best)
        weight = np.exp(8 * (similar - 1))
        for n, labels in enumerate(self._labels[rows]):
            np.maximum.at(best[n], labels, similar[n])
            np.add.at(share[n], labels, weight[n])
        share /= share.sum(axis=1, keepdims=True) + 1e-9
        return np.stack([best, share], axis=2)


class GuideWords:
    """How much of the message stands in what the guide says about the item (cosine of TF-IDF)."""

    names = ("guide",)

    def __init__(self, guide: Guide, numbers: Sequence[int]) -> None:
        documents = guide_text.documents(guide)
        self._terms = TfidfVectorizer(analyzer=attrgetter("characters"), sublinear_tf=True, dtype=np.float32)
        self._rows = self._terms.fit_transform([said(documents[number]) for number in numbers])

    def score(self, batch: Batch) -> Matrix:
        """See Evidence. Out of scope has nothing in the guide."""
        alike = (self._terms.transform(batch.messages) @ self._rows.T).toarray()
        return np.pad(alike, ((0, 0), (0, 1)))[:, :, None]


class SchemeWords:
    """Whether the message names the item's scheme (1), only another one (-1), or none (0)."""

    names = ("scheme",)

    def __init__(self, guide: Guide, numbers: Sequence[int]) -> None:
        self._words = [scheme.words for scheme in guide.centre.schemes]
        schemes = [guide.scheme_of(number) for number in numbers]
        of = [guide.centre.schemes.index(scheme) if scheme else -1 for scheme in schemes]
        self._of = np.array([*of, -1])

    def named(self, message: Said) -> list[int]:
        """The schemes, by position, of which the message uses a word."""
        return [n for n, words in enumerate(self._words) if any(word in message.clean for word in words)]

    def says_scheme_of(self, message: Said, place: int) -> bool:
        """Whether the message names the scheme of the class at that place."""
        return int(self._of[place]) in self.named(message)

    def score(self, batch: Batch) -> Matrix:
        """See Evidence."""
        out = np.zeros((len(batch.messages), len(self._of), 1), dtype=np.float32)
        for row, message in zip(out, batch.messages, strict=True):
            if named := self.named(message):
                own = np.isin(self._of, named)
                row[:, 0] = np.where(self._of < 0, 0, np.where(own, 1, -1))
        return out


def _spread(scores: Matrix, known: Matrix, classes: int) -> Matrix:
    """Scores of the known classes in their places; the others get the floor."""
    out = np.full((len(scores), classes), FLOOR, dtype=np.float32)
    out[:, known] = np.maximum(scores, FLOOR)
    return out[:, :, None]
