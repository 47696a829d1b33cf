"""The names shared with domain.yml and config.yml, written once."""

ITEM = "item"
RETRIEVAL = "retrieval"
DAY = "day"
