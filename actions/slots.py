"""The names shared with domain.yml, config.yml and the channels, written once."""

TALK = "talk"
REPORTED = "reported"
ALSO_ASKED = "also_asked"
RETRIEVAL = "retrieval"
DAY = "day"
PART = "part"
ONLY_ASKS = "only_asks"
