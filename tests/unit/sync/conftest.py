"""Copies of one operation that talk to each other in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from commandcenter.log.intake import Ingested
from commandcenter.log.memory import MemoryLog
from commandcenter.log.rows import Row
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, Key, Kind, Write
from commandcenter.model.ids import derived_id
from commandcenter.picture.picture import Picture
from commandcenter.sync.messages import Receipt
from commandcenter.sync.responder import Responder, Verb
from commandcenter.sync.session import Conversation, Session

from .lan_desks import LanDesk, NewDesk

OPERATION = derived_id("operation")
NewNode = Callable[..., "Node"]


class Node:
    """One device: log, picture and both sides of the protocol. Notes what it is told."""

    def __init__(self, number: int) -> None:
        self.log = MemoryLog(OPERATION, DeviceKey(bytes([number]) * 32), FakeClock())
        self.picture = Picture(OPERATION)
        self.responder = Responder(self.log)
        self.asked: list[Verb] = []
        self.reports: list[tuple[int, int]] = []
        self.receipts: list[Receipt] = []

    def write(self, count: int = 1, value: int = 1) -> None:
        for number in range(count):
            draft = Draft("UnitChanged", (Write(Key(Kind.UNIT, derived_id("E1"), "crew"), value + number),))
            self.picture.apply(self.log.append([draft], actor=derived_id("ann"), heads=self.picture.heads)[0], self.log.count())

    def received(self, taken: Ingested) -> None:
        for position, entry in taken.entries:
            self.picture.apply(entry, position)

    def sent(self, rows: list[Row], receipt: Receipt) -> None:
        self.receipts.append(receipt)

    def progress(self, done: int, total: int) -> None:
        self.reports.append((done, total))

    def session(self) -> Session:
        return Session(self.log, self.log.device, "other", self)

    def talk(self, conversation: Conversation, other: Node) -> bool:
        """Run a conversation of ours with another node; every question is noted."""
        answer = b""
        started = False
        try:
            while True:
                question = conversation.send(answer) if started else next(conversation)
                started = True
                self.asked.append(question.verb)
                question.meanwhile()
                answer, taken = other.responder.answer(question.verb, question.body, "me")
                if taken is not None:
                    other.received(taken)
        except StopIteration as end:
            return bool(end.value)

    def meet(self, other: Node) -> bool:
        return self.talk(self.session().converge(), other)

    def ids(self) -> set[bytes]:
        return {row.id for row in self.log.signed()}


@pytest.fixture
def new_node() -> NewNode:
    return Node


@pytest.fixture
def new_desk() -> Iterator[NewDesk]:
    desks: list[LanDesk] = []

    def make(number: int, **options: object) -> LanDesk:
        desks.append(LanDesk(number, **options))  # type: ignore[arg-type]
        return desks[-1]

    yield make
    for desk in desks:
        desk.stop()
