"""A controller's computer and whoever comes: players and staff, over a real hub or a real network."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from commandcenter.app.exercise_sync import ExerciseLink, Host, Ways, keys_of, say_hello
from commandcenter.app.home import Home
from commandcenter.dispatch.desk import Desk
from commandcenter.exercise.clock import Pace
from commandcenter.exercise.controls import Controls
from commandcenter.exercise.course import Course, Ground, Settings
from commandcenter.exercise.follow import FollowingClock
from commandcenter.exercise.invitation import Invitation, read_invitation, write_invitation
from commandcenter.exercise.memory import LatestTracks
from commandcenter.exercise.salts import counted_salts
from commandcenter.exercise.staff import StaffBook
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import Clock, FakeClock
from commandcenter.model.entries import Key, Kind
from commandcenter.model.ids import Id, derived_id, random_id
from commandcenter.model.rights import Role
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue
from tests.unit.dispatch.conftest import GridRoads
from tests.unit.exercise.town import START_MS, TOWN, Streets, fleet, inject, scenario

SHEET = scenario(inject("1", 1, match="dispatched", deadline=5), inject("2", 30))
CONTROLLER = DeviceKey(bytes([7]) * 32)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not true():
            await asyncio.sleep(0.02)


def memory_log(writer: ThreadPoolExecutor, operation: Id, clock: Clock) -> tuple[MemoryLog, LatestTracks, ThreadPoolExecutor]:
    """Open a log under the controller's key, as its home would."""
    return MemoryLog(operation, CONTROLLER, clock, counted_salts(CONTROLLER)), LatestTracks(), writer


class Guest:
    """A player's or an evaluator's computer."""

    def __init__(self, number: int, home: Home, invitation: Invitation, ways: Ways, wall: FakeClock) -> None:
        self.wall = wall
        self.clock = FollowingClock(wall)
        self.writer = ThreadPoolExecutor(1)
        self.log = MemoryLog(invitation.operation, DeviceKey(bytes([number]) * 32), self.clock)
        self.invitation = invitation
        self.desk = Desk(
            self.log,
            Picture(invitation.operation),
            clock=self.clock,
            new_id=random_id,
            actor=derived_id("operator", f"guest {number}"),
            catalogue=default_catalogue(),
            roads=GridRoads(),
            gazetteer=Streets(),
            tracks=LatestTracks(),
            writer=self.writer,
        )
        self.desk.subscribe(lambda _changes: self.clock.follow(self.desk.picture))
        self.link = ExerciseLink(self.desk, self.log, self.writer, home, ways, None)

    async def come(self, name: str, role: Role) -> None:
        await say_hello(self.desk, self.log.device, self.invitation, name, role)
        self.link.start()

    def roles(self) -> frozenset[Role]:
        return frozenset(self.desk.picture.rights.roles_of(self.desk.actor))

    def speed(self) -> object:
        """Return how fast the leading computer says that time runs."""
        told = self.desk.picture.value(Key(Kind.EXERCISE, self.invitation.operation, "clock"))
        return told[2] if isinstance(told, list | tuple) else None

    async def leave(self) -> None:
        await self.link.stop()
        await self.desk.close()
        self.writer.shutdown()


class Room:
    """The controller's computer and whoever comes."""

    def __init__(self, home: Home, ways: Callable[[], Ways]) -> None:
        self.home, self.ways = home, ways
        self.wall = FakeClock(START_MS - 10 * 86_400_000)
        settings = Settings(1, nonce="n", founder=CONTROLLER.id)
        writer = ThreadPoolExecutor(1)

        self.course = Course(SHEET, Ground(default_catalogue(), GridRoads(), Streets(), fleet(*TOWN)), settings, partial(memory_log, writer))
        self.guests: list[Guest] = []

    async def open(self) -> None:
        await self.course.begin()
        self.invitation = keys_of(self.home, self.course)
        self.link = ExerciseLink(self.course.desk, self.course.log, self.course.writer, self.home, self.ways(), None)
        self.pace = Pace()
        book = StaffBook(self.invitation.staff_key)
        self.host = Host(Controls(self.course, self.pace), self.link, self.invitation, self.wall, book)
        await self.host.begin()
        self.link.start()

    def invite(self, number: int, *, staff: bool) -> Guest:
        mine = self.invitation
        code = write_invitation(mine if staff else Invitation(mine.operation, mine.key, mine.region))
        guest = Guest(number, self.home, read_invitation(code), self.ways(), FakeClock(self.wall.wall_ms()))
        self.guests.append(guest)
        return guest

    async def let_in(self, guest: Guest, role: Role) -> None:
        async def told() -> None:
            while role not in guest.roles():
                await self.host.tell()
                await asyncio.sleep(0.02)

        async with asyncio.timeout(60):
            await told()

    async def close(self) -> None:
        for guest in self.guests:
            await guest.leave()
        await self.link.stop()
        await self.course.close()
        self.course.writer.shutdown()


def meet(home: Path, ways: Callable[[], Ways], work: Callable[[Room], Coroutine[Any, Any, None]]) -> None:
    async def whole() -> None:
        room = Room(Home.open(home), ways)
        await room.open()
        try:
            await work(room)
        finally:
            await room.close()

    asyncio.run(whole())


async def heard(room: Room, true: Callable[[], bool]) -> None:
    """Let the leading computer go on telling until something holds."""
    async with asyncio.timeout(60):
        while not true():
            await room.host.tell()
            await asyncio.sleep(0.02)
