"""Among units that would be there at nearly the same time, the one that its surroundings miss least: never where life is at risk.

What a unit is worth where it stands is the share of the region that only it reaches in time (`Coverage.within_min`).
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from commandcenter.dispatch.choice import Chosen, Spared
from commandcenter.dispatch.field import Field
from commandcenter.dispatch.joint import Ask
from commandcenter.model.ports import Roads
from commandcenter.model.words import LonLat, Priority
from commandcenter.resources.policy import Coverage

NEAR = 3
"""So many more than an incident has slots are compared."""


class Protection:
    """Remembers what units are worth in one situation. Safe in any thread."""

    def __init__(self, roads: Roads, policy: Coverage) -> None:
        """`roads` has the closures in force."""
        self._roads = roads
        self._policy = policy
        self._lock = threading.Lock()
        self._places: list[LonLat] | None = None
        self._worth: dict[tuple[int, str], Mapping[int, float]] = {}

    def apply(self, asks: Sequence[Ask]) -> None:
        """Exchange chosen units for near-equal free ones that are worth less where they stand; who else goes stays as it is."""
        if self._policy.near_s <= 0:
            return
        used = {crew for ask in asks for crew in ask.crews()}
        for ask in asks:
            if ask.priority > Priority.LIFE:
                ask.chosen = [self._spare(ask, chosen, used) for chosen in ask.chosen]

    def _spare(self, ask: Ask, chosen: Chosen, used: set[int]) -> Chosen:
        field, capability, mine = ask.field, chosen.slot.capability, chosen.reached
        latest_ms = mine.rank_ms + round(self._policy.near_s * 1000)
        next_ms = chosen.runner_up.rank_ms if chosen.runner_up is not None else latest_ms + 1
        if next_ms > latest_ms or field.candidates[mine.index].leaves is not None:
            return chosen
        near = [
            r
            for r in ask.reach.first(field.able(capability), len(ask.needs.slots) + NEAR)
            if r.rank_ms <= latest_ms and field.crew[r.index] not in used and field.candidates[r.index].leaves is None
        ]
        if not near:
            return chosen
        worth = self._worth_of(field, capability)
        other = min(near, key=lambda r: (worth.get(r.index, 0.0), r.order))
        gain = worth.get(mine.index, 0.0) - worth.get(other.index, 0.0)
        if gain < self._policy.least_gain:
            return chosen
        used.discard(field.crew[mine.index])
        used.add(field.crew[other.index])
        return replace(chosen, reached=other, runner_up=mine, spared=Spared(mine, gain))

    def _worth_of(self, field: Field, capability: str) -> Mapping[int, float]:
        key = id(field), capability
        with self._lock:
            if key not in self._worth:
                self._worth[key] = self._work_out(field, capability)
            return self._worth[key]

    def _work_out(self, field: Field, capability: str) -> Mapping[int, float]:
        """Return by candidate the share of the places that only it reaches in time. Each search ends with the second unit."""
        if self._places is None:
            self._places = self._roads.places(self._policy.protect_places)
        alone: Counter[int] = Counter()
        groups = field.groups(field.free(capability, ()))
        for place in self._places:
            found: set[int] = set()
            for profile, mine, members in groups:
                if len(found) < 2 and profile in self._roads.profiles:
                    found.update(i for i, _ in field.first(profile, mine, members, place, 2, self._policy.within_min * 60))
            if len(found) == 1:
                alone.update(found)
        return {index: count / len(self._places) for index, count in alone.items()}
