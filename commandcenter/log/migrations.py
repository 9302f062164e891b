"""The schema of a log file, step by step. A step that was released never changes; a new one is added at the end.

Each step runs in one transaction together with the mark that it is done, so a half-done step does not exist.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.log.database import Database
from commandcenter.model.errors import KnownError


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: from the schema numbered one less to this number."""

    number: int
    name: str
    statements: tuple[str, ...]


_NEVER = "SELECT RAISE(ABORT, 'the log only grows')"

MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        1,
        "entries, their sections and the devices that signed them",
        (
            "CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE TABLE devices (device BLOB PRIMARY KEY, public_key BLOB NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE TABLE entries (position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, device BLOB NOT NULL REFERENCES devices,"
            " seq INTEGER NOT NULL, header BLOB NOT NULL, signature BLOB NOT NULL) STRICT",
            "CREATE INDEX entries_by_feed ON entries (device, seq)",
            "CREATE TABLE sections (position INTEGER NOT NULL REFERENCES entries, name TEXT NOT NULL, salt BLOB, body BLOB,"
            " PRIMARY KEY (position, name)) STRICT, WITHOUT ROWID",
            f"CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN {_NEVER}; END",
            f"CREATE TRIGGER entries_are_signed BEFORE UPDATE ON entries BEGIN {_NEVER}; END",
            f"CREATE TRIGGER sections_stay BEFORE DELETE ON sections BEGIN {_NEVER}; END",
            "CREATE TRIGGER sections_are_signed BEFORE UPDATE ON sections"
            " WHEN NEW.salt IS NOT NULL OR NEW.body IS NOT NULL OR NEW.position <> OLD.position OR NEW.name <> OLD.name"
            f" BEGIN {_NEVER}; END",
            f"CREATE TRIGGER devices_stay BEFORE DELETE ON devices BEGIN {_NEVER}; END",
            f"CREATE TRIGGER devices_are_fixed BEFORE UPDATE ON devices BEGIN {_NEVER}; END",
        ),
    ),
    Migration(
        2,
        "quarantine for what was refused on receipt",
        (
            "CREATE TABLE quarantine (number INTEGER PRIMARY KEY, sender TEXT NOT NULL, reason TEXT NOT NULL,"
            " header BLOB NOT NULL, signature BLOB NOT NULL, wall_ms INTEGER NOT NULL) STRICT",
        ),
    ),
    Migration(
        3,
        "marks: how far each hub has what we wrote",
        ("CREATE TABLE marks (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID",),
    ),
)


def version(database: Database) -> int:
    """Return the number of the last step that a file has seen."""
    return database.number("PRAGMA user_version")


def migrate(database: Database, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring a file up to date; `KnownError` when a newer program has written it."""
    found = version(database)
    if found > steps[-1].number:
        raise KnownError("The log {file} was written by a newer version of this program. Update this one first.", file=database.path.name)
    for step in steps:
        if step.number > found:
            with database.transaction():
                database.script(*step.statements, f"PRAGMA user_version = {step.number}")
