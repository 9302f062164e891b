"""A passphrase over the key files, for computers without a keystore: argon2id makes the key that seals each file.

The files tell by themselves whether they are sealed, so that setting or taking away a passphrase can be broken off anywhere.
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from commandcenter.model.errors import KnownError

VARIABLE = "COMMANDCENTER_PASSPHRASE"
"""Where a service without a terminal gives the passphrase."""
SHORTEST = 8
SEALED = b"sealed:"
_LOCK = "passphrase.json"
_PROOF = b"commandcenter"
_unlocked: dict[Path, bytes] = {}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try costs; kept with the lock, so that it can grow with the years."""

    operations: int = argon2id.OPSLIMIT_MODERATE
    memory_bytes: int = argon2id.MEMLIMIT_MODERATE
    """256 MiB: a second of one core for us, and for whoever guesses."""


DEFAULT_COST = Cost()


def is_locked(folder: Path) -> bool:
    """Return whether a folder of keys has a passphrase that was not given yet in this run."""
    return (folder / _LOCK).exists() and folder.resolve() not in _unlocked


def unlock(folder: Path, passphrase: str) -> None:
    """Remember the key of a folder until the program ends. Raises `KnownError` for a wrong passphrase."""
    try:
        lock = json.loads((folder / _LOCK).read_text(encoding="utf-8"))
        salt, proof, cost = bytes.fromhex(lock["salt"]), bytes.fromhex(lock["proof"]), Cost(int(lock["operations"]), int(lock["memory_bytes"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnownError("The lock of the key files in {folder} is damaged. Put it back from your backup.", folder=str(folder)) from error
    key = _derive(passphrase, salt, cost)
    try:
        SecretBox(key).decrypt(proof)
    except CryptoError as error:
        raise KnownError("This is not the passphrase of this desk's keys.") from error
    _unlocked[folder.resolve()] = key


def key_of(folder: Path) -> bytes | None:
    """Return the key that seals a folder's files, `None` where it has no passphrase. Raises `KnownError` while it is locked."""
    if not (folder / _LOCK).exists():
        return None
    if is_locked(folder):
        given = os.environ.get(VARIABLE)
        if given is None:
            raise KnownError("The keys of this desk are locked with a passphrase. Give it when asked, or in {variable}.", variable=VARIABLE)
        unlock(folder, given)
    return _unlocked[folder.resolve()]


def set_passphrase(folder: Path, passphrase: str, cost: Cost = DEFAULT_COST) -> None:
    """Seal all key files of a folder that has no passphrase yet. Raises `KnownError`."""
    if len(passphrase) < SHORTEST:
        raise KnownError("A passphrase has at least {count} characters.", count=SHORTEST)
    if not any(folder.glob("*.key")):
        raise KnownError("The keys of this desk are in the keystore of this computer; they need no passphrase.")
    if (folder / _LOCK).exists():
        raise KnownError("There is a passphrase already; take it away first.")
    salt = secrets.token_bytes(argon2id.SALTBYTES)
    key = _derive(passphrase, salt, cost)
    proof = SecretBox(key).encrypt(_PROOF)
    lock = {"salt": salt.hex(), "proof": proof.hex(), "operations": cost.operations, "memory_bytes": cost.memory_bytes}
    replace_file(folder / _LOCK, json.dumps(lock).encode())
    _unlocked[folder.resolve()] = key
    for path in folder.glob("*.key"):
        replace_file(path, seal(path.read_bytes(), key))


def remove_passphrase(folder: Path) -> None:
    """Leave the key files open again; the folder has to be unlocked. Raises `KnownError`."""
    key = key_of(folder)
    if key is None:
        raise KnownError("There is no passphrase.")
    for path in folder.glob("*.key"):
        replace_file(path, unseal(path.read_bytes(), key))
    (folder / _LOCK).unlink()
    _unlocked.pop(folder.resolve(), None)


def seal(content: bytes, key: bytes) -> bytes:
    """Return a key file's content sealed; one that is sealed already stays as it is."""
    return content if content.startswith(SEALED) else SEALED + SecretBox(key).encrypt(content).hex().encode()


def unseal(content: bytes, key: bytes | None) -> bytes:
    """Return a key file's content in the open. Raises `ValueError` where it is sealed with another key."""
    if not content.startswith(SEALED):
        return content
    if key is None:
        raise ValueError("sealed, and there is no lock beside it")
    try:
        return SecretBox(key).decrypt(bytes.fromhex(content[len(SEALED) :].decode()))
    except CryptoError as error:
        raise ValueError("sealed with another key") from error


def replace_file(path: Path, content: bytes) -> None:
    """Write a private file whole: after a power cut the old or the new one is there. Raises `OSError`."""
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    return argon2id.kdf(SecretBox.KEY_SIZE, passphrase.encode(), salt, cost.operations, cost.memory_bytes)
