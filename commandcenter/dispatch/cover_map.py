"""Where the units that are free now can be in time, as a map; and who covers one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from commandcenter.dispatch.eligibility import field_of
from commandcenter.dispatch.field import Field, Pool
from commandcenter.dispatch.situation import Situation
from commandcenter.model.ports import Level, Reach, Roads, Stand
from commandcenter.model.progress import NO_PROGRESS, Progress
from commandcenter.model.words import LonLat, Priority
from commandcenter.resources.catalogue import Catalogue

DEPTHS = (1, 2)
"""Covered at all; still covered when one unit leaves."""


@dataclass(frozen=True, slots=True)
class CoverMap:
    """What is covered. `reach` has one level per depth of `DEPTHS`."""

    reach: Reach
    within_min: float
    units: int
    """Who were counted."""


@dataclass(frozen=True, slots=True)
class Covering:
    """A free unit and when it could be at a place."""

    callsign: str
    eta_s: float
    """Turnout and driving."""


def cover_map(
    situation: Situation,
    catalogue: Catalogue,
    roads: Roads,
    capability: str,
    within_min: float,
    *,
    stopped: Callable[[], bool] = lambda: False,
    progress: Progress = NO_PROGRESS,
) -> CoverMap:
    """Return where the free units with a capability (empty: all) can be in time, turnout and the price of a stale position included.

    Takes about a second in a large city; reports as `Roads.reach` does; raises `Cancelled` when `stopped`. Safe in any thread.
    """
    field = _field(situation, catalogue, roads)
    pool = _pool(field, capability)
    stands = [Stand(c.at, c.unit.profile, c.delay_s) for c in (field.candidates[i] for i in pool)]
    reach = field.roads.reach(stands, [Level(within_min * 60, depth) for depth in DEPTHS], gaps=True, stopped=stopped, progress=progress)
    return CoverMap(reach, within_min, len(pool))


def covering(situation: Situation, catalogue: Catalogue, roads: Roads, capability: str, within_min: float, place: LonLat) -> tuple[Covering, ...]:
    """Return who of the free units with a capability (empty: all) covers a place, soonest first."""
    field = _field(situation, catalogue, roads)
    found = []
    for profile, mine, members in field.groups(_pool(field, capability)):
        if profile in field.roads.profiles:
            for index, arrival in field.first(profile, mine, members, place, len(mine), within_min * 60):
                candidate = field.candidates[index]
                found.append(Covering(candidate.unit.callsign, arrival.eta_s + candidate.turnout_s))
    return tuple(sorted(found, key=lambda one: (one.eta_s, one.callsign)))


def _field(situation: Situation, catalogue: Catalogue, roads: Roads) -> Field:
    return field_of(situation, catalogue, roads.with_closures(situation.shapes), int(Priority.ROUTINE))


def _pool(field: Field, capability: str) -> Pool:
    if capability:
        return field.free(capability, ())
    return tuple(i for i, c in enumerate(field.candidates) if c.leaves is None)
