"""Groups of units: who belongs to one at a moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from commandcenter.model.ids import Id
from commandcenter.picture.views import UnitView


@dataclass(frozen=True, slots=True)
class GroupView:
    """A named group, by its rule."""

    id: Id
    name: str
    units: frozenset[Id] = frozenset()
    """Picked by hand."""
    stations: frozenset[Id] = frozenset()
    kinds: frozenset[str] = frozenset()
    capabilities: frozenset[str] = frozenset()

    @property
    def has_rule(self) -> bool:
        """Return whether units belong to it by what they are."""
        return bool(self.stations or self.kinds or self.capabilities)

    def holds(self, unit: UnitView) -> bool:
        """Return whether a unit belongs to it: picked, or of every kind of criterion that is given one that fits."""
        if unit.id in self.units:
            return True
        fits = (
            not self.stations or unit.station in self.stations,
            not self.kinds or unit.kind in self.kinds,
            not self.capabilities or not self.capabilities.isdisjoint(unit.capabilities),
        )
        return self.has_rule and all(fits)


def members_of(group: GroupView, units: Iterable[UnitView]) -> Sequence[UnitView]:
    """Return the units that belong to a group now, in their order."""
    return [unit for unit in units if group.holds(unit)]
