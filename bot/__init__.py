"""How it is said: channels, renderers and the server on top of everything else."""
