"""PMTiles: tile numbers of the specification, runs, leaf directories, and broken files."""

from __future__ import annotations

import gzip
import json
import struct
from pathlib import Path

import pytest

from commandcenter.model.errors import KnownError
from commandcenter.ui.map.tiles.pmtiles import PmTiles, tile_number

PNG = b"\x89PNG\r\n\x1a\n"
Entry = tuple[int, int, int, int]
"""Tile, run, length, offset."""


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def _directory(entries: list[Entry]) -> bytes:
    steps = [entry[0] - (entries[number - 1][0] if number else 0) for number, entry in enumerate(entries)]
    columns = [steps, [e[1] for e in entries], [e[2] for e in entries], [e[3] + 1 for e in entries]]
    return gzip.compress(_varint(len(entries)) + b"".join(_varint(value) for column in columns for value in column))


def _written(path: Path, *, kind: int = 2) -> Path:
    one, two = PNG + b"one", PNG + b"second"
    data = one + two
    leaf = _directory([(tile_number(2, 3, 0), 1, len(two), len(one))])
    root = _directory([(0, 1, len(one), 0), (1, 4, len(two), len(one)), (tile_number(2, 0, 0), 0, len(leaf), 0)])
    facts = gzip.compress(json.dumps({"name": "Aerial", "attribution": "City"}).encode())
    places, at = [], 127
    for part in (root, facts, leaf, data):
        places += [at, len(part)]
        at += len(part)
    bounds = (int(8e7), int(49e7), int(9e7), int(50e7))
    head = struct.pack("<7sB11Q6B4i", b"PMTiles", 3, *places, 6, 4, 2, 1, 2, 1, kind, 0, 2, *bounds)
    path.write_bytes(head.ljust(127, b"\0") + root + facts + leaf + data)
    return path


def test_tile_numbers_follow_the_specification() -> None:
    """The specification's table: 0/0/0 is 0, 1/0/0 is 1, 1/0/1 is 2, 1/1/1 is 3, 1/1/0 is 4, 2/0/0 is 5, 12/3423/1763 is 19078479."""
    places = [(0, 0, 0), (1, 0, 0), (1, 0, 1), (1, 1, 1), (1, 1, 0), (2, 0, 0), (12, 3423, 1763)]
    assert [tile_number(*place) for place in places] == [0, 1, 2, 3, 4, 5, 19078479]


def test_pictures_from_root_runs_and_leaves(tmp_path: Path) -> None:
    tiles = PmTiles(_written(tmp_path / "a.pmtiles"))
    assert tiles.read(0, 0, 0) == PNG + b"one"
    assert {tiles.read(1, x, y) for x in (0, 1) for y in (0, 1)} == {PNG + b"second"}
    assert tiles.read(2, 3, 0) == PNG + b"second"
    assert tiles.read(2, 1, 1) is None
    assert tiles.read(3, 0, 0) is None
    assert tiles.read(1, 5, 0) is None
    assert (tiles.name, tiles.attribution, tiles.max_zoom, tiles.bbox) == ("Aerial", "City", 2, (8.0, 49.0, 9.0, 50.0))
    tiles.close()


def test_vector_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no pictures"):
        PmTiles(_written(tmp_path / "a.pmtiles", kind=1))


def test_broken_files_are_refused_or_show_nothing(tmp_path: Path) -> None:
    sound = _written(tmp_path / "a.pmtiles").read_bytes()
    path = tmp_path / "broken"
    refused = 0
    for cut in range(0, len(sound), 7):
        for data in (sound[:cut], sound[:cut] + bytes(byte ^ 0xFF for byte in sound[cut : cut + 9]) + sound[cut + 9 :]):
            path.write_bytes(data)
            try:
                tiles = PmTiles(path)
            except KnownError:
                refused += 1
                continue
            assert all((tiles.read(zoom, 0, 0) or PNG).startswith(PNG) for zoom in range(4))
            tiles.close()
    assert refused > 20
    with pytest.raises(KnownError, match="no map file"):
        PmTiles(tmp_path / "absent")
