"""Short numbers that two persons read to each other, to be sure that both hold the same file."""

from __future__ import annotations

import hashlib

from nacl.pwhash import argon2id

DIGITS = 12
_SALT = b"read aloud, both"
_OPERATIONS = 3
_MEMORY_BYTES = 64 * 2**20


def spoken_code(content: bytes) -> str:
    """Return 12 digits in groups of four, e.g. `4827 1193 0562`.

    Twelve digits are 40 bits. Who wants another file with the same number has to try half a trillion of them, and each try costs
    64 MiB and a fifth of a second (argon2id): that makes a short number as good as a long one.
    """
    raw = argon2id.kdf(16, hashlib.sha256(content).digest(), _SALT, _OPERATIONS, _MEMORY_BYTES)
    digits = f"{int.from_bytes(raw, 'big') % 10**DIGITS:0{DIGITS}d}"
    return " ".join(digits[start : start + 4] for start in range(0, DIGITS, 4))
