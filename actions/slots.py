"""The names shared with domain.yml and config.yml, written once."""

TALK = "talk"
STATED = "stated"
RETRIEVAL = "retrieval"
FACTS = "facts"
DAY = "day"
