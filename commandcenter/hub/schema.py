"""The hub's tables, the same on PostgreSQL and SQLite."""

from __future__ import annotations

import sqlalchemy as sa

TABLES = sa.MetaData()
_BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")  # only INTEGER counts up by itself there

OPERATIONS = sa.Table(
    "operations",
    TABLES,
    sa.Column("operation", sa.LargeBinary, primary_key=True),
    sa.Column("position", sa.BigInteger, nullable=False),  # of the newest entry; the row's lock puts commits in order
)
DEVICES = sa.Table(
    "devices",
    TABLES,
    sa.Column("operation", sa.LargeBinary, primary_key=True),
    sa.Column("device", sa.LargeBinary, primary_key=True),
    sa.Column("public_key", sa.LargeBinary, nullable=False),
)
ENTRIES = sa.Table(
    "entries",
    TABLES,
    sa.Column("operation", sa.LargeBinary, primary_key=True),
    sa.Column("device", sa.LargeBinary, primary_key=True),
    sa.Column("seq", sa.BigInteger, primary_key=True),
    sa.Column("id", sa.LargeBinary, primary_key=True),  # last: both sides of a fork are kept
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("header", sa.LargeBinary, nullable=False),
    sa.Column("signature", sa.LargeBinary, nullable=False),
    sa.Column("sections", sa.LargeBinary, nullable=False),
    sa.Index("entries_by_position", "operation", "position", unique=True),
    sa.Index("entries_by_id", "operation", "id", unique=True),
)
ENDS = sa.Table(
    "ends",
    TABLES,
    sa.Column("operation", sa.LargeBinary, primary_key=True),
    sa.Column("id", sa.LargeBinary, primary_key=True),
    sa.Column("device", sa.LargeBinary, nullable=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
)
"""The entries that no other entry of their feed follows."""
QUARANTINE = sa.Table(
    "quarantine",
    TABLES,
    sa.Column("number", _BIG, primary_key=True, autoincrement=True),
    sa.Column("operation", sa.LargeBinary, nullable=False, index=True),
    sa.Column("sender", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("header", sa.LargeBinary, nullable=False),
    sa.Column("signature", sa.LargeBinary, nullable=False),
    sa.Column("wall_ms", sa.BigInteger, nullable=False),
)
