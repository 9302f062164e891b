"""Desks that write, meet in part and part again, against a model so plain that it is plainly right."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.log.verify import audit
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, Entry, EntryId, Key, Kind, Value, Write
from commandcenter.model.ids import derived_id
from commandcenter.picture.history import picture_of
from commandcenter.picture.picture import Picture

OPERATION = derived_id("operation")
KEYS = [Key(Kind.INCIDENT, derived_id("fire"), name) for name in ("priority", "type")] + [Key(Kind.UNIT, derived_id("E1"), "crew")]


class Node(NamedTuple):
    log: MemoryLog
    picture: Picture
    clock: FakeClock


class Desks(RuleBasedStateMachine):
    """Three desks; what each should show follows from the set of entries that reached it."""

    @initialize()
    def start(self) -> None:
        self.entries: dict[EntryId, Entry] = {}
        clocks = [FakeClock(FakeClock().wall_ms() + hours * 3_600_000) for hours in (-6, 0, 6)]
        self.nodes = [
            Node(MemoryLog(OPERATION, DeviceKey(bytes([number]) * 32), clock), Picture(OPERATION), clock) for number, clock in enumerate(clocks)
        ]

    @rule(number=st.integers(0, 2), keys=st.lists(st.sampled_from(KEYS), min_size=1, max_size=2, unique=True), value=st.integers(1, 3))
    def write(self, number: int, keys: list[Key], value: int) -> None:
        node = self.nodes[number]
        for entry in node.log.append([Draft("Changed", tuple(Write(key, value) for key in keys))], actor=derived_id("ann"), heads=node.picture.heads):
            self.entries[entry.id] = entry
            node.picture.apply(entry, node.log.count())

    @rule(number=st.integers(0, 2), source=st.integers(0, 2), most=st.integers(1, 5), backwards=st.booleans())
    def meet(self, number: int, source: int, most: int, backwards: bool) -> None:
        """Part of what the other has arrives: some twice, some in the wrong order (then refused as a gap)."""
        node = self.nodes[number]
        known = {entry.id for _, entry in node.log.entries()}
        lacking = [row.signed for row in self.nodes[source].log.signed() if row.id not in known][:most]
        batch = [*lacking, *lacking[:1]]
        result = node.log.ingest(batch[::-1] if backwards else batch, sender="other")
        assert (result.quarantined, result.forks) == (0, [])
        for position, entry in result.entries:
            node.picture.apply(entry, position)

    @rule(number=st.integers(0, 2), jump_s=st.integers(-7_200, 7_200))
    def jump_clock(self, number: int, jump_s: int) -> None:
        self.nodes[number].clock.advance(jump_s)

    @invariant()
    def every_desk_shows_what_its_entries_say(self) -> None:
        for node in self.nodes:
            entries = [entry for _, entry in node.log.entries()]
            for key in KEYS:
                heads = model_heads(entries, key)
                assert node.picture.heads(key) == tuple(sorted(heads))
                values = {model_value(self.entries[head], key) for head in heads}
                assert node.picture.value(key) in (values or {None})
                conflicts = [conflict for conflict in node.picture.conflicts() if conflict.key == key]
                assert len(conflicts) == (len(values) > 1)
                assert [{entry for entry, *_ in conflict.values} for conflict in conflicts] == [heads] * len(conflicts)

    @invariant()
    def desks_with_the_same_entries_agree(self) -> None:
        digests: dict[frozenset[EntryId], bytes] = {}
        for node in self.nodes:
            known = frozenset(entry.id for _, entry in node.log.entries())
            assert digests.setdefault(known, node.picture.digest()) == node.picture.digest()

    def teardown(self) -> None:
        """When all have met, all are in step, nothing is lost, and every log verifies and rebuilds."""
        if not hasattr(self, "nodes"):
            return
        for _ in range(2):
            for number in range(3):
                for source in range(3):
                    self.meet(number, source, most=10_000, backwards=False)
        assert len({node.picture.digest() for node in self.nodes}) == 1
        for node in self.nodes:
            assert {entry.id for _, entry in node.log.entries()} == set(self.entries)
            assert picture_of(OPERATION, node.log.entries()).digest() == node.picture.digest()
            assert audit(node.log.signed(), operation=OPERATION, own_device=node.log.device, keys={}).ok


def model_heads(entries: list[Entry], key: Key) -> set[EntryId]:
    opaque = key.opaque()
    superseded = {basis for entry in entries for basis in entry.bases.get(opaque, ())}
    return {entry.id for entry in entries if opaque in entry.bases and entry.id[:16] not in superseded}


def model_value(entry: Entry, key: Key) -> Value:
    return next(write.value for write in entry.writes if write.key == key)


TestDesks = Desks.TestCase
TestDesks.settings = settings(max_examples=1_000, stateful_step_count=15, deadline=None)


@pytest.mark.soak
@pytest.mark.parametrize("_part", range(20))
def test_desks_for_long(_part: int) -> None:
    """20,000 runs, four times as long; in parts, which hypothesis makes differently each time, so that several cores share them."""
    run_state_machine_as_test(Desks, settings=settings(max_examples=1_000, stateful_step_count=60, deadline=None))
