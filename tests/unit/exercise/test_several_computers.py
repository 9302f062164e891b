"""Several computers in one exercise: rights by role, the staff's notes for the staff, with a hub and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandcenter.app.exercise_sync import Ways, keep_invitation
from commandcenter.app.home import Home
from commandcenter.exercise.injects import Play, Standing
from commandcenter.exercise.invitation import PLAYER, Invitation, read_invitation, write_invitation
from commandcenter.exercise.review import Rating
from commandcenter.exercise.staff import StaffBook, of_entry, of_inject, unseal
from commandcenter.hub.gate import Gate
from commandcenter.hub.replica import HubReplica
from commandcenter.log.keys import open_vault
from commandcenter.model.clock import FakeClock
from commandcenter.model.commands import AssignUnit, SetExerciseClock, WriteStaffNote
from commandcenter.model.entries import Section
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id, exercise_id, live_id
from commandcenter.model.rights import Role
from commandcenter.sync.lan.circle import LanOptions
from commandcenter.sync.operation_key import operation_key
from tests.unit.exercise.room import CONTROLLER, Room, heard, meet, until
from tests.unit.exercise.town import MINUTE, START_MS, inject
from tests.unit.hub.conftest import RunningHub


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
        await heard(room, lambda: rating in room.host.book.notebook.ratings)
        await until(lambda: player.log.count() == evaluator.log.count())
        assert [e for _, e in player.log.entries() if e.type == "ExerciseNoted"]
        theirs = [unseal(player.invitation.key, note.sealed) for note in player.desk.picture.staff_notes()]
        assert {told["kind"] for told in theirs if told is not None} <= {"hello"}
        replica, gate = HubReplica(hub.database, room.course.operation, FakeClock()), Gate(hub.database)
        for device, has in ((player.log.device, False), (evaluator.log.device, True), (CONTROLLER.id, True)):
            rows = gate.copy_for(device, replica).signed()
            assert any(Section.STAFF in row.signed.sections for row in rows) == has

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
