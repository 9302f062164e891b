"""Salts that a run repeats, so that the same run has the same log to the bit."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from commandcenter.log.sections import SALT_BYTES
from commandcenter.log.signing import DeviceKey


def counted_salts(key: DeviceKey) -> Callable[[], bytes]:
    """Return a maker of salts that a run repeats. They hide nothing, and need not: an exercise has no secrets."""
    count = 0

    def make() -> bytes:
        nonlocal count
        count += 1
        return hashlib.sha256(b"salt\0" + key.public_key + count.to_bytes(8, "big")).digest()[:SALT_BYTES]

    return make
