"""The units that could go, put on the roads once: shared by all requests that may send the same ones."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from commandcenter.dispatch.candidate import Candidate
from commandcenter.dispatch.distance import Places
from commandcenter.dispatch.musters import Musters
from commandcenter.model.ports import Arrival, Muster, Roads
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.picture.views import UnitView

Pool = tuple[int, ...]
"""Indices of candidates, ascending."""

Key = TypeVar("Key", bound=Hashable)
T = TypeVar("T")


class Field:
    """Candidates and those who may not go. Safe in any thread; remembers what it has grouped."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        others: Sequence[UnitView],
        roads: Roads,
        crews: Mapping[str, int] | None = None,
        musters: Musters | None = None,
    ) -> None:
        """`candidates` and `others` in order of callsign; `roads` has the closures in force; `crews` numbers all crews, see `Candidate.crew`.

        `musters` knows what was found before.
        """
        self._known = Musters() if musters is None else musters
        self.candidates = tuple(candidates)
        self.others = tuple(others)
        self.roads = roads
        numbers = {crew: n for n, crew in enumerate(dict.fromkeys(c.crew for c in self.candidates))} if crews is None else crews
        self.crew = tuple(numbers[c.crew] for c in self.candidates)
        """The number of each candidate's crew: who has the same one cannot be sent together."""
        self.everybody = frozenset(self.crew)
        """All crews."""
        self._of_crew: dict[int, list[int]] = {}
        for i, crew in enumerate(self.crew):
            self._of_crew.setdefault(crew, []).append(i)
        self._lock = threading.RLock()
        self._able = _by_capability(self.candidates)
        self._able_rows: dict[str, NDArray[np.intp]] = {}
        self._crews: dict[str, frozenset[int]] = {}
        self._grouped: dict[Pool, tuple[tuple[str, Pool, Pool], ...]] = {}
        self._musters: dict[str, Muster] = {}
        self._profile = [c.unit.profile for c in self.candidates]
        self._by_profile: dict[str, list[int]] = {}
        self._local: list[int] = []
        """By candidate: its number among those of its profile."""
        for i, profile in enumerate(self._profile):
            mine = self._by_profile.setdefault(profile, [])
            self._local.append(len(mine))
            mine.append(i)
        self._places = Places([c.at for c in self.candidates])

    def able(self, capability: str) -> Pool:
        """Return the candidates with a capability."""
        return self._able.get(capability, ())

    def able_row(self, capability: str) -> NDArray[np.intp]:
        """Return the same as an array."""
        return self._remember(self._able_rows, capability, lambda: np.array(self.able(capability), np.intp))

    def crews(self, capability: str) -> frozenset[int]:
        """Return the crews of those with a capability."""
        return self._remember(self._crews, capability, lambda: frozenset(self.crew[i] for i in self.able(capability)))

    def free(self, capability: str, used: Collection[int]) -> Pool:
        """Return those of them that would not be taken off an incident and are not used."""
        return tuple(i for i in self.able(capability) if i not in used and self.candidates[i].leaves is None)

    def first(self, profile: str, pool: Pool, members: Pool, target: LonLat, count: int, latest_s: float) -> list[tuple[int, Arrival]]:
        """Return the candidates of one group (see `groups`) that are there first, with their arrivals."""
        muster = self._musters.get(profile) or self._remember(self._musters, profile, lambda: self._muster(profile))
        mine = self._by_profile[profile]
        return [(mine[a.origin], a) for a in muster.first(target, members, min(count, len(pool)), latest_s)]

    def of_crew(self, crew: int, capability: str) -> Pool:
        """Return the vehicles of one crew that have a capability."""
        return tuple(i for i in self._of_crew[crew] if self.candidates[i].can(capability))

    def with_crew(self, pool: Pool, crews: Collection[int]) -> Pool:
        """Return those of a pool whose crew is one of these."""
        crew = self.crew
        return tuple([i for i in pool if crew[i] in crews])

    def groups(self, pool: Pool) -> tuple[tuple[str, Pool, Pool], ...]:
        """Return a pool by vehicle profile, largest first: profile, candidates, and their numbers among those of the profile."""
        return self._remember(self._grouped, pool, lambda: self._group(pool))

    def air_m(self, target: LonLat) -> NDArray[np.float64]:
        """Return each candidate's distance to a place through the air."""
        return self._places.air_m(target)

    def of_crews(self, crews: Iterable[int]) -> set[int]:
        """Return the candidates of some crews."""
        return {i for crew in crews for i in self._of_crew.get(crew, ())}

    def why_unreachable(self, index: int, target: LonLat) -> Sentence:
        """Say why no road leads from a candidate."""
        candidate = self.candidates[index]
        if candidate.unit.profile not in self.roads.profiles:
            return say("No road data for its vehicle profile {profile}.", profile=candidate.unit.profile)
        return self.roads.why_unreachable(candidate.at, target, candidate.unit.profile)

    def _muster(self, profile: str) -> Muster:
        mine = [self.candidates[i] for i in self._by_profile[profile]]
        return self._known.muster(self.roads, [c.at for c in mine], profile, [c.delay_s for c in mine])

    def _group(self, pool: Pool) -> tuple[tuple[str, Pool, Pool], ...]:
        grouped: dict[str, list[int]] = {}
        profiles, local = self._profile, self._local
        for i in pool:
            grouped.setdefault(profiles[i], []).append(i)
        order = sorted(grouped.items(), key=lambda item: (-len(item[1]), item[0]))
        return tuple((profile, tuple(mine), tuple([local[i] for i in mine])) for profile, mine in order)

    def _remember(self, known: dict[Key, T], key: Key, work_out: Callable[[], T]) -> T:
        if key in known:  # nothing is ever forgotten
            return known[key]
        with self._lock:
            if key not in known:
                known[key] = work_out()
            return known[key]


def _by_capability(candidates: Sequence[Candidate]) -> dict[str, Pool]:
    """Return the candidates with each capability."""
    able: dict[str, list[int]] = {}
    for i, candidate in enumerate(candidates):
        for capability, count in candidate.unit.capabilities.items():
            if count > 0:
                able.setdefault(capability, []).append(i)
    return {capability: tuple(mine) for capability, mine in able.items()}
