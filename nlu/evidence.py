"""Evidence for each item, from several sides. Every kind scores the items, and last "out of scope".

A kind is fitted on labelled rows and then scores new ones; none knows of the others. The ranker weighs them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Protocol

import numpy as np
from scipy.sparse import csr_matrix
from scipy.special import log_softmax, logsumexp
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
        """The scores of the messages for every item and for out of scope."""


class Matter:
    """A linear separator on the lexical rows: log-probabilities of the matter, whichever scheme it is of.

    Items of one title in several schemes are one class here, so that each learns from the questions of all.
    """

    names = ("matter",)

    def __init__(self, batch: Batch, labels: Matrix, guide: Guide, weights: Matrix) -> None:
        titles = [item.base_title for item in guide.items]
        self._items, self._of = len(titles), np.unique(titles, return_inverse=True)[1]
        outside = labels - self._items + self._of.max() + 1
        groups = np.where(labels < self._items, self._of[np.minimum(labels, self._items - 1)], outside)
        self._known = np.unique(groups)
        self._separator = _separator(batch.lexical, groups, weights)

    def score(self, batch: Batch) -> Matrix:
        """See Evidence."""
        matters = int(self._of.max()) + 1
        by_matter = folded(_logs(self._separator, batch.lexical), self._known, matters)
        return by_matter[:, [*self._of, matters]]


class Scheme:
    """A linear separator on the lexical rows: log-probabilities of the scheme, whichever matter it is about.

    Learned from all that is said about a scheme's items: 林场全额事业, 从法院退下来. Out of scope has no scheme.
    """

    names = ("scheme",)

    def __init__(self, batch: Batch, labels: Matrix, guide: Guide, weights: Matrix) -> None:
        self._of = np.array([_scheme(guide, item.number) for item in guide.items])
        inside = np.flatnonzero(labels < len(self._of))
        groups = self._of[labels[inside]]
        self._known = np.unique(groups)
        self._separator = _separator(batch.lexical[inside], groups, weights[inside]) if len(self._known) > 1 else None

    def score(self, batch: Batch) -> Matrix:
        """See Evidence."""
        if self._separator is None:
            return np.zeros((len(batch.messages), len(self._of) + 1, 1), dtype=np.float32)
        logs = _logs(self._separator, batch.lexical)
        by_group = folded(logs, self._known, int(self._of.max()) + 1)
        scores = by_group[:, [*self._of, -1]]
        scores[:, -1] = 0
        return scores


class Neighbours:
    """The nearest known questions by meaning: for each class, how near its best one is."""

    names = ("nearest",)

    def __init__(self, batch: Batch, labels: Matrix, items: int, nearest: int = 24) -> None:
        self._labels, self._classes, self._nearest = np.minimum(labels, items), items + 1, nearest
        self._index = Index(batch.dense)

    def score(self, batch: Batch) -> Matrix:
        """See Evidence."""
        similar, rows = self._index.search(batch.dense, self._nearest)
        best = np.zeros((len(rows), self._classes, 1), dtype=np.float32)
        for n, labels in enumerate(self._labels[rows]):
            np.maximum.at(best[n, :, 0], labels, similar[n])
        return best


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

    names = ("named",)

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


def _scheme(guide: Guide, number: int) -> int:
    """The place of the item's scheme; the items of no scheme share the place after the last."""
    scheme = guide.scheme_of(number)
    return guide.centre.schemes.index(scheme) if scheme else len(guide.centre.schemes)


def _separator(rows: csr_matrix, groups: Matrix, weights: Matrix) -> LinearSVC:
    # A tolerance a hundred times the usual one ranks the same, in somewhat less time.
    separator = LinearSVC(C=0.3, tol=1e-2).fit(rows, groups, sample_weight=weights)
    separator.coef_ = separator.coef_.astype(np.float32)  # half the memory; the ranks stay
    return separator


def _logs(separator: LinearSVC, rows: csr_matrix) -> Matrix:
    """Log-probabilities of a softmax over the margins, (rows, groups)."""
    margins = separator.decision_function(rows)
    if margins.ndim == 1:
        margins = np.stack([-margins, margins], axis=1)
    logs: Matrix = log_softmax(margins * 3, axis=1)
    return logs


def folded(logs: Matrix, known: Matrix, items: int) -> Matrix:
    """Log-probabilities of the known classes in their places, the topics out of scope as one; others the floor."""
    out = np.full((len(logs), items + 1), FLOOR, dtype=np.float32)
    inside = known < items
    out[:, known[inside]] = np.maximum(logs[:, inside], FLOOR)
    if not inside.all():
        out[:, -1] = np.maximum(logsumexp(logs[:, ~inside], axis=1), FLOOR)
    return out[:, :, None]
