"""Looks at a map file before anything is built: is it what its name says, whole, and of sane size?"""

from __future__ import annotations

import bz2
import hashlib
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, Protocol

from commandcenter.geo.importing import pbf
from commandcenter.model.errors import KnownError
from commandcenter.model.progress import Progress

CHUNK_BYTES = 1 << 20

MAX_RATIO = 100
"""Real extracts unpack to 2 … 30 times their size; a bomb to 1,000 times and more."""
RATIO_FREE_BYTES = 32 << 20
"""Below this unpacked size the ratio does not matter."""

SUFFIXES = {".osm.pbf": "pbf", ".pbf": "pbf", ".osm.gz": "osm.gz", ".osm.bz2": "osm.bz2", ".osm": "osm"}
_MAGIC = {"osm.gz": b"\x1f\x8b", "osm.bz2": b"BZh"}
_DATE = re.compile(rb'(?:osm_base|timestamp)="(\d{4}-\d\d-\d\dT[\d:]+Z)"')


@dataclass(frozen=True, slots=True)
class Source:
    """A map file that passed the first look."""

    path: Path
    format: str
    """pbf, osm, osm.gz or osm.bz2: the name the reader knows."""
    bytes: int
    sha256: str
    unpacked_bytes: int
    objects: int
    """Tagged objects of an XML file, for the progress; 0 for pbf, which is read by bytes."""
    date: str
    """ISO date of an XML file's head; empty where unknown."""


def inspect(path: Path, progress: Progress) -> Source:
    """Read the file once and return what it is; `KnownError` where it cannot be a map."""
    kind = _format_of(path)
    try:
        size = path.stat().st_size
        if size == 0:
            raise KnownError("The file {file} is empty.", file=path.name)
        with path.open("rb") as file:
            _check_head(path, kind, file.read(64))
        return _inspect_pbf(path, size, progress) if kind == "pbf" else _inspect_xml(path, kind, size, progress)
    except OSError as error:
        raise KnownError("The file {file} cannot be read: {why}", file=path.name, why=error.strerror or str(error)) from error


def _format_of(path: Path) -> str:
    name = path.name.lower()
    for suffix, kind in SUFFIXES.items():
        if name.endswith(suffix):
            return kind
    raise KnownError("{file} is not a map file: its name must end in .osm.pbf, .osm, .osm.gz or .osm.bz2.", file=path.name)


def _check_head(path: Path, kind: str, head: bytes) -> None:
    if kind == "pbf":
        fits = head[4:15] == b"\x0a\x09OSMHeader"
    elif kind == "osm":
        fits = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    else:
        fits = head.startswith(_MAGIC[kind])
    if not fits:
        raise KnownError("{file} does not hold what its name says: this is not an OpenStreetMap file of that kind.", file=path.name)


def refuse_bomb(path: Path, packed: int, unpacked: int) -> None:
    """Raise `KnownError` when a file grows out of all proportion."""
    if unpacked > RATIO_FREE_BYTES and unpacked > MAX_RATIO * packed:
        raise KnownError("{file} unpacks to more than {ratio} times its size; no real map does, so it was refused.", file=path.name, ratio=MAX_RATIO)


def _inspect_pbf(path: Path, size: int, progress: Progress) -> Source:
    digest = hashlib.sha256()
    unpacked = 0
    with path.open("rb") as file:
        for blob in pbf.blobs(file, size, path.name):
            digest.update(blob.data)
            unpacked += blob.unpacked_bytes
            refuse_bomb(path, size, unpacked)
            progress.report("check", blob.end, size)
    return Source(path, "pbf", size, digest.hexdigest(), unpacked, 0, "")


def _inspect_xml(path: Path, kind: str, size: int, progress: Progress) -> Source:
    digest = hashlib.sha256()
    unpacked = objects = 0
    tail = b""
    date = ""
    with path.open("rb") as file:
        packed = _Counted(file, digest.update)
        for text in _UNPACKERS[kind](packed, path.name):
            if not unpacked and (found := _DATE.search(text, 0, 4096)):
                date = found[1].decode()
            unpacked += len(text)
            refuse_bomb(path, packed.bytes, unpacked)
            joined = tail + text
            objects += sum(joined.count(end) for end in (b"</node>", b"</way>", b"</relation>"))
            tail = joined[-5:]
            progress.report("check", packed.bytes, size)
    if not tail.rstrip().endswith(b">"):
        raise _truncated(path.name)
    return Source(path, kind, size, digest.hexdigest(), unpacked, max(objects, 1), date)


class _Counted:
    """A file that counts and hashes what is read from it."""

    def __init__(self, file: BinaryIO, hashed: Callable[[bytes], None]) -> None:
        self._file = file
        self._hashed = hashed
        self.bytes = 0

    def read(self) -> bytes:
        data = self._file.read(CHUNK_BYTES // 4)
        self._hashed(data)
        self.bytes += len(data)
        return data


def _plain(file: _Counted, _: str) -> Iterator[bytes]:
    while data := file.read():
        yield data


class _Unpacker(Protocol):
    """What zlib and bz2 share once wrapped."""

    @property
    def ended(self) -> bool:
        """Whether this member is complete."""

    @property
    def hungry(self) -> bool:
        """Whether it can say no more without more input."""

    @property
    def rest(self) -> bytes:
        """Input behind the member's end."""

    def unpack(self, data: bytes) -> bytes:
        """Take more input (or none) and return at most `CHUNK_BYTES`."""


class _Gzip:
    """One gzip member."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    @property
    def ended(self) -> bool:
        return self._inner.eof

    @property
    def hungry(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def rest(self) -> bytes:
        return self._inner.unused_data.lstrip(b"\0")

    def unpack(self, data: bytes) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, CHUNK_BYTES)


class _Bzip2:
    """One bzip2 member."""

    def __init__(self) -> None:
        self._inner = bz2.BZ2Decompressor()

    @property
    def ended(self) -> bool:
        return self._inner.eof

    @property
    def hungry(self) -> bool:
        return self._inner.needs_input

    @property
    def rest(self) -> bytes:
        return self._inner.unused_data

    def unpack(self, data: bytes) -> bytes:
        return self._inner.decompress(data, CHUNK_BYTES)


def _unpacked(file: _Counted, name: str, make: Callable[[], _Unpacker]) -> Iterator[bytes]:
    """Yield the text of all members in bounded pieces."""
    unpacker = make()
    data = file.read()
    while True:
        try:
            yield unpacker.unpack(data)
        except (zlib.error, OSError, ValueError) as error:
            raise KnownError("{file} is damaged: it cannot be unpacked.", file=name) from error
        if unpacker.ended:
            data = unpacker.rest or file.read()
            if not data:
                return
            unpacker = make()
        elif unpacker.hungry:
            data = file.read()
            if not data:
                raise _truncated(name)
        else:
            data = b""


def _truncated(name: str) -> KnownError:
    return KnownError("{file} is cut short; copy or download it again.", file=name)


_UNPACKERS: dict[str, Callable[[_Counted, str], Iterator[bytes]]] = {
    "osm": _plain,
    "osm.gz": partial(_unpacked, make=_Gzip),
    "osm.bz2": partial(_unpacked, make=_Bzip2),
}
