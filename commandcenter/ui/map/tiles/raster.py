"""Raster maps that a person brings along: what MBTiles and PMTiles have in common."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from commandcenter.geo.basemap.mercator import Bbox
from commandcenter.ui.map.ports import TileAddress

DEEPEST = 24
LARGEST_TILE = 4 * 1024 * 1024
_KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg", b"RIFF": "webp"}


def picture_kind(data: object) -> str | None:
    """Return png, jpg or webp by the first bytes; `None` for anything else."""
    if not isinstance(data, bytes) or len(data) > LARGEST_TILE:
        return None
    return next((kind for magic, kind in _KINDS.items() if data.startswith(magic)), None)


def sensible(bbox: Bbox) -> Bbox | None:
    """Return a box if it lies on earth, else `None`."""
    west, south, east, north = bbox
    fits = all(map(math.isfinite, bbox)) and -180 <= west < east <= 180 and -90 <= south < north <= 90
    return bbox if fits else None


class RasterTiles(ABC):
    """One file of pictures as a `TileSource`: style, language and scale of a request make no difference."""

    name: str
    attribution: str
    min_zoom: int
    max_zoom: int
    bbox: Bbox | None
    """Where it has pictures, degrees; `None` where the file does not say."""

    def __init__(self) -> None:
        """Start the reading thread's pool."""
        self._pool = ThreadPoolExecutor(1, "raster")

    def _describe(self, name: str, attribution: str, zooms: tuple[int, int], bbox: Bbox | None) -> None:
        self.name, self.attribution, self.bbox = name, attribution, bbox
        self.min_zoom, self.max_zoom = zooms

    @abstractmethod
    def read(self, zoom: int, x: int, y: int) -> bytes | None:
        """Return the picture of a tile as it is stored (PNG, JPEG or WebP), or `None`. Any thread."""

    @abstractmethod
    def _release(self) -> None:
        """Close the file."""

    def request(self, address: TileAddress, done: Callable[[bytes | None], None]) -> Callable[[], None]:
        """Ask for one tile and return at once, with a function that withdraws the request. See `ports.TileSource`."""
        task = self._pool.submit(lambda: done(self.read(address.z, address.x, address.y)))

        def withdraw() -> None:
            task.cancel()

        return withdraw

    def close(self) -> None:
        """Release the file; what still waits is not answered."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._release()
