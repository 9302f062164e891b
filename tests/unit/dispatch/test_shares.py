"""Divided stock: desks that are apart and keep to their shares never promise the same goods twice."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.dispatch.handlers import HANDLERS
from commandcenter.dispatch.handlers.shares import check_shares
from commandcenter.dispatch.now import Now
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model import commands as c
from commandcenter.model.clock import FakeClock
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, counting_ids, derived_id
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue

from .conftest import at

OPERATION, ACTOR, ITEM = derived_id("operation"), derived_id("ann"), "water"
CATALOGUE = default_catalogue()
STOCK = 30


@dataclass
class Node:
    """A desk without threads."""

    number: int
    clock: FakeClock = field(default_factory=FakeClock)

    def __post_init__(self) -> None:
        self.log = MemoryLog(OPERATION, DeviceKey(bytes([self.number]) * 32), self.clock)
        self.picture = Picture(OPERATION)
        self.new_id = counting_ids(self.number)

    def do(self, command: c.Command) -> Id:
        self.clock.advance(1)
        now = Now(self.clock.wall_ms(), ACTOR, self.new_id, CATALOGUE, device=self.log.device)
        drafts = HANDLERS[type(command)](self.picture, command, now)
        check_shares(self.picture, drafts, self.log.device)
        entries = self.log.append(drafts, actor=ACTOR, heads=self.picture.heads)
        for position, entry in enumerate(entries, start=self.log.count() - len(entries) + 1):
            self.picture.apply(entry, position)
        return entries[0].writes[0].key.entity

    def meet(self, other: Node) -> None:
        for giver, taker in ((self, other), (other, self)):
            for position, entry in taker.log.ingest([row.signed for row in giver.log.signed()], sender="peer").entries:
                taker.picture.apply(entry, position)


@dataclass
class World:
    """Three desks in step, with one depot whose water is divided among them."""

    nodes: list[Node] = field(default_factory=lambda: [Node(n) for n in (1, 2, 3)])

    def __post_init__(self) -> None:
        first = self.nodes[0]
        self.depot = first.do(c.AddDepot("North", at(1, 1)))
        first.do(c.MoveStock(self.depot, ITEM, STOCK))
        self.incident = first.do(c.ReportIncident("fire.structure", at(1, 1), "Mill Lane"))
        for node in self.nodes[1:]:
            node.meet(first)
            node.do(c.AddNote("here"))
            first.meet(node)
        first.do(c.ShareStock(self.depot, ITEM))
        self.meet_all()

    def meet_all(self) -> None:
        for _ in range(2):
            for one in self.nodes:
                for other in self.nodes:
                    one.meet(other)

    def left(self, node: Node) -> dict[Id, int]:
        return dict(node.picture.shares(self.depot, ITEM))

    def free(self) -> int:
        depot = self.nodes[0].picture.depot(self.depot)
        assert depot is not None
        return depot.free(ITEM)


def test_each_desk_has_an_even_share_and_takes_no_more_while_apart() -> None:
    world = World()
    a, b, _ = world.nodes
    assert world.left(a) == {node.log.device: 10 for node in world.nodes}
    a.do(c.ReserveStock(world.depot, ITEM, 7, world.incident))
    with pytest.raises(Refused, match="has 3 of water at North left in its share, 4 are wanted"):
        a.do(c.IssueStock(world.depot, ITEM, 4))
    b.do(c.IssueStock(world.depot, ITEM, 10))
    a.do(c.IssueStock(world.depot, ITEM, 3))
    world.meet_all()
    assert world.left(b) == {a.log.device: 0, b.log.device: 0, world.nodes[2].log.device: 10}
    assert world.free() == 10
    assert not a.picture.conflicts()


def test_what_a_desk_books_in_or_gives_back_is_its_own_and_a_delivery_is_not_counted_twice() -> None:
    world = World()
    a = world.nodes[0]
    promise = a.do(c.ReserveStock(world.depot, ITEM, 6, world.incident))
    assert world.left(a)[a.log.device] == 4
    a.do(c.EndReservation(promise, delivered=True))
    assert world.left(a)[a.log.device] == 4
    other = a.do(c.ReserveStock(world.depot, ITEM, 4, world.incident))
    a.do(c.EndReservation(other, delivered=False))
    a.do(c.MoveStock(world.depot, ITEM, 5))
    assert world.left(a)[a.log.device] == 9
    assert sum(world.left(a).values()) == world.free() == 29


def test_what_another_desk_promised_of_its_share_is_given_back_but_not_delivered() -> None:
    world = World()
    a, b, _ = world.nodes
    promise = a.do(c.ReserveStock(world.depot, ITEM, 6, world.incident))
    a.meet(b)
    with pytest.raises(Refused, match="delivered there"):
        b.do(c.EndReservation(promise, delivered=True))
    b.do(c.EndReservation(promise, delivered=False))
    assert world.left(b)[a.log.device] == 10


def test_a_share_is_only_cut_when_it_is_said_so_and_then_an_overflow_is_a_conflict() -> None:
    world = World()
    a, b, lost = world.nodes
    mine = {a.log.device: 5, b.log.device: 15, lost.log.device: 10}
    a.do(c.ShareStock(world.depot, ITEM, mine))
    assert world.left(a) == mine
    every = {a.log.device: 30}
    with pytest.raises(Refused, match="may have taken it"):
        a.do(c.ShareStock(world.depot, ITEM, every))
    with pytest.raises(Refused, match="the shares are more"):
        a.do(c.ShareStock(world.depot, ITEM, {a.log.device: 31}))
    a.do(c.ShareStock(world.depot, ITEM, every, cut=True))
    a.do(c.ReserveStock(world.depot, ITEM, 30, world.incident))
    lost.do(c.ReserveStock(world.depot, ITEM, 10, world.incident))  # had not heard of it
    world.meet_all()
    assert world.free() == -10
    (conflict,) = b.picture.conflicts()
    assert conflict.key.field == f"stock:{ITEM}"
    assert world.left(b)[lost.log.device] == -10
    promise = next(r for r in b.picture.reservations() if r.quantity == 10)
    b.do(c.EndReservation(promise.id, delivered=False))
    b.do(c.ShareStock(world.depot, ITEM, {}, cut=True))
    assert not b.picture.conflicts()


ACTS = st.lists(
    st.tuples(st.sampled_from(["take", "return", "share", "meet", "meet"]), st.integers(0, 2), st.integers(0, 2), st.integers(1, 12)), max_size=40
)


@settings(max_examples=60, deadline=None)
@given(ACTS)
def test_however_desks_part_and_meet_nobody_overspends(acts: list[tuple[str, int, int, int]]) -> None:
    world = World()
    for act, who, whom, quantity in acts:
        node, other = world.nodes[who], world.nodes[whom]
        try:
            if act == "take":
                node.do(c.ReserveStock(world.depot, ITEM, quantity, world.incident))
            elif act == "return":
                promises = [r.id for r in node.picture.reservations() if r.state == "open"]
                if promises:
                    node.do(c.EndReservation(promises[quantity % len(promises)], delivered=bool(quantity % 2)))
            elif act == "share":
                left = world.left(node)
                gift = min(quantity, max(0, left.get(node.log.device, 0)))
                shares = {device: max(0, n) for device, n in left.items()}
                shares[node.log.device] = shares.get(node.log.device, 0) - gift
                shares[other.log.device] = shares.get(other.log.device, 0) + gift
                node.do(c.ShareStock(world.depot, ITEM, shares))
            else:
                node.meet(other)
        except Refused:
            continue
    world.meet_all()
    assert world.free() >= 0
    assert not [conflict for conflict in world.nodes[0].picture.conflicts() if conflict.key.field.startswith("stock:")]
