"""A stick for certain devices: its key is sealed to each of them, so that nobody needs the operation's key to read it.

`"CCBUNDLE" ‖ 2 ‖ kind ‖ count`, then for each device a sealed box (X25519, XSalsa20-Poly1305) of `key ‖ operation`, made for its signing key; no
device at all means that everybody may read it: key and operation then stand there openly. The parts follow as in every bundle.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from nacl.bindings import crypto_core_ed25519_is_valid_point
from nacl.exceptions import CryptoError
from nacl.public import SealedBox
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey

from commandcenter.log.codec import MalformedError
from commandcenter.log.signing import KEY_BYTES
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import ID_BYTES, Id, id_bytes, id_from_bytes

SEALED_MAGIC = b"CCBUNDLE\x02"
MAX_DEVICES = 100
_KEY_BYTES = SecretBox.KEY_SIZE
_INSIDE = _KEY_BYTES + ID_BYTES
_SEALED = _INSIDE + 32 + 16
"""A sealed box adds the sender's one-time key and a tag."""
_CHECK_BYTES = 4
_ADDRESS = "CCADDRESS:"
_LONGEST = 200
"""More letters than an address has, with room for spaces."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What a bundle is locked with, and what stands at its beginning so that others find that key."""

    key: bytes
    head: bytes = b""
    """Empty: who reads it has the key."""


def locked_for(operation: Id, devices: Sequence[bytes]) -> Lock:
    """Return a fresh lock for the devices with these public keys; without any, for everybody. Raises `KnownError` for too many."""
    if len(devices) > MAX_DEVICES:
        raise KnownError("One bundle is for {n} devices at most.", n=MAX_DEVICES)
    key = secrets.token_bytes(_KEY_BYTES)
    inside = key + id_bytes(operation)
    boxes = [bytes(SealedBox(VerifyKey(one).to_curve25519_public_key()).encrypt(inside)) for one in devices]
    return Lock(key, bytes([len(boxes)]) + (b"".join(boxes) or inside))


def read_head(file: BinaryIO) -> bytes:
    """Return what stands between the kind and the parts of a sealed bundle, the count with it. Raises `MalformedError`."""
    count = file.read(1)
    length = count[0] * _SEALED or _INSIDE if count and count[0] <= MAX_DEVICES else 0
    boxes = file.read(length)
    if not length or len(boxes) != length:
        raise MalformedError("it is cut off")
    return count + boxes


def unlock(head: bytes, seed: bytes) -> tuple[bytes, Id]:
    """Return key and operation of a sealed bundle, by the seed of this device's key. Raises `KnownError` where it is for others."""
    boxes = head[1:]
    if not head[0]:
        return boxes[:_KEY_BYTES], id_from_bytes(boxes[_KEY_BYTES:])
    box = SealedBox(SigningKey(seed).to_curve25519_private_key())
    for at in range(0, len(boxes), _SEALED):
        try:
            inside = box.decrypt(boxes[at : at + _SEALED])
        except CryptoError:
            continue  # another's
        return inside[:_KEY_BYTES], id_from_bytes(inside[_KEY_BYTES:])
    raise KnownError("This bundle was made for other devices.")


def write_address(public_key: bytes) -> str:
    """Return a device's public key as one word to give to others."""
    return _ADDRESS + base64.b32encode(public_key + _check(public_key)).decode().rstrip("=")


def read_address(text: str) -> bytes:
    """Return the public key of an address. Raises `KnownError` for anything else; a mistyped letter is noticed."""
    letters = "".join(text[:_LONGEST].upper().split()).removeprefix(_ADDRESS)
    try:
        raw = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except (binascii.Error, ValueError) as error:
        raise KnownError("{text} is no address of a computer.", text=text[:20]) from error
    public_key = raw[:KEY_BYTES]
    if raw[KEY_BYTES:] != _check(public_key) or len(public_key) != KEY_BYTES or not crypto_core_ed25519_is_valid_point(public_key):
        raise KnownError("{text} is no address of a computer.", text=text[:20])
    return public_key


def _check(public_key: bytes) -> bytes:
    return hashlib.sha256(b"address\0" + public_key).digest()[:_CHECK_BYTES]
