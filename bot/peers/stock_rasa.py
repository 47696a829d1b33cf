"""The peer that is Rasa's own: its jieba tokenizer, counts of words, DIET; one intent an item.

DIET comes with two transformer layers, for entities as well as intents. Without them, its own way for intents alone,
an epoch is some forty times as fast: taught 3,000 of the questions and asked 300 others on one busy core, 0.41 right
after 60 epochs in 62 s; with them 0.20 after 10 epochs in 483 s. Ten minutes would be two epochs of all questions.
"""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jieba
import yaml
from rasa.core.agent import Agent
from rasa.model_training import train_nlu
from rasa.shared.exceptions import RasaException
from rasa.utils.tensorflow import callback

from bot.peers.peer import Ranking, Taught
from nlu import progress

# As many as fit into about ten minutes on two cores with nineteen thousand questions (10 s each).
EPOCHS = 50
_INTENTS_ALONE = {"number_of_transformer_layers": 0, "entity_recognition": False}
_ITEM, _OUT = "item_", "out_of_scope"


class StockRasa:
    """``out`` is the confidence of the intent out_of_scope."""

    name = "Rasa DIET"

    def __init__(self, epochs: int = EPOCHS) -> None:
        self._epochs = epochs
        self._agent: Agent | None = None

    def train(self, questions: Sequence[Taught]) -> None:
        """Trains in a temporary folder, with Rasa's own cache there: a model re-used would have taken no time."""
        with TemporaryDirectory(prefix="qingfeng-rasa-") as place, _cache_in(place), _epochs_reported():
            folder = Path(place)
            (folder / "config.yml").write_text(yaml.safe_dump(_config(self._epochs)), "utf-8")
            (folder / "nlu.json").write_text(json.dumps(_data(questions), ensure_ascii=False), "utf-8")
            self._agent = Agent.load(_trained_in(folder))

    def rank(self, text: str) -> Ranking:
        """All items; none where the message has no known word."""
        assert self._agent is not None
        # A leading "/" would be taken for an intent.
        parsed = asyncio.run(self._agent.parse_message(text.lstrip("/ ")))
        scores = {row["name"]: float(row["confidence"]) for row in parsed.get("intent_ranking") or ()}
        out = scores.pop(_OUT, 0.0)
        best = sorted(scores, key=lambda name: -scores[name])
        return Ranking(tuple(int(name.removeprefix(_ITEM)) for name in best), out)


def _trained_in(folder: Path) -> str:
    """The model of the config and the data in the folder."""
    try:
        with redirect_stdout(io.StringIO()):  # it congratulates itself there
            model = train_nlu(str(folder / "config.yml"), str(folder / "nlu.json"), str(folder))
    except RasaException as error:
        raise RuntimeError(f"Rasa DIET 训练不了（{error}）：请去掉 --peers 先看其余结果") from error
    if not model:
        raise RuntimeError("Rasa DIET 没有训练出模型：请去掉 --peers 先看其余结果")
    return model


def _config(epochs: int) -> dict[str, Any]:
    diet = {"name": "DIETClassifier", "epochs": epochs, "ranking_length": 0, "random_seed": 7, **_INTENTS_ALONE}
    pipeline = [{"name": "JiebaTokenizer"}, {"name": "CountVectorsFeaturizer"}, diet]
    return {"recipe": "default.v1", "language": "zh", "assistant_id": "stock", "pipeline": pipeline, "policies": []}


def _data(questions: Sequence[Taught]) -> dict[str, Any]:
    """JSON and not YAML: there "[…](…)" in a question would be an entity."""
    rows = [{"text": one.text, "intent": _OUT if one.item is None else f"{_ITEM}{one.item}"} for one in questions]
    return {"rasa_nlu_data": {"common_examples": rows}}


@contextmanager
def _cache_in(folder: str) -> Iterator[None]:
    kept = os.environ.get("RASA_CACHE_DIRECTORY")
    os.environ["RASA_CACHE_DIRECTORY"] = str(Path(folder) / "cache")
    jieba.dt.tmp_dir = folder  # Rasa's tokenizer is the global one, which writes to /tmp
    jieba.setLogLevel(logging.WARNING)
    try:
        yield
    finally:
        os.environ.pop("RASA_CACHE_DIRECTORY")
        if kept is not None:
            os.environ["RASA_CACHE_DIRECTORY"] = kept


class _Epochs:
    """Stands where Rasa draws a bar of its own, and tells ours how far it is."""

    def __init__(self, epochs: range, **_: Any) -> None:
        self._done, self._all = 0, len(epochs)

    def update(self, count: int) -> None:
        self._done += count
        progress.report("Rasa DIET 训练", self._done, self._all)

    def set_postfix(self, _: Any) -> None:
        """Nothing: losses are no progress."""

    def close(self) -> None:
        """Nothing to put away."""


@contextmanager
def _epochs_reported() -> Iterator[None]:
    drawn = callback.tqdm  # type: ignore[attr-defined]
    callback.tqdm = _Epochs  # type: ignore[attr-defined]
    try:
        yield
    finally:
        callback.tqdm = drawn  # type: ignore[attr-defined]
