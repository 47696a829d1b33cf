"""What was taught to the encoder of the set-up, and which questions: those say too much of themselves."""

from __future__ import annotations

import hashlib
import zlib
from functools import cache
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor
from transformers import BertModel

from nlu.adapter import lora
from nlu.normalise import normalise

ADAPTER = Path(__file__).with_name("taught.safetensors")


def key(text: str) -> int:
    """A number that stands for the text."""
    return zlib.crc32(normalise(text).encode())


@cache
def questions() -> frozenset[int]:
    """The keys of the questions that were taught."""
    return frozenset(_read()["taught"].tolist())


def checksum() -> str:
    """Stands for what was taught."""
    return _checksum(ADAPTER)


def add_to(network: BertModel) -> None:
    """Leaves the layers for which something was taught, and adds it to their weights."""
    learned = _read()
    layers = {int(name.split(".")[2]) for name in learned if name.startswith("encoder.layer.")}
    network.encoder.layer = network.encoder.layer[: max(layers) + 1]
    network.config.num_hidden_layers = len(network.encoder.layer)
    lora.merge(network, learned)


@cache
def _checksum(adapter: Path) -> str:
    return hashlib.sha256(adapter.read_bytes()).hexdigest()[:12]


@cache
def _read() -> dict[str, Tensor]:
    return load_file(ADAPTER)
