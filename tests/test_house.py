"""The house itself: what may import what, and that no fact of one city is in the code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml

from knowledge.guide import Guide

ROOT = Path(__file__).resolve().parent.parent
MAY_IMPORT = {
    "knowledge": {"knowledge"},
    "nlu": {"nlu", "knowledge"},
    "actions": {"actions", "knowledge"},
    "bot": {"bot", "nlu", "actions", "knowledge"},
}
FILES = [(room, path) for room in MAY_IMPORT for path in sorted((ROOT / room).rglob("*.py"))]


def _imported(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize(("room", "path"), FILES, ids=lambda value: str(getattr(value, "stem", value)))
def test_imports_go_down_only(room: str, path: Path) -> None:
    assert _imported(path) & set(MAY_IMPORT) <= MAY_IMPORT[room]


@pytest.mark.parametrize("path", sorted((ROOT / "knowledge").rglob("*.py")), ids=lambda path: path.stem)
def test_knowledge_knows_no_rasa_no_network_and_no_clock(path: Path) -> None:
    assert not _imported(path) & {"rasa", "rasa_sdk", "requests", "urllib", "socket", "time", "sanic"}


def test_no_fact_of_the_city_is_in_the_code(guide: Guide) -> None:
    facts = {guide.centre.name[:2], *(phone.number for item in guide.items for phone in item.phones)}
    facts |= {office.phone for office in guide.offices}
    facts |= {channel.url for item in guide.items for channel in item.channels if channel.url}
    for _, path in FILES:
        text = path.read_text("utf-8")
        assert not [fact for fact in facts if fact in text], path


def test_a_slot_is_named_in_one_file_only() -> None:
    slots = set(yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["slots"])
    for _, path in FILES:
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        named = slots & {node.value for node in nodes if isinstance(node, ast.Constant)}
        assert not named or path == ROOT / "actions" / "slots.py", (path, named)


def test_a_room_is_small() -> None:
    sizes = {path: len(path.read_text("utf-8").splitlines()) for _, path in FILES}
    assert not {path: size for path, size in sizes.items() if size > 220}
