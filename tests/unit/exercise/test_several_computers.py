"""A controller's, a player's and an evaluator's computer over a real hub: one exercise, rights by role, the staff's notes for the staff."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from commandcenter.app.exercise_sync import ExerciseLink, Host, Ways, keep_invitation, keys_of, say_hello
from commandcenter.app.home import Home
from commandcenter.dispatch.desk import Desk
from commandcenter.exercise.acts import Act, Edit, Fire, LetTimeRun, SetSpeed, Skip, StopTime, TakeBack
from commandcenter.exercise.clock import Pace
from commandcenter.exercise.controls import Controls
from commandcenter.exercise.course import Course, Ground, Settings
from commandcenter.exercise.follow import FollowingClock
from commandcenter.exercise.injects import Play, Standing
from commandcenter.exercise.invitation import PLAYER, Invitation, read_invitation, write_invitation
from commandcenter.exercise.memory import LatestTracks
from commandcenter.exercise.plain import from_text, to_text
from commandcenter.exercise.review import Rating
from commandcenter.exercise.rewind import branch
from commandcenter.exercise.salts import counted_salts
from commandcenter.exercise.staff import StaffBook, of_ask, of_entry, of_inject, unseal
from commandcenter.hub.gate import Gate
from commandcenter.hub.replica import HubReplica
from commandcenter.log.keys import open_vault
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import Clock, FakeClock
from commandcenter.model.commands import AssignUnit, ReleaseUnit, SetExerciseClock, WriteStaffNote
from commandcenter.model.entries import Key, Kind, Section
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id, derived_id, exercise_id, live_id, random_id
from commandcenter.model.rights import Role
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.sync.lan.circle import LanOptions
from commandcenter.sync.operation_key import operation_key
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
        await until(lambda: player.clock.wall_ms() == START_MS)
        await room.course.advance_to(START_MS + 9 * MINUTE)
        room.pace.set_speed(10)
        room.pace.run()
        await room.host.tell()
        await until(lambda: player.speed() == 10.0 and player.clock.wall_ms() == START_MS + 9 * MINUTE)
        for clock in (room.wall, player.wall):
            clock.advance(3)
        assert player.clock.wall_ms() == START_MS + 9 * MINUTE + 30_000
        room.pace.pause()
        await room.course.advance_to(START_MS + 10 * MINUTE)
        await room.host.tell()
        await until(lambda: player.speed() == 0.0 and player.clock.wall_ms() == START_MS + 10 * MINUTE)
        for clock in (room.wall, player.wall):
            clock.advance(60)
        assert player.clock.wall_ms() == START_MS + 10 * MINUTE

    meet(tmp_path / "home", lambda: Ways((hub.url,)), work)


async def heard(room: Room, true: Callable[[], bool]) -> None:
    """Let the leading computer go on telling until something holds."""
    async with asyncio.timeout(60):
        while not true():
            await room.host.tell()
            await asyncio.sleep(0.02)


def test_a_further_controller_acts_through_the_leading_computer(tmp_path: Path, hub: RunningHub) -> None:
    async def work(room: Room) -> None:
        trainer, evaluator = room.invite(1, staff=True), room.invite(2, staff=True)
        await trainer.come("Tess", Role.TRAINER)
        await evaluator.come("Eva", Role.EVALUATOR)
        await room.let_in(trainer, Role.TRAINER)
        await room.let_in(evaluator, Role.EVALUATOR)
        key, injects = trainer.invitation.staff_key, room.course.injects
        acts: tuple[Act, ...] = (SetSpeed(5), LetTimeRun(), Skip("2"), Edit(inject("9", 20)), Fire("1"), Fire("77"))
        asks = [random_id() for _ in acts]
        for ask, act in zip(asks, acts, strict=True):
            await trainer.desk.submit(WriteStaffNote(of_ask(key, ask, act, "Tess")))
        await trainer.desk.submit(WriteStaffNote(of_ask(key, asks[2], Skip("1"), "Tess")))  # the same asking again
        await heard(room, lambda: len(room.host.book.deeds) == len(acts))
        deeds = {deed.ask: deed for deed in room.host.book.deeds}
        assert [deeds[ask].act for ask in asks] == list(acts)
        assert {deed.by for deed in deeds.values()} == {"Tess"}
        assert [deed.refused is None for deed in deeds.values()] == [True] * 5 + [False]
        assert (room.pace.speed, room.pace.running) == (5, True)
        assert injects.play("2").standing is Standing.SKIPPED  # type: ignore[union-attr]
        await room.course.advance_to(START_MS + 1)
        assert injects.play("1").standing is Standing.WAITING  # type: ignore[union-attr]
        cheat = random_id()
        await evaluator.desk.submit(WriteStaffNote(of_ask(key, cheat, StopTime(), "Tess")))
        await heard(room, lambda: len(room.host.book.deeds) == len(acts) + 1)
        assert "Only controllers" in str(room.host.book.deeds[-1].refused)
        assert room.pace.running
        book = StaffBook(key)

        def told() -> bool:
            book.read(trainer.desk.picture.staff_notes())
            return len(book.deeds) == len(acts) + 1 and "9" in book.injects

        await heard(room, told)
        assert book.frame == (START_MS, SHEET.end_ms)
        await room.course.control(TakeBack())
        await heard(room, lambda: not told() or "9" not in book.injects)

    meet(tmp_path / "home", lambda: Ways((hub.url,)), work)


def test_what_others_did_is_in_a_timeline_that_leaves_theirs_and_in_a_run_that_is_taken_up_again(tmp_path: Path, hub: RunningHub) -> None:
    async def work(room: Room) -> None:
        player = room.invite(1, staff=False)
        await player.come("Pat", PLAYER)
        await room.let_in(player, PLAYER)
        await room.course.advance_to(START_MS + 2 * MINUTE)
        first = room.course.injects.incident_of("1")
        assert first is not None
        await until(lambda: player.desk.picture.incident(first) is not None)
        unit = next(u for u in player.desk.picture.units() if u.callsign == "A1")
        await player.desk.submit(AssignUnit(first, unit.id))
        await until(lambda: room.course.desk.picture.unit(unit.id).incident == first)  # type: ignore[union-attr]
        await room.course.advance_to(START_MS + 4 * MINUTE)
        await room.link.stop()
        writer = ThreadPoolExecutor(1)
        open_log = partial(memory_log, writer)
        for minute in (2.5, 3.5):
            twin = await branch(room.course, START_MS + round(minute * MINUTE), open_log, 1)
            assert twin.desk.picture.unit(unit.id).incident == first  # type: ignore[union-attr]
            await twin.desk.submit(ReleaseUnit(unit.id))
            await twin.advance_to(START_MS + 5 * MINUTE)
            assert twin.desk.picture.unit(unit.id).incident is None  # type: ignore[union-attr]
            await twin.close()
        again = Course(room.course.scenario, room.course.ground, room.course.settings, open_log)
        await again.begin()
        for done in room.course.desk.journal:
            await again.advance_to(max(done.at_ms, again.clock.wall_ms()))
            await again.redo(from_text(to_text(done.command)))
        await again.advance_to(room.course.clock.wall_ms())
        assert again.digest() == room.course.digest()
        await again.close()
        writer.shutdown()

    meet(tmp_path / "home", lambda: Ways((hub.url,)), work)


@pytest.mark.parametrize("ahead_s", [-40, 0, 40])
def test_a_clock_that_is_off_shows_the_leading_computer_s_time(tmp_path: Path, hub: RunningHub, ahead_s: int) -> None:
    async def work(room: Room) -> None:
        player = room.invite(1, staff=False)
        player.wall.advance(ahead_s)
        await player.come("Pat", PLAYER)
        await room.let_in(player, PLAYER)
        room.pace.run()
        await room.host.tell()
        now_ms = room.course.clock.wall_ms()
        await until(lambda: player.clock.ahead_ms == ahead_s * 1000)
        await until(lambda: player.speed() == 1.0 and player.clock.wall_ms() == now_ms)
        for clock in (room.wall, player.wall):
            clock.advance(7)
        assert player.clock.wall_ms() == now_ms + 7_000

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
    kept = open_vault(tmp_path)
    assert (operation_key(kept, one.operation), operation_key(kept, Id(one.operation[:-4] + "57af"))) == (one.key, one.staff_key)


def test_a_sealed_note_says_nothing_without_the_key() -> None:
    sealed = of_inject(bytes(32), inject("1", 1, match="dispatched"), Play())
    assert unseal(bytes([1]) * 32, sealed) is None
    assert b"dispatched" not in sealed
