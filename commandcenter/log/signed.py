"""A signed entry as bytes: what is stored, sent and checked. Decoding gives `model.entries.Entry`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from commandcenter.log.codec import MalformedError, decode_trusted
from commandcenter.log.header import Header, check_header, entry_id, read_header
from commandcenter.log.sections import SealedSection, SectionContent, check_section, read_section
from commandcenter.model.entries import NO_FACTS, Entry, EntryId, Section
from commandcenter.model.ids import Id


@dataclass(frozen=True, slots=True)
class SignedEntry:
    """Header, signature and those sections that this copy has."""

    header: bytes
    signature: bytes
    sections: Mapping[str, SealedSection]
    id: EntryId = field(init=False, compare=False, repr=False)
    """SHA-256 of the header."""

    def __post_init__(self) -> None:
        """Work out the id once; it is asked for often."""
        object.__setattr__(self, "id", entry_id(self.header))

    def without(self, *names: str) -> SignedEntry:
        """Return the copy for somebody who may not see these sections; it verifies all the same."""
        return SignedEntry(self.header, self.signature, {name: sealed for name, sealed in self.sections.items() if name not in names})


@dataclass(frozen=True, slots=True)
class CheckedEntry:
    """An entry that is well formed, in its parts."""

    id: EntryId
    header: Header
    contents: Mapping[str, SectionContent]

    @property
    def public_key(self) -> bytes | None:
        """The device's key, where a feed's first entry introduces it."""
        op = self.contents.get(Section.OP)
        return op.public_key if op else None

    def entry(self) -> Entry:
        """Return it as the rest of the program knows it."""
        return _entry(self.id, self.header, self.contents)


def read_entry(signed: SignedEntry) -> Entry:
    """Return the entry of bytes from our own store, quickly: they were checked before they were stored."""
    return read_stored(signed.id, signed.header, {name: sealed.body for name, sealed in signed.sections.items()})


def read_stored(id_: EntryId, header: bytes, bodies: Mapping[str, bytes]) -> Entry:
    """Return the entry of a stored id, header and those bodies of its sections that are here, as `read_entry`."""
    read = read_header(header)
    return _entry(id_, read, {name: read_section(name, bodies[name]) for name in read.commitments if name in bodies})


def _entry(id_: EntryId, header: Header, contents: Mapping[str, SectionContent]) -> Entry:
    operation, device, seq, prev, hlc, wall_ms, actor, auth, type_, bases, commitments = header
    op = contents.get(Section.OP)
    writes = op.writes if op and len(contents) == 1 else tuple([write for content in contents.values() for write in content.writes])
    withheld = tuple([name for name in commitments if name not in contents]) if len(contents) < len(commitments) else ()
    about = op.about if op and op.about else NO_FACTS
    return Entry(id_, operation, device, seq, prev, hlc, wall_ms, actor, auth, type_, bases, writes, about, withheld)


class Link(NamedTuple):
    """What chains an entry to its feed."""

    device: Id
    seq: int
    prev: EntryId


def read_link(header: bytes) -> Link:
    """Return where the entry with this header stands in its feed; from our own store."""
    fields: Any = decode_trusted(header)
    return Link(Id(fields[2].hex()), fields[3], EntryId(fields[4]))


def check_entry(signed: SignedEntry) -> CheckedEntry:
    """Return the entry of foreign bytes; `MalformedError` unless canonical and as committed. The signature is not looked at."""
    header = check_header(signed.header)
    for name, sealed in signed.sections.items():
        if header.commitments.get(name) != sealed.commitment():
            raise MalformedError(f"section {name!r} is not the one that was signed")
    contents = {name: check_section(name, signed.sections[name]) for name in header.commitments if name in signed.sections}
    written = [write.key.opaque() for content in contents.values() for write in content.writes]
    complete = len(contents) == len(header.commitments)
    if len(set(written)) != len(written) or not header.bases.keys() >= set(written) or (complete and len(written) != len(header.bases)):
        raise MalformedError("the keys of the header are not the keys that are written")
    return CheckedEntry(signed.id, header, contents)
