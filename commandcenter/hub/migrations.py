"""The schema of the hub's database, step by step. A step that was released never changes; a new one is added at the end.

A step and the mark that it is done are one transaction, on PostgreSQL and on SQLite. Hub processes that start together take turns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from commandcenter.log.header import read_header
from commandcenter.model.errors import KnownError
from commandcenter.picture.standing import ABOUT_RIGHTS

_TURN = 0x636F6D6D616E6463
"""The advisory lock on PostgreSQL that only one migrating process holds."""
_WORDS = {
    "postgresql": {"blob": "BYTEA", "number": "BIGSERIAL PRIMARY KEY", "passing": "UNLOGGED TABLE"},
    "sqlite": {"blob": "BLOB", "number": "INTEGER PRIMARY KEY AUTOINCREMENT", "passing": "TABLE"},
}


@dataclass(frozen=True, slots=True)
class Step:
    """From the schema numbered one less to this number.

    `{blob}` and `{number}` stand for the database's own words, `{passing}` for a table whose rows a crash or a backup may forget.
    """

    number: int
    name: str
    statements: tuple[str, ...]
    fill: Callable[[sa.Connection], None] = lambda _: None
    """What no statement can do, after them."""


def _find_acts(connection: sa.Connection) -> None:
    """Note where the entries about rights are that came before anybody asked for them."""
    found = connection.execute(sa.text("SELECT operation, position, header FROM entries").execution_options(yield_per=1_000))
    acts = [{"operation": bytes(row.operation), "position": row.position} for row in found if read_header(bytes(row.header)).type in ABOUT_RIGHTS]
    if acts:
        connection.execute(sa.text("INSERT INTO acts (operation, position) VALUES (:operation, :position)"), acts)


STEPS: tuple[Step, ...] = (
    Step(
        1,
        "operations, their entries and what was refused",
        (
            "CREATE TABLE operations (operation {blob} PRIMARY KEY, position BIGINT NOT NULL)",
            "CREATE TABLE devices (operation {blob} NOT NULL, device {blob} NOT NULL, public_key {blob} NOT NULL, PRIMARY KEY (operation, device))",
            "CREATE TABLE entries (operation {blob} NOT NULL, device {blob} NOT NULL, seq BIGINT NOT NULL, id {blob} NOT NULL,"
            " position BIGINT NOT NULL, header {blob} NOT NULL, signature {blob} NOT NULL, sections {blob} NOT NULL,"
            " PRIMARY KEY (operation, device, seq, id))",
            "CREATE UNIQUE INDEX entries_by_position ON entries (operation, position)",
            "CREATE UNIQUE INDEX entries_by_id ON entries (operation, id)",
            "CREATE TABLE ends (operation {blob} NOT NULL, id {blob} NOT NULL, device {blob} NOT NULL, seq BIGINT NOT NULL,"
            " PRIMARY KEY (operation, id))",
            "CREATE TABLE quarantine (number {number}, operation {blob} NOT NULL, sender TEXT NOT NULL, reason TEXT NOT NULL,"
            " header {blob} NOT NULL, signature {blob} NOT NULL, wall_ms BIGINT NOT NULL)",
            "CREATE INDEX ix_quarantine_operation ON quarantine (operation)",
        ),
    ),
    Step(
        2,
        "who may join, who has joined, who was revoked; acknowledgements",
        (
            "CREATE TABLE invitations (secret {blob} PRIMARY KEY, ends_ms BIGINT NOT NULL, uses BIGINT NOT NULL)",
            "CREATE TABLE admissions (device {blob} PRIMARY KEY, name TEXT NOT NULL, secret {blob}, since_ms BIGINT NOT NULL,"
            " ends_ms BIGINT NOT NULL, seen_ms BIGINT NOT NULL, revoked_ms BIGINT)",
            "CREATE TABLE acks (operation {blob} NOT NULL, device {blob} NOT NULL, size BIGINT NOT NULL, message {blob} NOT NULL,"
            " PRIMARY KEY (operation, device))",
        ),
    ),
    Step(
        3,
        "where the entries about rights are",
        ("CREATE TABLE acts (operation {blob} NOT NULL, position BIGINT NOT NULL, PRIMARY KEY (operation, position))",),
        _find_acts,
    ),
    Step(
        4,
        "attachments",
        (
            "CREATE TABLE files (operation {blob} NOT NULL, name {blob} NOT NULL, size BIGINT NOT NULL, received BIGINT NOT NULL,"
            " since_ms BIGINT NOT NULL, PRIMARY KEY (operation, name))",
            "CREATE INDEX files_begun ON files (since_ms)",
            "CREATE TABLE pieces (operation {blob} NOT NULL, name {blob} NOT NULL, start BIGINT NOT NULL, data {blob} NOT NULL,"
            " PRIMARY KEY (operation, name, start))",
        ),
    ),
    Step(
        5,
        "where units are, for the other processes",
        (
            "CREATE {passing} whereabouts (operation {blob} NOT NULL, unit {blob} NOT NULL, seen_ms BIGINT NOT NULL,"
            " lon DOUBLE PRECISION NOT NULL, lat DOUBLE PRECISION NOT NULL, source TEXT NOT NULL, heading_deg DOUBLE PRECISION,"
            " speed_kph DOUBLE PRECISION, PRIMARY KEY (operation, unit))",
        ),
    ),
)


def migrate(connection: sa.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring a database up to date, inside the caller's transaction; `KnownError` when a newer program has written it."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
    found = version(connection)
    if found > steps[-1].number:
        raise KnownError("The hub's database was written by a newer version of this program. Update this one first.")
    for step in steps:
        if step.number > found:
            for statement in step.statements:
                connection.execute(sa.text(statement.format(**_WORDS[connection.dialect.name])))
            step.fill(connection)
            connection.execute(sa.text("UPDATE hub_schema SET number = :number"), {"number": step.number})


def version(connection: sa.Connection) -> int:
    """Return the number of the last step that a database has seen. The first version kept no number."""
    tables = set(sa.inspect(connection).get_table_names())
    if "hub_schema" not in tables:
        connection.execute(sa.text("CREATE TABLE hub_schema (number BIGINT NOT NULL)"))
        connection.execute(sa.text("INSERT INTO hub_schema VALUES (:number)"), {"number": int("entries" in tables)})
    return int(connection.execute(sa.text("SELECT number FROM hub_schema")).scalar_one())
