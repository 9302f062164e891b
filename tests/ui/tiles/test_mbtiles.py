"""A person's own raster maps: read where sound, refused with a sentence where not."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from commandcenter.model.errors import KnownError
from commandcenter.ui.map.ports import TileAddress
from commandcenter.ui.map.tiles.mbtiles import MbTiles

PNG = b"\x89PNG\r\n\x1a\n" + b"picture"


def _written(path: Path, tiles: list[tuple[object, object, object, object]], **facts: str) -> Path:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
    db.execute("CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)")
    db.executemany("INSERT INTO metadata VALUES (?, ?)", facts.items())
    db.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", tiles)
    db.commit()
    db.close()
    return path


def test_rows_count_from_the_south(tmp_path: Path) -> None:
    path = _written(tmp_path / "a.mbtiles", [(3, 2, 1, PNG), (4, 0, 0, b"\xff\xd8\xff jpeg")], name="Aerial", bounds="8,49,9,50", type="overlay")
    tiles = MbTiles(path)
    assert tiles.read(3, 2, 6) == PNG
    assert tiles.read(3, 2, 1) is None
    assert tiles.read(4, 0, 15) == b"\xff\xd8\xff jpeg"
    assert (tiles.name, tiles.min_zoom, tiles.max_zoom, tiles.bbox, tiles.is_overlay) == ("Aerial", 3, 4, (8.0, 49.0, 9.0, 50.0), True)
    tiles.close()


def test_it_serves_the_map_page(tmp_path: Path) -> None:
    tiles = MbTiles(_written(tmp_path / "a.mbtiles", [(3, 2, 1, PNG)]))
    answered = threading.Event()
    answers: list[bytes | None] = []

    def done(png: bytes | None) -> None:
        answers.append(png)
        answered.set()

    tiles.request(TileAddress("light", "en", 3, 2, 6), done)
    assert answered.wait(20)
    assert answers == [PNG]
    tiles.close()


def test_senseless_metadata_is_left_out(tmp_path: Path) -> None:
    tiles = MbTiles(_written(tmp_path / "plan.mbtiles", [(3, 2, 1, PNG)], bounds="a,b,nan,4", name=""))
    assert (tiles.name, tiles.bbox, tiles.attribution) == ("plan", None, "")
    tiles.close()


def test_a_damaged_tile_is_as_good_as_none(tmp_path: Path) -> None:
    tiles = MbTiles(_written(tmp_path / "a.mbtiles", [(3, 2, 1, PNG), (3, 2, 2, b"rubbish"), (3, 2, 3, None), (3, 2, 4, 17)]))
    assert [tiles.read(3, 2, 7 - row) for row in (1, 2, 3, 4)] == [PNG, None, None, None]
    tiles.close()


@pytest.mark.parametrize(
    ("tiles", "reason"),
    [
        ([], "holds no tiles"),
        ([("x", 0, 0, PNG)], "holds no tiles"),
        ([(99, 0, 0, PNG)], "holds no tiles"),
        ([(3, 0, 0, b"\x1f\x8bvector")], "no pictures"),
    ],
)
def test_files_without_pictures_are_refused(tmp_path: Path, tiles: list[tuple[object, object, object, object]], reason: str) -> None:
    with pytest.raises(KnownError, match=reason):
        MbTiles(_written(tmp_path / "a.mbtiles", tiles))


def test_broken_files_are_refused(tmp_path: Path) -> None:
    sound = _written(tmp_path / "a.mbtiles", [(3, 2, row, PNG * 300) for row in range(8)]).read_bytes()
    for name, data in {
        "cut": sound[: len(sound) // 3],
        "text": b"hello" * 500,
        "empty": b"",
        "flipped": sound[:100] + b"\xff" * 4000 + sound[4100:],
    }.items():
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(KnownError, match=name):
            MbTiles(path)
    with pytest.raises(KnownError, match="no map file"):
        MbTiles(tmp_path / "absent")
