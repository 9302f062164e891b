"""The units that arrive first at one place, proven, without measuring the way of every unit.

Turnout, the price of a stale position and that of a diversion count from the start (see `ports.Muster`), and what has
been found for one vehicle profile bounds the search for the next: who would come later than the last one needed is
not looked for.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from operator import attrgetter

from commandcenter.dispatch.candidate import Candidate
from commandcenter.dispatch.field import Field, Pool
from commandcenter.model.ports import Arrival
from commandcenter.model.sentences import Sentence
from commandcenter.model.words import LonLat


@dataclass(frozen=True, slots=True)
class Reached:
    """A candidate that can reach the incident by road."""

    index: int
    """Into the candidates."""
    arrival: Arrival
    eta_s: float
    """Turnout and driving."""
    rank_ms: int
    """What it is ranked by: `eta_s` and the prices of a stale position and a diversion."""

    @property
    def order(self) -> tuple[int, float, int]:
        """Return what sorts: rank, then road, then the order of the candidates."""
        return self.rank_ms, self.arrival.distance_m, self.index


class Reach:
    """Arrivals at one place. Remembers what it has learnt; one thread at a time."""

    def __init__(self, field: Field, target: LonLat) -> None:
        """Ask about the candidates of a field."""
        self._field = field
        self._target = target
        self._known: dict[int, Reached] = {}
        self._unreachable: set[int] = set()
        self._lists: list[tuple[Pool, frozenset[int], int, list[Reached]]] = []
        """(pool, its members, how many were asked for, who was found): what is first of many is first of any few of them, too."""

    def first(self, pool: Pool, count: int) -> list[Reached]:
        """Return the `count` candidates of a pool that arrive first, best first; fewer when no more can."""
        if len(pool) == 1 and pool[0] in self._known:
            return [self._known[pool[0]]][:count]
        for same, _, asked, firsts in self._lists:
            if same is pool and (len(firsts) >= count or len(firsts) < asked):
                return firsts[:count]
        members = frozenset(pool)
        for _, wider, asked, firsts in self._lists:
            if members <= wider:
                mine = [r for r in firsts if r.index in members]
                if len(mine) >= count or len(firsts) < asked:
                    return mine[:count]
        firsts = self._look(pool, count)
        self._lists.append((pool, members, count, firsts))
        return firsts

    def _look(self, pool: Pool, count: int) -> list[Reached]:
        found = self._all_of(pool)
        if found is None:
            found = []
            for profile, mine, members in self._field.groups(pool):
                found += self._of_profile(profile, mine, members, count, _latest_s(found, count))
        return sorted(found, key=_order)[:count]

    def _all_of(self, pool: Pool) -> list[Reached] | None:
        """Return who of a pool has a road, if that is known of each; else `None`."""
        known, unreachable = self._known, self._unreachable
        if len(known) + len(unreachable) < len(pool):
            return None
        found = [known[i] for i in pool if i in known]
        return found if len(found) + len(unreachable.intersection(pool)) == len(pool) else None

    def of(self, index: int) -> Reached | None:
        """Return one candidate's arrival, `None` where there is no road."""
        self.first((index,), 1)
        return self._known.get(index)

    def known(self, index: int) -> Reached | None:
        """Return what is known of a candidate without searching."""
        return self._known.get(index)

    def unreachable(self, index: int) -> bool:
        """Return whether the search has shown that no road leads from it."""
        return index in self._unreachable

    def why_unreachable(self, index: int) -> Sentence:
        """Say why no road leads from a candidate."""
        return self._field.why_unreachable(index, self._target)

    def _of_profile(self, profile: str, pool: Pool, members: Pool, count: int, latest_s: float) -> list[Reached]:
        """Return the first of one vehicle profile, and who is there at the same moment as the last of them."""
        if profile not in self._field.roads.profiles:
            self._unreachable.update(pool)
            return []
        found = [self._keep(i, arrival) for i, arrival in self._field.first(profile, pool, members, self._target, count, latest_s)]
        if len(found) < count and latest_s == math.inf:
            self._unreachable.update(set(pool).difference(r.index for r in found))
        return found

    def _keep(self, index: int, arrival: Arrival) -> Reached:
        if index not in self._known:
            candidate: Candidate = self._field.candidates[index]
            rank_ms = _ms(arrival.eta_s) + _ms(candidate.delay_s)
            self._known[index] = Reached(index, arrival, arrival.eta_s + candidate.turnout_s, rank_ms)
        return self._known[index]


_order = attrgetter("order")


def _latest_s(found: list[Reached], count: int) -> float:
    """Return when the last one needed arrives, if there are enough already."""
    return sorted(r.rank_ms for r in found)[count - 1] / 1000 if len(found) >= count else math.inf


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
