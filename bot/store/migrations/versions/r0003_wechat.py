"""WeChat: what waits for a person of the public account."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "wechat_waiting",
        sa.Column("person", sa.String(64), primary_key=True),
        sa.Column("at", sa.Float, nullable=False, index=True),
        sa.Column("kept", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Removes it with what it holds."""
    op.drop_table("wechat_waiting")
