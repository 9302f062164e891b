"""Who draws on the map: one asker at a time gets the shape that it asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from commandcenter.model.words import LonLat
from commandcenter.ui.map_link import MapPort

Shape = tuple[LonLat, ...]


class MapDrawing(QObject):
    """The hand on the map. Qt thread.

    Signals:
        asked(): somebody is to draw; the map must be in sight.
    """

    asked = Signal()

    def __init__(self, view: MapPort, parent: QObject) -> None:
        """Draw on this map."""
        super().__init__(parent)
        self._view = view
        self._done: Callable[[Shape], object] | None = None
        self._given_up: Callable[[], object] | None = None
        view.drawn.connect(self._drawn)
        view.drawing_cancelled.connect(self._cancelled)

    def ask(self, kind: str, done: Callable[[Shape], object], given_up: Callable[[], object] | None = None, *, shape: Shape = ()) -> None:
        """Let the person draw a `point`, `line` or `polygon` (first = last); one of the two is called. Who asked before gives up.

        With the `shape` of a line or a polygon its corners are moved instead.
        """
        self._cancelled()
        self._done, self._given_up = done, given_up
        self.asked.emit()
        self._view.start_drawing(kind, shape)

    def stop(self) -> None:
        """Nothing needs to be drawn any more; nobody is called."""
        self._done = self._given_up = None
        self._view.stop_drawing()

    def _drawn(self, _kind: str, points: Shape) -> None:
        done, self._done, self._given_up = self._done, None, None
        if done is not None:
            done(tuple(LonLat(*point) for point in points))

    def _cancelled(self) -> None:
        given_up, self._done, self._given_up = self._given_up, None, None
        if given_up is not None:
            given_up()
