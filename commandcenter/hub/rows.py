"""One operation's rows inside one transaction of the hub: what taking in entries needs, by the rules that every desk uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

import sqlalchemy as sa

from commandcenter.hub.schema import ACTS, DEVICES, ENDS, ENTRIES, OPERATIONS, QUARANTINE
from commandcenter.log.codec import Limits, decode_trusted, encode
from commandcenter.log.rows import Quarantined, Row, Tip
from commandcenter.log.sections import SealedSection
from commandcenter.log.signed import SignedEntry, read_link
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id, id_bytes, id_from_bytes

_BEGIN = sa.text("INSERT INTO operations (operation, position) VALUES (:operation, 0) ON CONFLICT DO NOTHING")

_CHUNK = 500
_SECTIONS = Limits(size=1 << 20, depth=3, items=40_000)
"""As roomy as a batch: what arrived in one can be kept."""


class HubRows:
    """Implements `log.rows.IntakeRows`. Made at the start of a transaction: it locks the operation until that ends."""

    def __init__(self, connection: sa.Connection, operation: Id) -> None:
        """Lock the operation, so that positions are given in the order of commits."""
        self._connection = connection
        self._operation = id_bytes(operation)
        connection.execute(_BEGIN, {"operation": self._operation})
        counter = sa.select(OPERATIONS.c.position).where(OPERATIONS.c.operation == self._operation).with_for_update()
        self.position: int = connection.execute(counter).scalar_one()
        self._new: dict[EntryId, dict[str, object]] = {}
        self._ended: list[EntryId] = []

    def insert(self, signed: SignedEntry, device: Id, seq: int) -> int:
        """Add an entry; return its position. Written out with others."""
        self.position += 1
        link = read_link(signed.header)
        sections = encode({name: [sealed.salt, sealed.body] for name, sealed in signed.sections.items()}, _SECTIONS)
        self._new[signed.id] = {
            "operation": self._operation,
            "device": id_bytes(device),
            "seq": seq,
            "id": signed.id,
            "position": self.position,
            "header": signed.header,
            "signature": signed.signature,
            "sections": sections,
        }
        self._ended.append(link.prev)
        return self.position

    def write_out(self) -> None:
        """Write what was inserted: the entries, the new ends of their feeds, and the operation's counter."""
        if not self._new:
            return
        mine = OPERATIONS.c.operation == self._operation
        self._connection.execute(sa.insert(ENTRIES), list(self._new.values()))
        self._connection.execute(sa.delete(ENDS).where(ENDS.c.operation == self._operation, ENDS.c.id.in_(self._ended)))
        followed = set(self._ended)
        ends = [{name: row[name] for name in ("operation", "id", "device", "seq")} for entry, row in self._new.items() if entry not in followed]
        self._connection.execute(sa.insert(ENDS), ends)
        self._connection.execute(sa.update(OPERATIONS).where(mine).values(position=self.position))
        self._new, self._ended = {}, []

    def note_acts(self, positions: Sequence[int]) -> None:
        """Remember where entries about rights are."""
        if positions:
            self._connection.execute(sa.insert(ACTS), [{"operation": self._operation, "position": position} for position in positions])

    def add_key(self, device: Id, public_key: bytes) -> None:
        """Remember a device's public key."""
        self._connection.execute(sa.insert(DEVICES).values(operation=self._operation, device=id_bytes(device), public_key=public_key))

    def add_quarantined(self, refused: Quarantined) -> None:
        """Keep refused bytes."""
        self._connection.execute(
            sa.insert(QUARANTINE).values(
                operation=self._operation,
                sender=refused.sender,
                reason=refused.reason,
                header=refused.header,
                signature=refused.signature,
                wall_ms=refused.wall_ms,
            )
        )

    def known(self, ids: Sequence[EntryId]) -> set[EntryId]:
        """Return which of these entries are here."""
        return known(self._connection, self._operation, ids)

    def held(self, ids: Sequence[EntryId]) -> dict[EntryId, frozenset[str]]:
        """Return which sections are here or were erased here."""
        self.write_out()
        found: dict[EntryId, frozenset[str]] = {}
        for start in range(0, len(ids), _CHUNK):
            wanted = sa.select(ENTRIES.c.id, ENTRIES.c.sections).where(
                ENTRIES.c.operation == self._operation, ENTRIES.c.id.in_(ids[start : start + _CHUNK])
            )
            for row in self._connection.execute(wanted):
                found[EntryId(bytes(row.id))] = frozenset(kept_sections(bytes(row.sections)))
        return found

    def complete(self, entry_id: EntryId, sections: Mapping[str, SealedSection]) -> Row:
        """Add sections that were withheld so far."""
        mine = (ENTRIES.c.operation == self._operation, ENTRIES.c.id == entry_id)
        old = self._connection.execute(sa.select(ENTRIES).where(*mine)).one()
        kept = {**kept_sections(bytes(old.sections)), **{name: [sealed.salt, sealed.body] for name, sealed in sections.items()}}
        self._connection.execute(sa.update(ENTRIES).where(*mine).values(sections=encode(kept, _SECTIONS)))
        return row_of(self._connection.execute(sa.select(ENTRIES).where(*mine)).one())

    def erase(self, short: bytes, section: str) -> bool:
        """Forget salt and body of one section of the entry whose id begins so; it never comes back. Return whether it was there."""
        self.write_out()
        mine = (ENTRIES.c.operation == self._operation, ENTRIES.c.id.between(short, short + b"\xff" * (32 - len(short))))
        old = self._connection.execute(sa.select(ENTRIES.c.sections).where(*mine)).first()
        kept = kept_sections(bytes(old.sections)) if old else {}
        if not kept.get(section):
            return False
        self._connection.execute(sa.update(ENTRIES).where(*mine).values(sections=encode({**kept, section: []}, _SECTIONS)))
        return True

    def at(self, device: Id, seq: int) -> list[EntryId]:
        """Return the entries with this number in a feed."""
        self.write_out()
        wanted = sa.select(ENTRIES.c.id).where(ENTRIES.c.operation == self._operation, ENTRIES.c.device == id_bytes(device), ENTRIES.c.seq == seq)
        return [EntryId(bytes(row.id)) for row in self._connection.execute(wanted)]

    def tip(self, device: Id) -> Tip | None:
        """Return the highest entry of a feed."""
        self.write_out()
        ends = sa.select(ENDS.c.seq, ENDS.c.id).where(ENDS.c.operation == self._operation, ENDS.c.device == id_bytes(device))
        found = self._connection.execute(ends.order_by(ENDS.c.seq.desc(), ENDS.c.id.desc()).limit(1)).first()
        return Tip(found.seq, EntryId(bytes(found.id))) if found else None

    def keys(self) -> dict[Id, bytes]:
        """Return the public key of each known device."""
        return keys(self._connection, self._operation)

    def quarantined(self) -> list[Quarantined]:
        """Return what was refused."""
        found = self._connection.execute(sa.select(QUARANTINE).where(QUARANTINE.c.operation == self._operation).order_by(QUARANTINE.c.number))
        return [Quarantined(row.sender, row.reason, bytes(row.header), bytes(row.signature), row.wall_ms) for row in found]


