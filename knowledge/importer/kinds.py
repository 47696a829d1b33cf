"""The guide's four words for a way to get a matter done, and ours."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from knowledge.records import ChannelKind

KINDS: Mapping[str, ChannelKind] = MappingProxyType(
    {"窗口办": "window", "网上办": "online", "掌上办": "mobile", "自助办": "self_service"}
)
WORDS: Mapping[ChannelKind, str] = MappingProxyType({kind: word for word, kind in KINDS.items()})
