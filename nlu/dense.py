"""The dense features of a message: what it means, by the sentence encoder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack

from nlu import sources
from nlu.encoder import Encoder
from nlu.normalise import normalise
from nlu.training_data import asked, spelled, written

Matrix = np.ndarray[Any, Any]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class MeaningFeaturizer(GraphComponent):
    """One dense sentence feature: the encoder's vector less the mean of all questions, of length 1.

    Encoders put all texts of one language and one field into a narrow cone; what they share says nothing. The
    encoder is no part of the trained model: it is that of the set-up or of the setting.
    """

    def __init__(
        self, encoder: Encoder, name: str | None, storage: ModelStorage, resource: Resource, mean: Matrix | None = None
    ) -> None:
        self._encoder, self._name, self._storage, self._resource, self._mean = encoder, name, storage, resource, mean

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> MeaningFeaturizer:
        """An untrained featurizer."""
        return cls(Encoder.current(), execution_context.node_name, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> MeaningFeaturizer:
        """The trained featurizer."""
        with model_storage.read_from(resource) as folder:
            mean = joblib.load(folder / "mean.joblib")
        return cls(Encoder.current(), execution_context.node_name, model_storage, resource, mean)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Questions, code, encoder."""
        return sources.fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        """Learns the mean."""
        self._mean = self._rows(asked(training_data)).mean(axis=0)
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self._mean, folder / "mean.joblib")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Features on every example."""
        examples = written(training_data)
        self._put(examples, self._rows(examples))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Features on every message."""
        self._put(messages, self._encoder.encode([normalise(spelled(message)) for message in messages]))
        return messages

    def _rows(self, examples: Sequence[Message]) -> Matrix:
        return self._encoder.encode_many([normalise(example.get(TEXT)) for example in examples])

    def _put(self, messages: Sequence[Message], rows: Matrix) -> None:
        assert self._mean is not None
        for message, row in zip(messages, centred(rows, self._mean), strict=True):
            message.add_features(Features(row[None], FEATURE_TYPE_SENTENCE, TEXT, self._name or ""))


def centred(rows: Matrix, mean: Matrix) -> Matrix:
    """The rows less what all texts of the field share, of length 1."""
    away = rows - mean
    unit: Matrix = away / np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-9)
    return unit


def beside(lexical: csr_matrix, dense: Matrix) -> csr_matrix:
    """Lexical and dense rows side by side, for a linear model that looks at both."""
    return hstack([lexical, csr_matrix(dense)], format="csr", dtype=np.float32)


def dense_row(message: Message) -> Matrix:
    """The dense features that a message bears, one row."""
    _, sentence = message.get_dense_features(TEXT)
    return np.asarray(sentence.features if sentence else np.zeros((1, 0)), dtype=np.float32)
