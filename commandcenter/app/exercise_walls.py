"""What the players see, shared on a wall: windows beside an exercise's own, at the leading computer and at guests alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from commandcenter.dispatch.desk import Desk
from commandcenter.model.ids import Id
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map.view import MapView
from commandcenter.ui.wall.window import WallWindow


class Walls:
    """The walls of one window; they go with it. Qt thread."""

    def __init__(self, desk: Desk, actor: Id, window: MainWindow, new_map: Callable[[], MapView]) -> None:
        """Open one whenever the window asks for it."""
        self._desk, self._actor, self._window, self._new_map = desk, actor, window, new_map
        self.open_walls: list[WallWindow] = []
        window.wall_wanted.connect(self.open)

    def open(self) -> None:
        """Share what the players see: the picture of their log, without what only the staff know."""
        map_view = self._new_map()
        standing, settings = self._window.header.standing, self._window.settings
        wall = WallWindow(self._desk, map_view, look=self._window.look, standing=standing, actor=self._actor, settings=settings)
        wall.closed.connect(map_view.shut_down)
        wall.closed.connect(partial(self.open_walls.remove, wall))
        wall.closed.connect(wall.deleteLater)
        self.open_walls.append(wall)
        wall.open()

    def close(self) -> None:
        """Close them all."""
        for wall in list(self.open_walls):
            wall.close()
