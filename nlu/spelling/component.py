"""The pipeline's speller: what the message was meant to be written like, for all components after it."""

from __future__ import annotations

from typing import Any

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu import sources
from nlu.normalise import normalise
from nlu.spelling import characters
from nlu.spelling.speller import Speller
from nlu.training_data import SPELLED, written
from nlu.words import frequencies


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SpellingCorrector(GraphComponent):
    """Sets ``spelled``: the message normalised, and corrected where it was typed by sound. The text stays as it is.

    What is learned from is left as it was written: it is what the speller counts.
    """

    def __init__(self, storage: ModelStorage, resource: Resource, speller: Speller | None = None) -> None:
        self._storage, self._resource, self._speller = storage, resource, speller

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SpellingCorrector:
        """A corrector that has counted nothing."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SpellingCorrector:
        """The trained corrector."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, Speller(joblib.load(folder / "characters.joblib"), frequencies()))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Questions, guide, dictionary and code."""
        return sources.fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        """Counts the characters of all questions and statements."""
        texts = [normalise(example.get(TEXT)) for example in written(training_data)]
        counted = characters.count(texts, frequencies())
        self._speller = Speller(counted, frequencies())
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(counted, folder / "characters.joblib")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing to add, see the class."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """See the class."""
        assert self._speller is not None
        for message in messages:
            message.set(SPELLED, self._speller.spelled(normalise(message.get(TEXT) or "")))
        return messages
