"""Reads a header of the usual form in one go. The form is so fixed that whatever matches it is canonical already.

It only ever says what `header.check_header` would say of the same bytes, or nothing at all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern
from typing import TypeAlias

_NUMBER = rb"([\x00-\x17]|\x18[\x18-\xff]|\x19(?!\x00)..|\x1a(?!\x00\x00)....|\x1b(?!\x00\x00\x00\x00)(?![\x80-\xff])........)"
"""An unsigned number below 2⁶³ in its shortest form."""
_ID = rb"\x50(.{16})"
_FORM = re.compile(
    rb"\x8c\x01" + _ID + _ID + rb"(?!\x00)" + _NUMBER + rb"\x58\x20(.{32})" + _NUMBER + _NUMBER + _ID + _ID + rb"([\x61-\x77])", re.DOTALL
)
_ARRAY, _TEXT, _PAIR = 0x80, 0x60, 0x82
_SHORT = 24
"""Arrays and texts below this length have it in their first byte."""
_BASIS, _COMMITMENT = 16, 32
_ONLY_OP = b"\x81\x82\x62op\x58\x20"
"""How the commitments begin where there is no section but `op`."""

Fields: TypeAlias = tuple[bytes, bytes, int, bytes, int, int, bytes, bytes, str, dict[bytes, tuple[bytes, ...]], dict[str, bytes]]
"""Operation, device, seq, prev, hybrid time, wall time (ms), actor, auth, type, bases, commitments."""


def quick_fields(raw: bytes) -> Fields | None:
    """Return the fields of a header; `None` where its form is another, right or wrong. Its size is the caller's affair."""
    match = _FORM.match(raw)
    if match is None:
        return None
    operation, device, seq, prev, hlc, wall_ms, actor, auth, length = match.groups()
    start = match.end()
    end = start + length[0] - _TEXT
    try:
        type_ = raw[start:end].decode()
        bases, end = _bases(raw, end)
        commitments, end = _commitments(raw, end)
    except (IndexError, UnicodeDecodeError, _OtherForm):
        return None
    if end != len(raw):
        return None
    return operation, device, _number(seq), prev, _number(hlc), _number(wall_ms), actor, auth, type_, bases, commitments


class _OtherForm(Exception):
    """Not the usual form."""


def _number(raw: bytes) -> int:
    return raw[0] if len(raw) == 1 else int.from_bytes(raw[1:], "big")


def _length(first: int) -> int:
    """Return how many items an array has that begins with this byte."""
    length = first - _ARRAY
    if 0 <= length < _SHORT:
        return length
    raise _OtherForm


@lru_cache(maxsize=16_384)
def _shared(key: bytes) -> bytes:
    """Return the same object for the same key, so that many entries share it."""
    return key


def _bases(raw: bytes, at: int) -> tuple[dict[bytes, tuple[bytes, ...]], int]:
    """Return the bases that begin at a place, and where they end."""
    bases: dict[bytes, tuple[bytes, ...]] = {}
    before = b""
    count, at = _length(raw[at]), at + 1
    for _ in range(count):
        key, heads = _shared(raw[at + 2 : at + 18]), _length(raw[at + 18])
        if raw[at] != _PAIR or raw[at + 1] != 0x50 or key <= before:
            raise _OtherForm
        at += 19
        if heads == 0:
            bases[key] = ()
        elif heads == 1 and raw[at] == 0x50:
            bases[key] = (raw[at + 1 : at + 17],)
        else:
            bases[key] = _several(raw, at, heads)
        at += heads * 17
        before = key
    return bases, at


def _several(raw: bytes, at: int, count: int) -> tuple[bytes, ...]:
    heads = tuple([raw[place + 1 : place + 17] for place in range(at, at + 17 * count, 17)])
    if any(raw[place] != 0x50 for place in range(at, at + 17 * count, 17)) or list(heads) != sorted(set(heads)):
        raise _OtherForm
    return heads


def _commitments(raw: bytes, at: int) -> tuple[dict[str, bytes], int]:
    """Return the commitments that begin at a place, and where they end."""
    if raw.startswith(_ONLY_OP, at) and len(raw) == at + len(_ONLY_OP) + _COMMITMENT:  # the usual case, made quick
        return {"op": raw[-_COMMITMENT:]}, len(raw)
    commitments: dict[str, bytes] = {}
    before = ""
    count, at = _length(raw[at]), at + 1
    for _ in range(count):
        start = at + 2
        end = start + raw[at + 1] - _TEXT
        name = intern(raw[start:end].decode())
        if raw[at] != _PAIR or not 0 < end - start <= 16 or name <= before or raw[end : end + 2] != b"\x58\x20":
            raise _OtherForm
        at = end + 2 + _COMMITMENT
        commitments[name] = raw[end + 2 : at]
        before = name
    return commitments, at
