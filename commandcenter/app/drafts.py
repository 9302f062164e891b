"""Keeps half-taken calls over a crash: one small file beside the logs, sealed because callers' names and numbers are in it."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

PURPOSE = b"drafts"


class SealedDrafts:
    """One text in a sealed file. A file that cannot be opened (another key, torn) counts as empty: a draft is no record."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Use a key made from `key`, which itself seals something else."""
        self._path = path
        self._box = SecretBox(hashlib.blake2b(key, digest_size=SecretBox.KEY_SIZE, person=PURPOSE).digest())

    def read(self) -> str:
        """Return the text that was kept, empty where there is none."""
        try:
            return self._box.decrypt(self._path.read_bytes()).decode("utf-8")
        except (OSError, CryptoError, ValueError):
            return ""

    def write(self, text: str) -> None:
        """Keep a text; the file is replaced whole. A disk that takes nothing keeps the draft on the screen only."""
        new = self._path.with_name(self._path.name + ".new")
        try:
            with new.open("wb") as file:
                file.write(self._box.encrypt(text.encode("utf-8"), secrets.token_bytes(SecretBox.NONCE_SIZE)))
                file.flush()
                os.fsync(file.fileno())
            new.replace(self._path)
        except OSError:
            new.unlink(missing_ok=True)
