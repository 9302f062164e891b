"""The hub's tables as queries see them, the same on PostgreSQL and SQLite. `migrations` makes them."""

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
INVITATIONS = sa.Table(
    "invitations",
    TABLES,
    sa.Column("secret", sa.LargeBinary, primary_key=True),  # SHA-256 of it
    sa.Column("ends_ms", sa.BigInteger, nullable=False),
    sa.Column("uses", sa.BigInteger, nullable=False),  # that are left
)
ADMISSIONS = sa.Table(
    "admissions",
    TABLES,
    sa.Column("device", sa.LargeBinary, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("secret", sa.LargeBinary),  # SHA-256 of the one it joined with
    sa.Column("since_ms", sa.BigInteger, nullable=False),
    sa.Column("ends_ms", sa.BigInteger, nullable=False),  # of its latest certificate
    sa.Column("seen_ms", sa.BigInteger, nullable=False),
    sa.Column("revoked_ms", sa.BigInteger),
)
"""Devices that have a certificate of the hub's authority."""
ACKS = sa.Table(
    "acks",
    TABLES,
    sa.Column("operation", sa.LargeBinary, primary_key=True),
    sa.Column("device", sa.LargeBinary, primary_key=True),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("message", sa.LargeBinary, nullable=False),
)
"""The fullest acknowledgement of each device."""
ACTS = sa.Table(
    "acts",
    TABLES,
    sa.Column("operation", sa.LargeBinary, primary_key=True),
    sa.Column("position", sa.BigInteger, primary_key=True),
)
"""Where the entries about rights are: few among many."""
FILES = sa.Table(
    "files",
    TABLES,
    sa.Column("operation", sa.LargeBinary, primary_key=True),
    sa.Column("name", sa.LargeBinary, primary_key=True),  # SHA-256 of the sealed bytes
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("received", sa.BigInteger, nullable=False),  # bytes, without a hole
    sa.Column("since_ms", sa.BigInteger, nullable=False),  # when bytes came last
    sa.Index("files_begun", "since_ms"),
)
"""Attachments, whole or begun."""
PIECES = sa.Table(
    "pieces",
    TABLES,
    sa.Column("operation", sa.LargeBinary, primary_key=True),
    sa.Column("name", sa.LargeBinary, primary_key=True),
    sa.Column("start", sa.BigInteger, primary_key=True),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
"""Their bytes, as they came."""
WHEREABOUTS = sa.Table(
    "whereabouts",
    TABLES,
    sa.Column("operation", sa.LargeBinary, primary_key=True),
    sa.Column("unit", sa.LargeBinary, primary_key=True),
    sa.Column("seen_ms", sa.BigInteger, nullable=False),  # by the database's own clock
    sa.Column("lon", sa.Double, nullable=False),
    sa.Column("lat", sa.Double, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("heading_deg", sa.Double),
    sa.Column("speed_kph", sa.Double),
)
"""The latest position of each unit, passed on between hub processes; no truth, and in no backup of the files of PostgreSQL."""
