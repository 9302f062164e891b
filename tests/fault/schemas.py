"""Log files as earlier versions of the program left them, from the statements that those versions ran, kept here word for word."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from commandcenter.log.database import Database
from commandcenter.log.memory import MemoryLog
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import id_bytes
from tests.fault.logs import DATABASE_KEY, DEVICE, OPERATION, append

FOLDER = Path(__file__).parent / "released"


def released() -> list[int]:
    """Return the numbers of all schemas that were released."""
    return sorted(int(path.stem) for path in FOLDER.glob("*.sql"))


def statements(number: int) -> list[str]:
    """Return what the step to this schema ran."""
    lines = (FOLDER / f"{number}.sql").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("--")]


def write_log(path: Path, schema: int, count: int) -> set[EntryId]:
    """Write a file with this schema and `count` entries, without this version's store; return the entries' ids."""
    source = MemoryLog(OPERATION, DEVICE, FakeClock())
    append(source, range(count))
    database = Database(path, DATABASE_KEY, durable=False)
    for number in range(1, schema + 1):
        database.script("BEGIN", *statements(number), f"PRAGMA user_version = {number}", "COMMIT")
    with database.transaction():
        database.run(sa.text("INSERT INTO meta VALUES ('operation', :id)"), {"id": id_bytes(OPERATION)})
        database.run(sa.text("INSERT INTO devices VALUES (:id, :key)"), {"id": id_bytes(DEVICE.id), "key": DEVICE.public_key})
        for row in source.signed():
            values = {"p": row.position, "id": row.id, "d": id_bytes(row.device), "s": row.seq, "h": row.signed.header, "g": row.signed.signature}
            database.run(sa.text("INSERT INTO entries (position, id, device, seq, header, signature) VALUES (:p, :id, :d, :s, :h, :g)"), values)
            for name, sealed in row.signed.sections.items():
                values = {"p": row.position, "n": name, "salt": sealed.salt, "body": sealed.body}
                database.run(sa.text("INSERT INTO sections (position, name, salt, body) VALUES (:p, :n, :salt, :body)"), values)
    database.close()
    return {row.id for row in source.signed()}
