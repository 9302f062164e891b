"""A stage without desk, log or roads: a table of units, so that crews can be played a million times."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from commandcenter.exercise.agenda import Agenda
from commandcenter.exercise.crews import ACTOR, Crews
from commandcenter.exercise.engine import Engine
from commandcenter.exercise.streams import Streams
from commandcenter.exercise.times import CrewTimes
from commandcenter.model.commands import Command, SetUnitStatus
from commandcenter.model.ids import Id
from commandcenter.model.ports import Route
from commandcenter.model.words import IncidentState, LonLat, Position, UnitStatus
from commandcenter.picture.views import IncidentView, UnitView

DriveS = Callable[[LonLat, LonLat], float]
"""Driving time between two places in seconds."""
_FREE = (UnitStatus.AVAILABLE, UnitStatus.RETURNING)


class TableStage:
    """Implements `exercise.stage.Stage`."""

    def __init__(self, homes: Sequence[LonLat | None], drive_s: DriveS, hospital: Callable[[LonLat], LonLat] | None = None) -> None:
        self.ids = [Id(f"{n:032x}") for n in range(len(homes))]
        self._homes = dict(zip(self.ids, homes, strict=True))
        here = LonLat(0.0, 0.0)
        self._units = {
            unit: UnitView(unit, str(n), "als", {"transport": 1}, 2, None, "ambulance", homes[n] or here, UnitStatus.AVAILABLE, 0)
            for n, unit in enumerate(self.ids)
        }
        self._incidents: dict[Id, IncidentView] = {}
        self._drive_s, self._hospital = drive_s, hospital
        self._touched: set[Id] = set(self.ids)
        self._last: dict[Id, Position] = {}
        self.agenda, self.streams = Agenda(), Streams(1)
        self.engine = Engine(self.agenda, self.streams, lambda _ms: None)
        self.seen: Callable[[UnitView, UnitStatus, int], None] = lambda _unit, _status, _ms: None

    def play(self, times: CrewTimes, calls: Any) -> Crews:
        crews = Crews(self, self.agenda, times)
        self.engine.add(ACTOR, crews)
        self.engine.add("calls", calls)
        return crews

    def free(self, n: int) -> bool:
        return self._units[self.ids[n]].status in _FREE

    def send(self, n: int, incident: Id, at: LonLat) -> None:
        unit = self.ids[n]
        here = LonLat(*at)
        self._incidents[incident] = IncidentView(incident, "1", "medical", IncidentState.REPORTED, 1, 4, 1, here, "", "", "", self.now_ms(), {})
        self._set(unit, UnitStatus.DISPATCHED, incident)

    def _set(self, unit_id: Id, status: UnitStatus, incident: Id | None) -> None:
        unit = self._units[unit_id]
        self.seen(unit, status, self.now_ms())
        if incident is None and unit.incident is not None:
            del self._incidents[unit.incident]
        self._units[unit_id] = replace(unit, status=status, incident=incident)
        self._touched.add(unit_id)
        self.agenda.stirred = True

    def now_ms(self) -> int:
        return self.engine.now_ms

    def units(self) -> Sequence[UnitView]:
        return list(self._units.values())

    def unit(self, unit_id: Id) -> UnitView | None:
        return self._units.get(unit_id)

    def incident(self, incident_id: Id) -> IncidentView | None:
        return self._incidents.get(incident_id)

    def home(self, unit: UnitView) -> LonLat | None:
        return self._homes[unit.id]

    def place(self, unit: UnitView) -> LonLat:
        return unit.at

    def position(self, crews: Crews, n: int) -> LonLat:
        crew = crews.crew(self.ids[n])
        if crew is None:
            return self._units[self.ids[n]].at
        return crew.drive.position(self.now_ms()).at if crew.drive else crew.at

    def touched(self) -> tuple[frozenset[Id], bool]:
        found, self._touched = frozenset(self._touched), set()
        return found, False

    def roads_change_ms(self) -> int | None:
        return None

    def show(self, positions: Mapping[Id, Position]) -> None:
        self._last.update(positions)

    async def do(self, command: Command) -> bool:
        assert isinstance(command, SetUnitStatus)
        free = command.status in (*_FREE, UnitStatus.OUT_OF_SERVICE)
        self._set(command.unit_id, command.status, None if free else self._units[command.unit_id].incident)
        return True

    async def route(self, origin: LonLat, target: LonLat, profile: str) -> Route | None:
        eta_s = self._drive_s(origin, target)
        return Route((origin, target), (0.0, eta_s), 0.0, eta_s, 0.0, ())

    async def hospital(self, origin: LonLat, profile: str) -> LonLat | None:
        return self._hospital(origin) if self._hospital else None
