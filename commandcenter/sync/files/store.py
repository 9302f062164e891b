"""Where sealed files lie: whole ones, and those of which the beginning is here. One folder per operation."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from commandcenter.model.errors import KnownError
from commandcenter.sync.files.sealed import MAX_SEALED_BYTES

_PART = ".part"
SYNC_BYTES = 1 << 20
"""So much of a file that is still coming may be lost by a power cut: it is asked for again."""


@dataclass(frozen=True, slots=True)
class Held:
    """How much of a file is here."""

    received: int
    size: int
    """Sealed bytes of the whole."""

    @property
    def whole(self) -> bool:
        """Return whether all of it is here."""
        return self.received == self.size


class FileStore(Protocol):
    """Sealed files by name. Every method raises `KnownError` where the disk or the database fails."""

    def held(self, names: Iterable[bytes]) -> Mapping[bytes, Held]:
        """Return what is here of these files; those that are not here at all are missing."""

    def read(self, name: bytes, offset: int, most: int) -> bytes:
        """Return bytes of a whole file; none where it is not here or ends before."""

    def append(self, name: bytes, size: int, offset: int, data: bytes) -> Held | None:
        """Add bytes to a file; return how much is here now, `None` where this file is not taken.

        Bytes that are here already change nothing, bytes beyond the end are not taken. Whoever brings the last ones of a file that then
        is not what its name says, makes it vanish.
        """

    def drop(self, names: Collection[bytes]) -> int:
        """Forget files; return how many were here."""


class FolderStore:
    """Files in a folder, readable by its owner only. One thread at a time per file; any thread."""

    def __init__(self, folder: Path) -> None:
        """Use a folder; it is made when there is something to keep."""
        self._folder = folder

    def held(self, names: Iterable[bytes]) -> dict[bytes, Held]:
        """Return what is here of these files."""
        wanted = set(names)
        return {name: held for name, held in self.everything().items() if name in wanted}

    def everything(self) -> dict[bytes, Held]:
        """Return all files that are here, whole or in part."""
        found: dict[bytes, Held] = {}
        for entry in self._entries():
            name, _, size = entry.name.removesuffix(_PART).partition(".")
            if not _is_name(name) or (entry.name.endswith(_PART) and not size.isdecimal()):
                continue
            received = _size(entry)
            if received is None:
                continue
            if entry.name.endswith(_PART):
                found.setdefault(bytes.fromhex(name), Held(min(received, int(size) - 1), int(size)))
            else:
                found[bytes.fromhex(name)] = Held(received, received)
        return found

    def _entries(self) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._folder) as entries:
                return list(entries)
        except FileNotFoundError:
            return []
        except OSError as error:
            raise _failed(error) from error

    def keep(self, name: bytes, sealed: bytes) -> None:
        """Keep a whole file, durably."""
        path = self._path(name)
        try:
            if path.exists() and path.stat().st_size == len(sealed):
                return
            self._make_folder()
            new = path.with_name(path.name + ".new")
            _write(new, sealed)
            new.replace(path)
        except OSError as error:
            raise _failed(error) from error

    def read(self, name: bytes, offset: int, most: int) -> bytes:
        """Return bytes of a whole file."""
        try:
            with self._path(name).open("rb") as file:
                file.seek(offset)
                return file.read(most)
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise _failed(error) from error

    def append(self, name: bytes, size: int, offset: int, data: bytes) -> Held | None:
        """Add bytes to a file; the last ones make it whole, if it is what its name says."""
        if not 0 < size <= MAX_SEALED_BYTES or offset + len(data) > size:
            return None
        path = self._path(name)
        part = path.with_name(f"{path.name}.{size}{_PART}")
        try:
            if path.exists():
                return Held(size, size)
            self._make_folder()
            received = part.stat().st_size if part.exists() else 0
            if offset > received or offset + len(data) <= received:
                return Held(received, size)
            received = _extend(part, received, data[received - offset :])
            return Held(received, size) if received < size else self._finish(name, part, path, size)
        except OSError as error:
            raise _failed(error) from error

    def _finish(self, name: bytes, part: Path, path: Path, size: int) -> Held | None:
        if _digest(part) != name:
            part.unlink()
            return None
        part.replace(path)
        return Held(size, size)

    def drop(self, names: Collection[bytes]) -> int:
        """Forget files, begun ones too."""
        gone = {name.hex() for name in names}
        entries = [entry for entry in self._entries() if entry.name.partition(".")[0] in gone]
        try:
            for entry in entries:
                Path(entry.path).unlink(missing_ok=True)
        except OSError as error:
            raise _failed(error) from error
        return len(entries)

    def _make_folder(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def _path(self, name: bytes) -> Path:
        return self._folder / name.hex()


def _is_name(text: str) -> bool:
    return len(text) == 64 and all(digit in "0123456789abcdef" for digit in text)


def _size(entry: os.DirEntry[str]) -> int | None:
    """Return a file's size; `None` where it was dropped after the folder was read."""
    try:
        return entry.stat().st_size
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _failed(error) from error


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _extend(path: Path, before: int, data: bytes) -> int:
    """Write at the end of what is here; return how much that is now."""
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
        file.seek(before)
        file.write(data)
        file.flush()
        after = before + len(data)
        if after // SYNC_BYTES != before // SYNC_BYTES or after <= SYNC_BYTES:
            os.fsync(file.fileno())
    return after


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _failed(error: OSError) -> KnownError:
    return KnownError("Attachments cannot be kept on this disk: {why}.", why=error.strerror or str(error))
