"""The names shared with domain.yml and config.yml, written once."""

TALK = "talk"
RETRIEVAL = "retrieval"
DAY = "day"
