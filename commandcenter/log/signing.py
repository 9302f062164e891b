r"""Ed25519 signatures (RFC 8032) over entry ids, by libsodium: `sig = Ed25519("cmdlog/1\0" ‖ id)`."""

from __future__ import annotations

import hashlib

from nacl.bindings import crypto_sign_open
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id, id_from_bytes

SIGNATURE_BYTES = 64
SEED_BYTES = 32
KEY_BYTES = 32
"""Bytes of a public key."""
_CONTEXT = b"cmdlog/1\0"


def device_id(public_key: bytes) -> Id:
    """Return the id of the device with this public key: a key proves by itself whose it is."""
    return id_from_bytes(hashlib.sha256(b"dev\0" + public_key).digest()[:16])


class DeviceKey:
    """This device's signing key. Safe in any thread."""

    def __init__(self, seed: bytes) -> None:
        """Take the 32 secret bytes."""
        self._key = SigningKey(seed)
        self.public_key = bytes(self._key.verify_key)
        """32 bytes, for everybody."""
        self.id = device_id(self.public_key)

    def sign(self, entry: EntryId) -> bytes:
        """Return the 64 bytes of signature for an entry."""
        return self._key.sign(_CONTEXT + entry).signature

    def attest(self, purpose: str, message: bytes) -> bytes:
        """Return a signature over what is no entry; for this purpose and no other."""
        return self._key.sign(_attested(purpose, message)).signature


def attests(public_key: bytes, purpose: str, message: bytes, signature: bytes) -> bool:
    """Return whether the device with this 32-byte public key signed a message for this purpose."""
    try:
        VerifyKey(public_key).verify(_attested(purpose, message), signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def _attested(purpose: str, message: bytes) -> bytes:
    return b"attest\0" + purpose.encode() + b"\0" + message


class Verifier:
    """Checks signatures of one device. Safe in any thread."""

    def __init__(self, public_key: bytes) -> None:
        """Take the device's 32-byte public key."""
        self.public_key = public_key
        VerifyKey(public_key)  # refuses what is no key

    def accepts(self, entry: EntryId, signature: bytes) -> bool:
        """Return whether the device signed this entry."""
        if len(signature) != SIGNATURE_BYTES:
            return False
        try:
            crypto_sign_open(signature + _CONTEXT + entry, self.public_key)
        except BadSignatureError:
            return False
        return True
