"""The set of entries alone decides what counts: not their order, not how often the picture was folded anew."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commandcenter.log.recovery import recovery_key
from commandcenter.model import commands as c
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, Entry, EntryId, EntryType, Key, Kind, Value, Write
from commandcenter.model.errors import Refused
from commandcenter.model.ids import NO_AUTH, Id, counting_ids, derived_id
from commandcenter.model.rights import Role
from commandcenter.picture.feeds import Feeds, ends_value
from commandcenter.picture.history import picture_of
from commandcenter.picture.picture import Picture
from commandcenter.picture.recovery import RECOVERY, recovery_message
from commandcenter.picture.standing import ABOUT_RIGHTS, SUCCESSION, Reason, succession_message
from commandcenter.picture.weighing import stand

from .conftest import ANN, BEN, CLEO, CODE, DAN, OPERATION, Node, key, new_process, note

PEOPLE = [ANN, BEN, CLEO, DAN]


class Town:
    """Four laptops, stolen copies of two, the founder's too, and whatever their people and thieves come upon."""

    def __init__(self, dice: random.Random) -> None:
        clock, new_id = FakeClock(), counting_ids(1)
        self.dice = dice
        self.nodes = [Node(number, actor, clock, new_id) for number, actor in enumerate(PEOPLE, start=1)]
        self.nodes += [Node(3, CLEO, clock, new_id), Node(1, DAN, clock, new_id)]
        self.entries: dict[EntryId, Entry] = {}
        self.nodes[0].do(c.OpenOperation("Flood", "town"))
        self.nodes[0].grant(BEN, "supervisor", "Ben")
        self.nodes[0].enrol(self.nodes[1], "supervisor", "dispatcher")

    def step(self, number: int) -> None:
        node = self.dice.choice(self.nodes)
        act = self.dice.choice(
            [
                *(self.meet, self.meet, self.speak, self.speak, self.grant, self.enrol, self.revoke, self.settle, self.forge),
                *(self.begin, self.succeed, self.recover, self.dice.choice([self.forge_recovery, self.announce])),
            ]
        )
        try:
            act(node, number)
        except Refused:
            node.forge(note(f"refused {number}"), self._some_grant(node))

    def meet(self, node: Node, number: int) -> None:
        node.pull(*self.dice.sample(self.nodes, self.dice.randint(1, 2)))

    def speak(self, node: Node, number: int) -> None:
        node.note(f"note {number}")

    def grant(self, node: Node, number: int) -> None:
        node.grant(self.dice.choice(PEOPLE), self.dice.choice(list(Role)), "Somebody")

    def enrol(self, node: Node, number: int) -> None:
        node.enrol(self.dice.choice(self.nodes), *self.dice.sample([role.value for role in Role], 2))

    def revoke(self, node: Node, number: int) -> None:
        grants = node.picture.rights.grants()
        if grants and self.dice.random() < 0.5:
            node.do(c.RevokeGrant(self.dice.choice(grants).id))
        else:
            node.do(c.RevokeDevice(self.dice.choice(self.nodes).device))

    def settle(self, node: Node, number: int) -> None:
        waiting = node.picture.rights.unratified()
        if waiting:
            entry, _ = self.dice.choice(waiting)
            node.do(self.dice.choice([c.RatifyEntry, c.VoidEntry])(entry.id))

    def forge(self, node: Node, number: int) -> None:
        """Sign an act about rights, or anything else, without asking."""
        ends: dict[str, Value] = self.dice.choice([{}, {other.device: [[self.dice.randint(1, 9), bytes(16)]] for other in self.nodes}])
        other, entity = self.dice.choice(self.nodes), derived_id("forged", str(number))
        grants = [grant.id for grant in node.picture.rights.grants()] or [NO_AUTH]
        entries = [line.entry for line in node.picture.lines(20)] or [EntryId(bytes(32))]
        drafts: list[tuple[EntryType, Kind, Id, Value]] = [
            (EntryType.ROLE_GRANTED, Kind.GRANT, entity, {"actor": self.dice.choice(PEOPLE), "name": "X", "role": self.dice.choice(list(Role))}),
            (EntryType.DEVICE_ENROLLED, Kind.DEVICE, other.device, {"name": "X", "roles": ["supervisor", "dispatcher"]}),
            (EntryType.DEVICE_REVOKED, Kind.DEVICE, other.device, {"ends": ends, "reason": ""}),
            (EntryType.GRANT_REVOKED, Kind.GRANT, entity, {"grant": self.dice.choice(grants), "ends": ends, "reason": ""}),
            (EntryType.ENTRY_VOIDED, Kind.VERDICT, entity, {"entry": bytes(self.dice.choice(entries)), "reason": ""}),
            (EntryType.ENTRY_RATIFIED, Kind.VERDICT, entity, {"entry": bytes(self.dice.choice(entries)), "reason": ""}),
            (EntryType.RIGHTS_BEGUN, Kind.GRANT, OPERATION, {"ends": ends}),
            (EntryType.NOTE_ADDED, Kind.UNIT, entity, "in disguise"),
            (EntryType.NOTE_ADDED, Kind.NOTE, entity, {"text": f"forged {number}", "incident": None, "unit": None}),
        ]
        auth = self._some_grant(node)
        named = [grant.operator for grant in node.picture.rights.grants() if grant.id == auth]
        type_, kind, entity, value = self.dice.choice(drafts)
        node.forge(Draft(type_, (Write(Key(kind, entity, "x"), value),)), auth, self.dice.choice([*PEOPLE, *named, *named]))

    def begin(self, node: Node, number: int) -> None:
        """Begin rights once more, wherever it comes from."""
        value: dict[str, Value] = {"ends": ends_value(node.picture.rights.feeds.ends())}
        node.forge(Draft(EntryType.RIGHTS_BEGUN, (Write(Key(Kind.GRANT, OPERATION, "begun"), value),)), actor=self.dice.choice(PEOPLE))

    def succeed(self, node: Node, number: int) -> None:
        old = key(self.dice.randint(1, 4))
        proof = old.attest(SUCCESSION, succession_message(OPERATION, node.device))
        node.do(c.SucceedDevice(old.id, old.public_key, proof))

    def recover(self, node: Node, number: int) -> None:
        """Somebody has the paper: shut some devices out, of some believe less than is known."""
        rights = node.picture.rights
        out = [device for device in {one.device for one in self.nodes} if device != node.device and self.dice.random() < 0.5]
        known = {device: [line.entry for line in node.picture.lines(100) if rights.feeds.place(device, line.entry)] for device in out}
        last = [(device, self.dice.choice([*entries, EntryId(b"")])) for device, entries in sorted(known.items()) if self.dice.random() < 0.5]
        node.do(c.RecoverRights(CODE, tuple(sorted(out)), tuple(last)))

    def forge_recovery(self, node: Node, number: int) -> None:
        """Sign a recovery by a wrong key, say another's again, or change a word of it."""
        acts = [entry for _, entry in node.log.entries() if entry.type == EntryType.RIGHTS_RECOVERED]
        ends, thief, actor = node.picture.rights.feeds.ends(), key(self.dice.randint(9, 12)), self.dice.choice(PEOPLE)
        proof = thief.attest(RECOVERY, recovery_message(OPERATION, 1, node.device, actor, ends, []))
        wrong: dict[str, Value] = {
            "number": 1,
            "founder": key(1).id,
            "public_key": thief.public_key,
            "ends": ends_value(ends),
            "out": [],
            "proof": proof,
        }
        told = self.dice.choice([act.writes[0].value for act in acts] or [wrong])
        assert isinstance(told, Mapping)
        odd: Value = self.dice.choice([None, True, 0, -1, 1.0, 2**40, "1", b"", [], {}, [1], {"x": 1}, OPERATION, "zz"])
        value: Value = self.dice.choice([wrong, told, {**told, self.dice.choice(sorted(told)): odd}])
        draft = Draft(EntryType.RIGHTS_RECOVERED, (Write(Key(Kind.GRANT, derived_id("recovery", str(number)), "recovered"), value),))
        node.forge(draft, self.dice.choice([NO_AUTH, self._some_grant(node)]), actor)

    def announce(self, node: Node, number: int) -> None:
        """Say which key recovers rights, on any device: the true one or another."""
        public_key = self.dice.choice([recovery_key(CODE), *map(key, range(9, 13))]).public_key
        odd: Value = self.dice.choice([None, "x", b"", bytes(32)])
        value: dict[str, Value] = {"public_key": self.dice.choice([public_key, public_key, public_key, odd])}
        node.forge(Draft(EntryType.RECOVERY_ANNOUNCED, (Write(Key(Kind.GRANT, OPERATION, "recovery"), value),)), actor=self.dice.choice(PEOPLE))

    def _some_grant(self, node: Node) -> Id:
        return self.dice.choice([NO_AUTH, derived_id("no grant"), *(grant.id for grant in node.picture.rights.grants())])

    def all_entries(self) -> list[Entry]:
        found = {entry.id: entry for node in self.nodes for _, entry in node.log.entries()}
        return [found[entry] for entry in sorted(found)]


