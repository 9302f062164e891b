"""Keeps the map in step with the picture, and brings clicks on it back to the seat."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QImage

from commandcenter.model.entries import Changes, Kind
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import UnitView
from commandcenter.ui.layers.choice import CLASSES, GRADES, LAYERS, LayerChoice
from commandcenter.ui.map.bridge import Viewport
from commandcenter.ui.map.ports import TileSource
from commandcenter.ui.map.things import MapClosure, MapIncident, MapPlace, MapRoute, OverlayShape
from commandcenter.ui.map_things import MapThings
from commandcenter.ui.open_roads import open_roads
from commandcenter.ui.ports import MemorySettings
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import local_name

WHOLE = frozenset({"units", "closures", "routes"})
"""Layers of the choice that the page has itself; those not here and not in `PARTS` are overlays of their own name."""
PARTS = frozenset({*CLASSES, *GRADES, "stations", "facilities", "depots"})
"""Layers of the choice that are parts of one layer of the page."""
SAVING_TICKS = 10
"""Seconds between two looks at positions while the battery is spared."""
MOVING = (UnitStatus.DISPATCHED, UnitStatus.ENROUTE)


class MapPort(Protocol):
    """What the window needs of a map widget; `ui.map.view.MapView` is the real one."""

    clicked: SignalInstance
    map_clicked: SignalInstance
    drawn: SignalInstance
    drawing_cancelled: SignalInstance
    hovered: SignalInstance
    context_requested: SignalInstance
    cursor_moved: SignalInstance

    def set_units(self, ids: list[Id], lons: object, lats: object, headings: object, symbols: object, labels: list[str]) -> None:
        """Show exactly these units."""

    def set_incidents(self, incidents: list[MapIncident]) -> None:
        """Show exactly these incidents."""

    def set_places(self, places: list[MapPlace]) -> None:
        """Show exactly these places."""

    def set_closures(self, closures: list[MapClosure]) -> None:
        """Show exactly these closures."""

    def show_routes(self, routes: list[MapRoute]) -> None:
        """Show exactly these routes."""

    def show_overlay(self, name: str, shapes: Sequence[OverlayShape]) -> None:
        """Show exactly these shapes as the overlay of that name."""

    def hide_overlay(self, name: str) -> None:
        """Take an overlay off the map."""

    @property
    def viewport(self) -> Viewport | None:
        """Return what part of the world is shown."""

    @property
    def is_settled(self) -> bool:
        """Return whether the map shows all it was told."""

    @property
    def attribution(self) -> str:
        """Whose data the background is."""

    @property
    def tiles(self) -> TileSource:
        """Who draws the ground, for papers."""

    def set_bare(self, bare: bool) -> None:
        """Show the map without what stands around it: buttons, scale, attribution."""

    def set_saving(self, saving: bool) -> None:
        """Spare the battery: paint less often, animate nothing."""

    def grab_image(self) -> QImage:
        """Return what the map shows now."""

    def use_background(self, path: Path | None) -> str:
        """Show a file's pictures below everything, `None`: the drawn map; return its name. Raises `KnownError`."""

    def hide_layers(self, layers: Sequence[str]) -> None:
        """Keep exactly these from sight: `units`, `closures`, `routes`, `places`, `incidents`, `overlay:NAME`."""

    def select(self, kind: str, id_: str) -> None:
        """Highlight one thing."""

    def fly_to(self, at: LonLat, zoom: float | None = None) -> None:
        """Move the middle of the map."""

    def set_theme(self, name: str) -> None:
        """Show another theme."""

    def set_language(self, lang: str) -> None:
        """Prefer names in a language."""

    def start_drawing(self, kind: str, shape: Sequence[LonLat] = ()) -> None:
        """Let the person draw, or move the corners of a shape."""

    def stop_drawing(self) -> None:
        """Give up what is being drawn."""

    def highlight(self, kind: str, id_: str) -> None:
        """Mark what another panel points at; two empty texts mark nothing."""


