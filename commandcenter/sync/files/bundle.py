"""Attachments on a stick: a file of their own beside the bundle of entries, so that the entries never wait for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from commandcenter.log.codec import MalformedError
from commandcenter.model.ids import Id
from commandcenter.sync.bundle import read_file, said, write_file
from commandcenter.sync.files.messages import MAX_PIECE_BYTES, Store, read_store, write_store
from commandcenter.sync.files.store import FileStore
from commandcenter.sync.sealed import Lock

_FILES = b"F"
ENDING = ".files"


def beside(bundle: Path) -> Path:
    """Return where the attachments of a bundle lie."""
    return bundle.with_name(bundle.name + ENDING)


def whole_here(store: FileStore, sizes: Mapping[bytes, int]) -> dict[bytes, int]:
    """Return those of these files (name → sealed size) of which all is here. Raises `KnownError`."""
    held = store.held(sizes)
    return {name: size for name, size in sizes.items() if name in held and held[name].whole and held[name].size == size}


def pieces_of(operation: Id, store: FileStore, sizes: Mapping[bytes, int]) -> Iterator[Store]:
    """Yield whole files piece by piece, each from its first byte to its last. Raises `KnownError`."""
    for name in sorted(sizes):
        for offset in range(0, sizes[name], MAX_PIECE_BYTES):
            yield Store(operation, name, sizes[name], offset, store.read(name, offset, MAX_PIECE_BYTES))


def write_files(path: Path, operation: Id, store: FileStore, sizes: Mapping[bytes, int], key: bytes | Lock, moved: Callable[[int], None]) -> int:
    """Write whole files (name → sealed size); return how many. `moved` is told the bytes so far and may raise to stop. Raises `KnownError`."""
    whole = whole_here(store, sizes)

    def messages() -> Iterator[bytes]:
        done = 0
        for piece in pieces_of(operation, store, whole):
            done += len(piece.data)
            moved(done)
            yield write_store(piece)

    write_file(path, _FILES, key, messages())
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
