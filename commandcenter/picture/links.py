"""Which things a thing belongs to, and back: what must be shown anew when something else changes.

A unit is linked to the incidents it is assigned to, a call to its incident, stock, reservations and transfers to their
depots, people to the facility they go to, sectors to their search, sweeps to their sector.
All heads count, so a double-booked unit stands with both of its incidents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from commandcenter.model.entries import Kind, Value
from commandcenter.model.ids import Id
from commandcenter.picture.registers import Register

Node = tuple[str, Id]
"""(kind, entity)."""

SHARED_CREW = "shared_crew"
"""Units that have one crew between them are linked to it, though it is no thing of its own."""

_LINKED_FIELDS: Mapping[tuple[str, str], tuple[tuple[str, str], ...]] = {
    (Kind.UNIT, "assignment"): (("incident", Kind.INCIDENT),),
    (Kind.UNIT, "shared_crew"): (("", SHARED_CREW),),
    (Kind.ASSIGNMENT, "incident"): (("", Kind.INCIDENT),),
    (Kind.ASSIGNMENT, "unit"): (("", Kind.UNIT),),
    (Kind.CALL, "incident"): (("", Kind.INCIDENT),),
    (Kind.ORDER, "body"): (("incident", Kind.INCIDENT),),
    (Kind.ROLL_CALL, "what"): (("incident", Kind.INCIDENT),),
    (Kind.STOCK_MOVE, "move"): (("depot", Kind.DEPOT),),
    (Kind.RESERVATION, "what"): (("depot", Kind.DEPOT), ("incident", Kind.INCIDENT), ("transfer", Kind.TRANSFER)),
    (Kind.TRANSFER, "what"): (("from", Kind.DEPOT), ("depot", Kind.DEPOT), ("incident", Kind.INCIDENT)),
    (Kind.OFFER, "what"): (("partner", Kind.PARTNER),),
    (Kind.PLACEMENT, "what"): (("facility", Kind.FACILITY), ("incident", Kind.INCIDENT)),
    (Kind.CLOSURE, "what"): (("hazard", Kind.SKETCH),),
    (Kind.TASK, "what"): (("unit", Kind.UNIT),),
    (Kind.SECTOR, "what"): (("search", Kind.SEARCH),),
    (Kind.SWEEP, "what"): (("sector", Kind.SECTOR),),
}
"""(kind, field) → (name in the value, or empty where the value itself is the id; kind it points to)."""


def is_linked(kind: str, field: str) -> bool:
    """Return whether a register may point to another thing."""
    return (kind, field) in _LINKED_FIELDS


class Links:
    """Both directions of all links."""

    def __init__(self) -> None:
        """Start empty."""
        self._out: defaultdict[Node, dict[str, frozenset[Node]]] = defaultdict(dict)
        self._in: defaultdict[Node, dict[Node, None]] = defaultdict(dict)

    def update(self, source: Node, field: str, register: Register) -> frozenset[Node]:
        """Take in what a register says now; return what it pointed to before and no longer does."""
        pointers = _LINKED_FIELDS.get((source[0], field))
        if pointers is None:
            return frozenset()
        fields = self._out[source]
        old = fields.get(field, frozenset())
        new = frozenset((kind, target) for head in register.heads for name, kind in pointers if (target := _target(head.value, name)) is not None)
        if new != old:
            fields[field] = new
            for node in new:
                self._in[node][source] = None
            for node in old - self.of(source):
                self._in[node].pop(source, None)
        return old - new

    def of(self, source: Node) -> frozenset[Node]:
        """Return what a thing belongs to."""
        fields = self._out.get(source)
        return frozenset().union(*fields.values()) if fields else frozenset()

    def to(self, target: Node, kind: str) -> list[Id]:
        """Return the things of a kind that belong to a thing."""
        return [entity for source_kind, entity in self._in.get(target, ()) if source_kind == kind]


def _target(value: Value, name: str) -> Id | None:
    if name:
        value = value.get(name) if isinstance(value, Mapping) else None
    return Id(value) if isinstance(value, str) and value else None
