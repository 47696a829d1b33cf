"""The copilot: accounts, wrong passwords, who changed what, every channel's turns, questions to be reviewed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Makes the tables."""
    _people()
    _turns()
    op.create_table(
        "review",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("source_id", sa.Integer, nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("at", sa.Float, nullable=False, index=True),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("question", sa.Text),
        sa.Column("note", sa.Text),
        sa.Column("item", sa.Integer),
        sa.Column("candidates", sa.String(64), nullable=False),
        sa.Column("aspect", sa.String(32), nullable=False),
        sa.Column("person", sa.String(64), index=True),
        sa.Column("state", sa.String(16), nullable=False, index=True),
        sa.Column("decided_item", sa.Integer),
        sa.Column("wording", sa.Text),
        sa.Column("decided_by", sa.String(64)),
        sa.Column("decided_at", sa.Float),
        sa.Column("exported_at", sa.Float),
        sa.UniqueConstraint("source", "source_id", name="review_once"),
    )


def downgrade() -> None:
    """Removes them with what they hold."""
    for table in ("review", "turn_log", "audit", "sign_in_tries", "users"):
        op.drop_table(table)


def _people() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(64), nullable=False, unique=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("password", sa.String(255), nullable=False),
        sa.Column("stamp", sa.String(32), nullable=False),
        sa.Column("added_at", sa.Float, nullable=False),
    )
    op.create_table(
        "sign_in_tries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("who", sa.String(64), nullable=False, index=True),
        sa.Column("at", sa.Float, nullable=False, index=True),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.Float, nullable=False, index=True),
        sa.Column("who", sa.String(64), nullable=False),
        sa.Column("action", sa.String(64), nullable=False),
        sa.Column("about", sa.String(128), nullable=False),
        sa.Column("details", sa.Text, nullable=False),
    )


def _turns() -> None:
    op.create_table(
        "turn_log",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.Float, nullable=False),
        sa.Column("day", sa.String(10), nullable=False, index=True),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("item", sa.Integer),
        sa.Column("aspects", sa.String(128), nullable=False),
        sa.Column("ms", sa.Float, nullable=False),
        sa.Column("asked_back", sa.Integer, nullable=False),
        sa.Column("question", sa.Text),
        sa.Column("person", sa.String(64), index=True),
    )
