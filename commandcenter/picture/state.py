"""What all projections read: registers, links between things, and incident numbers. Folded entry by entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from commandcenter.model.entries import Entry, Key, Kind
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

    def fold(self, entry: Entry) -> None:
        """Fold one entry into a state that nobody has looked at yet: as `apply`, without saying what it touched."""
        for key in self.registers.apply(entry):
            self._follow(key)

    def _follow(self, key: Key) -> Iterable[Node]:
        """Take what a register says now into the links and numbers; return what else it touched."""
        kind, entity, field = key
        if is_linked(kind, field):
            return self.links.update((kind, entity), field, self.registers.fields(kind, entity)[field])
        if field == "number" and kind == Kind.INCIDENT:
            return [(kind, incident) for incident in self.numbers.update(entity, self.registers.fields(kind, entity)[field])]
        return ()

    def apply(self, entry: Entry) -> dict[str, set[Id]]:
        """Fold one entry; return the ids, by kind, of all that must be shown anew."""
        touched: defaultdict[str, set[Id]] = defaultdict(set)
        nodes: set[Node] = set()
        for key in self.registers.apply(entry):
            nodes.add((key.kind, key.entity))
            nodes.update(self._follow(key))
        for kind, entity in nodes:
            touched[kind].add(entity)
            for other, of in self.links.of((kind, entity)):
                touched[other].add(of)
        for sketch in tuple(touched.get(Kind.SKETCH, ())):  # closures follow the hazard that they were made for
            touched[Kind.CLOSURE].update(self.links.to((Kind.SKETCH, sketch), Kind.CLOSURE))
        for crew in touched.pop(SHARED_CREW, ()):
            touched[Kind.UNIT].update(self.links.to((SHARED_CREW, crew), Kind.UNIT))
        return touched
