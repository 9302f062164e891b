"""Pictures of the steps of a story: kept when somebody wants to look at them, else not drawn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from commandcenter.app.picture_file import MAP_WAIT_S
from commandcenter.ui.map.view import MapView

WIDTH_PX = 960
"""Wide enough to see each step, small enough to keep."""
SETTLE_S, STEP_S = 1.0, 0.1
"""What was done reaches the map within the first; symbols fade in after the last tile."""


class Album:
    """A folder of numbered pictures; without a folder it keeps none."""

    def __init__(self, folder: Path | None = None, wait: Callable[[QWidget], object] = lambda _window: None) -> None:
        """Keep pictures in a folder, made where needed; `wait` returns when a window shows everything, its map too."""
        self.folder, self._wait = folder, wait
        self._count = 0

    async def keep(self, window: QWidget, map_view: MapView, name: str) -> None:
        """Keep how a window looks once its map shows everything; for stories that run on the window's own loop."""
        if self.folder is not None:
            deadline_s = asyncio.get_running_loop().time() + MAP_WAIT_S
            await asyncio.sleep(SETTLE_S)
            while not map_view.is_settled and asyncio.get_running_loop().time() < deadline_s:
                await asyncio.sleep(STEP_S)
            await asyncio.sleep(SETTLE_S)
            self.add(window, name)

    def add(self, window: QWidget, name: str) -> None:
        """Keep how a window looks now."""
        if self.folder is not None:
            self._count += 1
            self.folder.mkdir(parents=True, exist_ok=True)
            self._wait(window)
            picture = window.grab().toImage()
            if picture.width() > WIDTH_PX:
                picture = picture.scaledToWidth(WIDTH_PX, Qt.TransformationMode.SmoothTransformation)
            picture.save(str(self.folder / f"{self._count}-{name}.png"))
