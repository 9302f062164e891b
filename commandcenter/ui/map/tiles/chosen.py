"""The background that a person chose: the drawn map, or pictures of a file of one's own with the drawn map where it has none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from commandcenter.model.errors import KnownError
from commandcenter.ui.map.ports import TileAddress, TileSource
from commandcenter.ui.map.tiles.mbtiles import MbTiles
from commandcenter.ui.map.tiles.pmtiles import PmTiles
from commandcenter.ui.map.tiles.raster import RasterTiles
from commandcenter.ui.map.tiles.source import png_of

SUFFIXES = (".mbtiles", ".pmtiles")
TILE_PX = 256
MOST_ENLARGED = 6
"""Zooms beyond a file's last for which its pictures are enlarged; farther in they are a blur, and the drawn map serves better."""


class ChosenTiles:
    """A `TileSource` that can be exchanged while the map is shown. Choosing belongs to the Qt main thread."""

    def __init__(self, drawn: TileSource) -> None:
        """Begin with the drawn map."""
        self._drawn = drawn
        self._own: RasterTiles | None = None
        self.revision = 0
        """Grows with every choice; the page asks anew for all tiles."""

    @property
    def attribution(self) -> str:
        """Whose data it is."""
        own = self._own.attribution if self._own is not None else ""
        return " · ".join(part for part in (own, self._drawn.attribution) if part)

    @property
    def max_zoom(self) -> int:
        """Highest zoom of the drawn map."""
        return self._drawn.max_zoom

    @property
    def name(self) -> str:
        """Return the name of the file's map; empty: the drawn map."""
        return self._own.name if self._own is not None else ""

    def use(self, path: Path | None) -> None:
        """Show a file's pictures, `None`: the drawn map; `KnownError` for a file that is none, and then all stays as it was."""
        own = None if path is None else _opened(path)
        before, self._own = self._own, own
        self.revision += 1
        if before is not None:
            before.close()

    def request(self, address: TileAddress, done: Callable[[bytes | None], None]) -> Callable[[], None]:
        """Ask for one tile; see `ports.TileSource`."""
        own = self._own
        if own is None or not own.min_zoom <= address.z <= own.max_zoom + MOST_ENLARGED:
            return self._drawn.request(address, done)
        return _OwnFirst(own, self._drawn, address, done).withdraw

    def close(self) -> None:
        """Release the file; the drawn map belongs to who made it."""
        if self._own is not None:
            self._own.close()
            self._own = None


class _OwnFirst:
    """One request: the file is asked, then the drawn map where the file has nothing."""

    def __init__(self, own: RasterTiles, drawn: TileSource, address: TileAddress, done: Callable[[bytes | None], None]) -> None:
        self._drawn, self._address, self._done = drawn, address, done
        self._withdrawn = False
        self._levels = max(0, address.z - own.max_zoom)
        parent = address._replace(z=address.z - self._levels, x=address.x >> self._levels, y=address.y >> self._levels)
        self._withdraw = own.request(parent, self._answered)

    def withdraw(self) -> None:
        self._withdrawn = True
        self._withdraw()

    def _answered(self, picture: bytes | None) -> None:
        if self._withdrawn:
            return
        found = enlarged(picture, self._address, self._levels) if picture is not None and self._levels else picture
        if found is not None:
            self._done(found)
        else:
            self._withdraw = self._drawn.request(self._address, self._done)


def enlarged(picture: bytes, address: TileAddress, levels: int) -> bytes | None:
    """Return the part of a tile so many zooms above that an address shows, as PNG; `None` for a picture that cannot be read."""
    image = QImage.fromData(picture)
    if image.isNull():
        return None
    parts = 1 << levels
    side = image.width() / parts
    x, y = address.x & (parts - 1), address.y & (parts - 1)
    cut = image.copy(QRect(int(x * side), int(y * side), max(1, round(side)), max(1, round(side))))
    size = TILE_PX * address.scale
    return png_of(cut.scaled(size, size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation))


def _opened(path: Path) -> RasterTiles:
    if path.suffix.lower() not in SUFFIXES:
        raise KnownError("The map file {file} is neither MBTiles nor PMTiles.", file=path.name)
    return MbTiles(path) if path.suffix.lower() == SUFFIXES[0] else PmTiles(path)
