"""The guide that the actions answer from, loaded once."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from knowledge.guide import Guide, load
from knowledge.guide.load import DATA


@cache
def _loaded(folder: str) -> Guide:
    return load(Path(folder))


def current() -> Guide:
    """The guide of QINGFENG_GUIDE, or the one that is shipped."""
    return _loaded(os.environ.get("QINGFENG_GUIDE") or str(DATA))
