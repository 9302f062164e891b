"""A hand-drawn map on one tile: positions are pixels of that tile at zoom 16, y grows south."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from commandcenter.geo.basemap.features import FeatureIndex
from commandcenter.geo.basemap.mercator import tile_box, to_degrees
from commandcenter.geo.basemap.sink import GeometrySink
from commandcenter.model.progress import NoProgress

ZOOM, X, Y = 16, 34340, 22392
Points = Sequence[tuple[float, float]]


class Sheet:
    """Draws onto a sink in tile pixels."""

    def __init__(self, scratch: Path) -> None:
        self.sink = GeometrySink()
        scratch.mkdir()
        self.sink.begin(scratch)

    def node(self, x: float, y: float, **tags: str) -> None:
        ((lon, lat),) = degrees([(x, y)]).tolist()
        self.sink.node(1, _colons(tags), lon, lat)

    def way(self, points: Points, **tags: str) -> None:
        places = degrees(points)
        self.sink.way(1, _colons(tags), np.arange(len(points)), places[:, 0].copy(), places[:, 1].copy())

    def area(self, outer: Points, *holes: Points, **tags: str) -> None:
        self.sink.area(1, _colons(tags), [(degrees(outer), [degrees(hole) for hole in holes])])


def drawn(folder: Path, draw: Callable[[Sheet], None]) -> FeatureIndex:
    sheet = Sheet(folder / "scratch")
    draw(sheet)
    sheet.sink.finish(folder / "pack", NoProgress())
    return FeatureIndex.open(folder / "pack" / "basemap")


def degrees(points: Points) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    left, top, right, _ = tile_box(ZOOM, X, Y)
    px = (right - left) / 256
    return np.array([to_degrees(left + x * px, top + y * px) for x, y in points])


def square(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def pixels(image: QImage) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
    """Return the picture as rows × columns × (red, green, blue)."""
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return data[:, : image.width(), 2::-1].copy()


def hexes(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def _colons(tags: dict[str, str]) -> dict[str, str]:
    return {key.replace("__", ":"): value for key, value in tags.items()}
