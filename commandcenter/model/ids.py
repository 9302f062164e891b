"""Identifiers: 128 bits, opaque, written as 32 hexadecimal digits."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from typing import NewType

Id = NewType("Id", str)
"""An opaque id of an incident, unit, depot, call, device, operator …: 32 lower-case hex digits."""

NewId = Callable[[], Id]
"""Makes fresh ids; injected so that tests and exercises are repeatable."""

ID_BYTES = 16

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
