"""A person's own raster map from a PMTiles file. Format: PMTiles specification, version 3."""

from __future__ import annotations

import bisect
import json
import struct
import threading
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from commandcenter.geo.basemap.store import hilbert
from commandcenter.model.errors import KnownError
from commandcenter.ui.map.tiles.raster import DEEPEST, LARGEST_TILE, RasterTiles, picture_kind, sensible

_HEAD = struct.Struct("<7sB11Q6B4i")
_PLAIN, _GZIP = 1, 2
_PICTURES = (2, 3, 4)
_LARGEST_DIRECTORY = 16 * 1024 * 1024
_DEPTH = 4


class _DamagedError(Exception):
    """The bytes make no sense."""


@dataclass(frozen=True, slots=True)
class _Directory:
    """Entries in the order of their tiles; a run of 0 points to another directory."""

    tiles: list[int]
    runs: list[int]
    lengths: list[int]
    offsets: list[int]


class PmTiles(RasterTiles):
    """Reads one PMTiles file. Safe in any thread. A damaged tile is as good as none."""

    def __init__(self, path: Path) -> None:
        """Open the file; raises `KnownError` where it is missing, not PMTiles, or holds no pictures."""
        super().__init__()
        if not path.is_file():
            raise KnownError("There is no map file {file}.", file=path.name)
        self._lock = threading.Lock()
        self._file = path.open("rb")
        try:
            self._read_head(path)
        except (_DamagedError, KnownError) as error:
            self._file.close()
            broken = KnownError("The map file {file} is damaged or is not PMTiles.", file=path.name)
            raise error if isinstance(error, KnownError) else broken from error
        self._directory = lru_cache(maxsize=64)(self._parsed)

    def _read_head(self, path: Path) -> None:
        head = self._bytes(0, _HEAD.size)
        magic, version, *numbers = _HEAD.unpack(head)
        if magic != b"PMTiles" or version != 3:
            raise _DamagedError
        self._root = (numbers[0], numbers[1])
        self._leaves, self._data = numbers[4], numbers[6]
        _, self._packing, tile_packing, kind, low, high = numbers[11:17]
        if kind not in _PICTURES or tile_packing > _PLAIN:
            raise KnownError("The map file {file} holds no pictures; only raster PMTiles can be shown.", file=path.name)
        if not 0 <= low <= high <= DEEPEST:
            raise _DamagedError
        self._parsed(*self._root)
        facts = self._facts(numbers[2], numbers[3])
        west, south, east, north = (value / 1e7 for value in numbers[17:21])
        self._describe(facts.get("name") or path.stem, facts.get("attribution", ""), (low, high), sensible((west, south, east, north)))

    def _facts(self, offset: int, length: int) -> dict[str, str]:
        try:
            found = json.loads(self._unpacked(self._bytes(offset, length)))
        except ValueError:
            return {}
        return {key: value for key, value in found.items() if isinstance(value, str)} if isinstance(found, dict) else {}

    def read(self, zoom: int, x: int, y: int) -> bytes | None:
        """Return the picture of a tile as it is stored (PNG, JPEG or WebP), or `None`."""
        if not 0 <= zoom <= self.max_zoom or not (0 <= x < 1 << zoom and 0 <= y < 1 << zoom):
            return None
        try:
            data = self._found(tile_number(zoom, x, y))
        except (_DamagedError, OSError):
            return None
        return data if picture_kind(data) is not None else None

    def _found(self, tile: int) -> bytes | None:
        place = self._root
        for _ in range(_DEPTH):
            directory = self._directory(*place)
            entry = bisect.bisect_right(directory.tiles, tile) - 1
            if entry < 0:
                return None
            offset, length, run = directory.offsets[entry], directory.lengths[entry], directory.runs[entry]
            if run:
                inside = tile < directory.tiles[entry] + run and length <= LARGEST_TILE
                return self._bytes(self._data + offset, length) if inside else None
            place = (self._leaves + offset, length)
        return None

    def _parsed(self, offset: int, length: int) -> _Directory:
        values = _varints(self._unpacked(self._bytes(offset, length)))
        count = values[0] if values else 0
        if len(values) != 1 + 4 * count:
            raise _DamagedError
        steps, runs, lengths, starts = (values[1 + part * count : 1 + (part + 1) * count] for part in range(4))
        tiles = np.cumsum(np.array(steps, np.uint64), dtype=np.uint64).tolist()
        offsets: list[int] = []
        for number, start in enumerate(starts):
            if not start and not number:
                raise _DamagedError
            offsets.append(start - 1 if start else offsets[-1] + lengths[number - 1])
        return _Directory(tiles, runs, lengths, offsets)

    def _unpacked(self, data: bytes) -> bytes:
        if self._packing == _PLAIN:
            return data
        if self._packing != _GZIP:
            raise _DamagedError
        try:
            return zlib.decompressobj(wbits=31).decompress(data, _LARGEST_DIRECTORY)
        except zlib.error as error:
            raise _DamagedError from error

    def _bytes(self, offset: int, length: int) -> bytes:
        if length > _LARGEST_DIRECTORY or offset >= 1 << 62:
            raise _DamagedError
        with self._lock:
            self._file.seek(offset)
            data = self._file.read(length)
        if len(data) != length:
            raise _DamagedError
        return data

    def _release(self) -> None:
        self._file.close()


def tile_number(zoom: int, x: int, y: int) -> int:
    """Return the number of a tile: all tiles of lower zooms come first, then the Hilbert curve."""
    along = int(hilbert(np.array([x], np.int64), np.array([y], np.int64), bits=zoom)[0]) if zoom else 0
    return ((1 << (2 * zoom)) - 1) // 3 + along


def _varints(data: bytes) -> list[int]:
    """Return the little-endian base-128 numbers of a buffer."""
    found, value, shift = [], 0, 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            found.append(value)
            value, shift = 0, 0
        elif shift > 63:
            raise _DamagedError
    if any(value >= 1 << 63 for value in found):
        raise _DamagedError
    return found
