"""The guide as reviewed data: one YAML file a category, loaded once, errata listed."""

from knowledge.guide.load import load, load_raw
from knowledge.guide.model import Guide

__all__ = ["Guide", "load", "load_raw"]
