"""Plays the crews: turn out, drive, arrive, come home, through the desk's one door like anybody else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from commandcenter.dispatch.desk import Desk
from commandcenter.exercise.driving import Drive
from commandcenter.model.commands import SetUnitStatus
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, Position, UnitStatus
from commandcenter.picture.views import UnitView

TurnoutS = Callable[[str], float]
"""Seconds from order to leaving, by unit kind."""

_HOMEWARD = (UnitStatus.AVAILABLE, UnitStatus.RETURNING)


class SimulatedUnits:
    """Moves every unit of a desk; call `tick` about once a second on the desk's loop."""

    def __init__(self, desk: Desk, turnout_s: TurnoutS) -> None:
        """Start from where the picture says the units are."""
        self._desk = desk
        self._turnout_s = turnout_s
        self._drives: dict[Id, Drive] = {}
        self._stuck: set[tuple[Id, LonLat]] = set()

    async def tick(self) -> None:
        """Move all units to the present moment and report what they would report."""
        now_ms = self._desk.clock.wall_ms()
        for unit in self._desk.picture.units():
            await self._play(unit, now_ms)
        moving = {unit: drive.position(now_ms) for unit, drive in self._drives.items()}
        if moving:
            self._desk.tracks.put(moving)
        for unit_id in [unit for unit, drive in self._drives.items() if drive.arrived(now_ms)]:
            await self._arrive(unit_id)

    async def _play(self, unit: UnitView, now_ms: int) -> None:
        if unit.status is UnitStatus.DISPATCHED and now_ms >= unit.status_ms + self._turnout_s(unit.kind) * 1000:
            await self._report(unit.id, UnitStatus.ENROUTE)
        target = self._target(unit)
        drive = self._drives.get(unit.id)
        if target is None:
            self._drives.pop(unit.id, None)
        elif (drive is None or drive.target != target) and (unit.id, target) not in self._stuck:
            await self._set_off(unit, target, now_ms)

    def _target(self, unit: UnitView) -> LonLat | None:
        if unit.status is UnitStatus.ENROUTE and unit.incident is not None:
            incident = self._desk.picture.incident(unit.incident)
            return incident.at if incident else None
        if unit.status in _HOMEWARD and unit.station is not None:
            station = self._desk.picture.station(unit.station)
            return station.at if station and self._place(unit) != station.at else None
        return None

    def _place(self, unit: UnitView) -> LonLat:
        position = self._desk.tracks.latest().get(unit.id)
        return position.at if position else unit.at

    async def _set_off(self, unit: UnitView, target: LonLat, now_ms: int) -> None:
        """Find the way once; a unit with no way stays where it is, as in life, and its ETA says so."""
        route = await asyncio.to_thread(self._desk.roads.route, self._place(unit), target, unit.profile)
        if route is None:
            self._drives.pop(unit.id, None)
            self._stuck.add((unit.id, target))
        else:
            self._drives[unit.id] = Drive(unit.id, target, route, now_ms)

    async def _arrive(self, unit_id: Id) -> None:
        drive = self._drives.pop(unit_id)
        now_ms = self._desk.clock.wall_ms()
        last = drive.position(now_ms)
        self._desk.tracks.put({unit_id: Position(drive.target, last.source, now_ms, last.heading_deg, 0.0)})
        unit = self._desk.picture.unit(unit_id)
        if unit and unit.status is UnitStatus.ENROUTE:
            await self._report(unit_id, UnitStatus.ON_SCENE)
        elif unit and unit.status is UnitStatus.RETURNING:
            await self._report(unit_id, UnitStatus.AVAILABLE)

    async def _report(self, unit_id: Id, status: UnitStatus) -> None:
        """Report a status; when the desk was quicker, its word stands."""
        try:
            await self._desk.submit(SetUnitStatus(unit_id, status))
        except Refused:
            self._drives.pop(unit_id, None)
