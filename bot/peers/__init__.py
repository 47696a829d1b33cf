"""Other ways to find the item, trained on the same questions and measured on the same file. One peer, one file."""
