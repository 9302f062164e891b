"""Faults of ours: each is reported and said, and what it has ended goes on."""

from __future__ import annotations

import asyncio
import threading

import pytest

from commandcenter.model.clock import SystemClock
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import LonLat, Position, PositionSource
from commandcenter.sync.acks import AckBook
from commandcenter.sync.lan.certificates import device_behind
from commandcenter.sync.lan.circle import Circle
from commandcenter.sync.lasting import go_on

from .lan_desks import LanDesk, NewDesk, in_step, wait_for

E1 = derived_id("E1")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was reported of the sync threads."""
    heard: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: heard.append(f"{args.exc_type.__name__} in {args.thread.name}"))
    return heard


def words(desk: LanDesk) -> set[str]:
    """All that the pill of a desk has ever added."""
    return {str(one) for state in desk.states for one in state.details()}


def fail_once(monkeypatch: pytest.MonkeyPatch, thing: object, name: str, fault: Exception, times: int = 1) -> None:
    """Have a method fail at its first call, or at its first calls."""
    faults, real = [fault] * times, getattr(thing, name)

    def method(*args: object) -> object:
        if faults:
            raise faults.pop()
        return real(*args)

    monkeypatch.setattr(thing, name, method)


def test_work_that_fails_is_told_and_begun_again_after_longer_and_longer_rests() -> None:
    rests: list[float] = []
    told: list[Exception] = []
    faults = [OSError(), ZeroDivisionError(), KeyError(), ValueError(), EOFError()]
    left = list(faults)

    async def work() -> None:
        if left:
            raise left.pop(0)

    async def rest(seconds: float) -> None:
        rests.append(seconds)

    asyncio.run(go_on(work, told.append, rest=rest, first_s=1, longest_s=6))
    assert told == faults
    assert rests == [1, 2, 4, 6, 6]


def test_work_that_is_cancelled_ends_and_nothing_is_told() -> None:
    told: list[Exception] = []

    async def scene() -> None:
        begun = asyncio.Event()

        async def work() -> None:
            begun.set()
            await asyncio.get_running_loop().create_future()

        task = asyncio.create_task(go_on(work, told.append))
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(scene())
    assert told == []


def test_a_fault_of_the_program_is_reported_and_the_connection_tried_again(
    new_desk: NewDesk, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    faults = iter([ZeroDivisionError("in the middle of a connection")])

    def broken_once(tls: object) -> Id:
        for fault in faults:
            raise fault
        return device_behind(tls)

    monkeypatch.setattr("commandcenter.sync.lan.circle.device_behind", broken_once)
    ann = new_desk(1).start()
    ben = new_desk(2, typed=(ann.address,)).start()
    ann.write(3)
    in_step(ann, ben)
    assert told == ["ZeroDivisionError in sync"]
    assert "A fault of this program ended the connection. It was reported; the connection is tried again." in words(ben)


def test_positions_go_on_after_a_fault_and_the_pill_says_it_meanwhile(new_desk: NewDesk, monkeypatch: pytest.MonkeyPatch, told: list[str]) -> None:
    said = "A fault of this program holds positions of units up. It was reported; it is tried again."
    ann = new_desk(1, positions=True).start()
    ben = new_desk(2, positions=True, typed=(ann.address,))
    fail_once(monkeypatch, ben.positions, "ages", ZeroDivisionError("while positions are told"))
    ann.positions.put(E1, Position(LonLat(8.69, 49.41), PositionSource.GPS, SystemClock().wall_ms()))
    ben.start()
    wait_for(lambda: E1 in ben.seen)
    wait_for(lambda: said not in {str(one) for one in ben.client.status.details()})
    in_step(ann, ben)
    assert told == ["ZeroDivisionError in sync"]
    assert said in words(ben)


def test_meeting_desks_nearby_begins_anew_after_a_fault(new_desk: NewDesk, monkeypatch: pytest.MonkeyPatch, told: list[str]) -> None:
    said = "A fault of this program ended the meeting with desks nearby. It was reported; it is tried again."
    fail_once(monkeypatch, Circle, "_secured", ZeroDivisionError("while it begins"))
    ann = new_desk(1).start()
    ben = new_desk(2, typed=(ann.address,)).start()
    ann.write(3)
    in_step(ann, ben)
    assert told == ["ZeroDivisionError in sync"]
    assert said in words(ann)
    assert said not in {str(one) for one in ann.client.status.details()}


def test_a_disk_that_fails_for_a_moment_is_said_and_ends_no_connection_for_good(
    new_desk: NewDesk, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    ann = new_desk(1).start()
    ben = new_desk(2, typed=(ann.address,))
    fail_once(monkeypatch, ben.log, "own_seq", KnownError("The disk reported an error."), times=5)
    ann.write(3)
    ben.start()
    in_step(ann, ben)
    assert "The disk reported an error." in words(ben)
    assert told == []


@pytest.mark.parametrize(
    ("fault", "reported"), [(KnownError("The disk reported an error."), []), (ZeroDivisionError(), ["ZeroDivisionError in sync"])]
)
def test_what_is_here_is_noted_at_the_next_occasion(
    fault: Exception, reported: list[str], new_desk: NewDesk, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    fail_once(monkeypatch, AckBook, "refresh", fault)
    ann = new_desk(1).start()
    ben = new_desk(2, typed=(ann.address,)).start()
    ann.write(3)
    ben.write(2)
    in_step(ann, ben)
    assert told == reported
