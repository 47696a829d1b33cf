"""The names shared with domain.yml, config.yml and the channels, written once."""

TALK = "talk"
REPORTED = "reported"
RETRIEVAL = "retrieval"
DAY = "day"
PART = "part"
