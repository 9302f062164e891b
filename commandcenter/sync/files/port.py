"""What the exchange of attachments needs of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from commandcenter.sync.files.store import FileStore


class FilePort(Protocol):
    """The desk's attachments. Called in the sync thread; everything it gives may be a little old."""

    @property
    def store(self) -> FileStore:
        """Where they lie; safe in any thread."""

    def offered(self) -> Mapping[bytes, int]:
        """Return files (name → sealed size) that are here and may go out now."""

    def wanted(self) -> Mapping[bytes, int]:
        """Return files (name → sealed size) that are to be fetched now, the most wanted first."""

    def wants(self, name: bytes, size: int) -> bool:
        """Return whether a file that another desk brings is taken."""

    def moved(self) -> None:
        """Something has come or gone."""
