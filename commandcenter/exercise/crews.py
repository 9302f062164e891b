"""Plays the crews: turn out, drive real roads, arrive, work, take patients to hospital, come home, through the desk's one door.

What a crew does and what it has told the desk are two things: a silent crew goes on working and reports when it can
speak again. When the desk says otherwise than the crew last told, the desk's word is the crew's order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from commandcenter.exercise.agenda import Agenda
from commandcenter.exercise.driving import Drive, Unseen
from commandcenter.exercise.stage import Stage
from commandcenter.exercise.times import CrewTimes
from commandcenter.model.commands import SetUnitStatus
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, Position, PositionSource, UnitStatus
from commandcenter.picture.views import UnitView

ACTOR = "crews"
_GOING_HOME = (UnitStatus.RETURNING, UnitStatus.AVAILABLE)
_BEFORE = {UnitStatus.TRANSPORTING: (UnitStatus.ON_SCENE,), UnitStatus.AT_FACILITY: (UnitStatus.ON_SCENE, UnitStatus.TRANSPORTING)}
"""What a crew that was silent reports first, because the desk's rules want the steps in between."""


@dataclass(frozen=True, slots=True)
class Crew:
    """One crew's state of mind."""

    told: UnitStatus
    """The status that the desk shows."""
    incident: Id | None
    """The incident that the desk shows."""
    doing: UnitStatus
    at: LonLat
    """Where it stands, or where its drive began."""
    step: int = 0
    """Counts changes of mind; what was planned before the last one is void."""
    drive: Drive | None = None
    wants: LonLat | None = None
    """Where it would drive to if there were a way."""
    silent_until_ms: int = 0
    unseen_until_ms: int = 0
    """Its positions do not arrive."""
    late_s: float = 0.0
    """Added to the next turnout."""
    refuses: bool = False
    """It will decline its next order."""


@dataclass(frozen=True, slots=True)
class CrewsState:
    """A snapshot of all crews."""

    crews: Mapping[Id, Crew]
    patients: Mapping[Id, int]
    drives: int
    unseen: int


