"""A file for a USB stick that carries the same batches as the wire, encrypted to the operation, or to certain devices (`sealed`).

`"CCBUNDLE" ‖ version ‖ kind`, then parts: 4 bytes of length, then a secret box (XSalsa20-Poly1305) of
`kind ‖ file id ‖ number ‖ message`; the last message is empty. A part that is missing, doubled, moved, from another file or cut off is noticed.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO, TypeAlias

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from commandcenter.log.codec import MalformedError
from commandcenter.log.intake import Ingested
from commandcenter.log.signed import SignedEntry
from commandcenter.model.errors import KnownError
from commandcenter.sync.batches import batch_of, cut
from commandcenter.sync.messages import SUMMARY, Batch, Standing, read_batch, read_standing, write_batch, write_standing
from commandcenter.sync.missing import missing
from commandcenter.sync.replica import Replica, Summary
from commandcenter.sync.sealed import SEALED_MAGIC, Lock, read_head

_MAGIC = b"CCBUNDLE\x01"
_ENTRIES, _SUMMARY = b"E", b"S"
_FILE_ID_BYTES = 16
_WHOSE_BYTES = 1 + _FILE_ID_BYTES
_MAX_PART = SUMMARY.packed + 100


Copy: TypeAlias = Callable[[SignedEntry], SignedEntry]
"""Gives what of an entry goes along."""


def whole(signed: SignedEntry) -> SignedEntry:
    """Return all of an entry: what the own organisation gets."""
    return signed


def write_entries(path: Path, replica: Replica, key: bytes | Lock, theirs: Summary, copy: Copy = whole) -> int:
    """Write what a copy with this summary lacks; return how many entries that is. `KnownError` when the file cannot be written.

    `copy` gives what of each entry goes along: all of it, or what a partner may see.
    """
    return max(writing_entries(path, replica, key, theirs, copy))


def writing_entries(path: Path, replica: Replica, key: bytes | Lock, theirs: Summary, copy: Copy = whole) -> Generator[int, None, None]:
    """Do the same step by step: yield how many entries are written after each batch, from 0 on; closed early, it leaves no file."""
    counts: list[int] = [0]

    def messages() -> Iterator[bytes]:
        for rows, more in cut(missing(replica, theirs)):
            counts.append(counts[-1] + len(rows))
            yield write_batch(batch_of(replica, [replace(row, signed=copy(row.signed)) for row in rows], more=more))

    for _ in writing(path, _ENTRIES, key, messages()):
        yield counts[-1]


def lacking(replica: Replica, theirs: Summary) -> int:
    """Return how many entries a copy with this summary lacks, about: a forked feed may hold more."""
    return sum(max(0, ends[-1].seq - (theirs[device][-1].seq if device in theirs else 0)) for device, ends in replica.leaves().items())


def write_summary(path: Path, replica: Replica, key: bytes | Lock) -> None:
    """Write what this copy has, so that the other side can pack only what it lacks."""
    write_file(path, _SUMMARY, key, [write_standing(Standing(replica.position(), replica.leaves()))])


def read_summary(path: Path, key: bytes) -> Summary:
    """Return a summary that another desk has written. Raises `KnownError`."""
    with said(path):
        (message,) = read_file(path, _SUMMARY, key)
        summary = read_standing(message).summary
        if summary is None:
            raise MalformedError("it says nothing")
        return summary


def read_entries(path: Path, replica: Replica, key: bytes, received: Callable[[Ingested], None]) -> None:
    """Take in a bundle batch by batch, each committed before the next is read. Raises `KnownError`; what came before then stays."""
    for taken, _ in reading_entries(path, replica, key):
        received(taken)


def reading_entries(path: Path, replica: Replica, key: bytes) -> Generator[tuple[Ingested, float], None, None]:
    """Do the same step by step: yield what became of each batch, and how much of the file is read (0 … 1)."""
    with said(path):
        whole, read = max(1, path.stat().st_size), 0
        for message in read_file(path, _ENTRIES, key):
            batch = read_batch(message)
            if batch.operation != replica.operation:
                raise MalformedError("it is of another operation")
            read += len(message)
            yield replica.ingest(batch.entries, sender=f"bundle {path.name}", keys=batch.device_keys()), min(1.0, read / whole)


def entry_batches(path: Path, key: bytes) -> Iterator[Batch]:
    """Yield the batches of a bundle unjudged, to heal a log from. Raises `KnownError`."""
    with said(path):
        yield from map(read_batch, read_file(path, _ENTRIES, key))


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Turn failures of a file into sentences."""
    try:
        yield
    except OSError as error:
        raise KnownError("The bundle {file} cannot be used: {why}.", file=path.name, why=error.strerror or str(error)) from error
    except MalformedError as error:
        raise KnownError("The bundle {file} is not what it should be: {why}.", file=path.name, why=str(error)) from error


