"""Archives of operations: written when one is ended, opened again to look at or to check, and the live store put away."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from commandcenter.app.home import Home
from commandcenter.log.checkpoint import Checkpoint
from commandcenter.log.keys import Vault, open_vault
from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.model.entries import Key, Kind
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.picture import Picture
from commandcenter.sync.archive import Attached, Head, read_archive, read_head
from commandcenter.sync.files.store import FileStore
from commandcenter.sync.operation_key import known_key, read_join_code

AWAY = "put-away"
"""Folder in `operations` of live stores whose archive is elsewhere."""


def archive_key(home: Home, path: Path, code: str | None) -> tuple[bytes, Head]:
    """Return the key that opens an archive, and what it says of itself. Raises `KnownError`.

    `code`: what `bundle code` printed; without it the keys of all operations that this home knows are tried.
    """
    if code is not None:
        key = read_join_code(code)[1]
        return key, read_head(path, key)
    error = KnownError("The archive {file} is of an operation whose key is not here; its code is needed as well.", file=path.name)
    for key in _keys(home, open_vault(home.root)):
        try:
            return key, read_head(path, key)
        except KnownError as refused:
            error = refused
    raise error


def _keys(home: Home, vault: Vault) -> Iterator[bytes]:
    folders = [*home.operations.iterdir(), *(home.operations / AWAY).glob("*")]
    for name in sorted({folder.name for folder in folders if len(folder.name) == 32}):
        key = known_key(vault, Id(name))
        if key is not None:
            yield key


@dataclass(frozen=True, slots=True)
class Opened:
    """An archive that was read and checked."""

    log: SqliteLog
    attachments: frozenset[bytes]
    """Names of those that are in it."""


@contextmanager
def opened_archive(path: Path, key: bytes, head: Head, progress: Progress | None = None, store: FileStore | None = None) -> Iterator[Opened]:
    """Give what is in an archive, all of it checked, for as long as the block runs; nothing is written to it that would stay.

    The log belongs to the calling thread; `store` gets the attachments. Raises `KnownError` where the archive is not what was signed.
    """
    with tempfile.TemporaryDirectory(prefix="commandcenter-archive-", ignore_cleanup_errors=True) as folder:
        reader = DeviceKey(secrets.token_bytes(32))
        log = SqliteLog(Path(folder) / "log.db", device=reader, database_key=secrets.token_bytes(32), operation=Id(head.checkpoint.said.operation))
        try:
            yield Opened(log, read_archive(path, key, log, store, progress))
        finally:
            log.close()


def head_of(picture: Picture, checkpoint: Checkpoint, region: str, attached: Attached) -> Head:
    """Return what the archive of an operation says of itself."""
    name = picture.value(Key(Kind.OPERATION, picture.operation, "name"))
    return Head(checkpoint, name if isinstance(name, str) else "", region, len(attached.sizes))


def check_archive(path: Path, key: bytes, head: Head, progress: Progress | None = None) -> None:
    """Read an archive as whoever opens it will. Raises `KnownError` where it is not what was signed. Any thread."""
    with opened_archive(path, key, head, progress):
        pass


def told(path: Path, head: Head, missing: int) -> Sentence:
    """Return what to say of an archive that was written and checked; `missing`: attachments that were not here."""
    facts = {"file": path.name, "n": f"{head.checkpoint.said.entries:,}", "files": f"{head.files:,}", "missing": f"{missing:,}"}
    if missing:
        return say(
            "Entries in {file}: {n}, attachments: {files}. The file was checked. Attachments that are not on this computer: {missing}; "
            "fetch them and write the archive again.",
            **facts,
        )
    return say("Entries in {file}: {n}, attachments: {files}. The file was checked.", **facts)


def put_away(home: Home, operation: Id, region: str) -> Path:
    """Move the live store of an archived operation aside; the region begins a new one. Return where it lies now. Raises `KnownError`."""
    folder, target = home.operations / operation, home.operations / AWAY / operation
    try:
        target.parent.mkdir(exist_ok=True)
        folder.replace(target)
    except OSError as error:
        raise KnownError("The store cannot be put away: {why}. Close the desk and try again.", why=error.strerror or str(error)) from error
    home.keep(f"operation:{region}", None)
    return target
