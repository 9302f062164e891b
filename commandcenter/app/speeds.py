"""Puts adopted driving times and vehicles into use: when a person adopts others, and when the time of day changes."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.dispatch.desk import Desk
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.geo.roads.profiles import Profile
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.speeds import band_of

LOOK_AGAIN_S = 60.0


@dataclass(frozen=True)
class _Wanted:
    """What roads are made of beside the map."""

    profiles: Mapping[str, Profile]
    factors: Mapping[str, float]


class SpeedKeeper:
    """Keeps a desk's roads in step with its picture's policy and its catalogue's vehicles. Belongs to the thread of the desk's asyncio loop."""

    def __init__(self, desk: Desk, shipped: RoadNetwork) -> None:
        """Begin with the roads as shipped."""
        self._desk, self._shipped = desk, shipped
        self._in_use = _Wanted(shipped.profiles, {})
        self._again = asyncio.Event()

    async def run(self) -> None:
        """Watch until cancelled."""
        unsubscribe = self._desk.subscribe(self._on_changes)
        try:
            while True:
                await self.look()
                try:
                    async with asyncio.timeout(LOOK_AGAIN_S):  # not wait_for: on Python 3.11 it may swallow a cancellation
                        await self._again.wait()
                except TimeoutError:
                    continue
        finally:
            unsubscribe()

    async def look(self) -> None:
        """Make and compile the roads for the vehicles, the policy and the time of day that hold now, if others are in use."""
        self._again.clear()
        wanted = _Wanted(self._desk.catalogue.profiles, factors_now(self._desk))
        if wanted != self._in_use:
            roads = await asyncio.get_running_loop().run_in_executor(None, self._make, wanted, driven(self._desk))
            self._desk.roads, self._in_use = roads, wanted

    def _make(self, wanted: _Wanted, vehicles: frozenset[str]) -> RoadNetwork:
        roads = roads_of(self._shipped, wanted.profiles, wanted.factors)
        roads.warm_up(sorted(vehicles & roads.profiles.keys()))
        return roads

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.POLICY):
            self._again.set()


def driven(desk: Desk) -> frozenset[str]:
    """Return the vehicles that its units drive; all where there are no units yet. What others need is prepared when it is asked for."""
    return frozenset(unit.profile for unit in desk.picture.units()) or frozenset(desk.catalogue.profiles)


def factors_now(desk: Desk) -> Mapping[str, float]:
    """Return the adopted factors on driving times for the time of day, by class of road."""
    return desk.picture.speeds().at(band_of(desk.clock.wall_ms()))


def roads_of(shipped: RoadNetwork, profiles: Mapping[str, Profile], factors: Mapping[str, float]) -> RoadNetwork:
    """Return the same map for these vehicles and times; the roads themselves where they are those already."""
    roads = shipped if profiles == shipped.profiles else shipped.with_profiles(profiles)
    return roads.with_times(factors)
