r"""The payload of an entry, split by sensitivity. The header commits to each section by itself.

A section is `[writes]`, in `op` also `[writes, about]`, and in a feed's first entry `[writes, about, public_key]`;
`writes` is `[[kind, entity16, field, value] …]`. The commitment is `SHA-256("sec\0" ‖ salt16 ‖ section)`, in the manner
of SD-JWT (RFC 9901): who has only the header learns nothing of a withheld or erased section, and the chain still verifies.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

from commandcenter.log.codec import MalformedError, decode, decode_trusted, encode
from commandcenter.model.entries import NO_FACTS, Key, Section, Value, Write
from commandcenter.model.ids import ID_BYTES, id_bytes, shared_id

SALT_BYTES = 16
PUBLIC_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class SealedSection:
    """One section as stored and sent."""

    salt: bytes
    body: bytes
    """The section's canonical CBOR."""

    def commitment(self) -> bytes:
        """Return the 32 bytes that the header carries for this section."""
        return hashlib.sha256(b"sec\0" + self.salt + self.body).digest()


class SectionContent(NamedTuple):
    """One section, decoded."""

    writes: tuple[Write, ...]
    about: Mapping[str, Value] = NO_FACTS
    public_key: bytes | None = None
    """The device's own key; in the `op` section of a feed's first entry."""


def seal(content: SectionContent, salt: bytes) -> SealedSection:
    """Return a section as bytes; `MalformedError` when a value is not plain or too large."""
    body: list[Value] = [[[write.key.kind, id_bytes(write.key.entity), write.key.field, write.value] for write in content.writes]]
    if content.about or content.public_key is not None:
        body.append(content.about)
    if content.public_key is not None:
        body.append(content.public_key)
    return SealedSection(salt, encode(body))


def read_section(name: str, raw: bytes) -> SectionContent:
    """Return what the body of a section of our own store says; it was checked before it was stored."""
    body: Any = decode_trusted(raw)
    writes = tuple([Write(_key(kind, entity, field_), value, name) for kind, entity, field_, value in body[0]])
    return SectionContent(writes, *body[1:])


@lru_cache(maxsize=16_384)
def _key(kind: str, entity: bytes, field_: str) -> Key:
    """Return a key; the same one again for the same register, so that many entries share it."""
    return Key(intern(kind), shared_id(entity), intern(field_))


def check_section(name: str, sealed: SealedSection) -> SectionContent:
    """Return what a foreign section says; `MalformedError` for anything that `seal` would not have made."""
    if len(sealed.salt) != SALT_BYTES:
        raise MalformedError(f"a salt has {SALT_BYTES} bytes")
    return _content(name, decode(sealed.body))


def _content(name: str, value: Value) -> SectionContent:
    if not isinstance(value, list) or not 1 <= len(value) <= (3 if name == Section.OP else 1) or not isinstance(value[0], list):
        raise MalformedError(f"section {name!r} has a wrong shape")
    about = value[1] if len(value) > 1 else {}
    public_key = value[2] if len(value) > 2 else None
    if not isinstance(about, dict) or (len(value) == 2 and not about):
        raise MalformedError("the facts about an entry are a map that is not empty")
    if public_key is not None and not (isinstance(public_key, bytes) and len(public_key) == PUBLIC_KEY_BYTES):
        raise MalformedError("not a public key")
    return SectionContent(tuple(_write(name, row) for row in value[0]), about, public_key)


def _write(section: str, row: Sequence[Value] | Value) -> Write:
    match row:
        case [str() as kind, bytes() as entity, str() as name, value] if kind and len(entity) == ID_BYTES:
            return Write(_key(kind, entity, name), value, section)
    raise MalformedError(f"not a write: {row!r:.60}")
