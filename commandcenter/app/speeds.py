"""Puts the adopted driving times into use: when a person adopts others, and when the time of day changes."""

from __future__ import annotations

import asyncio

from commandcenter.dispatch.desk import Desk
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.speeds import band_of

LOOK_AGAIN_S = 60.0


class SpeedKeeper:
    """Keeps a desk's roads in step with the policy in its picture. Belongs to the thread of the desk's asyncio loop."""

    def __init__(self, desk: Desk, shipped: RoadNetwork) -> None:
        """Begin with the roads as shipped."""
        self._desk, self._shipped = desk, shipped
        self._in_use: dict[str, float] = {}
        self._wanted = asyncio.Event()

    async def run(self) -> None:
        """Watch until cancelled."""
        unsubscribe = self._desk.subscribe(self._on_changes)
        try:
            while True:
                await self.look()
                try:
                    async with asyncio.timeout(LOOK_AGAIN_S):  # not wait_for: on Python 3.11 it may swallow a cancellation
                        await self._wanted.wait()
                except TimeoutError:
                    continue
        finally:
            unsubscribe()

    async def look(self) -> None:
        """Make and compile the roads for the policy and the time of day that hold now, if others are in use."""
        self._wanted.clear()
        factors = self._desk.picture.speeds().at(band_of(self._desk.clock.wall_ms()))
        if factors != self._in_use:
            roads = await asyncio.get_running_loop().run_in_executor(None, self._make, factors)
            self._desk.roads, self._in_use = roads, factors

    def _make(self, factors: dict[str, float]) -> RoadNetwork:
        roads = self._shipped.with_times(factors)
        roads.warm_up()
        return roads

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.POLICY):
            self._wanted.set()
