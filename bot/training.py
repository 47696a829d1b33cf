"""Trains the model, or finds that the current one still fits everything it was made from."""

from __future__ import annotations

import copy
import hashlib
import json
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock

from bot.settings import ROOT, Settings

CONFIG, DOMAIN, RULES = ROOT / "config.yml", ROOT / "domain.yml", ROOT / "bot" / "rules"


def current_model(settings: Settings) -> Path | None:
    """The trained model, if there is one and nothing that it was made from has changed."""
    note = _folder(settings) / "current.json"
    if not note.exists():
        return None
    kept = json.loads(note.read_text("utf-8"))
    model = _folder(settings) / kept["model"]
    return model if kept["fingerprint"] == _fingerprint() and model.exists() else None


def alone(settings: Settings) -> FileLock:
    """What to hold while a model is looked for or trained: of two processes that find none, one trains."""
    return FileLock(_folder(settings) / "training.lock")


def seconds_taken(settings: Settings) -> float | None:
    """How long the last training took; None if there was none or it did not say."""
    note = _folder(settings) / "current.json"
    return json.loads(note.read_text("utf-8")).get("seconds") if note.exists() else None


def train(settings: Settings) -> Path:
    """Trains a model and makes it the current one. Returns its file."""
    folder, made_from, began = _folder(settings), _fingerprint(), time.monotonic()
    model = folder / f"{time.strftime('%Y%m%d-%H%M%S')}.tar.gz"
    _run(model)
    note = {"model": model.name, "fingerprint": made_from, "seconds": round(time.monotonic() - began, 1)}
    (folder / "current.json").write_text(json.dumps(note), "utf-8")
    for old in folder.glob("*.tar.gz"):
        if old != model:
            old.unlink()
    return model


def _run(model: Path) -> None:
    """What ``rasa train`` does, with Rasa's own engine, and without its cache.

    Nothing is ever taken from that cache, because a model is trained only when something has changed; but every
    component's output is hashed for it, a minute for some 25,000 examples. Nor are Rasa's importers for end-to-end
    stories and retrieval intents put around ours, as there are none: each would read and copy all examples once more.
    """
    from rasa.engine.constants import PLACEHOLDER_IMPORTER
    from rasa.engine.graph import ExecutionContext
    from rasa.engine.recipes.default_recipe import DefaultV1Recipe
    from rasa.engine.runner.dask import DaskGraphRunner
    from rasa.engine.validation import validate
    from rasa.shared.data import TrainingType
    from rasa.shared.importers.importer import CombinedDataImporter
    from rasa.shared.importers.rasa import RasaFileImporter

    from bot.archive import QuickStorage
    from nlu.training_data import QuestionImporter

    importer = CombinedDataImporter([RasaFileImporter(str(CONFIG), str(DOMAIN), [str(RULES)]), QuestionImporter()])
    recipe, domain = DefaultV1Recipe(), copy.deepcopy(importer.get_domain())
    configuration = recipe.graph_config_for_recipe(importer.get_config(), {}, training_type=TrainingType.BOTH)
    validate(configuration)
    with TemporaryDirectory() as place:
        storage = QuickStorage.create(Path(place))
        schema = configuration.train_schema
        DaskGraphRunner.create(schema, storage, ExecutionContext(schema)).run({PLACEHOLDER_IMPORTER: importer})
        storage.create_model_package(model, configuration, domain)


def _folder(settings: Settings) -> Path:
    folder: Path = settings.var / "models"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _fingerprint() -> str:
    from nlu import sources

    digest = hashlib.sha256(sources.fingerprint().encode())
    for path in (CONFIG, DOMAIN, *sorted(RULES.glob("*.yml"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()
