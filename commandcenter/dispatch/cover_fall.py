"""When coverage fell below the agency's threshold, and by whose leaving: the same at every desk and after every restart.

Measured against what everybody in service would cover, who is away standing at home. Walking through those who are away in the
order in which they left, the one with whom coverage first fell below `Coverage.alarm_below` of that is the cause. So the cause
stays the same while more leave, and a later fall has another cause.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from commandcenter.dispatch.coverage import Cover, cover
from commandcenter.dispatch.eligibility import field_of
from commandcenter.dispatch.situation import Situation
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.ports import Roads
from commandcenter.model.words import Priority, UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import UnitView
from commandcenter.resources.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class CoverFall:
    """Coverage of one capability is below the threshold."""

    capability: str
    before: float
    """The share of the places that was covered until the first of `left` went,"""
    now: float
    """and the one that is."""
    left: tuple[UnitView, ...]
    """Who left from then on, in that order."""
    since_ms: int
    """When the first of them did."""

    @property
    def cause(self) -> Id:
        """Return the unit with whose leaving it fell below the threshold."""
        return self.left[0].id

    @property
    def subject(self) -> Id:
        """Return what its alarm is about: the coverage by this capability."""
        return derived_id("cover", self.capability)


def left_ms(picture: Picture) -> dict[Id, int]:
    """Return since when each unit in service is away; call it in the picture's thread."""
    found: dict[Id, int] = {}
    for unit in picture.units():
        if unit.status is UnitStatus.OUT_OF_SERVICE or (unit.incident is None and unit.status is UnitStatus.AVAILABLE):
            continue
        sent = [ms for one in picture.assignments(unit=unit.id) if one.ended_ms is None for ms in one.times_ms.values()]
        found[unit.id] = min(sent, default=unit.status_ms)
    return found


def cover_falls(
    situation: Situation, away: Mapping[Id, int], catalogue: Catalogue, roads: Roads, *, stopped: Callable[[], bool] = lambda: False
) -> tuple[CoverFall, ...]:
    """Return where coverage is below the policy's threshold. `away` as of `left_ms`. Safe in any thread; raises `Cancelled` when `stopped`."""
    policy = catalogue.policy.coverage
    busy = {unit.id for unit in situation.units if unit.id in away and not _free(unit, catalogue)}
    if not policy.alarm_below or not busy:
        return ()
    at_home = _all_at_home(situation, busy)
    field = field_of(at_home, catalogue, roads.with_closures(situation.shapes), int(Priority.ROUTINE))
    places = field.roads.places(policy.places)
    units = {unit.id: unit for unit in situation.units}
    found = []
    for capability in policy.alarm_for:
        whole = cover(field, capability, places, policy.within_min, stopped=stopped)
        gone = sorted((unit.unit.id for unit in whole.units if unit.unit.id in busy), key=lambda unit: (away[unit], unit))
        fall = _fall(whole, [units[unit] for unit in gone], policy.alarm_below)
        if fall is not None:
            before, now, left = fall
            found.append(CoverFall(capability, before, now, left, away[left[0].id]))
    return tuple(found)


def _fall(whole: Cover, gone: list[UnitView], below: float) -> tuple[float, float, tuple[UnitView, ...]] | None:
    """Return the share before it fell below the threshold, the share now, and who left from then on; `None` where it did not."""
    row = {unit.unit.id: n for n, unit in enumerate(whole.units)}
    shares = [whole.share]
    staying = np.ones(len(whole.units), bool)
    for unit in gone:
        staying[row[unit.id]] = False
        shares.append(float(whole.within[staying].any(axis=0).mean()) if staying.any() else 0.0)
    first = next((n for n, share in enumerate(shares) if share < below * whole.share), None)
    return None if first is None else (shares[first - 1], shares[-1], tuple(gone[first - 1 :]))


def _free(unit: UnitView, catalogue: Catalogue) -> bool:
    return unit.incident is None and unit.status in catalogue.rules.sendable


def _all_at_home(situation: Situation, busy: set[Id]) -> Situation:
    """Return the same with everybody who is away standing ready at the station; without one, where the log has it."""
    units = tuple(
        replace(
            unit,
            incident=None,
            status=UnitStatus.AVAILABLE,
            crew_with=None,
            at=situation.stations.get(unit.station, unit.at) if unit.station is not None else unit.at,
        )
        if unit.id in busy
        else unit
        for unit in situation.units
    )
    return replace(situation, units=units, positions={unit: at for unit, at in situation.positions.items() if unit not in busy})
