"""Driving times between all places of a supply plan, by vehicle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from commandcenter.dispatch.sites import Site
from commandcenter.dispatch.trip_search import FAR_MS
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.words import LonLat
from commandcenter.picture.views import DepotView
from commandcenter.resources.catalogue import Carrier


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A unit that can carry goods, where it is now."""

    unit: Id
    callsign: str
    profile: str
    at: LonLat
    carrier: Carrier


class Ways:
    """Milliseconds by road; `None` where none leads. Read only, safe in any thread."""

    def __init__(self, sites: Sequence[Site], depots: Sequence[DepotView], vehicles: Sequence[Vehicle], roads: Roads) -> None:
        """Work all of them out. `roads` has the closures in force."""
        self._ms: dict[tuple[str, Id, Id], int] = {}
        places = [(v.unit, v.at) for v in vehicles] + [(s.id, s.at) for s in sites]
        stops = [(d.id, d.at) for d in depots] + [(s.id, s.at) for s in sites]
        for profile in sorted({v.profile for v in vehicles} & set(roads.profiles)):
            self._fill(profile, stops[: len(depots)], places, roads)
            self._fill(profile, stops[len(depots) :], stops, roads)
            self._fill(profile, [(v.unit, v.at) for v in vehicles if v.profile == profile], stops[len(depots) :], roads)

    def _fill(self, profile: str, targets: Sequence[tuple[Id, LonLat]], origins: Sequence[tuple[Id, LonLat]], roads: Roads) -> None:
        table = roads.matrix([at for _, at in targets], [at for _, at in origins], profile)
        for (target, _), row in zip(targets, table, strict=True):
            for (origin, _), arrival in zip(origins, row, strict=True):
                if arrival is not None:
                    self._ms[profile, origin, target] = round(arrival.eta_s * 1000)

    def ms(self, profile: str, origin: Id, target: Id) -> int | None:
        """Return the driving time from a unit's present place, a depot or a site to a depot or a site, or from a site to a unit's present place."""
        return self._ms.get((profile, origin, target))

    def table(self, profile: str, places: Sequence[Id]) -> NDArray[np.int64]:
        """Return all times from place to place, `FAR_MS` where no way leads."""
        times = np.full((len(places), len(places)), FAR_MS, np.int64)
        for a, origin in enumerate(places):
            for b, target in enumerate(places):
                found = 0 if a == b else self._ms.get((profile, origin, target))
                if found is not None:
                    times[a, b] = found
        return times

    def soonest_ms(self, vehicles: Sequence[Vehicle], depot: Id, site: Id, pause_ms: int) -> float:
        """Return when the first of these vehicles could be there with a load, had it nothing else to do; infinite where none can."""
        found = []
        for vehicle in vehicles:
            there, out = self.ms(vehicle.profile, vehicle.unit, depot), self.ms(vehicle.profile, depot, site)
            if there is not None and out is not None:
                found.append(there + pause_ms + out)
        return min(found, default=math.inf)
