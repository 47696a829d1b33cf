"""Trains the model, or finds that the current one still fits everything it was made from."""

from __future__ import annotations

import hashlib
import io
import json
import time
from contextlib import redirect_stdout
from pathlib import Path

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
    from rasa.model_training import train as rasa_train

    folder, made_from, began = _folder(settings), _fingerprint(), time.monotonic()
    with redirect_stdout(io.StringIO()):  # it congratulates itself there
        result = rasa_train(
            domain=str(DOMAIN),
            config=str(CONFIG),
            training_files=[str(RULES)],
            output=str(folder),
            force_training=True,
        )
    if not result.model:
        raise RuntimeError(f"训练没有产生模型（代码 {result.code}）")
    model = Path(result.model)
    note = {"model": model.name, "fingerprint": made_from, "seconds": round(time.monotonic() - began, 1)}
    (folder / "current.json").write_text(json.dumps(note), "utf-8")
    for old in folder.glob("*.tar.gz"):
        if old != model:
            old.unlink()
    return model


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