def write_file(path: Path, kind: bytes, key: bytes | Lock, messages: Iterable[bytes]) -> None:
    """Write a file of one kind whole or not at all. Raises `KnownError`."""
    for _ in writing(path, kind, key, messages):
        pass


def writing(path: Path, kind: bytes, key: bytes | Lock, messages: Iterable[bytes]) -> Iterator[None]:
    """Write a file whole or not at all; yield after each part: one for each message, and an empty last one."""
    new = path.with_name(path.name + ".new")
    lock = key if isinstance(key, Lock) else Lock(key)
    box, whose = SecretBox(lock.key), kind + secrets.token_bytes(_FILE_ID_BYTES)
    with said(path):
        try:
            with new.open("wb") as file:
                file.write((SEALED_MAGIC if lock.head else _MAGIC) + kind + lock.head)
                for number, message in enumerate(chain(messages, [b""]), start=1):
                    part = bytes(box.encrypt(whose + number.to_bytes(4, "big") + message))
                    file.write(len(part).to_bytes(4, "big") + part)
                    yield
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def _past_beginning(file: BinaryIO, kind: bytes) -> bytes:
    """Read up to the parts; return what says for whom the file is sealed, nothing where it is the operation's. `MalformedError` for another kind."""
    magic = file.read(len(_MAGIC) + len(kind))
    if magic not in (_MAGIC + kind, SEALED_MAGIC + kind):
        raise MalformedError("it is of another kind or version")
    return read_head(file) if magic.startswith(SEALED_MAGIC) else b""


def sealed_head(path: Path) -> bytes:
    """Return what says for whom a bundle or summary is sealed; nothing where it is encrypted to the operation. Raises `KnownError`."""
    with said(path), path.open("rb") as file:
        kind = file.read(len(_MAGIC) + 1)[-1:]
        file.seek(0)
        return _past_beginning(file, kind)


def read_file(path: Path, kind: bytes, key: bytes) -> Iterator[bytes]:
    """Yield the messages of a file; `MalformedError` at the first part that is not the right one."""
    box, whose, number, message = SecretBox(key), b"", 0, b"begun"
    with path.open("rb") as file:
        _past_beginning(file, kind)
        while message:
            length = int.from_bytes(file.read(4), "big")
            if not 0 < length <= _MAX_PART:
                raise MalformedError("it is cut off")
            part = file.read(length)
            if len(part) != length:
                raise MalformedError("it is cut off")
            try:
                plain = box.decrypt(part)
            except (CryptoError, ValueError) as error:
                raise MalformedError("it is damaged, or of an operation whose key is not here") from error
            number += 1
            whose = whose or plain[:_WHOSE_BYTES]
            if not plain.startswith(kind) or plain[: _WHOSE_BYTES + 4] != whose + number.to_bytes(4, "big"):
                raise MalformedError("its parts are not in order")
            message = plain[_WHOSE_BYTES + 4 :]
            if message:
                yield message
        if file.read(1):
            raise MalformedError("something follows its end")
