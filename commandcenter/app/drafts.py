"""Keeps half-taken calls over a crash: one small file beside the logs, sealed because callers' names and numbers are in it."""

from __future__ import annotations

import hashlib
import os
import secrets
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from commandcenter.ui.ports import DraftStore

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


class BackgroundDrafts:
    """Keeps the newest text in another store by a thread of its own: whoever types never waits for the disk.

    A text is begun to be kept at once, and those that come meanwhile give way to the newest. So a crash costs what was typed while
    one write was under way, some milliseconds; `close`, and the end of the program, wait for the last one. Any thread.
    """

    def __init__(self, store: DraftStore) -> None:
        """Keep texts in `store`, which from now on only this uses."""
        self._store = store
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="drafts")
        self._lock = Lock()
        self._newest: str | None = None
        self._last: Future[None] | None = None

    def read(self) -> str:
        """Return the text that was kept, the one still on its way included; empty where there is none."""
        self.settle()
        return self._store.read()

    def write(self, text: str) -> None:
        """Keep a text in place of the one before; returns at once."""
        with self._lock:
            waiting = self._newest is not None
            self._newest = text
            if not waiting:
                self._last = self._writer.submit(self._keep)

    def settle(self) -> None:
        """Wait until what was written is kept."""
        if self._last is not None:
            self._last.result()

    def close(self) -> None:
        """Keep what is still on its way, and end the thread; nothing can be written afterwards."""
        self._writer.shutdown(wait=True)

    def _keep(self) -> None:
        with self._lock:
            text, self._newest = self._newest or "", None
        self._store.write(text)
