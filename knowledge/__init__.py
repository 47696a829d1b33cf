"""What is true: the guide of one social-insurance centre as reviewed, immutable data."""
