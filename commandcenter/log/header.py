"""The header of an entry: a positional CBOR array, hashed and signed.

`[v, op16, dev16, seq, prev32, hlc64, wall_ms, actor16, auth16, type, [[key16, [basis16 …]] …], [[section, commit32] …]]`

Keys are opaque, so a header tells an outsider who wrote when and what superseded what, and nothing else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from itertools import pairwise
from sys import intern
from typing import NamedTuple, TypeVar

from commandcenter.log.codec import HEADER_LIMITS, MalformedError, decode, encode
from commandcenter.log.quick_header import quick_fields
from commandcenter.model.entries import EntryId, Value
from commandcenter.model.ids import Id, id_bytes, id_from_bytes, shared_id

VERSION = 1
BASIS_BYTES = 16
HASH_BYTES = 32
FIRST_PREV = bytes(HASH_BYTES)
"""`prev` of a feed's first entry."""

_K = TypeVar("_K", bytes, str)
_T = TypeVar("_T")
_MAX_INT = 2**63 - 1
_MAX_TYPE = 64
_MAX_SECTION = 16


class Header(NamedTuple):
    """A header, decoded. `prev` is the id of the feed's entry before this one."""

    operation: Id
    device: Id
    seq: int
    """1, 2, 3 … without holes per (operation, device)."""
    prev: bytes
    hlc: int
    wall_ms: int
    actor: Id
    auth: Id
    """First 16 bytes of the id of the grant the author acts under, or `NO_AUTH`."""
    type: str
    bases: Mapping[bytes, tuple[bytes, ...]]
    """Opaque key → first 16 bytes of each superseded entry's id."""
    commitments: Mapping[str, bytes]
    """Section → SHA-256 of its salted contents."""

    def encoded(self) -> bytes:
        """Return the bytes that are hashed, signed, stored and sent; `MalformedError` above the limits."""
        fields: list[Value] = [
            VERSION,
            id_bytes(self.operation),
            id_bytes(self.device),
            self.seq,
            self.prev,
            self.hlc,
            self.wall_ms,
            id_bytes(self.actor),
            id_bytes(self.auth),
            self.type,
            [[key, sorted(set(self.bases[key]))] for key in sorted(self.bases)],
            [[name, self.commitments[name]] for name in sorted(self.commitments)],
        ]
        return encode(fields, HEADER_LIMITS)


def entry_id(header: bytes) -> EntryId:
    """Return the id of the entry with these header bytes."""
    return EntryId(hashlib.sha256(header).digest())


def check_header(raw: bytes) -> Header:
    """Return the header of foreign bytes; `MalformedError` unless they are exactly what `Header.encoded` gives."""
    fields = quick_fields(raw) if len(raw) <= HEADER_LIMITS.size else None
    return _checked(raw) if fields is None else _of_fields(*fields)


def read_header(raw: bytes) -> Header:
    """Return the header of bytes from our own store, quickly: they were checked before they were stored."""
    fields = quick_fields(raw)
    return check_header(raw) if fields is None else _of_fields(*fields)


def _of_fields(
    operation: bytes,
    device: bytes,
    seq: int,
    prev: bytes,
    hlc: int,
    wall_ms: int,
    actor: bytes,
    auth: bytes,
    type_: str,
    bases: dict[bytes, tuple[bytes, ...]],
    commitments: dict[str, bytes],
) -> Header:
    return Header(
        shared_id(operation), shared_id(device), seq, prev, hlc, wall_ms, shared_id(actor), shared_id(auth), intern(type_), bases, commitments
    )


def _checked(raw: bytes) -> Header:
    """Check and read a header of any form, part by part."""
    value = decode(raw, HEADER_LIMITS)
    if not isinstance(value, list) or not value:
        raise MalformedError("a header is an array")
    if value[0] != VERSION or isinstance(value[0], bool):
        raise MalformedError(f"written by a newer program (format {value[0]!r:.20})")
    if len(value) != 12:
        raise MalformedError("a header has 12 fields")
    _, operation, device, seq, prev, hlc, wall_ms, actor, auth, type_, bases, commitments = value
    return Header(
        operation=_id(operation),
        device=_id(device),
        seq=_number(seq, least=1),
        prev=_bytes(prev, HASH_BYTES),
        hlc=_number(hlc),
        wall_ms=_number(wall_ms),
        actor=_id(actor),
        auth=_id(auth),
        type=_text(type_, _MAX_TYPE),
        bases=_ordered([(_bytes(key, BASIS_BYTES), _basis(heads)) for key, heads in map(_pair, _list(bases))]),
        commitments=_ordered([(_text(name, _MAX_SECTION), _bytes(commitment, HASH_BYTES)) for name, commitment in map(_pair, _list(commitments))]),
    )


def _ordered(pairs: list[tuple[_K, _T]]) -> dict[_K, _T]:
    """Return pairs as a dict; `MalformedError` unless their keys rise."""
    ordered = dict(pairs)
    if list(ordered) != sorted(ordered) or len(ordered) != len(pairs):
        raise MalformedError("keys or sections are not in order")
    return ordered


def _basis(value: Value) -> tuple[bytes, ...]:
    basis = tuple(_bytes(entry, BASIS_BYTES) for entry in _list(value))
    if any(one >= other for one, other in pairwise(basis)):
        raise MalformedError("a basis is not in order")
    return basis


def _id(value: Value) -> Id:
    return id_from_bytes(_bytes(value, BASIS_BYTES))


def _bytes(value: Value, length: int) -> bytes:
    if not isinstance(value, bytes) or len(value) != length:
        raise MalformedError(f"not {length} bytes: {value!r:.60}")
    return value


def _number(value: Value, least: int = 0) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= _MAX_INT:
        raise MalformedError(f"not a number in range: {value!r:.60}")
    return value


def _text(value: Value, longest: int) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        raise MalformedError(f"not a name: {value!r:.60}")
    return value


def _list(value: Value) -> Sequence[Value]:
    if not isinstance(value, list):
        raise MalformedError(f"not an array: {value!r:.60}")
    return value


def _pair(value: Value) -> tuple[Value, Value]:
    if not isinstance(value, list) or len(value) != 2:
        raise MalformedError(f"not a pair: {value!r:.60}")
    return value[0], value[1]
