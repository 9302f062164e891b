"""An operation that was ended, as one compressed and encrypted file: its signed checkpoint, every entry, and the attachments.

The parts are those of a bundle, of another kind: first the checkpoint with a few words about the operation, then the batches of the wire until
there are as many entries as the checkpoint stands for, then the attachments, sealed as they lie on every disk, piece by piece. The first version
had no attachments.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from commandcenter.log.checkpoint import Checkpoint, agrees, read_checkpoint
from commandcenter.log.codec import MalformedError
from commandcenter.log.ledger import Ledger
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.model.progress import NoProgress, Progress
from commandcenter.sync.batches import batch_of, cut
from commandcenter.sync.bundle import read_file, said, writing
from commandcenter.sync.files.bundle import pieces_of
from commandcenter.sync.files.messages import MAX_PIECE_BYTES, Store, read_store, write_store
from commandcenter.sync.files.store import FileStore
from commandcenter.sync.messages import SUMMARY, Batch, read_batch, write_batch
from commandcenter.sync.replica import Replica
from commandcenter.sync.wire import pack, unpack

_ARCHIVE = b"A"
_VERSION = 2


@dataclass(frozen=True, slots=True)
class Head:
    """What an archive says of itself."""

    checkpoint: Checkpoint
    name: str
    """Of the operation."""
    region: str
    files: int = 0
    """How many attachments are in it."""


@dataclass(frozen=True, slots=True)
class Attached:
    """Attachments that go into an archive: all of them whole in the store."""

    store: FileStore
    sizes: Mapping[bytes, int]
    """Name → sealed size."""


def write_archive(path: Path, log: Replica, key: bytes, head: Head, attached: Attached, progress: Progress | None = None) -> None:
    """Write all entries of an operation and these attachments. The checkpoint must stand for all entries. Raises `KnownError`."""
    watch = progress or NoProgress()
    for share in writing_archive(path, log, key, head, attached):
        watch.report("archive", share, 1)


def writing_archive(path: Path, log: Replica, key: bytes, head: Head, attached: Attached) -> Generator[float, None, None]:
    """Do the same step by step: yield how much is written after each part, from 0 to 1; closed early, it leaves no file."""
    entries, written = 0, 0
    pieces = sum(-(-size // MAX_PIECE_BYTES) for size in attached.sizes.values())

    def messages() -> Iterator[bytes]:
        nonlocal entries, written
        yield pack([_VERSION, head.checkpoint.encoded(), head.name, head.region, len(attached.sizes)], SUMMARY)
        for rows, more in cut(log.signed()):
            entries += len(rows)
            yield write_batch(batch_of(log, rows, more=more))
        if entries != head.checkpoint.said.entries:
            raise KnownError("The log grew while it was archived; try again.")
        for piece in pieces_of(log.operation, attached.store, attached.sizes):
            written += 1
            yield write_store(piece)

    whole = max(1, head.checkpoint.said.entries + pieces)
    for _ in writing(path, _ARCHIVE, key, messages()):
        yield min(1.0, (entries + written) / whole)


def read_head(path: Path, key: bytes) -> Head:
    """Return what an archive says of itself. Raises `KnownError`."""
    with said(path):
        return _head(next(read_file(path, _ARCHIVE, key), b""))


def read_archive(path: Path, key: bytes, log: Ledger, store: FileStore | None = None, progress: Progress | None = None) -> frozenset[bytes]:
    """Take all entries of an archive into an empty log of its operation, each checked; return the names of the attachments, each checked too.

    `store`: where the attachments are kept, if anywhere. Raises `KnownError` where something is damaged, forged or missing, or the entries
    are not what the signed checkpoint stands for.
    """
    watch = progress or NoProgress()
    with said(path):
        messages = read_file(path, _ARCHIVE, key)
        head = _head(next(messages, b""))
        for batch in _batches(messages, head):
            _take(log, batch)
            watch.report("read", log.count(), head.checkpoint.said.entries)
        if log.count() != head.checkpoint.said.entries or not agrees(log, head.checkpoint):
            raise MalformedError("its entries are not those of its checkpoint")
        files = _Unpacked(log.operation, store)
        for piece in map(read_store, messages):
            files.take(piece)
        if len(files.whole) != head.files:
            raise MalformedError("an attachment is missing")
    return frozenset(files.whole)


def batches(path: Path, key: bytes) -> Iterator[Batch]:
    """Yield the batches of an archive, to heal a log from. Raises `KnownError`."""
    with said(path):
        messages = read_file(path, _ARCHIVE, key)
        yield from _batches(messages, _head(next(messages, b"")))


def _batches(messages: Iterator[bytes], head: Head) -> Iterator[Batch]:
    """Read as many batches as the checkpoint has entries, and no further."""
    left = head.checkpoint.said.entries
    while left > 0 and (message := next(messages, None)) is not None:
        batch = read_batch(message)
        left -= len(batch.entries)
        yield batch


class _Unpacked:
    """Attachments as they come out of an archive: one after the other, each from its first byte to its last."""

    def __init__(self, operation: Id, store: FileStore | None) -> None:
        self.whole: set[bytes] = set()
        self._operation, self._store = operation, store
        self._name, self._received, self._digest = b"", 0, hashlib.sha256()

    def take(self, piece: Store) -> None:
        if not self._received:
            self._name, self._digest = piece.name, hashlib.sha256()
        if (piece.operation, piece.name, piece.offset) != (self._operation, self._name, self._received) or not piece.data:
            raise MalformedError("the pieces of an attachment are not in order")
        self._received += len(piece.data)
        self._digest.update(piece.data)
        if self._store is not None:
            self._store.append(piece.name, piece.size, piece.offset, piece.data)
        if self._received >= piece.size:
            if self._digest.digest() != piece.name or self._received > piece.size:
                raise MalformedError("an attachment of it is not as it was sent")
            self.whole.add(piece.name)
            self._received = 0


def _take(log: Ledger, batch: Batch) -> None:
    if batch.operation != log.operation:
        raise MalformedError("it is of another operation")
    taken = log.ingest(batch.entries, sender="archive", keys=batch.device_keys())
    if taken.gaps or taken.quarantined:
        why = log.quarantined()[-1].reason if taken.quarantined else "an entry is missing"
        raise MalformedError(f"an entry of it is not as it was signed: {why}")


def _head(message: bytes) -> Head:
    match unpack(message, SUMMARY):
        case [1, bytes() as checkpoint, str() as name, str() as region]:
            return Head(read_checkpoint(checkpoint), name, region)
        case [int() as version, bytes() as checkpoint, str() as name, str() as region, int() as files] if version == _VERSION:
            return Head(read_checkpoint(checkpoint), name, region, files)
    raise MalformedError("it does not begin as an archive does")


__all__ = ["Attached", "Head", "batches", "read_archive", "read_head", "write_archive", "writing_archive"]
