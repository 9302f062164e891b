"""An exercise on several computers, over the same sync as live work: a hub for exercises, or this network, under the exercise's own key."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from commandcenter.app.connection_choice import desk_address, hub_url
from commandcenter.app.folding import Folding
from commandcenter.app.home import Home
from commandcenter.app.hub_access import hub_access
from commandcenter.dispatch.desk import Desk
from commandcenter.exercise.controls import Ask, Controls, Deed
from commandcenter.exercise.course import Course, run_operation
from commandcenter.exercise.invitation import Guest, Invitation, guest_of, hello
from commandcenter.exercise.seat import PEOPLE, PEOPLE_SAID
from commandcenter.exercise.staff import StaffBook, of_deed, of_frame, of_gone, of_inject, of_objective
from commandcenter.log.keys import open_vault
from commandcenter.log.ledger import Ledger
from commandcenter.model.clock import Clock
from commandcenter.model.commands import EnrolDevice, GrantRole, SetExerciseClock, SignIn, WriteStaffNote
from commandcenter.model.entries import Changes, Entry
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.rights import CONTROL, Role
from commandcenter.model.sentences import say
from commandcenter.model.words import Position
from commandcenter.sync.client import SyncClient
from commandcenter.sync.lan.circle import LanOptions
from commandcenter.sync.operation_key import join as keep_key
from commandcenter.sync.operation_key import join_code, operation_key
from commandcenter.sync.port import Port
from commandcenter.sync.positions import PositionBook

RETRY_S = 0.5
MOST_OFF_MS = 1_500
"""So far may a follower's clock be off, at single speed."""
TELL_AGAIN_MS = 60_000
"""So often, by the wall, the time is told anew while it runs: what followers measure their own clocks by."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How the computers of an exercise meet."""

    hub: tuple[str, ...] = ()
    """Addresses of a hub that was started with --exercises."""
    lan: LanOptions | None = None

    @classmethod
    def to(cls, where: str, key: bytes) -> Ways:
        """Return the ways to a leading computer. Raises `Refused` for an address that cannot be.

        `where`: its address on this network or a hub's URL, several divided by commas; empty: this network is searched.
        """
        words = [word.strip() for word in where.replace("，", ",").split(",") if word.strip()]
        hub = tuple(hub_url(word) for word in words if "://" in word)
        typed = tuple(desk_address(word) for word in words if "://" not in word)
        return cls(hub, LanOptions(key, typed) if typed or not hub else None)


class ExerciseLink:
    """One computer's ties to the others of an exercise. In the thread of the desk's loop."""

    def __init__(self, desk: Desk, log: Ledger, writer: Executor, home: Home, ways: Ways, folder: Path | None) -> None:
        """Prepare; `folder` keeps what others acknowledged."""
        self._desk = desk
        self._loop = asyncio.get_running_loop()
        self._folding = Folding(desk, lambda: None)
        self.on_entries: Callable[[Sequence[Entry]], None] = lambda _entries: None
        """Called with what came from others, before it is folded."""
        self.positions = PositionBook(log.operation, desk.clock, lambda found: self._call(lambda: self._see(found)))
        port = Port(
            log,
            writer,
            desk.clock,
            lambda entries: self._call(lambda: self._arrive(entries)),
            lambda _state: None,
            positions=self.positions,
        )
        access = hub_access(home) if any(url.startswith("https://") for url in ways.hub) else None
        context = access.context() if access is not None and access.exists else None
        acks = folder / "acks" if folder is not None else None
        self.client = SyncClient(port, *ways.hub, context=context, lan=ways.lan, acks=acks, retry_s=RETRY_S)
        self._unsubscribe = desk.subscribe(self._on_changes)

    def start(self) -> None:
        """Begin to talk."""
        self.client.start()

    async def stop(self) -> None:
        """End the talk; what has come is folded."""
        self._unsubscribe()
        await self._loop.run_in_executor(None, self.client.stop)
        await asyncio.sleep(0)
        await self._folding.stop()

    def _call(self, act: Callable[[], None]) -> None:
        self._loop.call_soon_threadsafe(act)

    def _see(self, found: Mapping[Id, Position]) -> None:
        self._desk.tracks.put(found)

    def _arrive(self, entries: Sequence[tuple[int, Entry]]) -> None:
        self.on_entries([entry for _, entry in entries])
        self._folding.arrive(entries)

    def _on_changes(self, changes: Changes) -> None:
        if not all(map(self._folding.is_foreign, changes.entries)):
            self.client.nudge()


def keys_of(home: Home, course: Course) -> Invitation:
    """Return what lets others into an exercise of this home; its keys are made where there are none. Raises `KnownError`."""
    return Invitation(course.operation, operation_key(open_vault(home.root), course.operation), course.scenario.region, staff_key_of(home, course))


def staff_key_of(home: Home, course: Course) -> bytes:
    """Return the key of the staff's notes, the same in all timelines of a run; made where there is none. Raises `KnownError`."""
    return operation_key(open_vault(home.root), _beside(run_operation(course.scenario, course.settings)))


def _beside(operation: Id) -> Id:
    """Return the name under which the staff's key of an operation is kept."""
    return Id(operation[:-4] + "57af")


