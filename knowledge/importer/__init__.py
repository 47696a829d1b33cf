"""From the guide's text to reviewed data, with every character of the text accounted for."""
