"""Authored questions side by side: which are alike, and which stand too near to one that teaches something else.

Alike is the cosine of TF-IDF over runs of two and three characters: single ones would make nearly every pair alike
a little, and the comparison of all with all slow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import yaml
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from nlu import corpus
from nlu.corpus import Question
from nlu.normalise import normalise

# From which cosine on two questions are one, and from how many characters on a cosine says so.
SAME_FROM, LONG_FROM = 0.97, 8
_CHUNK = 2000


@dataclass(frozen=True)
class Entry:
    """One authored question. ``plain`` is what is left of it without symbols."""

    question: Question
    held_out: bool
    plain: str

    @property
    def label(self) -> frozenset[int | str]:
        """The items that answer it, or the intent where it is about none."""
        return frozenset(self.question.items or (self.question.intent or corpus.OUT_OF_SCOPE,))


@dataclass(frozen=True)
class Pair:
    """Two questions and their cosine; what is taught stands before what is held out."""

    one: Entry
    other: Entry
    cosine: float

    @property
    def leaks(self) -> bool:
        """Whether one is taught and the other measures."""
        return self.one.held_out != self.other.held_out

    @property
    def wrong(self) -> bool:
        """Whether the two may not be the same: neither's label includes the other's, or one leaks."""
        one, other = self.one.label, self.other.label
        return self.leaks or not (one <= other or other <= one)


def read(folder: Path = corpus.FOLDER) -> tuple[Entry, ...]:
    """All questions, those taught and then those held out."""
    taught = [entry(question) for question in corpus.load(folder)]
    return (*taught, *(entry(question, held_out=True) for question in corpus.load_held_out(folder)))


def entry(question: Question, held_out: bool = False) -> Entry:
    """The question with its plain text."""
    return Entry(question, held_out, "".join(c for c in normalise(question.text) if c.isalnum()))


def duplicates(entries: Sequence[Entry]) -> tuple[Pair, ...]:
    """Pairs that are the same, or nearly so, and may not be."""
    same: dict[tuple[int, int], float] = dict.fromkeys(_equal(entries), 1.0)
    for start, product in _products(entries):
        part = product.tocoo()
        near = (part.data >= SAME_FROM) & (part.col > part.row + start)
        for row, column, cosine in zip(part.row[near] + start, part.col[near], part.data[near], strict=True):
            if min(len(entries[row].plain), len(entries[column].plain)) >= LONG_FROM:
                same.setdefault((int(row), int(column)), float(cosine))
    pairs = (Pair(entries[row], entries[column], cosine) for (row, column), cosine in sorted(same.items()))
    return tuple(pair for pair in pairs if pair.wrong)


def nearest_of_others(entries: Sequence[Entry]) -> Iterator[Pair]:
    """Each question with the one of another label that is most like it; left out where none is alike at all."""
    kinds = {label: n for n, label in enumerate({one.label for one in entries})}
    labels = np.array([kinds[one.label] for one in entries])
    for start, product in _products(entries):
        for row, (begin, end) in enumerate(zip(product.indptr, product.indptr[1:], strict=False), start):
            columns = product.indices[begin:end]
            cosines = np.where(labels[columns] == labels[row], 0, product.data[begin:end])
            if cosines.any():
                best = int(cosines.argmax())
                yield Pair(entries[row], entries[columns[best]], float(cosines[best]))


def places(texts: Iterable[str], folder: Path) -> tuple[str, ...]:
    """Where the texts stand, as file and line."""
    wanted, files = set(texts), sorted({*folder.rglob("*.yml"), *corpus.FOLDER.rglob("*.yml")})
    return tuple(f"{path}:{line}" for path in files for line in _lines(path.read_text("utf-8"), wanted))


def _lines(source: str, wanted: set[str]) -> Iterator[int]:
    if any(text in source for text in wanted):
        for token in yaml.scan(source, yaml.SafeLoader):
            if isinstance(token, yaml.ScalarToken) and token.value in wanted:
                yield token.start_mark.line + 1


def _equal(entries: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    places_of: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(entries):
        places_of[one.plain].append(n)
    yield from (pair for plain, ns in places_of.items() if plain for pair in combinations(ns, 2))


def _products(entries: Sequence[Entry]) -> Iterator[tuple[int, csr_matrix]]:
    """The cosines of some rows at a time with all rows, and the number of the first of them."""
    space = TfidfVectorizer(analyzer="char", ngram_range=(2, 3), sublinear_tf=True, dtype=np.float32)
    vectors = space.fit_transform([one.plain for one in entries])
    yield from ((start, vectors[start : start + _CHUNK] @ vectors.T) for start in range(0, len(entries), _CHUNK))
