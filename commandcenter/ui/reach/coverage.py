"""Coverage on the map: what the free units reach in time now, where only one does, which streets nobody does."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from commandcenter.dispatch.cover_map import DEPTHS, Covering, CoverMap, cover_map, covering
from commandcenter.dispatch.situation import Situation, situation_of
from commandcenter.geo.census import Living
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.words import LonLat
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.latest import Latest, Stopped
from commandcenter.ui.layers.choice import LayerChoice
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.ports import CensusPort
from commandcenter.ui.seat import Seat

LAYER = OVERLAY = "coverage"
SETTLE_MS = 400
"""Several changes at once make one new map."""
EVERY_TICKS = 30
"""Units move without entries: looked at again after so many seconds."""
LOOK_MS, SLOW_LOOKS = 200, 5
"""How often it is looked how far the work is; what takes more looks is said to take long, though an older map is there."""
STANDS_SHARE = 0.3
"""So much of the work is putting the units on the roads; the rest is one step for each kind of vehicle, and the outlines."""


class _Done:
    """Implements `Progress`: written in the worker thread, read in Qt's."""

    share = 0.0

    def report(self, stage: str, done: float, total: float) -> None:
        """Note it."""
        self.share = STANDS_SHARE * done / total if stage == "stands" else STANDS_SHARE + (1 - STANDS_SHARE) * done / total


class Coverage(QObject):
    """The coverage layer; works only while it is shown. Qt thread, maps are made in a worker thread.

    Signals:
        changed(): a new map, or none; how far one is that is being made.
        told(LonLat, object): who covers the place that was asked about, a tuple of `Covering`.
    """

    changed = Signal()
    told = Signal(object, object)

    def __init__(self, seat: Seat, view: MapPort, layers: LayerChoice, census: CensusPort | None = None) -> None:
        """Follow the seat's picture and the choice of layers; with a `census` it is also told how many people live where somebody comes in time."""
        super().__init__(seat)
        self._seat, self._view, self._layers, self._census = seat, view, layers, census
        self.capability = ""
        self.within_min = seat.desk.catalogue.policy.coverage.within_min
        self.found: CoverMap | None = None
        self.living: Living | None = None
        """About how many people live within each depth of the map; `None` where nobody counts them."""
        self._latest, self._asked = Latest(seat, self), Latest(seat, self)
        self._ticks = 0
        self.given_up = False
        """Whether the person has stopped it; then nothing is worked out until it is asked for."""
        self._done, self._looks = _Done(), 0
        self._watch = QTimer(self, interval=LOOK_MS)
        self._watch.timeout.connect(self._look)
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self._work_out)
        seat.changed.connect(self._on_changes)
        seat.ticked.connect(lambda _ms: self._tick())
        layers.changed.connect(self._on_layer)
        if self.on:
            self._timer.start()

    @property
    def on(self) -> bool:
        """Return whether the layer is shown."""
        return self._layers.shown(LAYER)

    @property
    def busy(self) -> bool:
        """Return whether a map is being made."""
        return self._latest.busy or self._timer.isActive()

    @property
    def share(self) -> float | None:
        """Return how much of the map is made, 0 to 1, while somebody waits for it: the first one, or one that takes long."""
        return self._done.share if self.busy and (self.found is None or self._looks >= SLOW_LOOKS) else None

    def give_up(self) -> None:
        """Stop making a map, and make none until one is asked for."""
        self.given_up = True
        self._stop()
        self.changed.emit()

    def again(self) -> None:
        """Make a map now."""
        self.given_up = False
        self._begin()

    def use(self, capability: str, within_min: float) -> None:
        """Count the units with this capability (empty: all) and this time."""
        if (capability, within_min) != (self.capability, self.within_min):
            self.capability, self.within_min = capability, within_min
            self.again()

    def repaint(self) -> None:
        """Say the labels again, in the language now in force."""
        if self.on and self.found is not None:
            self._view.show_overlay(OVERLAY, shapes(self.found, self.living))

    def _on_layer(self, layer: str) -> None:
        if layer != LAYER:
            return
        if self.on:
            self.again()
            return
        self._stop()
        self.found = None
        self._view.hide_overlay(OVERLAY)
        self.changed.emit()

    def _begin(self) -> None:
        if self.on and not self.given_up:
            self._timer.start()
            self.changed.emit()

    def _stop(self) -> None:
        for timer in (self._timer, self._watch):
            timer.stop()
        self._latest.stop()

    def _look(self) -> None:
        self._looks += 1
        if not self._latest.busy:
            self._watch.stop()
        self.changed.emit()

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.UNIT) or changes.of(Kind.CLOSURE) or changes.of(Kind.STATION):
            self._begin()

    def _tick(self) -> None:
        self._ticks = (self._ticks + 1) % EVERY_TICKS
        if self._ticks == 0 and self.on and not self.busy:
            self._begin()

    def _situation(self) -> Situation:
        desk = self._seat.desk
        return situation_of(desk.picture, desk.tracks.latest(), desk.clock.wall_ms())

    def _work_out(self) -> None:
        desk, situation = self._seat.desk, self._situation()
        catalogue, roads, capability, within_min = desk.catalogue, desk.roads, self.capability, self.within_min
        self._done, self._looks = (done := _Done()), 0
        work, census = partial(cover_map, situation, catalogue, roads, capability, within_min, progress=done), self._census

        def both(stopped: Stopped) -> tuple[CoverMap, Living | None]:
            found = work(stopped=stopped)
            return found, census.living(found.reach.areas) if census is not None else None

        self._latest.run(both, self._take)
        self._watch.start()

    def _take(self, made: tuple[CoverMap, Living | None]) -> None:
        self.found, self.living = made
        self.repaint()
        self.changed.emit()

    def ask(self, lon: float, lat: float) -> None:
        """Work out who covers a place, and tell it."""
        if not self.on:
            return
        desk, situation, place = self._seat.desk, self._situation(), LonLat(lon, lat)
        catalogue, roads, capability, within_min = desk.catalogue, desk.roads, self.capability, self.within_min

        def work(_stopped: object) -> tuple[Covering, ...]:
            return covering(situation, catalogue, roads, capability, within_min, place)

        self._asked.run(work, lambda who: self.told.emit(place, who))


def shapes(found: CoverMap, living: Living | None = None) -> list[OverlayShape]:
    """Return what is covered at all, what by two or more, and the streets that nobody reaches; with the share of the people who live there."""
    time = tr("{n} min", n=formats.number(found.within_min, 0 if found.within_min == int(found.within_min) else 1))
    titles = {
        1: tr("A free unit can be here within {time}", time=time),
        2: tr("Two free units or more can be here within {time}", time=time),
    }
    looks = {1: ("warn", True), 2: ("ok", False)}
    made = []
    for n, (depth, area) in enumerate(zip(DEPTHS, found.reach.areas, strict=True)):
        tone, dashed = looks[depth]
        if area:
            title = titles[depth] + _people_here(living, n)
            made.append(OverlayShape(f"deep{depth}", "area", area, tone=tone, filled=True, dashed=dashed, title=title))
    if found.reach.gaps[0]:
        title = tr("No free unit can be here within {time}", time=time)
        made.append(OverlayShape("gaps", "area", found.reach.gaps[0], tone="danger", hatched=True, title=title))
    return made


def _people_here(living: Living | None, area: int) -> str:
    share = living.share(area) if living is not None else None
    return "" if share is None else tr(" · about {percent} % of the people live here", percent=formats.number(100 * share))
