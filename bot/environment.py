"""What must be set before Rasa, TensorFlow or a model hub is imported: silence, and nothing outside ``var``."""

from __future__ import annotations

import logging
import os
import sys
import warnings
from pathlib import Path

from bot.settings import Settings


def prepare(settings: Settings) -> None:
    """Sets the process environment. Call it before importing anything of Rasa."""
    cache = settings.var.resolve() / "cache"
    cache.mkdir(parents=True, exist_ok=True)
    os.environ.update(
        RASA_TELEMETRY_ENABLED="false",
        RASA_CACHE_DIRECTORY=str(cache / "rasa"),
        MPLCONFIGDIR=str(cache / "matplotlib"),
        HF_HOME=str(cache / "huggingface"),
        HF_HUB_OFFLINE="1",
        KERAS_HOME=str(cache / "keras"),
        TOKENIZERS_PARALLELISM="false",
        TQDM_DISABLE="1",
        LOG_LEVEL="ERROR",  # what Rasa asks before it draws progress bars of its own
        TRANSFORMERS_VERBOSITY="error",
        TF_CPP_MIN_LOG_LEVEL="3",
        SQLALCHEMY_SILENCE_UBER_WARNING="1",
        QINGFENG_VAR=str(settings.var.resolve()),
    )
    given: dict[str, Path | str | None] = {
        "QINGFENG_GUIDE": settings.guide,
        "QINGFENG_QUESTIONS": settings.questions,
        "QINGFENG_ENCODER": settings.encoder,
    }
    os.environ.update({name: str(value) for name, value in given.items() if value})
    _no_home_folder(cache)
    # Libraries that re-enable warnings look here first whether somebody has chosen already.
    sys.warnoptions.append("ignore")
    warnings.simplefilter("ignore")
    warnings.showwarning = lambda *_, **__: None


def _no_home_folder(cache: Path) -> None:
    """Rasa notes its telemetry setting in the home folder, even when it is off; it shall note it here."""
    from rasa import constants

    constants.GLOBAL_USER_CONFIG_PATH = str(cache / "rasa" / "global.yml")


def quiet_logs(settings: Settings) -> None:
    """Rasa logs message texts at DEBUG, and DEBUG is its default outside its own CLI: configured away."""
    from rasa.utils.log_utils import configure_structlog

    level = max(logging.INFO, logging.getLevelName(settings.log_level.upper()))
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    configure_structlog(level)
    for name in ("rasa", "rasa_sdk", "matplotlib", "apscheduler", "sanic.root", "sentence_transformers", "urllib3"):
        logging.getLogger(name).setLevel(max(level, logging.ERROR))
