"""Conversations: every event of Rasa's trackers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the table, unless an earlier version made it without this list."""
    if sa.inspect(op.get_bind()).has_table("events"):
        return
    op.create_table(
        "events",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sender", sa.String(255), nullable=False),
        sa.Column("at", sa.Float, nullable=False, index=True),
        sa.Column("slot", sa.String(255)),
        sa.Column("event", sa.Text, nullable=False),
        sa.Index("events_sender", "sender", "id"),
    )


def downgrade() -> None:
    """Removes the table with all conversations."""
    op.drop_table("events")
