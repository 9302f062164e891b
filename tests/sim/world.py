"""A world of a few devices and a network that does its worst, all of it repeatable from one seed.

Nodes run the program's own log, picture, session and responder. Only the network, the clocks and the people are made up.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from commandcenter.log.codec import MalformedError
from commandcenter.log.intake import Ingested
from commandcenter.log.memory import MemoryLog
from commandcenter.log.rows import Row
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, Entry, EntryId, Key, Kind, Write
from commandcenter.model.ids import derived_id
from commandcenter.picture.history import picture_of
from commandcenter.picture.picture import Picture
from commandcenter.sync.batches import batch_of
from commandcenter.sync.messages import Receipt, digest, write_batch
from commandcenter.sync.missing import missing
from commandcenter.sync.responder import Responder, Verb
from commandcenter.sync.session import Conversation, Session

OPERATION = derived_id("operation")
KEYS = (
    Key(Kind.INCIDENT, derived_id("fire"), "priority"),
    Key(Kind.INCIDENT, derived_id("fire"), "type"),
    Key(Kind.UNIT, derived_id("E1"), "crew"),
)
SIX_HOURS_MS = 6 * 3_600_000
DEVICE_KEYS = tuple(DeviceKey(bytes([number + 1]) * 32) for number in range(8))
NewLog = Callable[[DeviceKey, FakeClock], MemoryLog]


def new_log(device: DeviceKey, clock: FakeClock) -> MemoryLog:
    """The log that ships; its salts are fixed so that a seed makes the same bytes again."""
    return MemoryLog(OPERATION, device, clock, lambda: b"salt" * 4)


class Node:
    """One device and the person at it."""

    def __init__(self, number: int, clock: FakeClock, make: NewLog) -> None:
        self.key = DEVICE_KEYS[number]
        self.clock = clock
        self.make = make
        self.log = make(self.key, clock)
        self.picture = Picture(OPERATION)
        self.backups: list[list[SignedEntry]] = []

    def write(self, key: Key, value: int) -> Entry:
        (entry,) = self.log.append([Draft("Changed", (Write(key, value),))], actor=self.key.id, heads=self.picture.heads)
        self.picture.apply(entry, self.log.count())
        return entry

    def received(self, taken: Ingested) -> None:
        for position, entry in taken.entries:
            self.picture.apply(entry, position)

    def sent(self, rows: list[Row], receipt: Receipt) -> None:
        assert receipt.gaps == receipt.quarantined == 0

    def progress(self, done: int, total: int) -> None:
        assert 0 <= done <= total

    def entries(self) -> list[SignedEntry]:
        return [row.signed for row in self.log.signed()]

    def restore(self, entries: list[SignedEntry]) -> None:
        """Begin anew from these bytes: a restart when they are all, else an old backup."""
        self.log = self.make(self.key, self.clock)
        self.log.ingest(entries, sender="backup")
        self.picture = picture_of(OPERATION, self.log.entries())


@dataclass(slots=True)
class World:
    """Everything that a seed decides."""

    seed: int
    make: NewLog = new_log
    rng: random.Random = field(init=False)
    nodes: list[Node] = field(init=False)
    written: dict[EntryId, Entry] = field(default_factory=dict)
    lost_with_a_disk: set[EntryId] = field(default_factory=set)
    stale: list[tuple[int, bytes]] = field(default_factory=list)
    """Pushes still on their way, to come late or twice."""
    parted: set[frozenset[int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)
        clocks = [FakeClock(FakeClock().wall_ms() + self.rng.randint(-SIX_HOURS_MS, SIX_HOURS_MS)) for _ in range(self.rng.randint(2, 8))]
        self.nodes = [Node(number, clock, self.make) for number, clock in enumerate(clocks)]

    def run(self, steps: int = 36) -> None:
        """Live through a bad day, then let everybody meet until nothing is left to say."""
        often = (self._write, self._write, self._write, self._meet, self._meet, self._meet)
        acts = (*often, self._part, self._restart, self._restore, self._restore, self._late, self._overtake, self._overtake, self._jump)
        for _ in range(steps):
            self.rng.choice(acts)()
        self.parted.clear()
        for number, raw in self.stale:
            self._deliver(number, raw)
        self._settle()

    def _settle(self) -> None:
        for _ in range(4):
            for other in range(1, len(self.nodes)):
                self.talk(0, other, faults=False)
            if len({digest(node.log.leaves()) for node in self.nodes}) == 1:
                return

    def _some(self) -> int:
        return self.rng.randrange(len(self.nodes))

    def _write(self) -> None:
        self._write_at(self.nodes[self._some()])

    def _write_at(self, node: Node) -> None:
        if self.rng.random() < 0.5:
            node.backups.append(node.entries())
        for _ in range(self.rng.randint(1, 3)):
            entry = node.write(self.rng.choice(KEYS), self.rng.randint(1, 3))
            self.written[entry.id] = entry

    def _meet(self) -> None:
        asker, answerer = self._some(), self._some()
        if asker != answerer and frozenset((asker, answerer)) not in self.parted:
            self.talk(asker, answerer, faults=True)

    def _part(self) -> None:
        pair = frozenset((self._some(), self._some()))
        self.parted ^= {pair}

    def _restart(self) -> None:
        node = self.nodes[self._some()]
        node.restore(node.entries())

    def _restore(self) -> None:
        """A disk dies; what nobody else has is gone with it, honestly. Work goes on at once, which may fork the feed."""
        node = self.nodes[self._some()]
        if node.backups:
            node.restore(self.rng.choice(node.backups))
        elsewhere = {row.id for other in self.nodes for row in other.log.signed()}
        self.lost_with_a_disk |= self.written.keys() - elsewhere
        for _ in range(2):
            self._write_at(node)
        self._tell_all(node)

    def _late(self) -> None:
        """A push comes late, perhaps a second time, perhaps out of order."""
        if self.stale:
            number, raw = self.rng.choice(self.stale)
            self._deliver(number, raw)

    def _overtake(self) -> None:
        """One tells everybody, and entries of a feed come in any order, one of them not at all: it is lost or still on its way."""
        self._tell_all(self.nodes[self._some()])

    def _tell_all(self, sender: Node) -> None:
        for number in range(len(self.nodes)):
            self._confuse(sender, number)

    def _confuse(self, sender: Node, number: int) -> None:
        receiver = self.nodes[number].log
        rows = list(missing(sender.log, receiver.leaves()))
        lacking = [row for row in rows if row.id not in receiver.known([row.id for row in rows])]
        forked = [device for device, _ in sender.log.forks()]
        device = self.rng.choice([*forked, sender.key.id, *(row.device for row in lacking[:1])])
        rows = [row for row in lacking if row.device == device]
        if rows:
            rows.pop(self.rng.randrange(max(1, len(rows) - 1)))
        rows = self.rng.sample(rows, len(rows)) if self.rng.random() < 0.3 else rows
        self._deliver(number, write_batch(batch_of(sender.log, rows)))

    def _jump(self) -> None:
        self.nodes[self._some()].clock.advance(self.rng.randint(-SIX_HOURS_MS, SIX_HOURS_MS) / 1000)

    def _deliver(self, number: int, raw: bytes) -> None:
        node = self.nodes[number]
        _, taken = Responder(node.log).answer(Verb.PUSH, raw, "late")
        assert taken is not None
        node.received(taken)

    def talk(self, asker: int, answerer: int, *, faults: bool) -> bool | None:
        """Run a conversation; `None` when the network broke it off."""
        node, other = self.nodes[asker], self.nodes[answerer]
        session = Session(node.log, node.key.id, str(answerer), node)
        return self._converse(session.converge(), other, answerer, faults)

    def _converse(self, conversation: Conversation, other: Node, number: int, faults: bool) -> bool | None:
        responder = Responder(other.log)
        try:
            question = next(conversation)
            while True:
                fate = self.rng.random() if faults else 1.0
                if question.verb == Verb.PUSH and fate < 0.3:
                    self.stale.append((number, question.body))
                if fate < 0.1:
                    return None  # the question is lost (a push may still come)
                question.meanwhile()
                answer, taken = responder.answer(question.verb, question.body, "peer")
                if taken is not None:
                    other.received(taken)
                if 0.1 <= fate < 0.2:
                    return None  # the answer is lost
                question = conversation.send(answer)
        except StopIteration as end:
            return bool(end.value)

    def faults(self) -> list[str]:
        """Return every promise that was broken; empty for a good program."""
        wanted = self.written.keys() - self.lost_with_a_disk
        found: list[str] = []
        heads = {key: model_heads([self.written[entry] for entry in wanted], key) for key in KEYS}
        for number, node in enumerate(self.nodes):
            here = {row.id for row in node.log.signed()}
            if lost := wanted - here:
                found.append(f"node {number} lacks {len(lost)} entries")
            if digest(node.log.leaves()) != digest(self.nodes[0].log.leaves()) or node.picture.digest() != self.nodes[0].picture.digest():
                found.append(f"node {number} differs from node 0")
            if here == wanted:
                found += [f"node {number} shows other heads of {key.field}" for key in KEYS if set(node.picture.heads(key)) != heads[key]]
            if picture_of(OPERATION, node.log.entries()).digest() != node.picture.digest():
                found.append(f"node {number} rebuilds to another picture")
        return found + self.conflict_faults()

    def conflict_faults(self) -> list[str]:
        """Return where a node's list of conflicts is not what the written entries say."""
        expected: dict[frozenset[EntryId], set[Key]] = {}
        found: list[str] = []
        for number, node in enumerate(self.nodes):
            here = frozenset(row.id for row in node.log.signed())
            if here not in expected:
                expected[here] = contested([entry for _, entry in node.log.entries()])
            if {conflict.key for conflict in node.picture.conflicts()} != expected[here]:
                found.append(f"node {number} shows other conflicts")
        return found


def contested(entries: list[Entry]) -> set[Key]:
    """Return the registers whose heads do not agree."""
    heads = {key: model_heads(entries, key) for key in KEYS}
    values = {key: {entry.writes[0].value for entry in entries if entry.id in heads[key]} for key in KEYS}
    return {key for key in KEYS if len(values[key]) > 1}


def model_heads(entries: list[Entry], key: Key) -> set[EntryId]:
    """The heads of a register, worked out as plainly as can be."""
    opaque = key.opaque()
    mine = [entry for entry in entries if any(write.key == key for write in entry.writes)]
    superseded = {short for entry in mine for short in entry.bases[opaque]}
    return {entry.id for entry in mine if entry.id[:16] not in superseded}


def verdict(seed: int, make: NewLog = new_log) -> list[str]:
    """Live a seed's day; return every broken promise."""
    world = World(seed, make)
    try:
        world.run()
    except (MalformedError, AssertionError) as error:
        return [f"broke down: {error}"]
    return world.faults()
