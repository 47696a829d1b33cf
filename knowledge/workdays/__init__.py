"""Deadlines in working days, and acceptance windows. The day is always an argument."""

from knowledge.workdays.calendar import Calendar
from knowledge.workdays.deadline import Deadline, deadline
from knowledge.workdays.window import Opening, opening

__all__ = ["Calendar", "Deadline", "Opening", "deadline", "opening"]
