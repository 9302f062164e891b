"""The fold is commutative: the set of entries alone decides what is shown."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.model.entries import NO_CHANGES, Entry, EntryId, Key, Kind, Value, Write
from commandcenter.model.ids import Id, derived_id
from commandcenter.picture.picture import Picture

OPERATION = derived_id("operation")
INCIDENTS = [derived_id("incident", str(n)) for n in range(3)]
UNITS = [derived_id("unit", str(n)) for n in range(3)]
DEPOTS = [derived_id("depot", str(n)) for n in range(2)]

FIELDS: Sequence[tuple[str, Sequence[Id], str, st.SearchStrategy[Value]]] = [
    (Kind.INCIDENT, INCIDENTS, "number", st.integers(1, 2)),
    (Kind.INCIDENT, INCIDENTS, "type", st.sampled_from(["fire", "flood"])),
    (Kind.INCIDENT, INCIDENTS, "state", st.sampled_from(["reported", "closed", "from the future"])),
    (Kind.INCIDENT, INCIDENTS, "state_ms:closed", st.integers(1, 5)),
    (Kind.INCIDENT, INCIDENTS, "at", st.sampled_from([[8.5, 49.0], [9, 50.5], "nowhere", None])),
    (Kind.UNIT, UNITS, "callsign", st.sampled_from(["E1", "E2"])),
    (
        Kind.UNIT,
        UNITS,
        "status",
        st.sampled_from(["available", "enroute", "on_scene", "returning", "asleep"]).map(lambda status: {"s": status, "ms": 1}),
    ),
    (Kind.UNIT, UNITS, "assignment", st.none() | st.sampled_from(INCIDENTS).map(lambda incident: {"id": "a", "incident": incident, "slot": "pump"})),
    (Kind.CALL, [derived_id("call")], "incident", st.sampled_from([*INCIDENTS, None])),
    (Kind.CALL, [derived_id("call")], "taken_ms", st.integers(1, 9)),
    (Kind.DEPOT, DEPOTS, "name", st.sampled_from(["North", "South"])),
    (
        Kind.STOCK_MOVE,
        [derived_id("move", str(n)) for n in range(4)],
        "move",
        st.tuples(st.sampled_from(DEPOTS), st.integers(-5, 9)).map(lambda pair: {"depot": pair[0], "item": "water", "unit": "l", "delta": pair[1]}),
    ),
    (
        Kind.RESERVATION,
        [derived_id("reservation", str(n)) for n in range(2)],
        "what",
        st.tuples(st.sampled_from(DEPOTS), st.integers(1, 9)).map(
            lambda pair: {"depot": pair[0], "item": "water", "quantity": pair[1], "incident": INCIDENTS[0]}
        ),
    ),
    ("balloon", [derived_id("balloon")], "colour", st.sampled_from(["red", "blue"])),
]


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """Entries of several devices, each superseding some earlier ones of the same key, with forks and missing bases."""
    entries: list[Entry] = []
    written: dict[Key, list[EntryId]] = {}
    for number in range(draw(st.integers(1, 14))):
        writes: dict[Key, Value] = {}
        for _ in range(draw(st.integers(1, 3))):
            kind, entities, name, values = draw(st.sampled_from(FIELDS))
            writes[Key(kind, draw(st.sampled_from(entities)), name)] = draw(values)
        bases: dict[bytes, tuple[bytes, ...]] = {}
        for key in writes:
            earlier = written.get(key, [])
            basis = draw(st.lists(st.sampled_from(earlier), unique=True, max_size=3)) if earlier else []
            missing = [EntryId(b"m" * 32)] if draw(st.integers(0, 9)) == 0 else []
            bases[key.opaque()] = tuple(sorted(entry[:16] for entry in [*basis, *missing]))
        withheld = draw(st.integers(0, 9)) == 0
        entries.append(_entry(number, draw(st.integers(0, 2)), {} if withheld else writes, bases, ("op",) if withheld else ()))
        for key in writes:
            written.setdefault(key, []).append(entries[-1].id)
    return entries


def _entry(number: int, device: int, writes: Mapping[Key, Value], bases: Mapping[bytes, tuple[bytes, ...]], withheld: tuple[str, ...]) -> Entry:
    return Entry(
        id=EntryId(hashlib.sha256(f"{number}".encode()).digest()),
        operation=OPERATION,
        device=derived_id("device", str(device)),
        seq=1,
        prev=bytes(32),
        hlc=(number // 2) << 16,
        wall_ms=number,
        actor=derived_id("ann"),
        auth=Id("0" * 32),
        type="Changed",
        bases=bases,
        writes=tuple(Write(key, value) for key, value in writes.items()),
        withheld=withheld,
    )


def fold(entries: Sequence[tuple[int, Entry]], *, look: bool = False) -> Picture:
    picture = Picture(OPERATION)
    for position, entry in entries:
        picture.apply(entry, position)
        if look:
            everything(picture)
    return picture


def everything(picture: Picture) -> object:
    """All that can be seen of a picture."""
    return (
        picture.incidents(),
        picture.calls(),
        picture.units(),
        picture.depots(),
        picture.reservations(),
        picture.conflicts(),
        [(line.entry, line.summary, line.incident, line.unit) for line in picture.lines(100)],
        [picture.incident_by_number(view.number) for view in picture.incidents()],
        picture.count(),
        picture.digest(),
    )


@settings(max_examples=300, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_any_order_of_entries_gives_the_same_picture(entries: list[Entry], rng: random.Random) -> None:
    numbered = list(enumerate(entries, 1))
    expected = everything(fold(numbered))
    rng.shuffle(numbered)
    assert everything(fold(numbered)) == expected


@settings(max_examples=200, deadline=None)
@given(histories())
def test_a_view_that_is_kept_is_the_view_that_would_be_made(entries: list[Entry]) -> None:
    numbered = list(enumerate(entries, 1))
    assert everything(fold(numbered, look=True)) == everything(fold(numbered))


@settings(max_examples=200, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_heads_are_those_that_nothing_supersedes(entries: list[Entry], rng: random.Random) -> None:
    numbered = list(enumerate(entries, 1))
    rng.shuffle(numbered)
    picture = fold(numbered)
    for kind, entities, name, _ in FIELDS:
        for key in (Key(kind, entity, name) for entity in entities):
            writers = [entry for entry in entries if key.opaque() in entry.bases]
            superseded = {basis for entry in writers for basis in entry.bases[key.opaque()]}
            assert picture.heads(key) == tuple(sorted(entry.id for entry in writers if entry.id[:16] not in superseded))


@settings(max_examples=200, deadline=None)
@given(histories())
def test_changes_name_every_view_that_is_another_now(entries: list[Entry]) -> None:
    picture = Picture(OPERATION)
    kinds = {Kind.INCIDENT: picture.incidents, Kind.UNIT: picture.units, Kind.DEPOT: picture.depots, Kind.CALL: picture.calls}
    seen: dict[str, dict[Id, object]] = {kind: {} for kind in kinds}
    for position, entry in enumerate(entries, 1):
        changes = picture.apply(entry, position)
        assert changes.entries == (entry.id,)
        for kind, views in kinds.items():
            now: dict[Id, object] = {view.id: view for view in views()}  # type: ignore[attr-defined]
            assert {id_ for id_ in now if now[id_] != seen[kind].get(id_)} <= changes.of(kind)
            seen[kind] = now


def test_an_entry_that_comes_twice_is_folded_once() -> None:
    key = Key(Kind.UNIT, UNITS[0], "callsign")
    first = _entry(1, 0, {key: "E1"}, {key.opaque(): ()}, ())
    second = _entry(2, 0, {key: "E2"}, {key.opaque(): (first.id[:16],)}, ())
    picture = fold([(1, first), (2, second), (1, first)])
    assert picture.apply(second, 2) is NO_CHANGES
    assert (picture.heads(key), picture.count()) == ((second.id,), 2)