class Crews:
    """All crews of an operation. An actor of the engine."""

    def __init__(self, stage: Stage, agenda: Agenda, times: CrewTimes) -> None:
        """Know nobody yet: `settle` meets every unit that the desk touches."""
        self._stage = stage
        self._agenda = agenda
        self._times = times
        self._crews: dict[Id, Crew] = {}
        self._patients: dict[Id, int] = {}
        self.drives: list[Drive] = []
        """Every drive begun, in order: where anybody was at any time."""
        self.unseen: list[Unseen] = []
        """Every loss of positions, in order: what the desk could not see of it."""

    def crew(self, unit_id: Id) -> Crew | None:
        """Return one crew."""
        return self._crews.get(unit_id)

    def disturb(self, unit_id: Id, change: Callable[[Crew], Crew]) -> bool:
        """Let something befall a crew (a late start, silence, lost positions); return whether it is known."""
        before = self._crews.get(unit_id)
        if before is None:
            return False
        self._crews[unit_id] = crew = change(before)
        if crew.unseen_until_ms != before.unseen_until_ms:
            self.unseen.append(Unseen(unit_id, self._stage.now_ms(), crew.unseen_until_ms))
        if crew.silent_until_ms > self._stage.now_ms():
            self._agenda.plan(crew.silent_until_ms, ACTOR, "speak", unit_id)
        return True

    def add_patients(self, incident_id: Id, count: int) -> None:
        """Have more people at an incident who need a hospital."""
        self._patients[incident_id] = self._patients.get(incident_id, 0) + count

    def show_positions(self) -> None:
        """Let the desk see where everybody is who is not at home; call it before somebody looks."""
        now_ms = self._stage.now_ms()
        seen = {unit: position for unit, crew in self._crews.items() if (position := self._position(unit, crew, now_ms)) is not None}
        self._stage.show(seen)

    async def settle(self) -> None:
        """Follow what the desk has changed: new orders, new closures."""
        touched, roads = self._stage.touched()
        for unit_id in sorted(touched):
            await self._follow(unit_id)
        if roads:
            await self._reroute()

    async def act(self, what: str, about: str, step: int) -> None:
        """Do what was planned, unless the crew has changed its mind since."""
        if what == "roads":
            await self._reroute()
            return
        unit = self._stage.unit(Id(about))
        crew = self._crews.get(Id(about))
        if unit is None or crew is None:
            return
        if what == "speak":
            await self._speak(unit)
        elif step == crew.step:
            await self._next(unit, crew, what)

    async def _follow(self, unit_id: Id) -> None:
        """Take the desk's word where it differs from what the crew last told."""
        unit = self._stage.unit(unit_id)
        if unit is None:
            return
        crew = self._crews.get(unit_id)
        if crew is None:
            crew = Crew(UnitStatus.AVAILABLE, None, UnitStatus.AVAILABLE, self._stage.place(unit), step=-1)
        elif (unit.status, unit.incident) == (crew.told, crew.incident):
            return
        await self._become(unit, replace(crew, told=unit.status, incident=unit.incident), unit.status)

    async def _become(self, unit: UnitView, crew: Crew, doing: UnitStatus) -> None:
        """Begin something new, and plan how it ends."""
        now_ms = self._stage.now_ms()
        here = crew.drive.position(now_ms).at if crew.drive else crew.at
        crew = replace(crew, doing=doing, at=here, step=crew.step + 1, drive=None, wants=None)
        self._crews[unit.id] = crew
        home = self._stage.home(unit)
        if doing is UnitStatus.DISPATCHED:
            turnout_s = self._times.turnout_s(unit, here == home or home is None) + crew.late_s
            self._crews[unit.id] = replace(crew, late_s=0.0)
            self._plan(unit.id, turnout_s, "leave")
        elif doing is UnitStatus.ENROUTE:
            incident = self._stage.incident(crew.incident) if crew.incident else None
            await self._drive(unit, incident.at if incident else None)
        elif doing is UnitStatus.ON_SCENE:
            incident = self._stage.incident(crew.incident) if crew.incident else None
            if incident is not None and incident.id not in self._patients:
                self._patients[incident.id] = self._times.patients(incident)
            self._plan(unit.id, self._times.work_s(unit, incident), "done")
        elif doing is UnitStatus.TRANSPORTING:
            await self._drive(unit, await self._stage.hospital(here, unit.profile))
        elif doing is UnitStatus.AT_FACILITY:
            self._plan(unit.id, self._times.handover_s(unit), "done")
        elif doing in _GOING_HOME and home is not None and here != home:
            await self._drive(unit, home)
        elif doing is UnitStatus.RETURNING:
            self._plan(unit.id, 0.0, "arrive")

    def _plan(self, unit_id: Id, after_s: float, what: str) -> None:
        due_ms = self._stage.now_ms() + round(after_s * 1000)
        self._agenda.plan(due_ms, ACTOR, what, unit_id, self._crews[unit_id].step)

    async def _next(self, unit: UnitView, crew: Crew, what: str) -> None:
        """Bring what a crew was doing to its end."""
        if what == "leave" and crew.refuses:
            self._crews[unit.id] = replace(crew, refuses=False)
            await self._report(unit, UnitStatus.AVAILABLE, "crew declines: not able to respond")
        elif what == "leave":
            await self._report(unit, UnitStatus.ENROUTE)
        elif what == "done":
            await self._report(unit, self._after_work(unit, crew))
        elif what == "arrive":
            self._crews[unit.id] = crew = replace(crew, at=crew.drive.target if crew.drive else crew.at, drive=None, wants=None)
            self._show(unit.id)
            after = {
                UnitStatus.ENROUTE: UnitStatus.ON_SCENE,
                UnitStatus.TRANSPORTING: UnitStatus.AT_FACILITY,
                UnitStatus.RETURNING: UnitStatus.AVAILABLE,
            }.get(crew.doing)
            if after is not None:
                await self._report(unit, after)
        elif what == "repaired":
            await self._report(unit, UnitStatus.RETURNING)

    def _after_work(self, unit: UnitView, crew: Crew) -> UnitStatus:
        waiting = self._patients.get(crew.incident, 0) if crew.incident else 0
        if crew.doing is not UnitStatus.ON_SCENE or crew.incident is None or not waiting or not unit.capabilities.get("transport"):
            return UnitStatus.RETURNING
        self._patients[crew.incident] = waiting - 1
        return UnitStatus.TRANSPORTING

    async def break_down(self, unit_id: Id, reason: str, minutes: float | None) -> bool:
        """Put a unit out of service where it is; `minutes` until it can drive home, `None` for good."""
        unit, crew = self._stage.unit(unit_id), self._crews.get(unit_id)
        if unit is None or crew is None or not await self._stage.do(SetUnitStatus(unit_id, UnitStatus.OUT_OF_SERVICE, reason)):
            return False
        await self._follow(unit_id)
        if minutes is not None:
            self._plan(unit_id, minutes * 60, "repaired")
        return True

    async def _report(self, unit: UnitView, status: UnitStatus, reason: str = "") -> None:
        """Begin something new and tell the desk, if anybody can hear it."""
        crew = self._crews[unit.id]
        if crew.silent_until_ms > self._stage.now_ms():
            await self._become(unit, crew, status)
        elif await self._stage.do(SetUnitStatus(unit.id, status, reason)):
            await self._follow(unit.id)
        else:
            await self._become(unit, crew, unit.status)

    async def _speak(self, unit: UnitView) -> None:
        """Catch up with the desk after silence; where the desk will not have it, its word stands."""
        crew = self._crews[unit.id]
        if crew.silent_until_ms > self._stage.now_ms() or crew.doing == crew.told:
            return
        heard = False
        for status in (*_BEFORE.get(crew.doing, ()), crew.doing):
            heard = await self._stage.do(SetUnitStatus(unit.id, status))
        if heard:
            told = self._stage.unit(unit.id) or unit
            self._crews[unit.id] = replace(crew, told=told.status, incident=told.incident)
        else:
            await self._become(unit, crew, unit.status)

    async def _drive(self, unit: UnitView, target: LonLat | None) -> None:
        """Set off by road; with no way the crew stays where it is, as in life, and looks again when roads change."""
        crew = self._crews[unit.id]
        if target is None:
            return
        now_ms = self._stage.now_ms()
        route = await self._stage.route(crew.at, target, unit.profile)
        if self._crews[unit.id] is not crew:
            return
        if route is None:
            self._crews[unit.id] = replace(crew, wants=target)
            return
        drive = Drive(unit.id, target, route, now_ms)
        self.drives.append(drive)
        self._crews[unit.id] = replace(crew, drive=drive, wants=target)
        self._plan(unit.id, route.eta_s, "arrive")

    async def _reroute(self) -> None:
        """Let everybody who is on the way, or waits for one, look again."""
        now_ms = self._stage.now_ms()
        for unit_id, crew in sorted(self._crews.items()):
            unit = self._stage.unit(unit_id)
            if crew.wants is None or unit is None or (crew.drive is not None and crew.drive.arrived(now_ms)):
                continue
            here = crew.drive.position(now_ms).at if crew.drive else crew.at
            self._crews[unit_id] = replace(crew, at=here, drive=None, step=crew.step + 1)
            await self._drive(unit, crew.wants)
        change_ms = self._stage.roads_change_ms()
        if change_ms is not None:
            self._agenda.plan(change_ms, ACTOR, "roads")

    def _position(self, unit_id: Id, crew: Crew, now_ms: int) -> Position | None:
        if crew.unseen_until_ms > now_ms:
            return None
        if crew.drive is not None:
            return crew.drive.position(now_ms)
        unit = self._stage.unit(unit_id)
        if unit is None or crew.at == self._stage.home(unit):
            return None
        return Position(crew.at, PositionSource.SIMULATED, now_ms, None, 0.0)

    def _show(self, unit_id: Id) -> None:
        now_ms, crew = self._stage.now_ms(), self._crews[unit_id]
        if crew.unseen_until_ms <= now_ms:
            self._stage.show({unit_id: Position(crew.at, PositionSource.SIMULATED, now_ms, None, 0.0)})

    def state(self) -> CrewsState:
        """Return a snapshot."""
        return CrewsState(dict(self._crews), dict(self._patients), len(self.drives), len(self.unseen))

    def remember(self, other: Crews, state: CrewsState) -> None:
        """Take over the past of the crews that these branch off, up to a snapshot."""
        self.drives.extend(other.drives[: state.drives])
        self.unseen.extend(other.unseen[: state.unseen])

    def restore(self, state: CrewsState) -> None:
        """Go back to a snapshot."""
        self._crews, self._patients = dict(state.crews), dict(state.patients)
        del self.drives[state.drives :]
        del self.unseen[state.unseen :]
        self._stage.touched()
