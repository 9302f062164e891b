"""One run of a scenario: its own log, clock and desk, the simulated people, snapshots on the way."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace

from commandcenter.exercise import crews as crews_module
from commandcenter.exercise import injects as injects_module
from commandcenter.exercise import other_desk as other_desk_module
from commandcenter.exercise import player as player_module
from commandcenter.exercise.acts import Answer, Asked, Came, ControlAct, Edit, Fire, Skip, TakeBack
from commandcenter.exercise.agenda import Agenda
from commandcenter.exercise.clock import ExerciseClock
from commandcenter.exercise.column_words import COLUMN_SAID
from commandcenter.exercise.cover import Least, StationCover
from commandcenter.exercise.crews import Crews
from commandcenter.exercise.engine import Engine, EngineState
from commandcenter.exercise.injects import Injects
from commandcenter.exercise.other_desk import OtherDesk
from commandcenter.exercise.own_resources import with_region
from commandcenter.exercise.player import VirtualPlayer
from commandcenter.exercise.scenario import Inject, Scenario
from commandcenter.exercise.seat import PEOPLE, PEOPLE_SAID, ExerciseDesk, RunIds
from commandcenter.exercise.stage import SIMULATED, DeskStage
from commandcenter.exercise.streams import Streams
from commandcenter.exercise.times import PlausibleTimes
from commandcenter.exercise.validate import Grounds, validate_one
from commandcenter.log.ledger import Ledger
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import Clock
from commandcenter.model.commands import AddUnit, Command, OpenOperation, SignIn
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import BugError, Refused
from commandcenter.model.ids import Id, derived_id, founded_id, is_exercise
from commandcenter.model.ports import Gazetteer, Roads, TrackStore
from commandcenter.model.words import Position
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import Catalogue

SNAPSHOT_MS = 60_000
"""Least exercise time between two snapshots."""
MOST_SNAPSHOTS = 240
"""A four-hour exercise has one a minute; a longer one has them farther apart, so that two weeks still fit into memory."""
PLAYER = derived_id("operator", "exercise player")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a run stands on; several runs and branches may share it."""

    catalogue: Catalogue
    roads: Roads
    gazetteer: Gazetteer
    fleet: Sequence[Command]
    """Stations, units, facilities and depots at the start."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run is played."""

    seed: int
    virtual_player: bool = False
    language: str = "en"
    player_name: str = "Player"
    nonce: str = ""
    """Tells apart runs that people play; empty: the same run again has the same operation, key and log."""
    rings: bool = False
    """Whether a person sits at the desk who can answer calls that ring; the virtual player can."""
    founder: str = ""
    """The device that founds the run where it is not the run's own key: the controller's computer."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A run at a moment. A copy of plain values: cheap to take, cheap to go back to."""

    engine: EngineState
    entries: int
    """Of the log at that moment."""
    ids: int
    positions: Mapping[Id, Position]
    journal: int
    least: Least | None
    """Coverage of stations so far."""


OpenLog = Callable[[Id, Clock], tuple[Ledger, TrackStore, Executor]]
"""Makes the log and track store of a new run and names the thread that they belong to."""


def run_key(scenario: Scenario, settings: Settings) -> DeviceKey:
    """Return the key a run signs with. Without a nonce it is no secret: what it signs can never be live."""
    return DeviceKey(hashlib.sha256(f"exercise key\0{scenario.digest}\0{settings.seed}\0{settings.nonce}".encode()).digest())


def run_operation(scenario: Scenario, settings: Settings, branch: int = 0) -> Id:
    """Return the operation id of a repeatable run, marked as an exercise."""
    whole = derived_id(
        "exercise",
        scenario.id,
        scenario.region,
        scenario.digest,
        str(settings.seed),
        str(settings.virtual_player),
        settings.language,
        str(branch),
        settings.nonce,
    )
    return founded_id(Id(settings.founder) if settings.founder else run_key(scenario, settings).id, exercise=True, new_id=lambda: whole)


