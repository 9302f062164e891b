"""Draws the window into a file, with or without a screen."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QWidget

from commandcenter.model.errors import KnownError
from commandcenter.ui.map.view import MapView

MAP_WAIT_S = 30.0
"""Longest wait for the page; a first start compiles and paints everything."""
SETTLE_S = 3.0
"""After the page is up: tiles arrive, symbols fade in."""


async def save_picture(window: QWidget, map_view: MapView, path: Path) -> None:
    """Wait until the map is up and write the window as PNG. Raises `KnownError` when the file cannot be written."""
    waited_s = 0.0
    while not map_view.is_ready and waited_s < MAP_WAIT_S:
        await asyncio.sleep(0.1)
        waited_s += 0.1
    await asyncio.sleep(SETTLE_S)
    if not window.grab().save(str(path), "PNG"):
        raise KnownError("The picture cannot be written to {file}; is the folder there and is there room on the disk?", file=path)
