"""The evaluation as one page: figures → pictures → HTML. Pure functions."""