def kept_sections(raw: bytes) -> dict[str, list[bytes]]:
    """Return an entry's sections as `[salt, body]`; `[]` for one that was erased."""
    kept: Any = decode_trusted(raw)
    return cast(dict[str, list[bytes]], kept)


def row_of(row: sa.Row[Any]) -> Row:
    """Return a row of the table of entries as everybody reads it."""
    sections = {name: SealedSection(*pair) for name, pair in kept_sections(bytes(row.sections)).items() if pair}
    signed = SignedEntry(bytes(row.header), bytes(row.signature), sections)
    return Row(row.position, EntryId(bytes(row.id)), id_from_bytes(bytes(row.device)), row.seq, signed)


def known(connection: sa.Connection, operation: bytes, ids: Sequence[EntryId]) -> set[EntryId]:
    """Return which of these entries are here, asked for in portions that every database takes."""
    chunks = (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
    wanted = (sa.select(ENTRIES.c.id).where(ENTRIES.c.operation == operation, ENTRIES.c.id.in_(chunk)) for chunk in chunks)
    return {EntryId(bytes(row.id)) for statement in wanted for row in connection.execute(statement)}


def keys(connection: sa.Connection, operation: bytes) -> dict[Id, bytes]:
    """Return the public key of each device of an operation."""
    found = connection.execute(sa.select(DEVICES.c.device, DEVICES.c.public_key).where(DEVICES.c.operation == operation))
    return {id_from_bytes(bytes(row.device)): bytes(row.public_key) for row in found}
