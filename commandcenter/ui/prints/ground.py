"""The drawn map of a part of the world as one picture, put together from tiles: for papers, with nothing but what is on this computer."""

from __future__ import annotations

import asyncio
import math
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from commandcenter.model.words import LonLat
from commandcenter.ui.map.bridge import Viewport
from commandcenter.ui.map.ports import TileAddress, TileSource
from commandcenter.ui.theme.tokens import load

STYLE = "light"
"""Ink is saved on paper, whatever the window looks like."""
TILE_PX, SCALE = 256, 2
WIDE_PX = 760
"""About so many points of a screen the picture is wide: letters and streets are then as large on paper as one reads them."""
WAIT_S = 20.0
METRES_PER_DEGREE = 111_320.0
"""Of latitude, and of longitude at the equator (WGS 84, mean)."""


def view_around(middle: LonLat, half_width_m: float, share: float) -> Viewport:
    """Return the part of the world around a place that is `share` times as high as it is wide."""
    narrow = math.cos(math.radians(middle.lat))
    across = half_width_m / (METRES_PER_DEGREE * narrow)
    up = across * share * narrow
    zoom = math.log2(WIDE_PX / TILE_PX * 360 / (2 * across))
    return Viewport(middle, zoom, middle.lon - across, middle.lat - up, middle.lon + across, middle.lat + up)


async def ground_picture(tiles: TileSource, view: Viewport, lang: str) -> QImage:
    """Return the map of a view. Qt main thread, which goes on meanwhile; what cannot be had within `WAIT_S` stays plain ground."""
    zoom = max(0, min(round(view.zoom), tiles.max_zoom))
    left, top = _tile(LonLat(view.west, view.north), zoom)
    right, bottom = _tile(LonLat(view.east, view.south), zoom)
    side = TILE_PX * SCALE
    picture = QImage(max(1, round((right - left) * side)), max(1, round((bottom - top) * side)), QImage.Format.Format_RGB32)
    picture.fill(QColor(str(load(STYLE).map["land"])))
    last = 2**zoom - 1
    places = [(x, y) for y in range(math.floor(top), math.floor(bottom) + 1) for x in range(math.floor(left), math.floor(right) + 1)]
    wanted = [TileAddress(STYLE, lang, zoom, x, y, SCALE) for x, y in places if 0 <= x <= last and 0 <= y <= last]
    asked = [asyncio.ensure_future(_asked(tiles, address)) for address in wanted]
    done, late = await asyncio.wait(asked, timeout=WAIT_S) if asked else (set(), set())
    painter = QPainter(picture)
    for address, task in zip(wanted, asked, strict=True):
        image = QImage.fromData(png) if task in done and (png := task.result()) is not None else QImage()
        painter.drawImage(QRectF((address.x - left) * side, (address.y - top) * side, side, side), image)
    painter.end()
    for task in late:
        task.cancel()
    return picture


async def _asked(tiles: TileSource, address: TileAddress) -> bytes | None:
    """Return one tile; it may be answered in any thread, at once too."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[bytes | None] = loop.create_future()

    def take(png: bytes | None) -> None:
        if not answer.done():
            answer.set_result(png)

    def said(png: bytes | None) -> None:
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(partial(take, png))

    withdraw = tiles.request(address, said)
    try:
        return await answer
    finally:
        withdraw()


def _tile(at: LonLat, zoom: int) -> tuple[float, float]:
    """Return where a place is among the tiles of a zoom (Web Mercator)."""
    across = (at.lon + 180) / 360 * 2**zoom
    down = (1 - math.asinh(math.tan(math.radians(at.lat))) / math.pi) / 2 * 2**zoom
    return across, down
