"""Deadlines in working days, acceptance windows, periods that come round. The day is always an argument."""

from knowledge.workdays.calendar import Calendar
from knowledge.workdays.deadline import Deadline, deadline
from knowledge.workdays.term import Term, term
from knowledge.workdays.window import Opening, opening

__all__ = ["Calendar", "Deadline", "Opening", "Term", "deadline", "opening", "term"]