def counting(picture: Picture, entries: list[Entry]) -> frozenset[EntryId]:
    return frozenset(entry.id for entry in entries if picture.rights.held(entry.id) is None)


def by_the_book(entries: list[Entry]) -> frozenset[EntryId]:
    """Judge the whole set at once, as slowly as one likes."""
    feeds = Feeds()
    for entry in sorted(entries, key=lambda one: one.seq):
        feeds.add(entry)
    standing, _ = stand(OPERATION, feeds, [entry for entry in entries if entry.type in ABOUT_RIGHTS])
    return frozenset(entry.id for entry in entries if standing.judge(entry).counts)


def shuffled(entries: list[Entry], dice: random.Random, *, feeds_in_order: bool) -> list[tuple[int, Entry]]:
    mixed = dice.sample(entries, len(entries))
    if feeds_in_order:
        waiting = {device: sorted((e for e in mixed if e.device == device), key=lambda e: e.seq) for device in {e.device for e in mixed}}
        mixed = [waiting[entry.device].pop(0) for entry in mixed]
    return list(enumerate(mixed, start=1))


def folded(arrivals: list[tuple[int, Entry]]) -> Picture:
    """Fold as a desk does: one by one, and anew from the log where it must be."""
    picture = Picture(OPERATION)
    for number, (position, entry) in enumerate(arrivals, start=1):
        picture.apply(entry, position)
        if picture.rights.stale:
            picture.become(picture_of(OPERATION, arrivals[:number]))
    return picture


