"""The units that arrive first, proven, without measuring the way of every unit.

`Roads.nearest` ranks by driving time alone; turnout and a stale position's penalty can change the
order. So the search asks for k, and for more until no unit it has not seen could still be among the
first: unseen units drive at least as long as the last one seen and add at least the least of their
own turnouts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from commandcenter.dispatch.eligibility import Candidate
from commandcenter.model.ports import Arrival, Roads
from commandcenter.model.sentences import Sentence, say
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
    """What it is ranked by: `eta_s` and the penalty of a stale position."""

    @property
    def order(self) -> tuple[int, float, int]:
        """Return what sorts: rank, then road, then the order of the candidates."""
        return self.rank_ms, self.arrival.distance_m, self.index


class Reach:
    """Arrivals at one place. Remembers what it has learnt; one thread at a time."""

    def __init__(self, roads: Roads, target: LonLat, candidates: Sequence[Candidate]) -> None:
        """`roads` has the closures in force."""
        self._roads = roads
        self._target = target
        self._candidates = candidates
        self._known: dict[int, Reached] = {}
        self._unreachable: set[int] = set()

    def learn(self, indices: Iterable[int]) -> None:
        """Measure these candidates, all of them, in one search per vehicle profile."""
        for profile, mine in sorted(self._by_profile(i for i in indices if not self._settled(i)).items()):
            self._ask(profile, mine, len(mine))

    def first(self, among: Sequence[int], count: int) -> list[Reached]:
        """Return the `count` candidates of `among` that arrive first, best first; fewer when no more can."""
        found: list[Reached] = []
        for profile, indices in sorted(self._by_profile(among).items()):
            found += self._first_of_profile(profile, indices, count)
        return sorted(found, key=lambda r: r.order)[:count]

    def of(self, index: int) -> Reached | None:
        """Return one candidate's arrival, `None` where there is no road."""
        self.learn([index])
        return self._known.get(index)

    def known(self, index: int) -> Reached | None:
        """Return what is known of a candidate without searching."""
        return self._known.get(index)

    def unreachable(self, index: int) -> bool:
        """Return whether the search has shown that no road leads from it."""
        return index in self._unreachable

    def why_unreachable(self, index: int) -> Sentence:
        """Say why no road leads from a candidate."""
        candidate = self._candidates[index]
        if candidate.unit.profile not in self._roads.profiles:
            return say("No road data for its vehicle profile {profile}.", profile=candidate.unit.profile)
        return self._roads.why_unreachable(candidate.at, self._target, candidate.unit.profile)

    def _first_of_profile(self, profile: str, indices: list[int], count: int) -> list[Reached]:
        ask = count + 1  # one more, so that equal turnout times are proven by the first search
        last_drive_s = 0.0
        while True:
            seen = sorted((self._known[i] for i in indices if i in self._known), key=lambda r: r.order)
            unseen = [i for i in indices if not self._settled(i)]
            if not unseen:
                return seen[:count]
            least_ms = _ms(last_drive_s) + min(self._delay_ms(i) for i in unseen)
            if len(seen) >= count and seen[count - 1].rank_ms < least_ms:
                return seen[:count]
            last_drive_s = self._ask(profile, indices, min(ask, len(indices)))
            ask *= 2

    def _by_profile(self, indices: Iterable[int]) -> dict[str, list[int]]:
        grouped: dict[str, list[int]] = {}
        for index in indices:
            grouped.setdefault(self._candidates[index].unit.profile, []).append(index)
        return grouped

    def _settled(self, index: int) -> bool:
        return index in self._known or index in self._unreachable

    def _ask(self, profile: str, indices: list[int], count: int) -> float:
        """Search once; return the driving time of the last one found: nobody unseen drives less."""
        if profile not in self._roads.profiles:
            self._unreachable.update(indices)
            return 0.0
        arrivals = self._roads.nearest(self._target, [self._candidates[i].at for i in indices], profile, count)
        for arrival in arrivals:
            self._keep(indices[arrival.origin], arrival)
        if len(arrivals) < count or count == len(indices):
            self._unreachable.update(i for i in indices if i not in self._known)
        return arrivals[-1].eta_s if arrivals else 0.0

    def _keep(self, index: int, arrival: Arrival) -> None:
        candidate = self._candidates[index]
        rank_ms = _ms(arrival.eta_s) + self._delay_ms(index)
        self._known.setdefault(index, Reached(index, arrival, arrival.eta_s + candidate.turnout_s, rank_ms))

    def _delay_ms(self, index: int) -> int:
        candidate = self._candidates[index]
        return _ms(candidate.turnout_s + candidate.penalty_s)


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
