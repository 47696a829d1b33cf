"""Transport: verify, decode, answer in time."""
