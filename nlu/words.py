"""Words: jieba with the domain's own, kept apart from anybody else's jieba."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import jieba

DICTIONARY = Path(__file__).with_name("words.txt")


@cache
def _tokenizer() -> jieba.Tokenizer:
    """jieba's dictionary and ours. Its cache is written under QINGFENG_VAR, nowhere else."""
    jieba.setLogLevel(logging.WARNING)
    own = jieba.Tokenizer()
    own.tmp_dir = _cache_folder()
    own.initialize()
    own.load_userdict(str(DICTIONARY))
    return own


def _cache_folder() -> str:
    folder = Path(os.environ.get("QINGFENG_VAR", "var")).resolve() / "cache"
    folder.mkdir(parents=True, exist_ok=True)
    return str(folder)


def frequencies() -> Mapping[str, int]:
    """The words of the language, and ours, with how often each occurs."""
    known: Mapping[str, int] = _tokenizer().FREQ
    return known


def cut(text: str) -> list[str]:
    """The words of a normalised text, blanks left out."""
    return [word for word in _tokenizer().lcut(text) if not word.isspace()]
