"""What the simulated people see and do: the desk's picture, the roads, and the one door."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import Protocol

from commandcenter.dispatch.desk import Desk, Outcome
from commandcenter.dispatch.distance import air_m
from commandcenter.exercise.agenda import Agenda
from commandcenter.model.commands import Command
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads, Route, Shape
from commandcenter.model.words import FacilityKind, LonLat, Position
from commandcenter.picture.views import IncidentView, UnitView

SIMULATED: ContextVar[bool] = ContextVar("SIMULATED", default=False)
"""Whether the present command comes from a simulated person: those are made again by a replay, a trainee's are not."""


class Stage(Protocol):
    """Where crews play. Tests of the crews alone put a table in its place."""

    def now_ms(self) -> int:
        """Return the time in ms since the epoch."""

    def units(self) -> Sequence[UnitView]:
        """Return all units as the desk sees them."""

    def unit(self, unit_id: Id) -> UnitView | None:
        """Return one unit as the desk sees it."""

    def incident(self, incident_id: Id) -> IncidentView | None:
        """Return an incident."""

    def home(self, unit: UnitView) -> LonLat | None:
        """Return where a unit's station is."""

    def place(self, unit: UnitView) -> LonLat:
        """Return where a unit was last seen."""

    def touched(self) -> tuple[frozenset[Id], bool]:
        """Return the units that have changed since the last call, and whether closures have."""

    def roads_change_ms(self) -> int | None:
        """Return when a closure next begins or ends by itself."""

    def show(self, positions: Mapping[Id, Position]) -> None:
        """Let the desk see where units are."""

    async def do(self, command: Command) -> bool:
        """Submit a command; return whether the desk agreed."""

    async def route(self, origin: LonLat, target: LonLat, profile: str) -> Route | None:
        """Return the way by road with the closures in force."""

    async def hospital(self, origin: LonLat, profile: str) -> LonLat | None:
        """Return the hospital that is reached first."""


class DeskStage:
    """The stage over a real desk, live in the training region or in an exercise."""

    def __init__(self, desk: Desk, agenda: Agenda) -> None:
        """Listen to the desk from now on; whatever it changes stirs the agenda."""
        self.desk = desk
        self._agenda = agenda
        self._touched: set[Id] = {unit.id for unit in desk.picture.units()}
        self._roads_touched = False
        self._last: tuple[tuple[Shape, ...], Roads] | None = None
        self.close = desk.subscribe(self._notice)

    def _notice(self, changes: Changes) -> None:
        self._agenda.stirred = True
        self._touched |= changes.of(Kind.UNIT)
        self._roads_touched |= bool(changes.of(Kind.CLOSURE))

    def now_ms(self) -> int:
        """Return the desk's time."""
        return self.desk.clock.wall_ms()

    def units(self) -> Sequence[UnitView]:
        """Return all units as the desk sees them."""
        return self.desk.picture.units()

    def unit(self, unit_id: Id) -> UnitView | None:
        """Return one unit as the desk sees it."""
        return self.desk.picture.unit(unit_id)

    def incident(self, incident_id: Id) -> IncidentView | None:
        """Return an incident."""
        return self.desk.picture.incident(incident_id)

    def home(self, unit: UnitView) -> LonLat | None:
        """Return where a unit's station is."""
        station = self.desk.picture.station(unit.station) if unit.station is not None else None
        return station.at if station else None

    def place(self, unit: UnitView) -> LonLat:
        """Return where a unit was last seen."""
        position = self.desk.tracks.latest().get(unit.id)
        return position.at if position else unit.at

    def touched(self) -> tuple[frozenset[Id], bool]:
        """Return the units that have changed since the last call, and whether closures have."""
        found = frozenset(self._touched), self._roads_touched
        self._touched, self._roads_touched = set(), False
        return found

    def roads_change_ms(self) -> int | None:
        """Return when a closure next begins or ends by itself."""
        now_ms = self.now_ms()
        ends = (end for c in self.desk.picture.closures() if not c.reopened for end in (c.from_ms, c.until_ms))
        return min((end for end in ends if end is not None and end > now_ms), default=None)

    def show(self, positions: Mapping[Id, Position]) -> None:
        """Let the desk see where units are."""
        if positions:
            self.desk.tracks.put(positions)

    async def do(self, command: Command) -> bool:
        """Submit a command; return whether the desk agreed."""
        try:
            await self.submit(command)
        except Refused:
            return False
        return True

    async def submit(self, command: Command) -> Outcome:
        """Submit a command as a simulated person. Raises `Refused`: then the desk's word stands."""
        token = SIMULATED.set(True)
        try:
            return await self.desk.submit(command)
        finally:
            SIMULATED.reset(token)

    async def route(self, origin: LonLat, target: LonLat, profile: str) -> Route | None:
        """Return the way by road with the closures in force; searched in a worker thread."""
        return await asyncio.to_thread(self._open_roads().route, origin, target, profile)

    async def hospital(self, origin: LonLat, profile: str) -> LonLat | None:
        """Return the hospital that is reached first; the nearest by air where none can be reached."""
        places = [f.at for f in self.desk.picture.facilities() if f.kind == FacilityKind.HOSPITAL]
        if not places:
            return None
        table = await asyncio.to_thread(self._open_roads().matrix, places, [origin], profile)
        ways = [(row[0].eta_s, n) for n, row in enumerate(table) if row[0] is not None]
        return places[min(ways)[1]] if ways else min(places, key=lambda at: air_m(origin, at))

    def _open_roads(self) -> Roads:
        now_ms = self.now_ms()
        shapes = tuple(Shape(c.shape, c.exempt_profiles) for c in self.desk.picture.closures() if c.in_force(now_ms))
        if self._last is None or self._last[0] != shapes:
            self._last = shapes, self.desk.roads.with_closures(shapes)
        return self._last[1]
