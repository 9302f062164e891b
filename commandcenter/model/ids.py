"""Identifiers: 128 bits, opaque, written as 32 hexadecimal digits."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from functools import lru_cache
from typing import NewType

Id = NewType("Id", str)
"""An opaque id of an incident, unit, depot, call, device, operator …: 32 lower-case hex digits."""

NewId = Callable[[], Id]
"""Makes fresh ids; injected so that tests and exercises are repeatable."""

ID_BYTES = 16
NO_AUTH = Id("0" * 32)
"""Where a grant's id would stand: the founder's own acts, and all acts while nobody has been granted anything."""
HEAD_BYTES = 7
"""The part of an operation's id that is free, or commits to a recovery key (`log.recovery`); the rest names its founder."""
_HEAD_DIGITS = 2 * HEAD_BYTES

EXERCISE_MARK = "e8e12c15"
"""The first four bytes of every exercise's operation id. It stands in each signed header, so no entry can lose it."""


def random_id() -> Id:
    """Return a fresh random id."""
    return Id(secrets.token_hex(ID_BYTES))


def derived_id(*parts: str) -> Id:
    """Return the same id for the same words: what is imported twice from one source keeps its identity."""
    digest = hashlib.sha256("\0".join(("commandcenter", *parts)).encode()).digest()
    return Id(digest[:ID_BYTES].hex())


def id_bytes(value: Id) -> bytes:
    """Return the 16 bytes of an id; `ValueError` if it is not one."""
    raw = bytes.fromhex(value)
    if len(raw) != ID_BYTES:
        raise ValueError(f"not an id: {value!r}")
    return raw


def id_from_bytes(raw: bytes) -> Id:
    """Return the id of 16 bytes; `ValueError` for another length."""
    if len(raw) != ID_BYTES:
        raise ValueError(f"an id has {ID_BYTES} bytes, not {len(raw)}")
    return Id(raw.hex())


@lru_cache(maxsize=16_384)
def shared_id(raw: bytes) -> Id:
    """Return the id of 16 bytes that were checked before; the same bytes give the same object, so that many entries share it."""
    return Id(raw.hex())


def counting_ids(prefix: int = 0) -> NewId:
    """Return a repeatable id maker for tests and exercises: 1, 2, 3 … under a prefix."""
    state = {"next": 0}

    def make() -> Id:
        state["next"] += 1
        return Id(f"{prefix:016x}{state['next']:016x}")

    return make


def exercise_id(new_id: NewId = random_id) -> Id:
    """Return a fresh operation id for an exercise: the mark and 12 bytes of `new_id`."""
    return Id(EXERCISE_MARK + new_id()[len(EXERCISE_MARK) :])


def live_id(new_id: NewId = random_id) -> Id:
    """Return a fresh operation id for live work: one that does not carry the exercise mark."""
    while is_exercise(found := new_id()):
        pass
    return found


def is_exercise(operation: Id) -> bool:
    """Return whether an operation is an exercise. What is true here never reaches live logs, hubs or statistics."""
    return operation.startswith(EXERCISE_MARK)


def founded_id(founder: Id, *, exercise: bool, new_id: NewId = random_id, head: bytes | None = None) -> Id:
    """Return a fresh operation id that names the device it was founded on: nobody else can make themselves its founder.

    Its first 7 bytes are free (the exercise mark stands there) unless given as `head`, the other 9 are a hash over them and the
    device: 72 bits to be met by whoever wants another device to pass for the founder's.
    """
    digits = head.hex() if head is not None else (exercise_id(new_id) if exercise else live_id(new_id))[:_HEAD_DIGITS]
    return Id(digits + _founder_mark(digits, founder))


def is_founder(operation: Id, device: Id) -> bool:
    """Return whether an operation was founded on a device. Operations of older programs name no founder."""
    return operation[_HEAD_DIGITS:] == _founder_mark(operation[:_HEAD_DIGITS], device)


def _founder_mark(head: str, device: Id) -> str:
    digest = hashlib.sha256(b"founder\0" + bytes.fromhex(head) + id_bytes(device)).hexdigest()
    return digest[: 2 * ID_BYTES - _HEAD_DIGITS]
