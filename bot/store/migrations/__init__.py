"""How the tables became what they are: one file a change, run by alembic in order."""
