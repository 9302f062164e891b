"""A drawn map of the made-up streets: for pictures, and wherever somebody is to see where things are."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from commandcenter.model.words import LonLat
from commandcenter.ui.map.ports import TileAddress
from commandcenter.ui.theme.tokens import load

from .ground import HOME, STREETS, street_at

TILE = 256
LAST, CROSSINGS = 89, 12
"""Number of the last house of a street; how many streets cross them all."""
RIVER_LON = HOME.lon + 0.012
STREET_PX, RIVER_PX = 5, 14


class StreetTiles:
    """Draws at once, in the caller's thread; a `TileSource`."""

    attribution = "Invented streets"
    max_zoom = 18

    def request(self, address: TileAddress, done: Callable[[bytes | None], None]) -> Callable[[], None]:
        colours = load(address.style).map
        image = QImage(TILE * address.scale, TILE * address.scale, QImage.Format.Format_RGB32)
        image.fill(QColor(str(colours["land"])))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(address.scale, address.scale)
        _lines(painter, address, [(LonLat(RIVER_LON, HOME.lat - 0.1), LonLat(RIVER_LON + 0.02, HOME.lat + 0.1))], str(colours["water"]), RIVER_PX)
        _lines(painter, address, _streets(), str(colours["building_line"]), STREET_PX)
        painter.end()
        done(_png(image))
        return lambda: None


def _streets() -> list[tuple[LonLat, LonLat]]:
    along = [(street_at(n, 0), street_at(n, LAST)) for n in range(len(STREETS))]
    houses = range(0, LAST, LAST // CROSSINGS)
    return along + [(street_at(0, house), street_at(len(STREETS) - 1, house)) for house in houses]


def _lines(painter: QPainter, address: TileAddress, lines: list[tuple[LonLat, LonLat]], colour: str, width_px: int) -> None:
    painter.setPen(QPen(QColor(colour), width_px))
    for start, end in lines:
        painter.drawLine(_pixel(address, start), _pixel(address, end))


def _pixel(address: TileAddress, at: LonLat) -> QPointF:
    """Where a place is on a tile, in points (Web Mercator)."""
    across = (at.lon + 180) / 360 * 2**address.z
    down = (1 - math.asinh(math.tan(math.radians(at.lat))) / math.pi) / 2 * 2**address.z
    return QPointF((across - address.x) * TILE, (down - address.y) * TILE)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs want the format as bytes, Qt as text
    return bytes(buffer.data().data())
