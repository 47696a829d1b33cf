"""All that is for browsers, in one: the widget, the page without JavaScript, the demonstration page."""

from __future__ import annotations

from sanic import Blueprint
from sanic.blueprint_group import BlueprintGroup

from actions import guide
from bot.assistant import Assistant
from bot.channels import home, plain_page, widget
from bot.channels.guard import Guard
from bot.desk import Desk
from bot.sessions import Sessions
from bot.settings import Settings
from bot.web import bundle, suggest


def blueprint(settings: Settings, assistant: Assistant) -> BlueprintGroup:
    """The routes at / and under /widget/."""
    known = guide.current()
    desk, guard = Desk(settings, assistant), Guard(settings, Sessions(settings), known)
    suggestions = suggest.suggestions(known, settings.questions)
    return Blueprint.group(
        widget.blueprint(desk, guard, known, suggestions, bundle.script(settings, known), bundle.style()),
        plain_page.blueprint(settings, desk, guard, known),
        home.blueprint(known),
    )
