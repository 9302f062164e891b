"""Drives a map view as a person would, and asks its page questions."""

from __future__ import annotations

import json
from collections.abc import Callable

import psutil
from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.model.words import LonLat
from commandcenter.ui.map.view import MapView

from .plain_tiles import PlainTiles

CENTER = LonLat(8.69, 49.41)
BOUNDS = (8.57, 49.35, 8.80, 49.46)
TIMEOUT_MS = 15_000


class Driver:
    """A shown map view of 800 × 600 points and the hand on its mouse and keyboard."""

    def __init__(self, theme: str = "dark") -> None:
        self.tiles = PlainTiles()
        self.view = MapView(self.tiles, theme, CENTER, BOUNDS, zoom=14)
        self.view.resize(800, 600)
        self.view.show()

    def wait(self, happened: Callable[[], bool]) -> None:
        """Turn the event loop until something has happened; fail when it does not."""
        deadline = QDeadlineTimer(TIMEOUT_MS)
        while not happened():
            assert not deadline.hasExpired(), "it did not happen in time"
            QTest.qWait(5)

    def wait_ready(self) -> None:
        self.wait(lambda: self.view.is_ready)

    def run(self, script: str) -> object:
        """Run a script in the page and return its value by way of JSON; a promise is awaited by polling."""
        answers: list[str] = []
        self.view.browser.page.runJavaScript(f"JSON.stringify({script})", answers.append)
        self.wait(lambda: bool(answers))
        return json.loads(answers[0]) if answers[0] else None

    def painted(self) -> None:
        """Wait until the page has painted what it knows: two frames from now."""
        self.run("(window.painted = 0, requestAnimationFrame(() => requestAnimationFrame(() => { window.painted = 1; })), 1)")
        self.wait(lambda: self.run("window.painted") == 1)

    def wait_shown(self) -> None:
        """Wait until the page has painted the newest units; an offer that a slow machine let lapse is made again."""

        def shown() -> bool:
            self.view.pump.poke()
            return self.view.pump.acknowledged == self.view._live.sequence

        self.wait(shown)

    def pixel(self, at: LonLat) -> QPoint:
        """Where a place is in the view now."""
        point = self.run(f"map_desk.latLngToContainerPoint([{at.lat}, {at.lon}])")
        assert isinstance(point, dict)
        return QPoint(round(point["x"]), round(point["y"]))

    @property
    def surface(self) -> QWidget:
        """The child of the web view that takes the mouse."""
        found = self.view.browser.view.focusProxy()
        assert found is not None
        return found

    def click(self, at: LonLat, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        self.click_at(self.pixel(at), button)

    def click_at(self, point: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        self.painted()
        self.move_to(point)
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            self.mouse(kind, point, button)

    def double_click(self, at: LonLat) -> None:
        self.click(at)
        for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
            self.mouse(kind, self.pixel(at), Qt.MouseButton.LeftButton)

    def move(self, at: LonLat) -> None:
        self.move_to(self.pixel(at))

    def move_to(self, point: QPoint) -> None:
        self.mouse(QEvent.Type.MouseMove, point, Qt.MouseButton.NoButton)

    def mouse(self, kind: QEvent.Type, point: QPoint, button: Qt.MouseButton) -> None:
        """Send one mouse event to the page."""
        place = QPointF(point)
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        event = QMouseEvent(kind, place, self.surface.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.surface, event)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.surface, key)

    def crash(self) -> None:
        """Kill the page's process."""
        pid = self.view.browser.page.renderProcessPid()
        assert pid > 0
        psutil.Process(pid).kill()