@pytest.mark.parametrize("feeds_in_order", [True, False])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32), length=st.integers(5, 45))
def test_every_order_of_arrival_ends_in_the_same_picture(feeds_in_order: bool, seed: int, length: int) -> None:
    dice = random.Random(seed)
    town = Town(dice)
    for number in range(length):
        town.step(number)
    entries = town.all_entries()
    orders = [shuffled(entries, dice, feeds_in_order=feeds_in_order) for _ in range(5)]
    with new_process():
        expected = by_the_book(entries)
    pictures = []
    for number, order in enumerate(orders):
        with new_process():
            pictures.append(folded(order) if number else picture_of(OPERATION, order))
    for picture in pictures:
        assert counting(picture, entries) == expected
        assert picture.digest() == pictures[0].digest()
        assert picture.rights.grants() == pictures[0].rights.grants()
        assert picture.rights.devices() == pictures[0].rights.devices()
        assert picture.rights.unratified() == pictures[0].rights.unratified()


def test_such_towns_see_every_reason() -> None:
    """The histories above would prove little if nobody was ever revoked in them."""
    seen: set[str] = set()
    every, seeds = {reason.value for reason in Reason}, iter(range(200))
    while seen != every:
        town = Town(random.Random(next(seeds)))
        for number in range(40):
            town.step(number)
        entries = town.all_entries()
        picture = picture_of(OPERATION, list(enumerate(entries, start=1)))
        seen |= {picture.rights.judge(entry).reason.value for entry in entries}
