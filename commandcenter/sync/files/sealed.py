"""A file as it lies on disks and travels: in parts, each sealed with the file's own key, known by the SHA-256 of the whole.

Each file has a random key that the log's entry holds in one of its sections. So a copy without that section, a hub or a thief with
the disk sees noise; and erasing the section closes every copy for good, wherever it lies. A key is used for one file only, so the
number of a part may serve as its nonce (XSalsa20-Poly1305).
"""

from __future__ import annotations

import hashlib

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from commandcenter.model.errors import KnownError
from commandcenter.model.files import MAX_FILE_BYTES

PART_BYTES = 64 << 10
"""Of plain text in a part."""
OVERHEAD_BYTES = SecretBox.MACBYTES
KEY_BYTES = SecretBox.KEY_SIZE


def sealed_size(size: int) -> int:
    """Return how many bytes a file of so many bytes has when it is sealed."""
    return size + OVERHEAD_BYTES * max(1, -(-size // PART_BYTES))


MAX_SEALED_BYTES = sealed_size(MAX_FILE_BYTES)


def seal(plain: bytes, key: bytes) -> bytes:
    """Return a file sealed."""
    box = SecretBox(key)
    starts = range(0, max(1, len(plain)), PART_BYTES)
    return b"".join(box.encrypt(plain[start : start + PART_BYTES], _nonce(n)).ciphertext for n, start in enumerate(starts))


def unseal(sealed: bytes, key: bytes, size: int, name: bytes) -> bytes:
    """Return a file as it was given. Raises `KnownError` unless these are exactly the bytes that `name` and `size` mean."""
    if len(sealed) != sealed_size(size) or file_name(sealed) != name:
        raise KnownError("This attachment is damaged: its bytes are not those that were sent. Fetch it again.")
    box, step = SecretBox(key), PART_BYTES + OVERHEAD_BYTES
    try:
        return b"".join(box.decrypt(sealed[start : start + step], _nonce(n)) for n, start in enumerate(range(0, len(sealed), step)))
    except (CryptoError, ValueError) as error:
        raise KnownError("This attachment cannot be opened: the key in the log is not its key.") from error


def file_name(sealed: bytes) -> bytes:
    """Return what a sealed file is known by everywhere, 32 bytes."""
    return hashlib.sha256(sealed).digest()


def _nonce(number: int) -> bytes:
    return number.to_bytes(SecretBox.NONCE_SIZE, "big")
