"""The prohibited cases, applied on every turn whatever was asked."""

from actions.prohibited.stated import Stated
from actions.prohibited.step import applied

__all__ = ["Stated", "applied"]
