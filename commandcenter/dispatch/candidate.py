"""A unit as the engine sees it."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.words import LonLat
from commandcenter.picture.views import IncidentView, UnitView


def crew_of(unit: UnitView) -> str:
    """Return the name of a unit's crew, shared or its own."""
    return f"shared {unit.shared_crew}" if unit.shared_crew else unit.id


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where a unit is now and how long it needs before it rolls."""

    unit: UnitView
    at: LonLat
    position_age_s: float | None
    """`None`: at its station or place of the log."""
    turnout_s: float
    """Zero when it is already on the road."""
    stale_s: float
    """Added to its rank, never to its time: the price of a stale position."""
    turnout_at_home_s: float = 0.0
    """What it would need, standing in a station."""
    leaves: IncidentView | None = None
    """The less urgent incident that it would be taken off."""
    switch_s: float = 0.0
    """Added to its rank, never to its time: the price of a diversion."""

    @property
    def delay_s(self) -> float:
        """Return what comes on top of driving when units are ranked."""
        return self.turnout_s + self.stale_s + self.switch_s

    @property
    def crew(self) -> str:
        """Return what only one vehicle at a time can have: the crew, shared or its own."""
        return crew_of(self.unit)

    def can(self, capability: str) -> bool:
        """Return whether it has a capability."""
        return self.unit.capabilities.get(capability, 0) > 0
