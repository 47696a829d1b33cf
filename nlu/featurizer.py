"""The lexical features of a message, for the stock intent classifier and for our retriever."""

from __future__ import annotations

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
from scipy.sparse import csr_matrix

from nlu import sources
from nlu.lexical import LexicalSpace
from nlu.training_data import asked, said_of, written


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class LexicalFeaturizer(GraphComponent):
    """One sparse sentence feature: TF-IDF of characters, words and sounds."""

    def __init__(self, space: LexicalSpace, name: str | None, storage: ModelStorage, resource: Resource) -> None:
        self._space, self._name, self._storage, self._resource = space, name, storage, resource

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``rarest``: in how many questions a term must occur to be learned."""
        return {"rarest": 3}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LexicalFeaturizer:
        """An untrained featurizer."""
        return cls(LexicalSpace(config["rarest"]), execution_context.node_name, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LexicalFeaturizer:
        """The trained featurizer."""
        with model_storage.read_from(resource) as folder:
            space = joblib.load(folder / "space.joblib")
        return cls(space, execution_context.node_name, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """The code and dictionary that make the terms."""
        return sources.fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        """Learns the terms of all questions; what is only ever stated is no term, or it would shift every weight."""
        self._space.fit([said_of(example) for example in asked(training_data)])
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self._space, folder / "space.joblib")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Features on every example."""
        self.process(written(training_data))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Features on every message."""
        rows = self._space.transform([said_of(message) for message in messages])
        for message, row in zip(messages, rows, strict=True):
            message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, self._name or ""))
        return messages


def lexical_row(message: Message) -> csr_matrix:
    """The lexical features that a message bears, one row."""
    _, sentence = message.get_sparse_features(TEXT)
    return csr_matrix(sentence.features if sentence else np.zeros((1, 0), dtype=np.float32))
