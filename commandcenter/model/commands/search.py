"""Searching an area for somebody: sectors, what planners think, and teams' sweeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.model.commands.base import Command
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat


@dataclass(frozen=True, slots=True)
class BeginSearch(Command):
    """Begin a search for an incident."""

    incident_id: Id
    name: str = ""
    outside: float = 0.1
    """Probability that who is missing is in no sector, as long as nobody has rated."""


@dataclass(frozen=True, slots=True)
class AddSectors(Command):
    """Add sectors to a search."""

    search_id: Id
    sectors: tuple[tuple[str, tuple[LonLat, ...]], ...]
    """(name, ring); a ring may be closed or not, and must not cross itself."""


@dataclass(frozen=True, slots=True)
class RateSectors(Command):
    """One planner's opinion where the missing person is: weights by sector; only their proportions count."""

    search_id: Id
    planner: str
    weights: Mapping[Id, float]
    outside: float
    """Weight of "in none of the sectors"."""


@dataclass(frozen=True, slots=True)
class TaskTeam(Command):
    """Send a team into a sector."""

    sector_id: Id
    unit_id: Id
    searchers: int
    sweep_width_m: float
    """Effective sweep width of one searcher."""
    speed_kph: float
    hours: float
    """Planned."""


@dataclass(frozen=True, slots=True)
class EndSweep(Command):
    """A team has searched, so long; or it did not."""

    sweep_id: Id
    hours: float
    """Truly searched; 0: it did not search."""


@dataclass(frozen=True, slots=True)
class EndSearch(Command):
    """The search is over: found (and where), or called off."""

    search_id: Id
    found_in: Id | None = None
    """Sector where the person was found."""
    reason: str = ""
