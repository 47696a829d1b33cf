"""What each kind of evidence brings: leaves one out at a time and measures on the held-out questions.

Learns once by cross-fitting and once from everything, as training does; then fits the weights anew without each
kind. Prints top-1, top-3 and how well in and out of scope are told apart (AUROC). About five minutes on two cores.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from bot import environment
from bot.settings import Settings

environment.prepare(Settings())

from knowledge.guide import load  # noqa: E402
from nlu import corpus, guide_text, ranker, retrieval, sources  # noqa: E402
from nlu.corpus import Question  # noqa: E402
from nlu.encoder import Encoder  # noqa: E402
from nlu.evidence import Batch  # noqa: E402
from nlu.lexical import LexicalSpace  # noqa: E402
from nlu.said import said  # noqa: E402
from nlu.teaching import Teaching, classes_of, topics_of  # noqa: E402

Matrix = np.ndarray[Any, Any]
FOLDS = 2


def main() -> None:
    """Prints the table."""
    guide = load()
    numbers = [item.number for item in guide.items]
    taught, held = list(corpus.load()), [q for q in corpus.load_held_out() if q.items or q.intent == "out_of_scope"]
    sentences = list(guide_text.questions(guide))
    topics = topics_of(taught)
    rows = _Rows([*taught, *sentences])
    teaching, always, away = (rows.teaching(some, numbers, topics) for some in (taught, sentences, held))
    known, new = teaching.parted(sources.was_taught)
    crossed, targets = retrieval.cross_fit(new, known + always, guide, FOLDS)
    learned = retrieval.learn(teaching + always, guide)
    found = learned.evidence(Batch(away.messages, away.lexical, away.dense))
    names = [name for kind in (*learned.kinds, learned.named) for name in kind.names]
    print(f"| {'without':8} | top-1 | top-3 | scope AUROC |\n| --- | --- | --- | --- |")
    for left_out in (None, *range(len(names))):
        kept = [column for column in range(len(names)) if column != left_out]
        prior = ranker.Ranker.untaught(retrieval.PRIOR.weights[kept], retrieval.PRIOR.bias)
        weights = ranker.fit(crossed[:, :, kept], targets, prior)
        name = "nothing" if left_out is None else names[left_out]
        print(f"| {name:8} | {_figures(weights.probabilities(found[:, :, kept]), away.targets())} |", flush=True)


class _Rows:
    """Questions → teaching, with the features of training."""

    def __init__(self, learned_from: Sequence[Question]) -> None:
        self._encoder, self._space = Encoder.current(), LexicalSpace(3)
        messages = [said(question.text) for question in learned_from]
        self._space.fit(messages)
        self._mean = self._encoder.encode_many([message.clean for message in messages]).mean(axis=0)

    def teaching(self, questions: Sequence[Question], numbers: Sequence[int], topics: Sequence[str]) -> Teaching:
        pairs = [(said(question.text), classes_of(question, numbers, topics)) for question in questions]
        messages, classes = zip(*((message, some) for message, some in pairs if some), strict=True)
        away = self._encoder.encode_many([message.clean for message in messages]) - self._mean
        dense = away / np.linalg.norm(away, axis=1, keepdims=True)
        return Teaching(messages, self._space.transform(messages), dense, classes, len(numbers))


def _figures(rows: Matrix, targets: Matrix) -> str:
    """Top-1 and top-3 among the items where one is right, and the AUROC of "out of scope"."""
    outside = targets[:, -1] == 1
    best = np.argsort(-rows[~outside, :-1], axis=1)[:, :3]
    right = np.take_along_axis(targets[~outside], best, axis=1) > 0
    auroc = roc_auc_score(outside, rows[:, -1])
    return f"{right[:, 0].mean():.3f} | {right.any(axis=1).mean():.3f} | {auroc:.3f}"


if __name__ == "__main__":
    main()
