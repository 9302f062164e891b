"""A dispatcher's hands and eyes on the real window."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.app.beginning import begin
from commandcenter.app.desk_window import DeskWindow
from commandcenter.app.home import Home
from commandcenter.app.operator import Operator
from commandcenter.app.options import DeskOptions
from commandcenter.app.session import Session, open_session
from commandcenter.model.clock import Clock
from commandcenter.model.words import LonLat
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map.view import MapView
from commandcenter.ui.ports import MemorySettings
from commandcenter.ui.theme.look import Look

PATIENCE_S = 30.0
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Player:
    """Types, clicks and waits. Everything goes through the window, as it does for a person."""

    def __init__(self, session: Session, desk: DeskWindow) -> None:
        self.session = session
        self.window: MainWindow = desk.window
        self.map: MapView = desk.map
        self.picture = session.desk.picture

    async def see(self, true: Callable[[], object], what: str) -> None:
        """Wait until something is on screen or in the picture."""
        deadline = asyncio.get_running_loop().time() + PATIENCE_S
        while not true():
            assert asyncio.get_running_loop().time() < deadline, (
                f"not seen: {what}; focus on {QApplication.focusWidget()}; the strip says {self.strip!r}"
            )
            await asyncio.sleep(0.02)

    @property
    def strip(self) -> str:
        """What the message strip says."""
        return self.window.strip.text.text()

    def type(self, text: str) -> None:
        QTest.keyClicks(self._focus(), text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        QTest.keyClick(self._focus(), key, modifiers)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    async def command(self, line: str) -> None:
        """Type a line into the command line and press Enter when it is understood."""
        self.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        await self.see(self.window.command_bar.hasFocus, "the command line")
        self.type(line)
        await asyncio.sleep(0.3)
        self.press(Qt.Key.Key_Return)
        await asyncio.sleep(0.1)

    async def new_incident(self, kind: str, place: str) -> IncidentView:
        """Report an incident by keyboard alone."""
        before = {incident.id for incident in self.picture.incidents()}
        form = self.window.incident.report
        self.press(Qt.Key.Key_F2)
        await self.see(form.type.line.hasFocus, "the form")
        self.type(kind)
        await self.see(form.type.list.isVisible, "types on offer")
        self.press(Qt.Key.Key_Return)
        await self.see(form.place.line.hasFocus, "the place field")
        self.type(place)
        await self.see(form.place.list.isVisible, "places on offer")
        self.press(Qt.Key.Key_Return)
        await self.see(form.text.hasFocus, "the report field")
        self.press(Qt.Key.Key_Return)
        await self.see(lambda: len(self.picture.incidents()) > len(before), "the incident")
        made = next(incident for incident in self.picture.incidents() if incident.id not in before)
        await self.see(lambda: self.window.seat.incident == made.id, "the new incident in the panel")
        return made

    def advice(self) -> list[str]:
        """Return the callsigns that the panel recommends for the chosen incident now, best first."""
        found = self.window.incident.recommend.rows.recommendation
        return [unit.callsign for unit in found.units] if found and found.incident_id == self.window.seat.incident else []

    async def recommended(self) -> list[str]:
        """Wait for the recommendation and return its callsigns, best first."""
        await self.see(self.advice, "a recommendation")
        return self.advice()

    async def accept(self) -> None:
        """Press Enter in the recommendation."""
        self.window.incident.recommend.list.setFocus()
        self.press(Qt.Key.Key_Return)

    async def draw_line(self, *points: LonLat) -> None:
        """Click a line on the map and finish it."""
        for point in points:
            QTest.mouseClick(self._surface(), Qt.MouseButton.LeftButton, NO_KEYS, await self._pixel(point))
            await asyncio.sleep(0.4)
        QTest.keyClick(self._surface(), Qt.Key.Key_Return)

    def _surface(self) -> QWidget:
        """Return the child of the web view that takes mouse and keys."""
        found = self.map.browser.view.focusProxy()
        assert found is not None
        return found

    def unit(self, callsign: str) -> UnitView:
        return next(unit for unit in self.picture.units() if unit.callsign == callsign)

    def incident(self, incident: IncidentView) -> IncidentView:
        """Return an incident as it stands now."""
        now = self.picture.incident(incident.id)
        assert now is not None
        return now

    def sent_to(self, incident: IncidentView) -> list[str]:
        return [unit.callsign for unit in self.picture.units() if unit.id in self.incident(incident).units]

    async def _pixel(self, at: LonLat) -> QPoint:
        answers: list[str] = []
        script = f"JSON.stringify(map_desk.latLngToContainerPoint([{at.lat}, {at.lon}]))"
        self.map.browser.page.runJavaScript(script, answers.append)
        await self.see(lambda: answers, "the map's answer")
        point = json.loads(answers[0])
        return QPoint(round(point["x"]), round(point["y"]))


@asynccontextmanager
async def at_the_desk(
    home: Home, region: str, *, clock: Clock | None = None, picture: Path | None = None, operator: Operator | None = None
) -> AsyncIterator[Player]:
    """Open the desk as the program does and close it again."""
    look, language = Look(), Language()
    language.use("en")
    look.apply()
    with open_session(home, region, clock=clock, operator=operator) as session:
        await begin(session)
        desk = DeskWindow(session, DeskOptions(home, region), MemorySettings(), look, language)
        shown = asyncio.ensure_future(desk.run())
        player = Player(session, desk)
        try:
            await player.see(lambda: player.map.is_ready, "the map")
            player.window.activateWindow()
            yield player
            if picture is not None:
                player.window.grab().save(str(picture))
        finally:
            player.window.close()
            await shown
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
