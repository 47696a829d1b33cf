"""The README says what is: every setting with its default, every command, a transcript that still holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.main import cli
from bot.settings import Settings
from tests.conftest import Ask

README = (Path(__file__).resolve().parent.parent / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", Settings.__fields__)
def test_every_setting_is_listed(name: str) -> None:
    assert f"`QINGFENG_{name.upper()}`" in README


@pytest.mark.parametrize("name", ["host", "port", "session_hours", "longest_message", "recent_events", "log_level"])
def test_defaults_are_as_listed(name: str) -> None:
    assert f"| `QINGFENG_{name.upper()}` | `{Settings.__fields__[name].default}` |" in README


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_command_is_listed(command: str) -> None:
    assert f"qingfeng {command}" in README or f"/ `{command}`" in README


def test_the_transcript_is_what_is_printed(ask: Ask) -> None:
    assert ask("失业金怎么领")["text"] in README
