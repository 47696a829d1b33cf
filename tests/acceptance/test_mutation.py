"""Every comparison of the rules, changed, makes a test fail. Prints how many there were."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.mutants import mutants

pytestmark = pytest.mark.acceptance
ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "knowledge" / "prohibited"
TESTS = ("test_stated.py", "test_months.py", "test_judge.py")


def _passes(folder: Path) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "--noconftest", "-p", "no:cacheprovider", *TESTS]
    # Without compiled files: two mutants written in one second would be taken for one.
    env = {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=folder / "checks", env=env, capture_output=True)
    return done.returncode == 0


def test_no_mutant_survives(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "checks").mkdir()
    for name in TESTS:
        shutil.copy(ROOT / "tests" / "knowledge" / "prohibited" / name, tmp_path / "checks" / name)
    assert _passes(tmp_path)
    tried, survived = 0, []
    for path in sorted(RULES.glob("*.py")):
        copy, source = tmp_path / "knowledge" / "prohibited" / path.name, path.read_text("utf-8")
        for change, text in mutants(source):
            copy.write_text(text, "utf-8")
            tried += 1
            survived += [f"{path.name} {change}"] if _passes(tmp_path) else []
        copy.write_text(source, "utf-8")
    print(f"\nmutants {tried}, survived {len(survived)}")
    assert tried > 20
    assert survived == []
