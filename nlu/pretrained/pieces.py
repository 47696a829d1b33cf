"""The packed vocabulary as a transformers tokenizer, cut down to what Chinese messages are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import PreTrainedTokenizerFast

from nlu.pretrained.packed import Packed

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
# Chinese, its marks, and printable ASCII. Of 250,000 pieces 61,000 are left: the others would take 300 MB.
_OURS = re.compile(r"[▁\u3000-\u303f\u4e00-\u9fff\uff00-\uffef!-~·…—–“”‘’]+")
_LONGEST_LATIN = 6


def ours(pieces: Sequence[str]) -> list[int]:
    """The places of the pieces that are kept: the special ones, first, and those of our characters."""
    return [place for place, piece in enumerate(pieces) if place < len(SPECIAL) or _is_ours(piece)]


def tokenizer(found: Packed, kept: Sequence[int], longest: int) -> PreTrainedTokenizerFast:
    """The unigram tokenizer over the kept pieces; texts are cut at ``longest`` tokens."""
    vocabulary = [(found.pieces[place], float(found.scores[place])) for place in kept]
    unigram = Tokenizer(models.Unigram(vocabulary, unk_id=SPECIAL.index("<unk>"), byte_fallback=False))
    unigram.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    unigram.pre_tokenizer = pre_tokenizers.Metaspace()
    unigram.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    names = dict(zip(("bos_token", "pad_token", "eos_token", "unk_token"), SPECIAL, strict=True))
    return PreTrainedTokenizerFast(tokenizer_object=unigram, model_max_length=longest, **names)


def _is_ours(piece: str) -> bool:
    latin = sum(character.isascii() and character.isalpha() for character in piece)
    return latin <= _LONGEST_LATIN and _OURS.fullmatch(piece) is not None
