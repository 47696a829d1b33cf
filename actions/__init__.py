"""What to do: from what was understood to one Answer, with the guide as the only source of sentences."""
