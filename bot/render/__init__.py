"""Answer → what a channel can show. Pure functions."""
