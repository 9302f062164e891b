"""The leading computer's clock and controls are everybody's, and what others did stays in its run and in every timeline."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from commandcenter.app.exercise_sync import Ways
from commandcenter.exercise.acts import Act, Edit, Fire, LetTimeRun, SetSpeed, Skip, StopTime, TakeBack
from commandcenter.exercise.course import Course
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.invitation import PLAYER
from commandcenter.exercise.plain import from_text, to_text
from commandcenter.exercise.rewind import branch
from commandcenter.exercise.staff import StaffBook, of_ask
from commandcenter.model.commands import AssignUnit, ReleaseUnit, WriteStaffNote
from commandcenter.model.ids import random_id
from commandcenter.model.rights import Role
from tests.unit.exercise.room import SHEET, Room, heard, meet, memory_log, until
from tests.unit.exercise.town import MINUTE, START_MS, inject
from tests.unit.hub.conftest import RunningHub


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
