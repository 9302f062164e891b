"""Tiles on request: from memory, from the disk cache, or painted by two threads."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from commandcenter.geo.basemap.features import FeatureIndex
from commandcenter.ui.map.ports import TileAddress
from commandcenter.ui.map.tiles.cache import TileCache
from commandcenter.ui.map.tiles.painter import TilePainter
from commandcenter.ui.map.tiles.palette import palette
from commandcenter.ui.map.tiles.queue import TileQueue

_log = logging.getLogger(__name__)
_MEMORY_BYTES = 48 * 1024 * 1024
_COMPRESSION = 30
"""Of 100: zlib level 3; halves the time of the default for a fifth more bytes."""


class PaintedTiles:
    """The basemap of one region as a `TileSource`. Safe in any thread; needs a `QGuiApplication`.

    The newest requests are served first, those of one moment in their order, and a withdrawn one is never painted.
    """

    def __init__(
        self, features: FeatureIndex, cache_path: Path | None, *, attribution: str = "© OpenStreetMap contributors", threads: int = 2
    ) -> None:
        """Paint from `features`; finished tiles are kept in `cache_path` (`None`: in memory only)."""
        self._features = features
        self._painter = TilePainter(features)
        self._cache = TileCache(cache_path) if cache_path is not None else None
        self._queue = TileQueue()
        self._pool = ThreadPoolExecutor(threads, "tiles")
        self._lock = threading.Lock()
        self._memory: OrderedDict[TileAddress, bytes] = OrderedDict()
        self._memory_bytes = 0
        self._closed = False
        self._attribution = attribution

    @property
    def attribution(self) -> str:
        """Whose data it is."""
        return self._attribution

    @property
    def max_zoom(self) -> int:
        """Highest zoom it draws."""
        return 19

    def request(self, address: TileAddress, done: Callable[[bytes | None], None]) -> Callable[[], None]:
        """Ask for one tile as PNG and return at once, with a function that withdraws the request.

        `done` is called at most once, in any thread, with the picture or with `None` when it cannot be had.
        """
        ready = self._remembered(address)
        if ready is not None or self._closed:
            done(ready)
            return _nothing
        withdraw, fresh = self._queue.add(address, done)
        if fresh:
            self._pool.submit(self._serve_newest).add_done_callback(_report)
        return withdraw

    def tile(self, address: TileAddress) -> Future[bytes | None]:
        """Return a future of one tile."""
        future: Future[bytes | None] = Future()
        self.request(address, future.set_result)
        return future

    def close(self) -> None:
        """Answer what still waits with `None`, finish what is being painted, release the cache."""
        self._closed = True
        self._queue.clear()
        self._pool.shutdown(wait=True)
        if self._cache is not None:
            self._cache.close()

    def _serve_newest(self) -> None:
        job = self._queue.take()
        if job is None:
            return
        png: bytes | None = None
        try:
            png = self._made(job.address)
        finally:
            self._queue.finish(job, png)

    def _made(self, address: TileAddress) -> bytes:
        style, lang, zoom, x, y, scale = address
        key = f"{self._features.identity}/{palette(style).version}/{lang}/{scale}/{zoom}/{x}/{y}"
        png = self._cache.get(key) if self._cache is not None else None
        if png is None:
            png = png_of(self._painter.paint(zoom, x, y, style, lang, scale))
            if self._cache is not None:
                self._cache.put(key, png)
        self._remember(address, png)
        return png

    def _remembered(self, address: TileAddress) -> bytes | None:
        with self._lock:
            png = self._memory.get(address)
            if png is not None:
                self._memory.move_to_end(address)
            return png

    def _remember(self, address: TileAddress, png: bytes) -> None:
        with self._lock:
            self._memory_bytes += len(png) - len(self._memory.pop(address, b""))
            self._memory[address] = png
            while self._memory_bytes > _MEMORY_BYTES:
                self._memory_bytes -= len(self._memory.popitem(last=False)[1])


def png_of(image: QImage) -> bytes:
    """Return a picture as PNG."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    writer.setCompression(_COMPRESSION)
    writer.write(image)
    buffer.close()
    return bytes(data.data())


def _nothing() -> None:
    """Withdraw what has been answered already."""


def _report(task: Future[None]) -> None:
    error = task.exception() if not task.cancelled() else None
    if error is not None:
        _log.error("a tile could not be painted", exc_info=error)