def in_force(picture: Picture, now_ms: int) -> frozenset[Id]:
    """Return the closures that close roads at a moment: they begin and end without anybody writing an entry."""
    return frozenset(closure.id for closure in picture.closures() if closure.in_force(now_ms))


class MapLink(QObject):
    """Picture → map, map → seat. Qt thread; routes are searched in a worker thread."""

    def __init__(self, seat: Seat, view: MapPort, layers: LayerChoice | None = None) -> None:
        """Join a seat and a map; without a choice of layers everything is shown."""
        super().__init__(seat)
        self._seat, self._view = seat, view
        self._layers = layers or LayerChoice(MemorySettings(), parent=self)
        self._things = MapThings(seat, self._layers)
        self._enroute: dict[tuple[Id, Id], MapRoute] = {}
        self._preview: MapRoute | None = None
        self._in_force: frozenset[Id] = frozenset()
        self._on_map: tuple[str, str] | None = None
        self._task: asyncio.Task[None] | None = None
        self._anew: asyncio.Task[None] | None = None
        self._every, self._ticks = 1, 0
        self._hide()
        self.refresh()
        seat.changed.connect(self._on_changes)
        seat.ticked.connect(lambda _ms: self._tick())
        seat.incident_chosen.connect(lambda ident: view.select("incident", ident) if ident else view.select("", ""))
        seat.unit_chosen.connect(lambda ident: view.select("unit", ident) if ident else None)
        seat.place_shown.connect(lambda lon, lat, zoom: view.fly_to(LonLat(lon, lat), zoom or None))
        seat.look.changed.connect(self._themed)
        seat.pointed.connect(self._pointed)
        self._layers.changed.connect(self._on_layer)
        view.clicked.connect(self._clicked)
        view.hovered.connect(self._hovered)

    def refresh(self) -> None:
        """Show everything anew; also after a change of language."""
        self._things.forget()
        self._incidents()
        self._places()
        self._closures()
        self._units()

    def _themed(self) -> None:
        if self._seat.at_work:  # the look outlives a desk that was left for another
            self._view.set_theme(self._seat.look.tokens.name)

    def _hide(self) -> None:
        hidden = [layer for layer in LAYERS if layer not in PARTS and not self._layers.shown(layer)]
        self._view.hide_layers([layer if layer in WHOLE else f"overlay:{layer}" for layer in hidden])

    def _on_layer(self, layer: str) -> None:
        self._hide()
        if layer in PARTS:
            self._things.forget()
            self._incidents()
            self._places()

    def preview(self, unit_id: Id | None) -> None:
        """Show the way of a unit to the incident being worked on; `None` shows none."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._preview = None
        incident = self._seat.desk.picture.incident(self._seat.incident) if self._seat.incident else None
        unit = self._seat.desk.picture.unit(unit_id) if unit_id else None
        if incident is not None and unit is not None:
            self._task = self._seat.run(self._find_preview(unit, incident.at))
        else:
            self._routes()

    async def _find_preview(self, unit: UnitView, target: LonLat) -> None:
        route = await self._route(unit, target)
        if route is not None:
            self._preview = replace(route, style="preview")
        self._routes()

    async def _route(self, unit: UnitView, target: LonLat) -> MapRoute | None:
        position = self._seat.desk.tracks.latest().get(unit.id)
        found = await asyncio.to_thread(open_roads(self._seat.desk).route, position.at if position else unit.at, target, unit.profile)
        return MapRoute(unit.id, found.points, "enroute", unit.callsign) if found else None

    async def _follow(self, unit: UnitView, incident: Id) -> None:
        """Show the way of a unit that was sent."""
        target = self._seat.desk.picture.incident(incident)
        if target is not None:
            route = await self._route(unit, target.at)
            if route is not None:
                self._enroute[unit.id, incident] = route
                self._routes()

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.INCIDENT) or changes.of(Kind.UNIT):
            self._incidents()
        if changes.of(Kind.UNIT):
            self._units()
            self._update_routes(changes.of(Kind.UNIT))
        if changes.of(Kind.STATION) or changes.of(Kind.FACILITY) or changes.of(Kind.DEPOT):
            self._places()
        if changes.of(Kind.CLOSURE):
            self._closures()
            self._find_ways_anew()

    def _update_routes(self, touched: Iterable[Id]) -> None:
        for ident in touched:
            unit = self._seat.desk.picture.unit(ident)
            moving = unit is not None and unit.incident is not None and unit.status in MOVING
            for key in [key for key in self._enroute if key[0] == ident and (not moving or unit is None or key[1] != unit.incident)]:
                del self._enroute[key]
            if unit is not None and unit.incident is not None and moving and (ident, unit.incident) not in self._enroute:
                self._seat.run(self._follow(unit, unit.incident))
        self._routes()

    def _find_ways_anew(self) -> None:
        """Roads were closed or opened: units on their way drive otherwise. One after the other, so that a surge leaves room for the rest."""
        if self._anew is not None:
            self._anew.cancel()
        self._anew = self._seat.run(self._follow_all())

    async def _follow_all(self) -> None:
        for unit_id, incident in tuple(self._enroute):
            unit = self._seat.desk.picture.unit(unit_id)
            if unit is not None and (unit_id, incident) in self._enroute:
                await self._follow(unit, incident)

    def _routes(self) -> None:
        shown = [*self._enroute.values()]
        self._view.show_routes(
            [*(r for r in shown if self._preview is None or r.id != self._preview.id), *([self._preview] if self._preview else [])]
        )

    def _units(self) -> None:
        made = self._things.units(self._seat.desk.tracks.latest())
        self._view.set_units(made.ids, made.lons, made.lats, made.headings, made.symbols, made.labels)

    def set_saving(self, saving: bool) -> None:
        """Follow positions less often, to spare the battery."""
        self._every = SAVING_TICKS if saving else 1
        self._view.set_saving(saving)

    def _tick(self) -> None:
        self._ticks = (self._ticks + 1) % self._every
        if self._ticks == 0:
            self._units()
        if self._in_force != in_force(self._seat.desk.picture, self._seat.now_ms()):
            self._closures()
            self._find_ways_anew()

    def _incidents(self) -> None:
        self._view.set_incidents(self._things.incidents())

    def _places(self) -> None:
        picture, shown = self._seat.desk.picture, self._layers.shown
        stations = picture.stations() if shown("stations") else ()
        facilities = picture.facilities() if shown("facilities") else ()
        depots = picture.depots() if shown("depots") else ()
        self._view.set_places(
            [
                *(MapPlace(s.id, s.kind, s.at, local_name(s.name, s.names)) for s in stations),
                *(MapPlace(f.id, f.kind, f.at, local_name(f.name, f.names)) for f in facilities),
                *(MapPlace(d.id, "depot", d.at, local_name(d.name, d.names)) for d in depots),
            ]
        )

    def _closures(self) -> None:
        now = self._seat.now_ms()
        self._in_force = in_force(self._seat.desk.picture, now)
        closures = [c for c in self._seat.desk.picture.closures() if not c.reopened and (c.until_ms is None or c.until_ms > now)]
        self._view.set_closures([MapClosure(c.id, c.shape, c.name or c.reason, not c.in_force(now)) for c in closures])

    def _hovered(self, kind: str, ident: str) -> None:
        """The pointer is over something on the map; its row is marked."""
        self._on_map = (kind, ident)
        self._seat.point(kind, ident)

    def _pointed(self, kind: str, ident: str) -> None:
        """The pointer is over a row; the thing is marked on the map. What the map said itself is not sent back."""
        if (kind, ident) != self._on_map:
            self._view.highlight(kind, ident)
        self._on_map = None

    def _clicked(self, kind: str, ident: str) -> None:
        if kind == "incident":
            self._seat.choose_incident(Id(ident))
        elif kind == "unit":
            self._seat.choose_unit(Id(ident))
