"""A tile source that paints one colour, for tests of the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from commandcenter.ui.map.ports import TileAddress

_GROUND = {"light": "#eef0ec", "dark": "#1a212a", "night": "#140404"}


class PlainTiles:
    """Answers at once, in the caller's thread; remembers what was asked for."""

    attribution = "Plain tiles"
    max_zoom = 17

    def __init__(self) -> None:
        self.asked: list[TileAddress] = []

    def request(self, address: TileAddress, done: Callable[[bytes | None], None]) -> Callable[[], None]:
        self.asked.append(address)
        done(plain_png(_GROUND[address.style], 256 * address.scale))
        return lambda: None


def plain_png(colour: str, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    return bytes(buffer.data().data())
