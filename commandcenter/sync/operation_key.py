"""The secret of an operation: who has it can read the operation's bundles. Kept in the vault, passed on by hand."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable

from nacl.secret import SecretBox

from commandcenter.log.keys import Vault
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id

KEY_BYTES = SecretBox.KEY_SIZE
_LONGEST = 400
"""More letters than a code has, with room for spaces; nothing beyond them is looked at."""


def operation_key(vault: Vault, operation: Id, new: Callable[[int], bytes] = secrets.token_bytes) -> bytes:
    """Return the operation's key, made where there is none yet. Raises `KnownError` when the vault fails."""
    found = vault.get(_name(operation))
    if found is None:
        found = new(KEY_BYTES)
        vault.put(_name(operation), found)
    return found


def known_key(vault: Vault, operation: Id) -> bytes | None:
    """Return the operation's key where there is one. Raises `KnownError` when the vault fails."""
    return vault.get(_name(operation))


def join(vault: Vault, code: str, *, anew: bool = False) -> Id:
    """Keep the key of another desk's operation; return the operation. Raises `KnownError` for a wrong code or another key.

    `anew`: the key that is here was never the operation's.
    """
    operation, key = read_join_code(code)
    kept = vault.get(_name(operation))
    if kept is None or anew:
        vault.replace(_name(operation), key)
    elif kept != key:
        raise KnownError("This desk already has another key of that operation.")
    return operation


def join_code(operation: Id, key: bytes) -> str:
    """Return operation and key as one word to type or scan."""
    return base64.b32encode(bytes.fromhex(operation) + key).decode().rstrip("=")


def read_join_code(code: str) -> tuple[Id, bytes]:
    """Return operation and key. Raises `KnownError`."""
    letters = "".join(code[:_LONGEST].upper().split())
    try:
        raw = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError as error:  # letters that base 32 does not have, or no ASCII at all
        raise KnownError("This is no code of an operation.") from error
    if len(raw) != 16 + KEY_BYTES:
        raise KnownError("This is no code of an operation.")
    return Id(raw[:16].hex()), raw[16:]


def _name(operation: Id) -> str:
    return f"operation-{operation}"
