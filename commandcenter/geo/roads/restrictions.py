"""Turn restrictions: from OSM relations to sequences of arcs. Grammar: OSM wiki, "Relation:restriction"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from commandcenter.geo.importing.sinks import Member, Tags
from commandcenter.geo.roads.words import Mode, RuleKind

_KINDS = {
    **dict.fromkeys(("no_left_turn", "no_right_turn", "no_straight_on", "no_u_turn", "no_entry", "no_exit"), RuleKind.NO),
    **dict.fromkeys(("only_left_turn", "only_right_turn", "only_straight_on", "only_u_turn"), RuleKind.ONLY),
}
_VEHICLES = frozenset(mode for mode in Mode if mode != Mode.FOOT)
_BOUND: Mapping[str, frozenset[Mode]] = {
    "motorcar": frozenset({Mode.MOTOR, Mode.TRAILER}),
    "motor_vehicle": _VEHICLES,
    "vehicle": _VEHICLES,
    "psv": frozenset({Mode.PSV}),
    "bus": frozenset({Mode.PSV}),
    "hgv": frozenset({Mode.HGV}),
    "goods": frozenset({Mode.HGV}),
    "trailer": frozenset({Mode.TRAILER}),
    "caravan": frozenset({Mode.TRAILER}),
    "emergency": frozenset({Mode.EMERGENCY}),
    "foot": frozenset({Mode.FOOT}),
}
"""Modes that a vehicle word in `restriction:…` or `except` means."""


@dataclass(frozen=True, slots=True)
class RawRule:
    """One restriction, by OSM ids."""

    kind: RuleKind
    modes: int
    """Bit per `Mode`."""
    start: int
    """OSM way."""
    via_node: int | None
    via_ways: tuple[int, ...]
    end: int
    """OSM way."""


def read_rule(tags: Tags, members: Sequence[Member]) -> tuple[list[RawRule], str]:
    """Return the rules of a relation, and why it was left out ("" if it was not).

    Conditional restrictions are left out: they hold at certain hours, and a desk must not count on the hour.
    """
    bound = list(_bound(tags))
    if not bound:
        return [], "conditional" if any("conditional" in key for key in tags) else "unknown kind"
    starts = [m.ref for m in members if m.role == "from" and m.type == "w"]
    ends = [m.ref for m in members if m.role == "to" and m.type == "w"]
    nodes = [m.ref for m in members if m.role == "via" and m.type == "n"]
    ways = tuple(m.ref for m in members if m.role == "via" and m.type == "w")
    if not starts or not ends or len(nodes) + bool(ways) != 1:
        return [], "incomplete"
    via = nodes[0] if nodes else None
    return [RawRule(kind, modes, start, via, ways, end) for kind, modes in bound for start, end in product(starts, ends)], ""


def _bound(tags: Tags) -> Iterator[tuple[RuleKind, int]]:
    """Yield the kinds in a relation's tags, each with the modes it binds."""
    exempt: frozenset[Mode] = frozenset()
    for word in tags.get("except", "").replace(",", ";").split(";"):
        exempt |= _BOUND.get(word.strip(), frozenset())
    for key, value in tags.items():
        base, _, vehicle = key.partition(":")
        kind = _KINDS.get(value)
        if base != "restriction" or kind is None or vehicle.endswith("conditional"):
            continue
        modes = (_VEHICLES if not vehicle else _BOUND.get(vehicle, frozenset())) - exempt
        if modes:
            yield kind, sum(1 << mode for mode in modes)


@dataclass(frozen=True, slots=True)
class Piece:
    """An edge of a way: its ends and number."""

    edge: int
    tail: int
    head: int


def sequences(rule: RawRule, via_junction: int | None, pieces: Mapping[int, Sequence[Piece]]) -> list[tuple[int, ...]]:
    """Return the arcs of a rule in driving order; none where its members do not meet in the graph.

    `pieces` gives the edges of each OSM way in order. A way that runs through the junction without being cut there
    leaves open which side is meant: then nothing is returned, a wrong rule is worse than none.
    """
    starts, ends = pieces.get(rule.start, ()), pieces.get(rule.end, ())
    if via_junction is not None:
        into = [arc for arc, _, head in _arcs(starts) if head == via_junction]
        out = [arc for arc, tail, _ in _arcs(ends) if tail == via_junction]
        return [(into[0], out[0])] if len(into) == 1 and len(out) == 1 else []
    found = []
    for arc, _, head in _arcs(starts):
        for middle, last in _through(head, [pieces.get(way, ()) for way in rule.via_ways]):
            found += [(arc, *middle, out) for out, tail, _ in _arcs(ends) if tail == last]
    return found if len(found) == 1 else []


def _arcs(pieces: Sequence[Piece]) -> Iterator[tuple[int, int, int]]:
    """Yield (arc, tail, head) of both directions."""
    for piece in pieces:
        yield 2 * piece.edge, piece.tail, piece.head
        yield 2 * piece.edge + 1, piece.head, piece.tail


def _through(begin: int, ways: Sequence[Sequence[Piece]]) -> Iterator[tuple[tuple[int, ...], int]]:
    """Yield the arcs along all of these ways from a junction at an end of the first, with the junction reached."""
    if not ways:
        yield (), begin
        return
    way = ways[0]
    if not way:
        return
    runs = []
    if way[0].tail == begin:
        runs.append((tuple(2 * piece.edge for piece in way), way[-1].head))
    if way[-1].head == begin:
        runs.append((tuple(2 * piece.edge + 1 for piece in reversed(way)), way[0].tail))
    for arcs, reached in runs:
        for rest, last in _through(reached, ways[1:]):
            yield (*arcs, *rest), last
