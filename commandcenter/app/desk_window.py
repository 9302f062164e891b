"""The dispatcher's desk: its window, and what opens beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from commandcenter.app.attachment_deeds import DEEDS, Deed
from commandcenter.app.catalogue_drafts import CatalogueDrafts
from commandcenter.app.door import Door
from commandcenter.app.drafts import BackgroundDrafts, SealedDrafts
from commandcenter.app.ending import Ending
from commandcenter.app.hands import PRINTS, WindowHands
from commandcenter.app.integrity import Integrity
from commandcenter.app.lines import OpenWindow
from commandcenter.app.live_alarms import AlarmTeller
from commandcenter.app.other_region import OtherRegion
from commandcenter.app.own_log import log_path
from commandcenter.app.partner_sticks import PartnerSticks
from commandcenter.app.scenario_editing import ScenarioEditing
from commandcenter.app.scenarios import Scenarios
from commandcenter.app.session import read_secrets
from commandcenter.app.station import Station, standing_of
from commandcenter.app.trails import Trails
from commandcenter.geo.census import AreaCensus
from commandcenter.model.errors import Refused
from commandcenter.model.ids import is_exercise
from commandcenter.model.sentences import say
from commandcenter.picture.history import picture_at
from commandcenter.picture.picture import Picture
from commandcenter.ui.alarms.player import Player
from commandcenter.ui.exercise.offer import FirstShiftBar
from commandcenter.ui.frame.lines import carrier, window_words
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map.view import MapView
from commandcenter.ui.notice import Level
from commandcenter.ui.past.window import PastWindow
from commandcenter.ui.ports import Services
from commandcenter.ui.wall.window import WallWindow

TWIN = say(
    "Somebody else is writing under this desk's key, perhaps in a copy of this profile. "
    "Close the desk and open it again: it then goes on as a new device."
)


class DeskWindow(Station[MainWindow]):
    """The dispatcher's window; the wall view and the choice of another region open beside it."""

    def _new_window(self) -> MainWindow:
        session = self._session
        self.beside: list[WallWindow | PastWindow] = []
        self._asking: OtherRegion | None = None
        self._choosing: asyncio.Task[None] | None = None
        integrity = self._integrity()
        self._ending = Ending(session, self._options, self._look)
        self._scenarios = Scenarios(self._options.home, session.pack.name, lambda: self._look.tokens.name, lambda: session.operator.name)
        self._drafts = BackgroundDrafts(SealedDrafts(self._options.home.root / "drafts.sealed", read_secrets(self._options.home).database_key))
        window = MainWindow(
            session.desk,
            self.map,
            self._settings,
            look=self._look,
            language=self._language,
            standing=standing_of(session),
            actor=session.operator.id,
            home=self._home,
            prints=self._options.home.root / PRINTS,
            drafts=self._drafts,
            services=self._services(integrity),
        )
        self.sync.other_operation = self._open_anew
        window.seat.run(integrity.follow(self.sync.hub))
        self._identity.open_region = self._go_on_at
        self._identity.subscribe(self._seat_taken)
        self._twin_told = False
        session.desk.subscribe(lambda _changes: self._look_for_a_twin())
        shows = OpenWindow(partial(window_words, window), carrier(window))
        deeds = {name: partial(self._do_for_script, deed) for name, deed in DEEDS.items()}
        self._door = Door(self._options.home.root, session.desk, window, shows, deeds, WindowHands(window))
        live = not is_exercise(session.log.operation)
        self._teller = AlarmTeller(self._options.home.root, window.watch, window) if live else None
        window.wall_wanted.connect(self.open_wall)
        window.regions_wanted.connect(self.choose_region)
        window.past_wanted.connect(self.look_back)
        return window

    def _services(self, integrity: Integrity) -> Services:
        """Return what windows need of the outside."""
        trails = Trails(self._session.tracks, self._session.writer)
        return Services(
            identity=self._identity,
            sound=Player(),
            scenarios=self._scenarios,
            scenario_editor=ScenarioEditing(self._options.home, self._session.pack.name, self._session.desk.clock),
            sync=self.sync,
            trails=trails,
            census=AreaCensus(self._session.pack.features()),
            integrity=integrity,
            ending=self._ending,
            partners=PartnerSticks(self._session, self._options.home),
            catalogue=CatalogueDrafts(self._session.desk, self._options.home.root, self._session.pack.roads(), trails),
            faults=self._crashes,
            files=self.files,
        )

    async def _do_for_script(self, deed: Deed, asked: Mapping[str, Any]) -> object:
        """Do for a script what it asks for, but nothing behind a locked screen. Raises `Refused` and `KnownError`."""
        if self.window.lock.locked:
            raise Refused("The screen of the open desk is locked; unlock it first.")
        await self.files.looked()
        return await deed(self._session.desk, self.files, asked)

    def _integrity(self) -> Integrity:
        session, home = self._session, self._options.home
        folder = log_path(home, session.log.operation).parent / "checkpoints"
        return Integrity(session.desk, session.log, session.writer, read_secrets(home).device, folder)

    def _open_anew(self) -> None:
        """Go on with the operation that was joined over this region."""
        self._go_on_at(self._session.pack.name)

    def _go_on_at(self, region: str) -> None:
        self.next_region = region
        self.window.close()

    def _look_for_a_twin(self) -> None:
        """Say it once when entries under this device's key came from elsewhere; the next start makes a new key."""
        if not self._twin_told and self._session.desk.picture.rights.feeds.forked(self._session.log.device):
            self._twin_told = True
            self.window.seat.notice(Level.FAILED, TWIN)

    def _seat_taken(self) -> None:
        """Somebody else sits here now."""
        self.window.seat.take_over(self._session.operator.id)
        self.window.header.put_standing(standing_of(self._session))

    def offer_first_shift(self) -> None:
        """Offer the guided shift of this region to whoever is here for the first time."""
        guided = next((row for row in self._scenarios.scenarios() if row.guided and row.region == self._session.pack.name), None)
        if guided is not None and self.window.isVisible():
            self.window.addToolBarBreak(Qt.ToolBarArea.TopToolBarArea)
            self.window.addToolBar(Qt.ToolBarArea.TopToolBarArea, FirstShiftBar(self.window.seat, self._scenarios, guided, self.window))

    def open_wall(self) -> None:
        """Open the wall view beside the desk; it goes with it."""
        map_view = self._new_map()
        wall = self._new_wall(map_view)
        self._keep_beside(wall, map_view)
        wall.open()

    def look_back(self) -> None:
        """Open the window that shows the operation as it stood at any moment; it goes with the desk."""
        session, map_view = self._session, self._new_map()
        trails = Trails(session.tracks, session.writer)
        past = PastWindow(session.desk, map_view, self._picture_at, look=self._look, actor=session.operator.id, trails=trails)
        self._keep_beside(past, map_view)
        past.show()

    async def _picture_at(self, moment_ms: int) -> Picture:
        """Fold the log up to a moment, in the one thread that may read it."""
        log = self._session.log
        return await asyncio.get_running_loop().run_in_executor(self._session.writer, lambda: picture_at(log.operation, log.entries, moment_ms))

    def _keep_beside(self, other: WallWindow | PastWindow, map_view: MapView) -> None:
        other.failed.connect(self._fault)
        other.closed.connect(map_view.shut_down)
        other.closed.connect(lambda: self.beside.remove(other))
        other.closed.connect(other.deleteLater)
        self.beside.append(other)

    @property
    def asking(self) -> OtherRegion | None:
        """Return the open choice of another region."""
        return self._asking

    def choose_region(self) -> None:
        """Ask for another region or operator; once it is there, this desk closes and the next one opens."""
        if self._choosing is None or self._choosing.done():
            self._choosing = asyncio.ensure_future(self._choose_region())

    async def _choose_region(self) -> None:
        session = self._session
        places = [station.at for station in session.desk.picture.stations()]
        self._asking = OtherRegion(self._options.home, self._look, self._language, session.operator, places)
        found = await self._asking.ask()
        self._asking = None
        if found is not None:
            self.next_region = found
            self.window.close()

    async def _close_others(self) -> None:
        self._drafts.close()
        await self._door.close()
        await self._ending.close()
        if self._teller is not None:
            self._teller.close()
        for other in list(self.beside):
            other.close()
        if self._asking is not None:
            self._asking.window.close()
        if self._choosing is not None:
            await self._choosing
