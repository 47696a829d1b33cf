"""What was said: from a message to intent and ranked items."""
