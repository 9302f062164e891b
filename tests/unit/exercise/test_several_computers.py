"""A controller's, a player's and an evaluator's computer over a real hub: one exercise, rights by role, the staff's notes for the staff."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from commandcenter.app.exercise_sync import ExerciseLink, Host, Ways, keep_invitation, keys_of, say_hello
from commandcenter.app.home import Home
from commandcenter.dispatch.desk import Desk
from commandcenter.exercise.clock import Pace
from commandcenter.exercise.course import Course, Ground, Settings
from commandcenter.exercise.follow import FollowingClock
from commandcenter.exercise.injects import Play, Standing
from commandcenter.exercise.invitation import PLAYER, Invitation, read_invitation, write_invitation
from commandcenter.exercise.memory import LatestTracks
from commandcenter.exercise.review import Rating
from commandcenter.exercise.staff import StaffBook, of_entry, of_inject, unseal
from commandcenter.hub.gate import Gate
from commandcenter.hub.replica import HubReplica
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import Clock, FakeClock
from commandcenter.model.commands import AssignUnit, SetExerciseClock, WriteStaffNote
from commandcenter.model.entries import Section
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id, derived_id, exercise_id, live_id, random_id
from commandcenter.model.rights import Role
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.sync.lan.circle import LanOptions
from tests.unit.dispatch.conftest import GridRoads
from tests.unit.exercise.town import MINUTE, START_MS, TOWN, Streets, fleet, inject, scenario
from tests.unit.hub.conftest import RunningHub

SHEET = scenario(inject("1", 1, match="dispatched", deadline=5), inject("2", 30))
CONTROLLER = DeviceKey(bytes([7]) * 32)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RunningHub]:
    running = RunningHub(f"sqlite:///{tmp_path / 'hub.db'}", exercises=True)
    yield running
    running.stop()


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not true():
            await asyncio.sleep(0.02)


class Guest:
    """A player's or an evaluator's computer."""

    def __init__(self, number: int, home: Home, invitation: Invitation, ways: Ways, wall: Clock) -> None:
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

        def open_log(operation: Id, clock: Clock) -> tuple[MemoryLog, LatestTracks, ThreadPoolExecutor]:
            return MemoryLog(operation, CONTROLLER, clock), LatestTracks(), writer

        self.course = Course(SHEET, Ground(default_catalogue(), GridRoads(), Streets(), fleet(*TOWN)), settings, open_log)
        self.guests: list[Guest] = []

    async def open(self) -> None:
        await self.course.begin()
        self.invitation = keys_of(self.home, self.course.operation, "grid")
        self.link = ExerciseLink(self.course.desk, self.course.log, self.course.writer, self.home, self.ways(), None)
        self.pace = Pace()
        self.host = Host(self.course, self.link, self.invitation, self.wall, self.pace)
        await self.host.begin()
        self.link.start()

    def invite(self, number: int, *, staff: bool) -> Guest:
        mine = self.invitation
        code = write_invitation(mine if staff else Invitation(mine.operation, mine.key, mine.region))
        guest = Guest(number, self.home, read_invitation(code), self.ways(), self.wall)
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


def test_players_and_evaluators_take_part_over_a_hub_each_with_their_rights(tmp_path: Path, hub: RunningHub) -> None:
    async def work(room: Room) -> None:
        player, evaluator = room.invite(1, staff=False), room.invite(2, staff=True)
        await player.come("Pat", PLAYER)
        await evaluator.come("Eva", Role.EVALUATOR)
        await room.let_in(player, PLAYER)
        await room.let_in(evaluator, Role.EVALUATOR)
        assert player.roles() == {Role.DISPATCHER}
        await room.course.advance_to(START_MS + 2 * MINUTE)
        first = room.course.injects.incident_of("1")
        assert first is not None
        await until(lambda: player.desk.picture.incident(first) is not None)
        unit = next(u for u in player.desk.picture.units() if u.callsign == "A1")
        with pytest.raises(Refused, match="evaluator"):
            await evaluator.desk.submit(AssignUnit(first, unit.id))
        with pytest.raises(Refused, match="clock"):
            await player.desk.submit(SetExerciseClock(0, 0, 1.0))
        with pytest.raises(Refused, match="rate"):
            await player.desk.submit(WriteStaffNote(b"x"))
        await player.desk.submit(AssignUnit(first, unit.id))
        await until(lambda: room.course.desk.picture.unit(unit.id).incident == first)  # type: ignore[union-attr]
        await room.course.advance_to(START_MS + 3 * MINUTE)
        assert room.course.injects.play("1").standing is Standing.FULFILLED  # type: ignore[union-attr]

    meet(tmp_path / "home", lambda: Ways((hub.url,)), work)


def test_what_the_staff_write_reaches_the_staff_and_no_player(tmp_path: Path, hub: RunningHub) -> None:
    async def work(room: Room) -> None:
        player, evaluator = room.invite(1, staff=False), room.invite(2, staff=True)
        await player.come("Pat", PLAYER)
        await evaluator.come("Eva", Role.EVALUATOR)
        await room.let_in(player, PLAYER)
        await room.let_in(evaluator, Role.EVALUATOR)
        await room.course.advance_to(START_MS + 2 * MINUTE)
        await room.host.tell()
        book = StaffBook(evaluator.invitation.staff_key)

        def waiting() -> bool:
            book.read(evaluator.desk.picture.staff_notes())
            return "1" in book.injects and book.injects["1"][1].standing is Standing.WAITING

        await until(waiting)
        assert book.fulfilment() == (0, 1)
        rating = Rating("O1", "S", "slow", "Eva")
        await evaluator.desk.submit(WriteStaffNote(of_entry(evaluator.invitation.staff_key, rating)))

        async def heard() -> None:
            while rating not in room.host.book.notebook.ratings:
                await room.host.tell()
                await asyncio.sleep(0.02)

        async with asyncio.timeout(60):
            await heard()
        await until(lambda: player.log.count() == evaluator.log.count())
        assert [e for _, e in player.log.entries() if e.type == "ExerciseNoted"]
        theirs = [unseal(player.invitation.key, note.sealed) for note in player.desk.picture.staff_notes()]
        assert {told["kind"] for told in theirs if told is not None} <= {"hello"}
        replica, gate = HubReplica(hub.database, room.course.operation, FakeClock()), Gate(hub.database)
        for device, has in ((player.log.device, False), (evaluator.log.device, True), (CONTROLLER.id, True)):
            rows = gate.copy_for(device, replica).signed()
            assert any(Section.STAFF in row.signed.sections for row in rows) == has

    meet(tmp_path / "home", lambda: Ways((hub.url,)), work)


def test_everybody_has_the_exercise_s_time(tmp_path: Path, hub: RunningHub) -> None:
    async def work(room: Room) -> None:
        player = room.invite(1, staff=False)
        await player.come("Pat", PLAYER)
        await room.let_in(player, PLAYER)
        assert player.clock.wall_ms() == START_MS
        await room.course.advance_to(START_MS + 9 * MINUTE)
        room.pace.set_speed(10)
        room.pace.run()
        await room.host.tell()
        await until(lambda: player.clock.wall_ms() == START_MS + 9 * MINUTE)
        room.wall.advance(3)
        assert player.clock.wall_ms() == START_MS + 9 * MINUTE + 30_000
        room.pace.pause()
        await room.course.advance_to(START_MS + 10 * MINUTE)
        await room.host.tell()
        await until(lambda: player.clock.wall_ms() == START_MS + 10 * MINUTE)
        room.wall.advance(60)
        assert player.clock.wall_ms() == START_MS + 10 * MINUTE

    meet(tmp_path / "home", lambda: Ways((hub.url,)), work)


def test_a_player_s_code_does_not_make_an_evaluator(tmp_path: Path, hub: RunningHub) -> None:
    async def work(room: Room) -> None:
        cheat, player = room.invite(1, staff=False), room.invite(2, staff=False)
        await cheat.come("Cheat", Role.EVALUATOR)
        await player.come("Pat", PLAYER)
        await room.let_in(player, PLAYER)
        await room.host.tell()
        assert set(room.host.guests) == {player.log.device}

    meet(tmp_path / "home", lambda: Ways((hub.url,)), work)


def test_without_a_hub_computers_meet_on_their_network(tmp_path: Path) -> None:
    ports: list[int] = []

    def ways() -> Ways:
        return Ways(lan=LanOptions(key, tuple(f"127.0.0.1:{port}" for port in ports), port=0, host="127.0.0.1", discover=False))

    key = bytes(range(32))

    async def work(room: Room) -> None:
        await until(lambda: bool(room.link.client.status.lan and room.link.client.status.lan.listening))
        assert room.link.client.status.lan is not None
        ports.append(int(room.link.client.status.lan.listening[0].rsplit(":", 1)[1]))
        player = room.invite(1, staff=False)
        await player.come("Pat", PLAYER)
        await room.let_in(player, PLAYER)
        sealed = [note.sealed for note in player.desk.picture.staff_notes()]
        told = [unseal(player.invitation.key, one) for one in sealed]
        assert {one["kind"] for one in told if one is not None} <= {"hello"}
        assert sealed

    meet(tmp_path / "home", ways, work)


def test_codes_are_of_exercises_only(tmp_path: Path) -> None:
    one = Invitation(exercise_id(), bytes(32), "training", bytes(32))
    assert read_invitation(f" {write_invitation(one).lower()} ") == one
    live = Invitation(live_id(), bytes(32), "training")
    for code in ("", "CCEX", "hello", write_invitation(live), write_invitation(one)[:-9], "CCEX" + "A" * 1000):
        with pytest.raises(KnownError):
            read_invitation(code)
    home = Home.open(tmp_path)
    keep_invitation(home, one)
    assert keys_of(home, one.operation, "training") == one


def test_a_sealed_note_says_nothing_without_the_key() -> None:
    sealed = of_inject(bytes(32), inject("1", 1, match="dispatched"), Play())
    assert unseal(bytes([1]) * 32, sealed) is None
    assert b"dispatched" not in sealed
