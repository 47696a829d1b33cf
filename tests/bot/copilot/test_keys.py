"""The table of shortcuts in the documentation is the one that the page shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.copilot.words import words

DOCUMENTED = (Path(__file__).resolve().parents[3] / "docs" / "copilot.md").read_text("utf-8")


@pytest.mark.parametrize("row", words("console.yml")["keys"], ids=lambda row: str(row["key"]))
def test_every_key_is_documented(row: dict[str, str]) -> None:
    assert f"| {row['key']} | {row['does']} |" in DOCUMENTED
