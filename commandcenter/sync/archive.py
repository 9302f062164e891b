"""An operation that was ended, as one compressed and encrypted file: its signed checkpoint and every entry.

The parts are those of a bundle, of another kind: first the checkpoint with a few words about the operation, then the batches of the wire.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from commandcenter.log.checkpoint import Checkpoint, agrees, read_checkpoint
from commandcenter.log.codec import MalformedError
from commandcenter.log.ledger import Ledger
from commandcenter.model.errors import KnownError
from commandcenter.model.progress import NoProgress, Progress
from commandcenter.sync.batches import batch_of, cut
from commandcenter.sync.bundle import read_file, said, writing
from commandcenter.sync.messages import SUMMARY, Batch, read_batch, write_batch
from commandcenter.sync.replica import Replica
from commandcenter.sync.wire import pack, unpack

_ARCHIVE = b"A"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Head:
    """What an archive says of itself."""

    checkpoint: Checkpoint
    name: str
    """Of the operation."""
    region: str


def write_archive(path: Path, log: Replica, key: bytes, head: Head, progress: Progress | None = None) -> int:
    """Write all entries of an operation; return how many. The checkpoint must stand for all of them. Raises `KnownError`."""
    watch = progress or NoProgress()
    count = 0
    for count in writing_archive(path, log, key, head):
        watch.report("archive", count, head.checkpoint.said.entries)
    return count


def writing_archive(path: Path, log: Replica, key: bytes, head: Head) -> Generator[int, None, None]:
    """Do the same step by step: yield how many entries are written after each batch, from 0 on; closed early, it leaves no file."""
    count = 0

    def messages() -> Iterator[bytes]:
        nonlocal count
        yield pack([_VERSION, head.checkpoint.encoded(), head.name, head.region], SUMMARY)
        for rows, more in cut(log.signed()):
            count += len(rows)
            yield write_batch(batch_of(log, rows, more=more))
        if count != head.checkpoint.said.entries:
            raise KnownError("The log grew while it was archived; try again.")

    for _ in writing(path, _ARCHIVE, key, messages()):
        yield count


def read_head(path: Path, key: bytes) -> Head:
    """Return what an archive says of itself. Raises `KnownError`."""
    with said(path):
        return _head(next(read_file(path, _ARCHIVE, key), b""))


def read_archive(path: Path, key: bytes, log: Ledger, progress: Progress | None = None) -> Head:
    """Take all entries of an archive into an empty log of its operation, each checked; return what the archive says of itself.

    Raises `KnownError` where one is damaged, forged or missing, or is not what the signed checkpoint stands for.
    """
    watch = progress or NoProgress()
    with said(path):
        messages = read_file(path, _ARCHIVE, key)
        head = _head(next(messages, b""))
        for batch in map(read_batch, messages):
            _take(log, batch)
            watch.report("read", log.count(), head.checkpoint.said.entries)
        if log.count() != head.checkpoint.said.entries or not agrees(log, head.checkpoint):
            raise MalformedError("its entries are not those of its checkpoint")
    return head


def batches(path: Path, key: bytes) -> Iterator[Batch]:
    """Yield the batches of an archive, to heal a log from. Raises `KnownError`."""
    with said(path):
        messages = read_file(path, _ARCHIVE, key)
        next(messages, None)
        yield from map(read_batch, messages)


def _take(log: Ledger, batch: Batch) -> None:
    if batch.operation != log.operation:
        raise MalformedError("it is of another operation")
    taken = log.ingest(batch.entries, sender="archive", keys=batch.device_keys())
    if taken.gaps or taken.quarantined:
        why = log.quarantined()[-1].reason if taken.quarantined else "an entry is missing"
        raise MalformedError(f"an entry of it is not as it was signed: {why}")


def _head(message: bytes) -> Head:
    match unpack(message, SUMMARY):
        case [int() as version, bytes() as checkpoint, str() as name, str() as region] if version == _VERSION:
            return Head(read_checkpoint(checkpoint), name, region)
    raise MalformedError("it does not begin as an archive does")


__all__ = ["Head", "batches", "read_archive", "read_head", "write_archive", "writing_archive"]
