"""What was stated: a message → typed facts with the words they came from. Pure functions, one kind a file."""

from nlu.facts.find import facts

__all__ = ["facts"]
