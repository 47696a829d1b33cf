"""Reads a message for the facts that decide prohibited cases, with what ``teach`` left."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

import torch
from safetensors import safe_open
from safetensors.torch import load_file
from sentence_transformers import SentenceTransformer

from knowledge.errors import GuideError
from knowledge.prohibited import Ground
from nlu import pretrained
from nlu.adapter import lora
from nlu.encoder import Encoder, precision
from nlu.normalise import normalise
from nlu.reader.head import Head

TAUGHT = Path(__file__).with_name("taught.safetensors")
HEAD = "head."


class Reader:
    """A network and its head; ``grounds`` are what the head's outputs stand for."""

    def __init__(self, network: Encoder, head: Head, grounds: Sequence[Ground]) -> None:
        self._network, self._head, self._grounds = network, head.eval(), tuple(grounds)

    @classmethod
    def current(cls) -> Reader:
        """The reader of the set-up, loaded once. It reads with its own network, whatever encoder a centre has set.

        Raises:
            GuideError: it was taught on another encoder than the one that is installed.
        """
        return _loaded(TAUGHT)

    def chances(self, text: str) -> Mapping[Ground, float]:
        """The probability that the message states each ground, 0 to 1."""
        vector = torch.from_numpy(self._network.encode([normalise(text)]))
        with torch.inference_mode():
            found = torch.sigmoid(self._head(vector))[0].tolist()
        return dict(zip(self._grounds, found, strict=True))


@cache
def _loaded(path: Path) -> Reader:
    with cast(Any, safe_open)(path, "pt") as kept:
        about = kept.metadata()
    tensors = load_file(path)
    if about["encoder"] != pretrained.version():
        raise GuideError(
            f"读事实的网络是在句子编码器 {about['encoder']} 上教的，装的是 {pretrained.version()}",
            "请运行 python -m nlu.reader.teach 重教一遍",
            path,
        )
    model = SentenceTransformer(str(pretrained.folder()), device="cpu", local_files_only=True)
    lora.merge(cast(Any, model[0]).auto_model, tensors)
    model.to(precision())
    grounds = [Ground(*pair) for pair in json.loads(about["grounds"])]
    learned = {name.removeprefix(HEAD): rows.float() for name, rows in tensors.items() if name.startswith(HEAD)}
    head = Head(learned["mean"].numel(), len(grounds))
    head.load_state_dict(learned)
    return Reader(Encoder(model, str(path)), head, grounds)
