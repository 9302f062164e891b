"""The attachments of a log on a stick, without a window: as the command line carries them."""

from __future__ import annotations

from pathlib import Path

from commandcenter.app.files import file_store
from commandcenter.app.home import Home
from commandcenter.app.stick_keys import own_key
from commandcenter.log.store import SqliteLog
from commandcenter.picture.history import picture_of
from commandcenter.picture.messages import AttachmentView
from commandcenter.sync.files.bundle import beside, read_files, write_files
from commandcenter.sync.files.sealed import sealed_size


def export_files(home: Home, log: SqliteLog, bundle: Path) -> int:
    """Write every attachment that is here beside a bundle; return how many. Raises `KnownError`."""
    sizes = {file.hash: sealed_size(file.size) for file in _readable(log)}
    return write_files(beside(bundle), log.operation, file_store(home, log.operation), sizes, own_key(home, log.operation), lambda _done: None)


def import_files(home: Home, log: SqliteLog, bundle: Path) -> int:
    """Take in the attachments beside a bundle that the log names; return how many became whole. Raises `KnownError`."""
    if not beside(bundle).exists():
        return 0
    known = {file.hash: sealed_size(file.size) for file in _readable(log)}
    store = file_store(home, log.operation)
    return read_files(beside(bundle), log.operation, store, own_key(home, log.operation), lambda name, size: known.get(name) == size)


def _readable(log: SqliteLog) -> list[AttachmentView]:
    picture = picture_of(log.operation, log.entries)
    return [file for file in picture.words.attachments() if file.readable]