class Course:
    """A run. All methods belong to the thread of its asyncio loop."""

    def __init__(self, scenario: Scenario, ground: Ground, settings: Settings, open_log: OpenLog, operation: Id | None = None) -> None:
        """Build everything; `begin` starts it. `operation` is only given for a branch or a run of several computers."""
        self.scenario, self.ground, self.settings = scenario, ground, settings
        self.operation = operation or run_operation(scenario, settings)
        if not is_exercise(self.operation):
            raise BugError("an exercise must have an exercise's operation id")
        self.clock = ExerciseClock(scenario.start_ms)
        self.log, self.tracks, self.writer = open_log(self.operation, self.clock)
        self.ids = RunIds(int(run_operation(scenario, settings)[16:], 16))  # a branch names things as the first run did
        self.desk = ExerciseDesk(
            self.log,
            Picture(self.operation),
            clock=self.clock,
            new_id=self.ids,
            actor=PLAYER,
            catalogue=ground.catalogue,
            roads=ground.roads,
            gazetteer=ground.gazetteer,
            tracks=self.tracks,
            writer=self.writer,
        )
        self.desk.begin_journal(self.log)
        self.snapshots: list[Snapshot] = []
        self.cover = StationCover()
        self._snapshot_ms = max(SNAPSHOT_MS, (scenario.end_ms - scenario.start_ms) // MOST_SNAPSHOTS)
        self._cast()

    def _cast(self) -> None:
        """Bring the simulated people on stage."""
        agenda, streams = Agenda(), Streams(self.settings.seed)
        self.engine = Engine(agenda, streams, self.clock.set)
        self.engine.now_ms = self.scenario.start_ms
        self.stage = DeskStage(self.desk, agenda)
        self.crews = Crews(self.stage, agenda, PlausibleTimes(self.ground.catalogue, streams))
        origin = run_operation(self.scenario, self.settings)  # a branch has the same second desk
        self.other_desk = OtherDesk(self.desk, self.log, self.writer, agenda, origin)
        answered = self.settings.rings or self.settings.virtual_player
        self.injects = Injects(self.scenario, agenda, self.stage, self.crews, self.other_desk, self.settings.language, rings=answered)
        self.engine.add(injects_module.ACTOR, self.injects)
        self.engine.add(crews_module.ACTOR, self.crews)
        self.engine.add(other_desk_module.ACTOR, self.other_desk)
        if self.settings.virtual_player:
            player = VirtualPlayer(self.desk, self.stage, agenda, self.injects, self.scenario, self.crews.show_positions)
            self.engine.add(player_module.ACTOR, player)

    async def begin(self) -> list[Refused]:
        """Open the operation, set up its resources and plan the injects; return what the desk would not have."""
        token = SIMULATED.set(True)
        try:
            name = self.scenario.name.get(self.settings.language) or self.scenario.id
            await self.desk.submit(OpenOperation(name, self.scenario.region, exercise=True))
            await self.desk.submit(SignIn(PLAYER, self.settings.player_name, "player"))
            await self.desk.submit(SignIn(PEOPLE, PEOPLE_SAID.get(self.settings.language), "player"))
            outcomes = await self.desk.submit_all(self._resources())
        finally:
            SIMULATED.reset(token)
        self.cover.begin(self.desk.picture, self.scenario.start_ms)
        self.desk.subscribe(self._follow_cover)
        self.injects.plan()
        await self.advance_to(self.scenario.start_ms - 1)
        return [outcome for outcome in outcomes if isinstance(outcome, Refused)]

    def _resources(self) -> list[Command]:
        wanted = self.scenario.callsigns
        commands = with_region(self.scenario.resources, self.ground.fleet)
        return [c for c in commands if not wanted or not isinstance(c, AddUnit) or c.callsign in wanted]

    async def control(self, act: ControlAct | Asked) -> None:
        """Do what a controller wants between two steps of the simulator; what was asked for once before is not done again. Raises `Refused`."""
        async with self.desk.turn:
            if isinstance(act, Asked) and any(isinstance(done.command, Asked) and done.command.ask == act.ask for done in self.desk.journal):
                return
            match act.act if isinstance(act, Asked) else act:
                case Fire(number):
                    self.injects.fire_now(number)
                case Skip(number):
                    self.injects.skip(number)
                case Edit(inject):
                    check_edit(self, inject)
                    self.injects.edit(inject)
                case TakeBack():
                    self.injects.take_back()
                case Answer(number):
                    self.injects.answer(number)
            await self.desk.note(act)

    async def redo(self, what: Command | ControlAct | Asked | Came) -> None:
        """Do again what stands in a journal. Raises `Refused`."""
        if isinstance(what, Came):
            loop = asyncio.get_running_loop()
            taken = await loop.run_in_executor(self.writer, lambda: self.log.ingest(what.entries, sender=what.sender))
            await self.desk.take_in(taken.entries)
        elif isinstance(what, Command):
            await self.desk.submit(what)
        else:
            await self.control(what)

    async def advance_to(self, moment_ms: int, stop: Callable[[], bool] | None = None) -> None:
        """Let exercise time run to a moment (ms since the epoch), as fast as it can; snapshots are taken on the way."""
        while True:
            if not self.snapshots or self.engine.now_ms >= self.snapshots[-1].engine.now_ms + self._snapshot_ms:
                self.snapshots.append(self.snapshot())
            step_ms = min(moment_ms, self.snapshots[-1].engine.now_ms + self._snapshot_ms)
            async with self.desk.turn:
                await self.engine.run_until(max(step_ms, self.engine.now_ms), stop)
            if step_ms >= moment_ms or (stop is not None and stop()):
                return

    def snapshot(self) -> Snapshot:
        """Return the run as it stands."""
        state, tracks = self.engine.state(), self.tracks.latest()
        return Snapshot(state, self.desk.picture.count(), self.ids.count, tracks, len(self.desk.journal), self.cover.least)

    def come_from(self, snapshot: Snapshot) -> None:
        """Go on from a snapshot of the run that this one branches off; the log has come as far already."""
        self.ids.count = snapshot.ids
        self.tracks.put(snapshot.positions)
        self.engine.restore(snapshot.engine)
        self.cover.begin(self.desk.picture, snapshot.engine.now_ms, snapshot.least)
        self.desk.subscribe(self._follow_cover)
        self.stage.touched()

    def _follow_cover(self, changes: Changes) -> None:
        self.cover.follow(self.desk.picture, changes.of(Kind.UNIT), self.clock.wall_ms())

    def next_inject_ms(self) -> int | None:
        """Return when the next inject is due, `None` when there is none."""
        return self.injects.next_ms()

    def unlooked(self) -> bool:
        """Return whether a top-priority incident waits that nobody has touched: faster than ×10, time stops for it."""
        return any(i.priority == 1 and i.open and len(i.state_ms) == 1 for i in self.desk.picture.incidents())

    def digest(self) -> str:
        """Return the SHA-256 of all entry ids in order: equal runs have equal digests. Call it in the writer's thread or at rest."""
        whole = hashlib.sha256()
        for row in self.log.signed():
            whole.update(row.id)
        return whole.hexdigest()

    async def close(self) -> None:
        """End the desk; log, tracks and writer belong to who opened them."""
        self.stage.close()
        await self.desk.close()


def check_edit(course: Course, inject: Inject) -> None:
    """Raise `Refused` for an inject that could not happen in a run: it names the column and says why."""
    others = [one for one, _ in course.injects.all() if one.number != inject.number]
    picture, ground = course.desk.picture, course.ground
    callsigns, depots = (frozenset(unit.callsign for unit in picture.units()), frozenset(depot.name for depot in picture.depots()))
    grounds = Grounds(ground.catalogue, None, ground.gazetteer, callsigns, depots)
    for issue in validate_one(replace(course.scenario, injects=(*others, inject)), grounds, inject):
        raise Refused("Inject {number}, {column}: {why}", number=inject.number, column=COLUMN_SAID[issue.column], why=issue.sentence)
