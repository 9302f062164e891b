"""Secrets of this device: its signing key and the key of its databases. Kept by the operating system, else in private files."""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from commandcenter.log.database import KEY_BYTES
from commandcenter.log.passphrase import key_of, replace_file, seal, unseal
from commandcenter.log.signing import SEED_BYTES, DeviceKey
from commandcenter.model.errors import KnownError

_SERVICE = "commandcenter"
_USABLE = 1.0
"""keyring's own measure: a back-end below this priority is a stand-in that keeps nothing."""


class Vault(Protocol):
    """Keeps small secrets by name."""

    def get(self, name: str) -> bytes | None:
        """Return a secret, `None` when there is none; `KnownError` when it is there and cannot be read."""

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret; `KnownError` when it cannot be kept."""

    def replace(self, name: str, secret: bytes) -> None:
        """Keep a secret in place of the one before, which is gone; `KnownError` when it cannot be kept."""


class MemoryVault:
    """Forgets everything at the end; for tests and exercises."""

    def __init__(self) -> None:
        """Start empty."""
        self._secrets: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        """Return a secret."""
        return self._secrets.get(name)

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret."""
        self._secrets[name] = secret

    replace = put


class FileVault:
    """One file per secret, readable by its owner only; sealed where the folder has a passphrase."""

    def __init__(self, folder: Path) -> None:
        """Keep secrets in this folder."""
        self.folder = folder

    def get(self, name: str) -> bytes | None:
        """Return a secret."""
        path = self._path(name)
        try:
            return base64.b64decode(unseal(path.read_bytes(), key_of(self.folder)), validate=True)
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise KnownError(
                "The key file {file} cannot be read. Put it back from your backup or give yourself the right to read it.", file=str(path)
            ) from error

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret; a file that is there is never overwritten."""
        path = self._path(name)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(self._content(secret))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise _not_written(path, error) from error

    def replace(self, name: str, secret: bytes) -> None:
        """Keep a secret in place of the one before."""
        path = self._path(name)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            replace_file(path, self._content(secret))
        except OSError as error:
            raise _not_written(path, error) from error

    def _content(self, secret: bytes) -> bytes:
        key, open_ = key_of(self.folder), base64.b64encode(secret)
        return open_ if key is None else seal(open_, key)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.key"


def _not_written(path: Path, error: OSError) -> KnownError:
    return KnownError("The key file {file} cannot be written: {why}.", file=str(path), why=error.strerror or str(error))


class KeyringVault:
    """The operating system's keystore, one set of secrets per home folder."""

    def __init__(self, home: Path) -> None:
        """Keep secrets for this home folder."""
        self._home = str(home)
        self._account = hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:16]

    def get(self, name: str) -> bytes | None:
        """Return a secret."""
        import keyring
        import keyring.errors

        try:
            kept = keyring.get_password(_SERVICE, f"{self._account}/{name}")
            return None if kept is None else base64.b64decode(kept, validate=True)
        except (keyring.errors.KeyringError, binascii.Error) as error:
            raise KnownError(
                "The keystore of this computer does not give the key of this desk: {why}. Unlock it, then start again.", why=str(error)
            ) from error

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret, and make sure that it was kept."""
        import keyring
        import keyring.errors

        account = f"{self._account}/{name}"
        text = base64.b64encode(secret).decode()
        try:
            keyring.set_password(_SERVICE, account, text)
            kept = keyring.get_password(_SERVICE, account)
        except keyring.errors.KeyringError as error:
            raise KnownError(
                "The keystore of this computer refuses to keep a key: {why}. To keep keys in files, make a folder named “keys” in {home}.",
                why=str(error),
                home=self._home,
            ) from error
        if kept != text:
            raise KnownError(
                "The keystore of this computer refuses to keep a key: {why}. To keep keys in files, make a folder named “keys” in {home}.",
                why="it gave back something else",
                home=self._home,
            )

    replace = put


def open_vault(home: Path) -> Vault:
    """Return the vault of a home folder: the files that are there already, else the keystore, else new files."""
    import keyring

    files = FileVault(home / "keys")
    if files.folder.is_dir() or keyring.get_keyring().priority < _USABLE:
        return files
    return KeyringVault(home)


@dataclass(frozen=True, slots=True)
class Secrets:
    """What this device keeps to itself."""

    device: DeviceKey
    database_key: bytes
    """32 bytes; encrypts the databases of this home folder."""


def load_secrets(vault: Vault, new: Callable[[int], bytes] = secrets.token_bytes) -> Secrets:
    """Return this device's secrets, made at the first start; `KnownError` when they are there and cannot be read."""
    return Secrets(DeviceKey(_secret(vault, "device", SEED_BYTES, new)), _secret(vault, "database", KEY_BYTES, new))


def _secret(vault: Vault, name: str, length: int, new: Callable[[int], bytes]) -> bytes:
    found = vault.get(name)
    if found is None:
        found = new(length)
        vault.put(name, found)
    if len(found) != length:
        raise KnownError("The key “{name}” of this desk is damaged. Put it back from your backup.", name=name)
    return found
