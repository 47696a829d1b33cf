"""The copilot: what helps a person who answers citizens on the phone, and those who answer for the answers."""
