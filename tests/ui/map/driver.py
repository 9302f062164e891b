"""Drives a map view as a person would, and asks its page questions.

A person clicks on what is seen: every click first moves the pointer until the page says what is under it, and returns when the
page has heard the click. So a test never clicks before the page has painted, however slow the machine is.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import cycle

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
LATE = "it did not happen in time"
POINTER_MS = 60
"""Between two moves of the pointer: a little more than the page takes to report one."""
REST_MS = 10_000
"""Between two clicks, by the clock of the hand: what is a double click does not depend on how quick the machine is."""
NEAR_PX = 3
Thing = tuple[str, str]
"""Kind and id, as the page names what is under the pointer."""
GROUND: Thing = ("", "")
Drawn = list[tuple[str, tuple[LonLat, ...]]]
"""What was drawn: kind and corners."""


class Driver:
    """A shown map view of 800 × 600 points and the hand on its mouse and keyboard."""

    def __init__(self, theme: str = "dark") -> None:
        self.tiles = PlainTiles()
        self.view = MapView(self.tiles, theme, CENTER, BOUNDS, zoom=14)
        self.view.resize(800, 600)
        self._hand_ms = 0
        self.over = GROUND
        self.cursor = LonLat(0.0, 0.0)
        self.view.hovered.connect(self._hovered)
        self.view.cursor_moved.connect(self._cursor_moved)
        self.view.show()

    def _hovered(self, kind: str, id_: str) -> None:
        self.over = (kind, id_)

    def _cursor_moved(self, lon: float, lat: float) -> None:
        self.cursor = LonLat(lon, lat)

    def wait(self, happened: Callable[[], bool], pause_ms: int = 5) -> None:
        """Turn the event loop until something has happened; fail when it does not."""
        deadline = QDeadlineTimer(TIMEOUT_MS)
        while not happened():
            assert not deadline.hasExpired(), LATE
            QTest.qWait(pause_ms)

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

    def look_home(self) -> None:
        """Show the first view, and wait until the page does."""
        self.view.restore({"lon": CENTER.lon, "lat": CENTER.lat, "zoom": 14})
        middle = QPoint(self.view.width() // 2, self.view.height() // 2)
        self.wait(lambda: self.run("map_desk.getZoom()") == 14 and (self.pixel(CENTER) - middle).manhattanLength() <= 2)

    @property
    def surface(self) -> QWidget:
        """The child of the web view that takes the mouse."""
        found = self.view.browser.view.focusProxy()
        assert found is not None
        return found

    def click(self, at: LonLat, on: Thing | None = None, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Click where a place is in the view."""
        self.click_at(self.pixel(at), on, button)

    def click_at(self, point: QPoint, on: Thing | None = None, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Point at something (`None`: whatever is there), click it, and wait until the page has heard it."""
        self.point_at(point, on)
        before = self.run(
            "(window.heard ??= (heard => (['click', 'contextmenu'].forEach(kind => window.addEventListener(kind, () => { heard.clicks += 1; },"
            " true)), heard))({clicks: 0})).clicks"
        )
        self._hand_ms += REST_MS
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            self.mouse(kind, point, button)
        self.wait(lambda: self.run("window.heard.clicks") != before)

    def double_click(self, at: LonLat) -> None:
        point = self.pixel(at)
        self.click_at(point)
        for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
            self.mouse(kind, point, Qt.MouseButton.LeftButton)

    def hover(self, at: LonLat, on: Thing) -> None:
        """Move the pointer to a place until the page says what is there."""
        self.point_at(self.pixel(at), on)

    def point_at(self, point: QPoint, on: Thing | None) -> None:
        """Move the pointer about a point, ending on it, until the page says that it is there and over this thing."""
        self.painted()
        corners = [[point.x() - NEAR_PX, point.y() + NEAR_PX], [point.x() + NEAR_PX, point.y() - NEAR_PX]]
        box = self.run(f"{corners}.map(corner => map_desk.containerPointToLatLng(corner))")
        assert isinstance(box, list)
        west_south, east_north = (LonLat(corner["lng"], corner["lat"]) for corner in box)
        steps = cycle((QPoint(1, 0), QPoint(0, 0)))

        def there() -> bool:
            near = west_south.lon <= self.cursor.lon <= east_north.lon and west_south.lat <= self.cursor.lat <= east_north.lat
            if near and on in (None, self.over):
                return True
            self.move_to(point + next(steps))
            return False

        self.wait(there, POINTER_MS)
        self.move_to(point)

    def move_to(self, point: QPoint) -> None:
        self.mouse(QEvent.Type.MouseMove, point, Qt.MouseButton.NoButton)

    def mouse(self, kind: QEvent.Type, point: QPoint, button: Qt.MouseButton) -> None:
        """Send one mouse event to the page."""
        place = QPointF(point)
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        event = QMouseEvent(kind, place, self.surface.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(self._hand_ms)
        QApplication.sendEvent(self.surface, event)

    def reached(self) -> object:
        """Return the name of the incident that the keyboard reaches first."""
        return self.run("document.querySelector('.incident-reach').getAttribute('aria-label')")

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.surface, key)

    def crash(self) -> None:
        """Kill the page's process."""
        pid = self.view.browser.page.renderProcessPid()
        assert pid > 0
        psutil.Process(pid).kill()
