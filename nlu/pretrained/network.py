"""The packed tensors as a transformers BertModel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from transformers import BertConfig, BertModel

from nlu.pretrained.packed import Matrix, Packed, Sizes

_LINEAR = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
_NORM = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


def build(found: Packed, kept: Sequence[int]) -> BertModel:
    """The network with the embeddings of the kept pieces only."""
    sizes = found.sizes
    model = BertModel(_config(sizes, len(kept)), add_pooling_layer=False)
    shapes = {name: value.shape for name, value in model.state_dict().items()}
    words = found.tensors["emb.word"].reshape(-1, sizes.hidden)[list(kept)]
    weights = {"embeddings.word_embeddings.weight": words, **dict(_rest(found))}
    state = {name: torch.tensor(weights[name]).reshape(shapes[name]) for name in shapes if name in weights}
    model.load_state_dict(state, strict=False)
    return model


def _config(sizes: Sizes, vocabulary: int) -> BertConfig:
    return BertConfig(
        vocab_size=vocabulary,
        hidden_size=sizes.hidden,
        num_hidden_layers=sizes.layers,
        num_attention_heads=sizes.heads,
        intermediate_size=sizes.inner,
        max_position_embeddings=sizes.positions,
        type_vocab_size=sizes.types,
        layer_norm_eps=sizes.epsilon,
        pad_token_id=1,
    )


def _rest(found: Packed) -> Iterator[tuple[str, Matrix]]:
    tensors, sizes = found.tensors, found.sizes
    yield "embeddings.position_embeddings.weight", tensors["emb.pos"]
    # Only the first type is ever used; where the file holds it alone, it stands for all.
    yield "embeddings.token_type_embeddings.weight", np.resize(tensors["emb.type"], sizes.types * sizes.hidden)
    yield "embeddings.LayerNorm.weight", tensors["emb.ln.w"]
    yield "embeddings.LayerNorm.bias", tensors["emb.ln.b"]
    for layer in range(sizes.layers):
        for short, name in (*_LINEAR.items(), *_NORM.items()):
            for letter, part in (("w", "weight"), ("b", "bias")):
                yield f"encoder.layer.{layer}.{name}.{part}", tensors[f"l{layer}.{short}.{letter}"]
