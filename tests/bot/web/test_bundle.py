"""The widget's script: how big, what it never does, and that it masks what the server masks."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from bot import privacy
from bot.settings import Settings
from bot.web import bundle
from knowledge.guide import Guide

WEB = sorted(
    path for path in Path(bundle.__file__).parent.rglob("*.*") if path.suffix in {".js", ".css", ".html", ".yml"}
)
LARGEST = 30 * 1024
# What would read text as HTML or as code, send cookies, or ask a third party.
NEVER = [r"innerHTML|outerHTML|insertAdjacentHTML", r"\beval\(|new Function|setTimeout\(\s*[\"']", r"document\.cookie"]


@pytest.fixture(scope="module")
def script(guide: Guide) -> str:
    return bundle.script(Settings(), guide).decode()


def test_it_is_small(script: str) -> None:
    assert len(gzip.compress(script.encode(), 9)) <= LARGEST


@pytest.mark.parametrize("pattern", NEVER)
def test_it_never_does(script: str, pattern: str) -> None:
    assert not re.search(pattern, script)


def test_it_names_no_other_server(script: str) -> None:
    addresses = set(re.findall(r"https?://[\w.-]+", script))
    assert addresses == {"http://www.w3.org"}, "only the name of SVG"


def test_no_name_is_defined_twice(script: str) -> None:
    names = re.findall(r"^(?:const|let|class|function) (\w+)", script, re.MULTILINE)
    assert len(names) == len(set(names))


def test_old_browsers_read_every_pattern(guide: Guide) -> None:
    patterns = bundle.settings_of(Settings(), guide)["personal"]
    assert isinstance(patterns, list)
    assert len(patterns) == len(privacy.PATTERNS) + 1
    assert not [pattern for pattern in patterns if "(?<" in pattern]


@pytest.mark.parametrize("path", WEB, ids=lambda path: path.name)
def test_no_fact_of_the_city_is_in_the_pages(guide: Guide, path: Path) -> None:
    facts = {guide.centre.name[:2], *(phone.number for item in guide.items for phone in item.phones)}
    facts |= {office.phone for office in guide.offices}
    text = path.read_text("utf-8")
    assert not [fact for fact in facts if fact in text]
