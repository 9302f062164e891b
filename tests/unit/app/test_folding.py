"""What others wrote is folded, also when a fault comes in between: that is reported, said, and the log is folded anew."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from commandcenter.app.folding import Folding
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, Entry, Key, Kind, Write
from commandcenter.model.ids import derived_id


class Desk:
    """Notes what it is given; so many times it fails first."""

    def __init__(self, faults: int) -> None:
        self.faults = faults
        self.taken: list[tuple[int, bool]] = []

    async def take_in(self, entries: Sequence[tuple[int, Entry]], *, completed: bool = False) -> None:
        self.taken.append((len(entries), completed))
        if self.faults:
            self.faults -= 1
            raise ZeroDivisionError


def entries(count: int) -> list[tuple[int, Entry]]:
    log = MemoryLog(derived_id("operation"), DeviceKey(bytes(32)), FakeClock())
    for number in range(count):
        log.append([Draft("UnitChanged", (Write(Key(Kind.UNIT, derived_id("E1"), "crew"), number),))], actor=derived_id("ann"), heads=lambda _key: ())
    return list(log.entries())


def test_what_comes_is_folded_once_and_known_as_foreign_until_then() -> None:
    async def scene() -> None:
        desk, told = Desk(faults=0), list[None]()
        folding = Folding(desk, lambda: told.append(None))
        came = entries(2)
        folding.arrive(came)
        assert all(folding.is_foreign(entry.id) for _, entry in came)
        folding.arrive((), completed=True)
        await folding.settle()
        assert not any(folding.is_foreign(entry.id) for _, entry in came)
        assert (desk.taken, len(told), folding.fault) == ([(2, True)], 1, None)
        await folding.stop()

    asyncio.run(scene())


def test_after_a_fault_the_log_is_folded_anew_and_nothing_is_left_out() -> None:
    async def scene() -> None:
        reported: list[str] = []
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: reported.append(type(context["exception"]).__name__))
        desk, said = Desk(faults=2), list[str]()
        folding = Folding(desk, lambda: said.append(str(folding.fault)), again_s=0.01)
        folding.arrive(entries(3))
        while len(said) < 3:
            await asyncio.sleep(0.01)
        assert desk.taken == [(3, False), (0, True), (0, True)]
        assert reported == ["ZeroDivisionError", "ZeroDivisionError"]
        words = "A fault of this program keeps entries of others off the picture. They are in the log. It was reported; it is tried again."
        assert said == [words, words, "None"]
        await folding.stop()

    asyncio.run(scene())


def test_a_desk_ends_although_a_fault_stands() -> None:
    async def scene() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _loop, _context: None)
        folding = Folding(Desk(faults=1_000_000), lambda: None, again_s=1_000)
        folding.arrive(entries(1))
        await folding.settle()
        folding.arrive(entries(1))
        await folding.stop()
        assert folding.fault is not None

    asyncio.run(scene())
