"""A signed entry as bytes: what is stored, sent and checked. Decoding gives `model.entries.Entry`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from commandcenter.log.codec import MalformedError
from commandcenter.log.header import Header, check_header, entry_id, read_header
from commandcenter.log.sections import SealedSection, SectionContent, check_section, read_section
from commandcenter.model.entries import Entry, EntryId, Section, Value, Write


@dataclass(frozen=True, slots=True)
class SignedEntry:
    """Header, signature and those sections that this copy has."""

    header: bytes
    signature: bytes
    sections: Mapping[str, SealedSection]

    @property
    def id(self) -> EntryId:
        """Return SHA-256 of the header."""
        return entry_id(self.header)

    def without(self, *names: str) -> SignedEntry:
        """Return the copy for somebody who may not see these sections; it verifies all the same."""
        return SignedEntry(self.header, self.signature, {name: sealed for name, sealed in self.sections.items() if name not in names})


@dataclass(frozen=True, slots=True)
class OpenedEntry:
    """An entry with the parts of it that only the log needs."""

    entry: Entry
    header: Header
    public_key: bytes | None
    """Introduced by a feed's first entry."""


def read_entry(signed: SignedEntry) -> Entry:
    """Return the entry of bytes from our own store."""
    return _open(signed, read_header(signed.header), read_section).entry


def check_entry(signed: SignedEntry) -> OpenedEntry:
    """Return the entry of foreign bytes; `MalformedError` unless canonical and as committed. The signature is not looked at."""
    header = check_header(signed.header)
    for name, sealed in signed.sections.items():
        if header.commitments.get(name) != sealed.commitment():
            raise MalformedError(f"section {name!r} is not the one that was signed")
    opened = _open(signed, header, check_section)
    written = [write.key.opaque() for write in opened.entry.writes]
    unnamed = header.bases.keys() - set(written)
    if len(set(written)) != len(written) or not set(written) <= header.bases.keys() or (unnamed and not opened.entry.withheld):
        raise MalformedError("the keys of the header are not the keys that are written")
    return opened


def _open(signed: SignedEntry, header: Header, read: Callable[[str, SealedSection], SectionContent]) -> OpenedEntry:
    writes: list[Write] = []
    about: Mapping[str, Value] = {}
    public_key = None
    for name in header.commitments:
        sealed = signed.sections.get(name)
        if sealed is not None:
            content = read(name, sealed)
            writes += content.writes
            if name == Section.OP:
                about, public_key = content.about, content.public_key
    entry = Entry(
        id=signed.id,
        operation=header.operation,
        device=header.device,
        seq=header.seq,
        prev=header.prev,
        hlc=header.hlc,
        wall_ms=header.wall_ms,
        actor=header.actor,
        auth=header.auth,
        type=header.type,
        bases=header.bases,
        writes=tuple(writes),
        about=about,
        withheld=tuple(name for name in header.commitments if name not in signed.sections),
    )
    return OpenedEntry(entry, header, public_key)
