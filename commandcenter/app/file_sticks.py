"""The attachments of a log in files, without a window: on a stick, and in an archive."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from commandcenter.app.home import Home
from commandcenter.app.own_log import file_store
from commandcenter.app.stick_keys import key_of_file
from commandcenter.log.store import SqliteLog
from commandcenter.model.entries import Section
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.picture.history import picture_of
from commandcenter.picture.messages import AttachmentView
from commandcenter.picture.picture import Picture
from commandcenter.sync.archive import Attached
from commandcenter.sync.files.bundle import beside, read_files, whole_here, write_files
from commandcenter.sync.files.sealed import sealed_size, unseal
from commandcenter.sync.files.store import FileStore
from commandcenter.sync.sealed import Lock
from commandcenter.ui.files.kinds import safe_name

PERSONAL = frozenset({str(Section.PII), str(Section.MED)})
"""Sections of attachments that hold personal data."""


def export_files(home: Home, operation: Id, files: Iterable[AttachmentView], bundle: Path, lock: Lock) -> int:
    """Write those of these attachments that are here beside a bundle, locked as it is; return how many. Raises `KnownError`."""
    return write_files(beside(bundle), operation, file_store(home, operation), _sizes(files), lock, lambda _done: None)


def import_files(home: Home, log: SqliteLog, bundle: Path) -> int:
    """Take in the attachments beside a bundle that the log names; return how many became whole. Raises `KnownError`."""
    if not beside(bundle).exists():
        return 0
    known = _sizes(readable(picture_of(log.operation, log.entries)))
    key = key_of_file(home, beside(bundle), log.operation)
    return read_files(beside(bundle), log.operation, file_store(home, log.operation), key, lambda name, size: known.get(name) == size)


def readable(picture: Picture, sections: frozenset[str] | None = None) -> list[AttachmentView]:
    """Return the attachments that can be opened by who has the log, or only these sections of it."""
    return [file for file in picture.words.attachments() if file.readable and (sections is None or file.section in sections)]


def attached(home: Home, picture: Picture) -> tuple[Attached, int]:
    """Return the attachments of an operation that are on this computer, and how many are not. Raises `KnownError`. Any thread."""
    store, named = file_store(home, picture.operation), _sizes(readable(picture))
    here = whole_here(store, named)
    return Attached(store, here), len(named) - len(here)


def save_all(picture: Picture, store: FileStore, folder: Path) -> int:
    """Write every attachment that is in a store into a folder as it was given, and overwrite nothing; return how many. Raises `KnownError`."""
    files = readable(picture)
    here, count = whole_here(store, _sizes(files)), 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, file in enumerate(files, start=1):
            if file.hash not in here:
                continue
            content = unseal(store.read(file.hash, 0, here[file.hash] + 1), file.key, file.size, file.hash)
            with (folder / f"{number:04}-{safe_name(file.name, file.media)}").open("xb") as made:
                made.write(content)
            count += 1
    except OSError as error:
        raise KnownError("{file} cannot be written: {why}.", file=folder.name, why=error.strerror or str(error)) from error
    return count


def _sizes(files: Iterable[AttachmentView]) -> dict[bytes, int]:
    return {file.hash: sealed_size(file.size) for file in files}
