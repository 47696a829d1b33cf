"""Rasa's own story test on the rules: every intent, in talks of several turns, leads to its action."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import yaml
from rasa.core.test import test as predict_stories

STORIES = Path(__file__).resolve().parent.parent / "stories"


def test_every_story_goes_as_written(assistant: Any, loop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    said = predict_stories(str(STORIES), assistant.agent, out_directory=str(tmp_path), disable_plotting=True)
    loop.run_until_complete(said)
    report = json.loads((tmp_path / "story_report.json").read_text("utf-8"))
    assert report["conversation_accuracy"]["accuracy"] == 1.0
    assert report["conversation_accuracy"]["total"] == 4


def test_the_stories_hold_every_intent_of_the_domain(assistant: Any) -> None:
    stories = [yaml.safe_load(path.read_text("utf-8")) for path in STORIES.glob("*.yml")]
    steps = [step for file in stories for story in file["stories"] for step in story["steps"]]
    own = {
        name for name in assistant.agent.domain.intents if not name.startswith(("session", "restart", "back", "nlu"))
    }
    assert own - {step["intent"] for step in steps if "intent" in step} <= {"out_of_scope", "EXTERNAL"}
