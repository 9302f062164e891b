"""The background: pictures of one's own file, enlarged beyond its last zoom, the drawn map where it has none."""

from __future__ import annotations

import math
import sqlite3
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from commandcenter.model.errors import KnownError
from commandcenter.ui.map.ports import TileAddress
from commandcenter.ui.map.tiles.chosen import ChosenTiles, enlarged
from commandcenter.ui.map.tiles.source import png_of

from .driver import CENTER, Driver
from .plain_tiles import PlainTiles

ZOOM = 12
"""Of the file; the view is two zooms farther in."""


def png(*colours: str) -> bytes:
    """A tile of vertical stripes."""
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    for x in range(256):
        for y in range(256):
            image.setPixelColor(x, y, QColor(colours[x * len(colours) // 256]))
    return png_of(image)


def tile_of(lon: float, lat: float, zoom: int) -> tuple[int, int]:
    y = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2
    return int((lon / 360 + 0.5) * 2**zoom), int(y * 2**zoom)


@pytest.fixture
def aerial(tmp_path: Path) -> Path:
    """A file with one red tile under the middle of the map and its neighbours."""
    path = tmp_path / "aerial.mbtiles"
    db = sqlite3.connect(path)
    db.execute("create table metadata (name text, value text)")
    db.execute("create table tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)")
    db.executemany("insert into metadata values (?, ?)", [("name", "Aerial 2026"), ("attribution", "<b>Survey</b>"), ("format", "png")])
    x, y = tile_of(CENTER.lon, CENTER.lat, ZOOM)
    tiles = [(ZOOM, x + dx, 2**ZOOM - 1 - y - dy, png("#c01020")) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    db.executemany("insert into tiles values (?, ?, ?, ?)", tiles)
    db.commit()
    db.close()
    return path


def middle(driver: Driver) -> str:
    return driver.view.grab_image().pixelColor(300, 200).name()


def test_pictures_of_a_file_lie_below_everything_and_go_again(driver: Driver, aerial: Path) -> None:
    driver.look_home()
    driver.wait(lambda: driver.view.is_settled and middle(driver) == "#1a212a")
    assert driver.view.use_background(aerial) == "Aerial 2026"
    driver.wait(lambda: middle(driver) == "#c01020")
    assert "<b>Survey</b> · Plain tiles" in str(driver.run("document.querySelector('.leaflet-control-attribution').innerText"))
    driver.view.set_theme("light")
    driver.wait(lambda: "/tiles/light-" in str(driver.run("document.querySelector('.leaflet-tile').src")))
    driver.view.set_theme("dark")
    assert driver.view.use_background(None) == ""
    driver.wait(lambda: middle(driver) == "#1a212a")
    assert driver.run("document.querySelector('.leaflet-control-attribution').innerText") == "Plain tiles"


def test_the_map_can_be_shown_without_what_stands_around_it(driver: Driver) -> None:
    shown = "getComputedStyle(document.querySelector('.leaflet-control-container')).display"
    driver.view.set_bare(True)
    driver.wait(lambda: driver.run(shown) == "none")
    driver.view.set_bare(False)
    driver.wait(lambda: driver.run(shown) == "block")


def test_a_file_that_is_no_map_changes_nothing(driver: Driver, tmp_path: Path) -> None:
    for name in ("photo.jpg", "broken.mbtiles", "broken.pmtiles", "missing.mbtiles"):
        path = tmp_path / name
        if "missing" not in name:
            path.write_bytes(b"no map at all")
        with pytest.raises(KnownError):
            driver.view.use_background(path)
    assert driver.view.use_background(None) == ""


def test_a_tile_beyond_the_last_zoom_is_a_part_of_the_one_above() -> None:
    parent = png("#102030", "#a0b0c0")
    left, right = (enlarged(parent, TileAddress("dark", "en", 14, 4 * 7 + x, 9, 1), 2) for x in (0, 3))
    assert left is not None and right is not None
    assert [QImage.fromData(part).pixelColor(128, 128).name() for part in (left, right)] == ["#102030", "#a0b0c0"]
    assert QImage.fromData(left).width() == 256
    assert enlarged(b"rubbish", TileAddress("dark", "en", 14, 0, 0), 1) is None


def test_what_the_file_lacks_is_drawn(aerial: Path) -> None:
    drawn = PlainTiles()
    tiles = ChosenTiles(drawn)
    tiles.use(aerial)
    for address in (TileAddress("dark", "en", ZOOM, 0, 0), TileAddress("dark", "en", ZOOM - 1, 0, 0)):
        answered = threading.Event()
        tiles.request(address, lambda _picture, answered=answered: answered.set())  # type: ignore[misc]
        assert answered.wait(10)
    assert [address.z for address in drawn.asked] == [ZOOM, ZOOM - 1]
    tiles.close()
