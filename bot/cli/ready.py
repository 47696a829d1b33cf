"""What several commands need first: the settings, a trained model, the assistant on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot import environment
from bot.cli.progress import showing
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.assistant import Assistant


def prepared() -> Settings:
    """The settings, with the process made ready for Rasa."""
    settings = Settings()
    environment.prepare(settings)
    return settings


def model(settings: Settings) -> Path:
    """The current model, trained first if there is none that fits."""
    from bot import training

    with training.alone(settings):  # whoever waited finds the model that the other made
        return training.current_model(settings) or _trained(settings)


def train(settings: Settings) -> Path:
    """A model trained anew, with its progress shown."""
    from bot import training

    with training.alone(settings):
        return _trained(settings)


def _trained(settings: Settings) -> Path:
    with showing("训练模型"):
        from bot import training

        environment.quiet_logs(settings)
        return training.train(settings)


def assistant(keep: bool = True) -> Assistant:
    """The assistant, ready to be asked."""
    settings = prepared()
    trained = model(settings)
    environment.quiet_logs(settings)
    from bot.assistant import Assistant

    return Assistant.load(settings, trained, keep)
