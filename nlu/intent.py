"""What is asked: an aspect of a matter, or something beside any matter (complaint, a person, small talk)."""

from __future__ import annotations

from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import vstack

from nlu import progress, sources
from nlu.corpus import ASPECTS, OUT_OF_SCOPE
from nlu.dense import dense_row
from nlu.featurizer import lexical_row
from nlu.intents import Intents, fit
from nlu.training_data import asked, intent_of

INTENT_RANKING = "intent_ranking"
ALSO_ASKED = "also_asked"
_PHONE = "phone_office"
Matrix = np.ndarray[Any, Any]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(GraphComponent):
    """Logistic regression on words and on meaning.

    Differs from Rasa's LogisticRegressionClassifier in the second model, and in what gives way to the best aspect: an
    intent beside any matter below a threshold, because a long story full of complaint is still a question about a
    matter; and a telephone or an address that is rather somebody else's (the waterworks').
    """

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        model: Intents | None = None,
    ) -> None:
        self._config, self._storage, self._resource, self._model = config, storage, resource, model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``aside_above``: the least probability of an intent that is no aspect; ``also_above``: of a second aspect."""
        return {"aside_above": 0.6, "also_above": 0.1}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentClassifier:
        """An untrained classifier."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentClassifier:
        """The trained classifier."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, joblib.load(folder / "intent.joblib"))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Questions, code, dictionary."""
        return sources.fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the questions that bear an intent, and from those out of scope."""
        labelled = [(example, intent_of(example)) for example in asked(training_data)]
        examples, intents = zip(*((example, intent) for example, intent in labelled if intent), strict=True)
        rows = vstack([lexical_row(example) for example in examples], format="csr")
        self._model = fit(rows, np.concatenate([dense_row(example) for example in examples]), intents)
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self._model, folder / "intent.joblib")
        progress.report("意图", 1, 1)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing to add: no later component learns from the intent."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets the intent, its ranking, and ``also_asked``: the aspect that is asked beside it, or None."""
        assert self._model is not None
        names = self._model.names
        for message in messages:
            sure = self._model.probabilities(lexical_row(message), dense_row(message))[0]
            best = self._best(names, sure)
            ranking = [_row(names[n], sure[n]) for n in np.argsort(-sure) if names[n] != OUT_OF_SCOPE][:5]
            message.set(INTENT, _row(names[best], sure[best]), add_to_output=True)
            message.set(INTENT_RANKING, ranking, add_to_output=True)
            message.set(ALSO_ASKED, self._also(ranking, str(names[best])), add_to_output=True)
        return messages

    def _also(self, ranking: list[dict[str, Any]], best: str) -> str | None:
        found = (row[INTENT_NAME_KEY] for row in ranking if row[PREDICTED_CONFIDENCE_KEY] >= self._config["also_above"])
        return next((name for name in found if name in ASPECTS[1:] and name != best), None)

    def _best(self, names: Matrix, sure: Matrix) -> int:
        """The place of the intent; never "out_of_scope", which the retriever decides."""
        beside = names == OUT_OF_SCOPE
        best = int(np.argmax(np.where(beside, -1, sure)))
        aspects = np.isin(names, ASPECTS)
        if names[best] == _PHONE:
            gives_way = sure[beside].sum() > sure[best]
        else:
            gives_way = not aspects[best] and sure[best] < self._config["aside_above"]
        others = aspects & (names != names[best])
        return int(np.argmax(np.where(others, sure, -1))) if gives_way and others.any() else best


def _row(name: str, sure: float) -> dict[str, Any]:
    return {INTENT_NAME_KEY: str(name), PREDICTED_CONFIDENCE_KEY: float(sure)}
