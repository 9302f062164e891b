"""Deterministic CBOR (RFC 8949, canonical): the same value is always the same bytes, and hostile bytes are refused early.

`scan` walks the bytes without building anything, so size, depth and item count are known to be harmless
before a decoder allocates. Tags, indefinite lengths and map keys that are not text have no place in the log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import cbor2

from commandcenter.model.entries import Value


class MalformedError(ValueError):
    """Bytes that no honest program of ours writes; the message says what is wrong with them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one encoded value may cost."""

    size: int
    """Bytes."""
    depth: int = 16
    items: int = 20_000


HEADER_LIMITS = Limits(size=32_768, depth=5)
SECTION_LIMITS = Limits(size=131_072)

_BYTES, _TEXT, _ARRAY, _MAP, _TAG, _SIMPLE = 2, 3, 4, 5, 6, 7
_ARGUMENT_BYTES = {24: 1, 25: 2, 26: 4, 27: 8}
_SMALLEST = {24: 24, 25: 1 << 8, 26: 1 << 16, 27: 1 << 32}
"""The least argument that needs this many bytes; smaller ones have a shorter form."""
_PLAIN_SIMPLE = frozenset({20, 21, 22})
"""false, true, null."""


def _whole_length(first: int) -> int:
    """Return how long a short number, text, byte string or plain word is that begins with this byte; 0 for all else."""
    major, argument = first >> 5, first & 31
    if major == _SIMPLE:
        return int(argument in _PLAIN_SIMPLE)
    if major > _TEXT or argument >= 24:
        return 0
    return 1 + argument if major in (_BYTES, _TEXT) else 1


_SKIP = bytes(map(_whole_length, range(256)))


def encode(value: Value, limits: Limits = SECTION_LIMITS) -> bytes:
    """Return the one encoding of a value; `MalformedError` when it is no plain value or exceeds the limits."""
    try:
        raw = cbor2.dumps(value, canonical=True, default=_mapping)
    except (cbor2.CBOREncodeError, RecursionError) as error:
        raise MalformedError(f"not a plain value: {error}") from error
    scan(raw, limits)
    return raw


def decode(raw: bytes, limits: Limits = SECTION_LIMITS) -> Value:
    """Return the value of foreign bytes; `MalformedError` unless they are exactly its one encoding, within the limits."""
    scan(raw, limits)
    value = decode_trusted(raw)
    if cbor2.dumps(value, canonical=True) != raw:
        raise MalformedError("not in canonical form")
    return value


def decode_trusted(raw: bytes) -> Value:
    """Return the value of bytes that were checked before they were stored; `MalformedError` if they are broken."""
    try:
        return cast(Value, cbor2.loads(raw))
    except cbor2.CBORDecodeError as error:
        raise MalformedError(f"not CBOR: {error}") from error


def _mapping(encoder: cbor2.CBOREncoder, value: object) -> None:
    if not isinstance(value, Mapping):
        raise cbor2.CBOREncodeTypeError(f"cannot store a {type(value).__name__}")
    encoder.encode(dict(value))


def scan(raw: bytes, limits: Limits) -> None:
    """Check size, nesting, item count and the allowed forms of one encoded value; `MalformedError` otherwise."""
    end = len(raw)
    if end > limits.size:
        raise MalformedError(f"{end} bytes, at most {limits.size} are allowed")
    position = items = 0
    outer: list[tuple[int, bool]] = []
    left, in_map = 1, False
    while left or outer:
        if not left:
            left, in_map = outer.pop()
            continue
        if position >= end:
            raise MalformedError("the bytes end too early")
        first = raw[position]
        if in_map and left % 2 == 0 and first >> 5 != _TEXT:
            raise MalformedError("a map key is not text")
        left -= 1
        items += 1
        if items > limits.items:
            raise MalformedError(f"more than {limits.items} items")
        skip = _SKIP[first]
        if skip:
            position += skip
            continue
        major, argument, position = _head(raw, position, end)
        if major in (_BYTES, _TEXT):
            position += argument
        elif major in (_ARRAY, _MAP):
            if argument > end - position:
                raise MalformedError("a length exceeds the bytes")
            outer.append((left, in_map))
            if len(outer) > limits.depth:
                raise MalformedError(f"nested deeper than {limits.depth}")
            in_map = major == _MAP
            left = argument * 2 if in_map else argument
    if position != end:
        raise MalformedError("bytes follow the value" if position < end else "the bytes end too early")


def _head(raw: bytes, position: int, end: int) -> tuple[int, int, int]:
    """Return (major type, argument, position of what follows) of the item that starts at `position`."""
    first = raw[position]
    major, argument = first >> 5, first & 31
    position += 1
    if major == _TAG:
        raise MalformedError("tags are not used here")
    if argument < 24 and major != _SIMPLE:
        return major, argument, position
    width = _ARGUMENT_BYTES.get(argument)
    if width is None or (major == _SIMPLE and width == 1):
        raise MalformedError("a form that is not used here")
    follows = position + width
    if follows > end:
        raise MalformedError("the bytes end too early")
    if major == _SIMPLE:
        return major, 0, follows
    value = int.from_bytes(raw[position:follows], "big")
    if value < _SMALLEST[argument]:
        raise MalformedError("a number is not in its shortest form")
    return major, value, follows
