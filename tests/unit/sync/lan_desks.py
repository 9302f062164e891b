"""Desks that meet over real sockets on the loopback address, without a hub."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import Clock, SystemClock
from commandcenter.model.entries import Draft, Entry, Key, Kind, Write
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import Position
from commandcenter.picture.history import picture_of
from commandcenter.picture.picture import Picture
from commandcenter.sync.client import Port, SyncClient
from commandcenter.sync.lan.circle import LanOptions
from commandcenter.sync.messages import digest
from commandcenter.sync.positions import PositionBook
from commandcenter.sync.responder import Responder
from commandcenter.sync.state import SyncState

OPERATION = derived_id("operation")
KEY = b"the key of the operation, 32 by."


def wait_for(what: Callable[[], object], why: Callable[[], object] = lambda: "") -> None:
    """Wait until something is so; a minute and a half means never."""
    end_s = time.monotonic() + 90
    while not what():
        assert time.monotonic() < end_s, f"it never came about: {why()}"
        time.sleep(0.01)


class LanDesk:
    """A log in its writer thread, a picture, and the client."""

    def __init__(
        self,
        number: int,
        *,
        typed: tuple[str, ...] = (),
        operation: Id = OPERATION,
        key: bytes = KEY,
        clock: Clock | None = None,
        positions: bool = False,
    ) -> None:
        self.writer = ThreadPoolExecutor(1)
        self.device_key = DeviceKey(bytes([number]) * 32)
        clock = clock or SystemClock()
        self.log = MemoryLog(operation, self.device_key, clock)
        self.picture = Picture(operation)
        self.states: list[SyncState] = []
        self.revoked: set[Id] = set()
        self.door = self.picture.rights.door()
        self.judged: list[Id] = []
        """Revoked devices whose claims were looked at."""
        self.options = LanOptions(key, typed, port=0, host="127.0.0.1", discover=False, interfaces=("127.0.0.1",))
        self.seen: dict[Id, Position] = {}
        self.positions = PositionBook(operation, clock, self.seen.update)
        port = Port(
            self.log,
            self.writer,
            clock,
            self._fold,
            self.states.append,
            positions=self.positions if positions else None,
            refused=self.revoked.__contains__,
            recovers=self.recovers,
        )
        self.client = SyncClient(port, lan=self.options, retry_s=0.05)

    def start(self) -> LanDesk:
        self.client.start()
        wait_for(lambda: self.listening)
        return self

    @property
    def listening(self) -> tuple[str, ...]:
        return self.client.status.lan.listening if self.client.status.lan else ()

    @property
    def address(self) -> str:
        return self.listening[0]

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])

    @property
    def id(self) -> Id:
        return self.log.device

    def connected(self) -> frozenset[Id]:
        return self.client.status.lan.connected if self.client.status.lan else frozenset()

    def _fold(self, entries: object) -> None:
        for position, entry in entries:  # type: ignore[attr-defined]
            self.picture.apply(entry, position)
        if self.picture.rights.stale:
            self.picture.become(picture_of(self.log.operation, self.log.entries))
        self.note_rights()

    def recovers(self, device: Id, claims: Sequence[Entry]) -> bool:
        opens = self.door.opens(device, claims)
        self.judged.append(device)
        return opens

    def note_rights(self) -> None:
        """Refuse whom the log says to, as a desk does."""
        rights = self.picture.rights
        if rights.begun:
            self.revoked.clear()
            self.revoked.update(view.id for view in rights.devices() if view.revoked)
        self.door = rights.door()

    def write(self, count: int = 1) -> Entry:
        """Commit entries one by one; return the last."""
        entry = self.writer.submit(self._append, count).result()
        self.client.nudge()
        return entry

    def _append(self, count: int) -> Entry:
        for number in range(count):
            draft = Draft("UnitChanged", (Write(Key(Kind.UNIT, derived_id(self.id), "crew"), number),))
            (entry,) = self.log.append([draft], actor=self.id, heads=self.picture.heads)
            self.picture.apply(entry, self.log.count())
        return entry

    def digest(self) -> bytes:
        return self.writer.submit(lambda: digest(self.log.leaves())).result()

    def count(self) -> int:
        return self.writer.submit(self.log.count).result()

    def says(self) -> str:
        return str(self.client.status.sentence())

    def stop(self) -> None:
        if self.client._thread.is_alive():
            self.client.stop()
        self.writer.shutdown()


NewDesk = Callable[..., LanDesk]


def in_step(*desks: LanDesk) -> None:
    wait_for(lambda: len({desk.digest() for desk in desks}) == 1, lambda: [desk.count() for desk in desks])
    wait_for(lambda: all(desk.says().startswith("In step with") for desk in desks), lambda: [desk.says() for desk in desks])


def count_questions(monkeypatch: object) -> Counter[str]:
    """Count what all responders of this process are asked."""
    asked: Counter[str] = Counter()
    answer = Responder.answer

    def counting(self: Responder, verb: str, body: bytes, sender: str) -> object:
        asked[verb] += 1
        return answer(self, verb, body, sender)  # type: ignore[arg-type]

    monkeypatch.setattr(Responder, "answer", counting)  # type: ignore[attr-defined]
    return asked
