"""Draws the window into a file, with or without a screen."""

from __future__ import annotations

import asyncio
from pathlib import Path

from commandcenter.model.errors import KnownError
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map.view import MapView
from commandcenter.ui.past.window import PastWindow
from commandcenter.ui.wall.window import WallWindow

MAP_WAIT_S = 60.0
"""Longest wait for page, tiles and roads; a first start compiles and paints everything."""
SETTLE_S = 0.5
"""Symbols fade in after the last tile."""


async def save_picture(window: MainWindow | WallWindow | PastWindow | FieldWindow, map_view: MapView, path: Path) -> None:
    """Wait until the map shows everything and write the window as PNG. Raises `KnownError` when the file cannot be written."""
    deadline_s = asyncio.get_running_loop().time() + MAP_WAIT_S
    while (not map_view.is_settled or window.looking) and asyncio.get_running_loop().time() < deadline_s:
        await asyncio.sleep(0.1)
    await asyncio.sleep(SETTLE_S)
    if not window.grab().save(str(path), "PNG"):
        raise KnownError("The picture cannot be written to {file}; is the folder there and is there room on the disk?", file=path)