def keep_invitation(home: Home, one: Invitation) -> None:
    """Keep the keys of somebody else's exercise. Raises `KnownError`."""
    vault = open_vault(home.root)
    keep_key(vault, join_code(one.operation, one.key))
    if one.for_staff:
        keep_key(vault, join_code(_beside(one.operation), one.staff_key))


class Host:
    """The leading computer: lets guests in, tells everybody the time, the staff how injects stand, and does what other controllers ask for."""

    def __init__(self, controls: Controls, link: ExerciseLink, invitation: Invitation, wall: Clock, book: StaffBook) -> None:
        """Take a course that has begun; `book` is where the staff's notes are read."""
        self._controls, self._course = controls, controls.course
        self._link, self._invitation, self._wall, self.book = link, invitation, wall, book
        self.guests: dict[Id, Guest] = {}
        self._waiting: list[Guest] = []
        self._told: dict[str, object] = {}
        self._clock: tuple[float, int] = (-1.0, 0)
        self._clock_told_ms = 0
        link.on_entries = self._meet

    async def begin(self) -> None:
        """Begin the rule of rights, so that whoever comes may do what their role may, and nothing else."""
        desk = self._course.desk
        if not desk.picture.rights.begun:
            await desk.submit(GrantRole(desk.actor, self._course.settings.player_name, Role.SUPERVISOR.value))
        if not desk.picture.rights.roles_of(PEOPLE):
            await desk.submit(GrantRole(PEOPLE, PEOPLE_SAID.get(self._course.settings.language), Role.DISPATCHER.value))
        scenario, key = self._course.scenario, self._invitation.staff_key
        await desk.submit(WriteStaffNote(of_frame(key, scenario.start_ms, scenario.end_ms, scenario.zone)))
        for objective in scenario.objectives:
            await desk.submit(WriteStaffNote(of_objective(key, objective)))
        await self.tell()

    def _meet(self, entries: Sequence[Entry]) -> None:
        self._waiting += [guest for entry in entries if (guest := guest_of(entry, self._invitation)) is not None]

    async def tell(self) -> None:
        """Let guests in, and tell what is new; called a few times a second."""
        await self._let_in()
        self.book.read(self._course.desk.picture.staff_notes())
        for ask in self.book.unanswered():
            await self.told(await self._answer(ask))
        await self._tell_time()
        await self._tell_injects()
        for unit, position in self._course.tracks.latest().items():
            self._link.positions.put(unit, position)

    async def _answer(self, ask: Ask) -> Deed:
        """Do what a controller at another computer asks for; whoever may only look, or play, is refused."""
        devices = self._course.desk.picture.rights.devices()
        if any(device.id == ask.device and device.roles & CONTROL and not device.revoked for device in devices):
            return await self._controls.answer(ask)
        return Deed(self._course.clock.wall_ms(), ask.by, ask.act, ask.id, say("Only controllers may do this."))

    async def told(self, deed: Deed) -> None:
        """Tell the staff what a controller did."""
        await self._course.desk.submit(WriteStaffNote(of_deed(self._invitation.staff_key, deed)))
        self.book.read(self._course.desk.picture.staff_notes())

    async def _let_in(self) -> None:
        waiting, self._waiting = self._waiting, []
        for guest in waiting:
            for command in (EnrolDevice(guest.device, guest.name, (guest.role.value,)), GrantRole(guest.operator, guest.name, guest.role.value)):
                try:
                    await self._course.desk.submit(command)
                except Refused:
                    continue  # was let in before, or was shut out: a person shuts out, no code lets in again
            self.guests[guest.device] = guest
            self._clock = (-1.0, 0)  # whoever comes hears the time as it is told

    async def _tell_time(self) -> None:
        """Tell the time whenever it runs otherwise than was told, a jump included."""
        now_ms, wall_ms = self._course.clock.wall_ms(), self._wall.wall_ms()
        pace = self._controls.pace
        speed = pace.speed if pace.running else 0.0
        due_ms = self._clock[1] + round(wall_ms * speed)
        again = speed > 0 and wall_ms - self._clock_told_ms >= TELL_AGAIN_MS
        if again or speed != self._clock[0] or abs(now_ms - due_ms) > MOST_OFF_MS * max(speed, 1.0):
            self._clock_told_ms = wall_ms
            await self._course.desk.submit(SetExerciseClock(now_ms, wall_ms, speed))
            self._clock = speed, now_ms - round(wall_ms * speed)

    async def _tell_injects(self) -> None:
        injects = self._course.injects.all()
        for number in self._told.keys() - {inject.number for inject, _ in injects}:
            del self._told[number]
            await self._course.desk.submit(WriteStaffNote(of_gone(self._invitation.staff_key, number)))
        for inject, play in injects:
            if self._told.get(inject.number) != (inject, play):
                self._told[inject.number] = (inject, play)
                await self._course.desk.submit(WriteStaffNote(of_inject(self._invitation.staff_key, inject, play)))


async def say_hello(desk: Desk, device: Id, one: Invitation, name: str, role: Role) -> None:
    """Ask the controller's computer to be let in; on an empty log, before anything came."""
    await desk.submit(SignIn(desk.actor, name, role.value))
    await desk.submit(WriteStaffNote(hello(one, device, desk.actor, name, role)))
