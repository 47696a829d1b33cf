"""The pipeline's retriever: puts ranked items and a band on every message."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, vstack

from knowledge.guide import Guide, load
from nlu import calibration, openness, progress, ranker, retrieval, sources, yes_no
from nlu.bands import Decision, Thresholds, decide
from nlu.corpus import ASPECTS, Question
from nlu.dense import beside, dense_row
from nlu.evidence import Batch
from nlu.featurizer import lexical_row
from nlu.normalise import normalise
from nlu.retrieval import Retrieval
from nlu.said import Said
from nlu.teaching import Teaching, classes_of, topics_of
from nlu.training_data import ITEMS, OF_GUIDE, TOPIC, asked, hanging, intent_of, said_of

RETRIEVAL = "retrieval"
_BANDS = {"out_above": 0.5, "answer_above": 0.25, "open_above": 0.4, "alone_above": 0.98, "bare_out_above": 0.7}
_READING = {"bare_above": 0.85, "named_above": 0.75, "away_above": 0.98}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ItemRetriever(GraphComponent):
    """Sets ``retrieval``: ``ranked`` [{number, score}], ``band``, ``between``, ``reads`` (see ``_reads``), and how
    probably the message is ``out`` of scope, or ``hangs`` on what was said before."""

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        trained: Retrieval | None = None,
    ) -> None:
        self._config, self._storage, self._resource, self._trained = config, storage, resource, trained
        self._thresholds = Thresholds(**{name: config[name] for name in _BANDS})
        self._titles = {item.number: normalise(item.title) for item in load(sources.guide_folder()).items}

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``folds`` of the cross-fitting, and the thresholds of ``nlu.bands``."""
        return {"folds": 2, **_BANDS, **_READING}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ItemRetriever:
        """An untrained retriever."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> ItemRetriever:
        """The trained retriever."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, Retrieval.load(folder))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Guide, questions, code, dictionary, encoder."""
        return sources.fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the questions and the guide; weighs the evidence by cross-fitting."""
        guide = load(sources.guide_folder())
        numbers = [item.number for item in guide.items]
        examples = asked(training_data)
        questions = _teaching([e for e in examples if not e.get(OF_GUIDE)], numbers)
        sentences = _teaching([e for e in examples if e.get(OF_GUIDE)], numbers)
        items = [tuple(numbers[c] for c in some if c < len(numbers)) for some in questions.classes]
        left_open = openness.fit(beside(questions.lexical, questions.dense), items)
        learned, weights = self._learn(questions, sentences, guide)
        hangs = _hanging(examples, hanging(training_data))
        self._trained = Retrieval(numbers, learned, weights, left_open, _bare(examples), hangs)
        with self._storage.write_to(self._resource) as folder:
            self._trained.save(folder)
        return self._resource

    def _learn(self, questions: Teaching, sentences: Teaching, guide: Guide) -> tuple[retrieval.Learned, ranker.Ranker]:
        """What is learned, and the weights: those are fitted on questions that the encoder was not taught either.

        Where nobody has written questions yet, what is out of scope cannot be learned from examples either: they
        would outweigh the few sentences of the guide. Then the guide's words decide, with the prior weights.
        """
        weights = retrieval.PRIOR
        if not any(place < questions.items for classes in questions.classes for place in classes):
            questions = questions.take([])
        else:
            known, new = questions.parted(sources.was_taught)
            found, targets = retrieval.cross_fit(new, known + sentences, guide, self._config["folds"])
            weights = ranker.fit(found, targets, retrieval.PRIOR)
            _say_bands(weights.probabilities(found), targets)
        learned = retrieval.learn(questions + sentences, guide)
        progress.report("检索", 1, 1)
        return learned, weights

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing to add: no later component learns from the ranking."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """See the class."""
        assert self._trained is not None
        for message in messages:
            spoken, lexical, dense = said_of(message), lexical_row(message), dense_row(message)
            row = self._trained.probabilities(Batch([spoken], lexical, dense))[0]
            features = beside(lexical, dense)
            reads = self._reads(self._trained.bare.probability(features), row)
            made = self._decide(self._trained, row, spoken, features, reads)
            hangs = self._trained.hanging.probability(features)
            message.set(RETRIEVAL, _output(made, row, reads, hangs), add_to_output=True)
        return messages

    def _reads(self, bare: float, row: np.ndarray[Any, Any]) -> str:
        """Whether the message alone says what it is about: "bare" names no matter, "named" surely does."""
        if bare >= self._config["bare_above"]:
            return "bare"
        sure = row[:-1].max() >= self._config["named_above"] or row[-1] >= self._config["away_above"]
        return "named" if sure else "unclear"

    def _decide(
        self, trained: Retrieval, row: np.ndarray[Any, Any], message: Said, features: csr_matrix, reads: str
    ) -> Decision:
        """The decision; nothing is left open where the message names the scheme or the whole title."""
        chances = dict(zip(trained.numbers, map(float, row[:-1]), strict=True))
        best = max(chances, key=lambda number: chances[number])
        said_which = trained.says_scheme(message, best) or self._titles[best] in message.clean
        left_open = 0.0 if said_which else trained.openness.probability(features)
        group = trained.openness.group_of(best, chances)
        return decide(chances, float(row[-1]), self._thresholds, left_open, group, bare=reads == "bare")


def _output(made: Decision, row: np.ndarray[Any, Any], reads: str, hangs: float) -> dict[str, Any]:
    return {
        "ranked": [{"number": number, "score": round(score, 4)} for number, score in made.ranked],
        "band": made.band,
        "between": made.between,
        "out": round(float(row[-1]), 4),
        "hangs": round(hangs, 4),
        "reads": reads,
    }


def _bare(examples: list[Message]) -> yes_no.YesNo:
    """Learned from all questions: those that bear an aspect and no item are bare."""
    return yes_no.fit(_features(examples), [_is_bare(example) for example in examples])


def _hanging(examples: list[Message], going_on: list[Message]) -> yes_no.YesNo:
    """Learned from what people say when they go on, and what is bare, against all else that names no item."""
    others = [example for example in examples if not example.get(ITEMS)]
    hangs = [*(_is_bare(example) for example in others), *(True for _ in going_on)]
    return yes_no.fit(_features([*others, *going_on]), hangs)


def _is_bare(example: Message) -> bool:
    return example.get(INTENT) in ASPECTS and not example.get(ITEMS)


def _features(examples: list[Message]) -> csr_matrix:
    lexical = vstack([lexical_row(example) for example in examples], format="csr")
    return beside(lexical, np.concatenate([dense_row(example) for example in examples]))


def _say_bands(rows: np.ndarray[Any, Any], targets: np.ndarray[Any, Any]) -> None:
    """Says, by cross-fitting, how honest the scores are and what each threshold of ``out_above`` would cost."""
    best, outside = rows.argmax(axis=1), targets[:, -1] == 1
    right = targets[np.arange(len(rows)), best] == 1
    error = calibration.expected_error(rows.max(axis=1), right)
    progress.found(f"交叉检验：答对 {right.mean():.3f}，校准误差 {error:.3f}")
    found = calibration.costs(rows[:, -1], outside, [0.25, 0.4, 0.5, 0.6, 0.75])
    for cost in found:
        chosen = "  ← 代价最小" if cost == calibration.best(found) else ""
        progress.found(
            f"out_above {cost.out_above:.2f}：误拒 {cost.refused_wrongly:.3f}，拒对 {cost.refused_rightly:.3f}{chosen}"
        )


def _teaching(examples: list[Message], numbers: list[int]) -> Teaching:
    """The examples that teach retrieval."""
    questions = [_question(example) for example in examples]
    topics = topics_of(questions)
    classes = [classes_of(question, numbers, topics) for question in questions]
    labelled = list(zip(examples, classes, strict=True))
    kept = [(example, classes) for example, classes in labelled if classes]
    rows = [lexical_row(example) for example, _ in kept]
    return Teaching(
        tuple(said_of(example) for example, _ in kept),
        vstack(rows, format="csr") if rows else csr_matrix((0, lexical_row(examples[0]).shape[1])),
        np.concatenate([dense_row(example) for example, _ in kept]) if kept else dense_row(examples[0])[:0],
        tuple(classes for _, classes in kept),
        len(numbers),
    )


def _question(example: Message) -> Question:
    items = tuple(example.get(ITEMS) or ())
    return Question(example.get(TEXT), items, intent_of(example), example.get(TOPIC))
