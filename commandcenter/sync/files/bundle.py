"""Attachments on a stick: a file of their own beside the bundle of entries, so that the entries never wait for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from commandcenter.log.codec import MalformedError
from commandcenter.model.ids import Id
from commandcenter.sync.bundle import read_file, said, write_file
from commandcenter.sync.files.messages import MAX_PIECE_BYTES, Store, read_store, write_store
from commandcenter.sync.files.store import FileStore

_FILES = b"F"
ENDING = ".files"


def beside(bundle: Path) -> Path:
    """Return where the attachments of a bundle lie."""
    return bundle.with_name(bundle.name + ENDING)


def write_files(path: Path, operation: Id, store: FileStore, sizes: Mapping[bytes, int], key: bytes, moved: Callable[[int], None]) -> int:
    """Write whole files (name → sealed size); return how many. `moved` is told the bytes so far and may raise to stop. Raises `KnownError`."""
    whole = [name for name, held in store.held(sizes).items() if held.whole and held.size == sizes[name]]

    def pieces() -> Iterator[bytes]:
        done = 0
        for name in sorted(whole):
            for offset in range(0, sizes[name], MAX_PIECE_BYTES):
                data = store.read(name, offset, MAX_PIECE_BYTES)
                done += len(data)
                moved(done)
                yield write_store(Store(operation, name, sizes[name], offset, data))

    write_file(path, _FILES, key, pieces())
    return len(whole)


def read_files(path: Path, operation: Id, store: FileStore, key: bytes, wants: Callable[[bytes, int], bool]) -> int:
    """Take in the files that are wanted here; return how many became whole. Raises `KnownError`; what came before stays."""
    whole: set[bytes] = set()
    with said(path):
        for message in read_file(path, _FILES, key):
            piece = read_store(message)
            if piece.operation != operation:
                raise MalformedError("it is of another operation")
            if piece.name in whole or not wants(piece.name, piece.size):
                continue
            held = store.append(piece.name, piece.size, piece.offset, piece.data)
            if held is not None and held.whole:
                whole.add(piece.name)
    return len(whole)
