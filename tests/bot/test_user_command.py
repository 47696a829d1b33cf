"""``qingfeng user``: what it asks and prints; a password is never an argument."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from bot.cli.user import user
from tests.bot.copilot.conftest import PASSWORD


def run(var: Path, *words: str, typed: str = "") -> Result:
    return CliRunner(env={"QINGFENG_VAR": str(var)}).invoke(user, words, input=typed)


def test_an_account_from_first_to_last(tmp_path: Path) -> None:
    added = run(tmp_path, "add", "坐席01", "--role", "agent", typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert (added.exit_code, PASSWORD in added.output) == (0, False)
    assert run(tmp_path, "list").output == "坐席01\tagent\t坐席\n"
    assert run(tmp_path, "password", "坐席01", typed="another password\n" * 2).exit_code == 0
    assert run(tmp_path, "remove", "坐席01").exit_code == 0
    assert run(tmp_path, "list").output == ""


def test_refusals_say_why(tmp_path: Path) -> None:
    short = run(tmp_path, "add", "坐席01", "--role", "agent", typed="short\nshort\n")
    assert "10 到 256" in str(short.exception)
    assert run(tmp_path, "add", "坐席01", "--role", "boss").exit_code == 2
    assert run(tmp_path, "add", "坐席01", PASSWORD, "--role", "agent").exit_code == 2
    assert "user list" in str(run(tmp_path, "remove", "坐席01").exception)
