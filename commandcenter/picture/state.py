"""What all projections read: registers, links between things, and incident numbers. Folded entry by entry."""

from __future__ import annotations

from collections import defaultdict

from commandcenter.model.entries import Entry, Kind
from commandcenter.model.ids import Id
from commandcenter.picture.fields import Fields
from commandcenter.picture.links import SHARED_CREW, Links, Node, is_linked
from commandcenter.picture.numbers import Numbers
from commandcenter.picture.registers import Registers


class State:
    """The folded state. One thread."""

    def __init__(self) -> None:
        """Start empty."""
        self.registers = Registers()
        self.links = Links()
        self.numbers = Numbers()

    def fields(self, kind: str, entity: Id) -> Fields:
        """Return the registers of one thing."""
        return Fields(self.registers.fields(kind, entity))

    def apply(self, entry: Entry) -> dict[str, set[Id]]:
        """Fold one entry; return the ids, by kind, of all that must be shown anew."""
        touched: defaultdict[str, set[Id]] = defaultdict(set)
        nodes: set[Node] = set()
        for key in self.registers.apply(entry):
            kind, entity = node = (key.kind, key.entity)
            nodes.add(node)
            if is_linked(kind, key.field):
                nodes.update(self.links.update(node, key.field, self.registers.fields(kind, entity)[key.field]))
            if kind == Kind.INCIDENT and key.field == "number":
                touched[Kind.INCIDENT] |= self.numbers.update(entity, self.registers.fields(kind, entity)[key.field])
        for kind, entity in nodes:
            touched[kind].add(entity)
            for other, of in self.links.of((kind, entity)):
                touched[other].add(of)
        for crew in touched.pop(SHARED_CREW, ()):
            touched[Kind.UNIT].update(self.links.to((SHARED_CREW, crew), Kind.UNIT))
        return touched
