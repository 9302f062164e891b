"""The port `Roads` over one region: snapping, closures, searches and routes put together."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from commandcenter.geo.roads import routes
from commandcenter.geo.roads.alternatives import alternatives
from commandcenter.geo.roads.closures import NOTHING_SHUT, Closed, Stretch, closed_for, seeds_of, stretches
from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.landmarks import landmark_table
from commandcenter.geo.roads.layout import Ints, Seeds
from commandcenter.geo.roads.muster import RoadMuster
from commandcenter.geo.roads.outward import Onward, onward
from commandcenter.geo.roads.pinned import PinnedOrigins
from commandcenter.geo.roads.profiles import WALKING_KPH, Profile, default_profiles, with_times
from commandcenter.geo.roads.reach import ReachMap, Starter
from commandcenter.geo.roads.samples import Samples
from commandcenter.geo.roads.search import Foothold, Hit, hits, pin, table
from commandcenter.geo.roads.snapping import Snap, Snapper
from commandcenter.geo.roads.travel import Travel, compile_travel
from commandcenter.geo.roads.words import MICRO
from commandcenter.model.errors import Cancelled, KnownError
from commandcenter.model.ports import Arrival, Level, Muster, Reach, Route, Shape, Stand
from commandcenter.model.progress import NO_PROGRESS, Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat

_PINNED_SETS = 16
_REMEMBERED_SNAPS = 200_000
_REMEMBERED_SEEDS = 20_000
_KPH = 3.6


class _Ground:
    """What a region's roads share whatever drives on them."""

    def __init__(self, graph: RoadGraph) -> None:
        self.graph = graph
        self.snapper = Snapper(graph)

    @cached_property
    def samples(self) -> Samples:
        """Return the places where maps of reach are measured, laid out at first use."""
        return Samples(self.graph)


class _Base:
    """What all closure views of a region share for one set of vehicles."""

    def __init__(self, ground: _Ground, profiles: Mapping[str, Profile]) -> None:
        self.ground = ground
        self.graph, self.snapper = ground.graph, ground.snapper
        self.profiles = dict(profiles)
        self.snaps: dict[tuple[str, LonLat], Snap | None] = {}
        self._seeds: dict[tuple[str, Foothold], Seeds] = {}
        self._travels: dict[str, Travel] = {}
        self._landmarks: dict[str, Ints] = {}
        self._ways: dict[str, Onward] = {}
        self._lock = threading.Lock()

    def travel(self, name: str) -> Travel:
        """Return the region as a vehicle sees it, compiled at first use."""
        if name not in self.profiles:
            raise KnownError("There is no vehicle profile {name}.", name=name)
        with self._lock:
            if name not in self._travels:
                self._travels[name] = compile_travel(self.graph, self.profiles[name])
            return self._travels[name]

    def landmarks(self, name: str) -> Ints:
        """Return the table that aims searches, made at first use."""
        travel = self.travel(name)
        with self._lock:
            if name not in self._landmarks:
                self._landmarks[name] = landmark_table(travel)
            return self._landmarks[name]

    @cached_property
    def reach_map(self) -> ReachMap:
        """Return what draws maps of reach, made at first use."""
        return ReachMap(self.ground.samples)

    def ways(self, name: str) -> Onward:
        """Return the region laid out for searching along the traffic, made at first use."""
        travel = self.travel(name)
        with self._lock:
            if name not in self._ways:
                self._ways[name] = onward(travel)
            return self._ways[name]

    def snap(self, at: LonLat, name: str) -> Snap | None:
        """Return the nearest place with nothing closed; remembered."""
        key = (name, at)
        if key in (known := self.snaps):
            return known[key]
        travel = self.travel(name)
        found = self.snapper.snap(at, travel.component, travel.cost_ms)
        if len(known) >= _REMEMBERED_SNAPS:
            self.snaps = known = {}  # a new one: another thread may be reading the old
        known[key] = found
        return found

    def seeds(self, foothold: Foothold, name: str) -> Seeds:
        """Return what a search towards a place with nothing closed begins with; remembered."""
        key = (name, foothold)
        found = self._seeds.get(key)
        if found is None:
            if len(self._seeds) >= _REMEMBERED_SEEDS:
                self._seeds = {}
            found = self._seeds[key] = seeds_of(self.travel(name), NOTHING_SHUT, foothold)
        return found


class RoadNetwork:
    """Exact road answers over one region with a set of closures in force. Implements `ports.Roads`.

    Immutable to the caller, safe in any thread; each thread reuses its own work arrays.
    """

    def __init__(self, graph: RoadGraph, profiles: Mapping[str, Profile] | None = None) -> None:
        """Answer from a graph, for the shipped vehicle profiles unless others are given."""
        self._begin(_Base(_Ground(graph), default_profiles() if profiles is None else profiles), None)

    def _begin(self, base: _Base, shipped: RoadNetwork | None) -> None:
        self._base, self._shipped = base, shipped
        self._prepare((), (), None)

    def _prepare(self, shapes: tuple[Shape, ...], found: tuple[dict[int, Stretch], ...], unclosed: RoadNetwork | None) -> None:
        self.closures = shapes
        self._found = found
        self._unclosed = unclosed
        self._closed: dict[str, Closed] = {}
        self._pin = lru_cache(_PINNED_SETS)(self._pin_open if unclosed is None else self._pin_closed)

    @staticmethod
    def open(folder: Path) -> RoadNetwork:
        """Open a pack's `roads` folder; `KnownError` if it cannot be read."""
        return RoadNetwork(RoadGraph.open(folder))

    @property
    def graph(self) -> RoadGraph:
        """The map's facts."""
        return self._base.graph

    @property
    def profiles(self) -> Mapping[str, Profile]:
        """Vehicle profiles by name."""
        return self._base.profiles

    def travel(self, profile: str) -> Travel:
        """Return the region as a vehicle sees it (for benchmarks and checks)."""
        return self._base.travel(profile)

    def with_closures(self, shapes: Sequence[Shape]) -> RoadNetwork:
        """Return the same roads with exactly these closures in force; ≤ 1 ms once the region is warm."""
        known = dict(zip(self.closures, self._found, strict=True))
        view = RoadNetwork.__new__(RoadNetwork)
        view._base, view._shipped = self._base, self._shipped
        found = tuple(known[shape] if shape in known else stretches(self._base.snapper, shape) for shape in shapes)
        view._prepare(tuple(shapes), found, self._unclosed or self)
        return view

    def with_times(self, factors: Mapping[str, float]) -> RoadNetwork:
        """Return the open roads with these factors on the shipped driving times, by class of road; missing ones are 1."""
        shipped = self._shipped or self._unclosed or self
        if all(factor == 1.0 for factor in factors.values()):
            return shipped
        return shipped._for({name: with_times(profile, factors) for name, profile in shipped.profiles.items()}, shipped)

    def with_profiles(self, profiles: Mapping[str, Profile]) -> RoadNetwork:
        """Return the open roads for other vehicle profiles; what hangs on the map alone is shared, not built again."""
        return self._for(profiles, None)

    def _for(self, profiles: Mapping[str, Profile], shipped: RoadNetwork | None) -> RoadNetwork:
        other = RoadNetwork.__new__(RoadNetwork)
        other._begin(_Base(self._base.ground, profiles), shipped)
        return other

    def closed(self, profile: str) -> Closed:
        """Return the closures in force for a vehicle."""
        if profile not in self._closed:
            binding = [found for shape, found in zip(self.closures, self._found, strict=True) if profile not in shape.exempt_profiles]
            self._closed[profile] = closed_for(self._base.travel(profile), binding)
        return self._closed[profile]

    def snap(self, at: LonLat, profile: str) -> Snap | None:
        """Return where a position stands on the open roads, or `None`."""
        snap = self._base.snap(at, profile)
        closed = self.closed(profile)
        if snap is None or closed.open_at(*snap.foothold):
            return snap
        travel = self._base.travel(profile)
        return self._base.snapper.snap(at, travel.component, travel.cost_ms, closed.open_at)

    def _seeds(self, snap: Snap, profile: str) -> Seeds:
        """Return what a search towards a place begins with."""
        closed = self.closed(profile)
        if snap.foothold.edge in closed.shut:
            return seeds_of(self._base.travel(profile), closed, snap.foothold)
        return self._base.seeds(snap.foothold, profile)

    def pin(self, origins: Sequence[LonLat], profile: str) -> PinnedOrigins:
        """Put origins on the roads once, for many searches; remembered while the same ones are asked for."""
        return self._pin(tuple(origins), profile)

    def _pin_open(self, origins: tuple[LonLat, ...], profile: str) -> PinnedOrigins:
        return self._pin_snaps([self._base.snap(LonLat(*at), profile) for at in origins], profile)

    def _pin_closed(self, origins: tuple[LonLat, ...], profile: str) -> PinnedOrigins:
        """Move only the origins that stand inside a closure."""
        assert self._unclosed is not None  # noqa: S101 - chosen in _prepare
        usual, closed = self._unclosed.pin(origins, profile), self.closed(profile)
        near = np.flatnonzero(np.isin(usual.edges, list(closed.shut)))
        moved = {i: self.snap(LonLat(*origins[i]), profile) for i in near.tolist() if not closed.open_at(*usual.snap(i).foothold)}
        if not moved:
            return usual
        snaps = [usual.snap(i) if usual.edges[i] >= 0 else None for i in range(len(origins))]
        for i, snap in moved.items():
            snaps[i] = snap
        return self._pin_snaps(snaps, profile)

    def _pin_snaps(self, snaps: Sequence[Snap | None], profile: str) -> PinnedOrigins:
        edges = np.array([snap.foothold.edge if snap else -1 for snap in snaps], np.int64)
        shares = np.array([snap.foothold.share if snap else 0.0 for snap in snaps])
        off_road_m = np.array([snap.distance_m if snap else 0.0 for snap in snaps])
        access_ms = np.rint(off_road_m / (self.profiles[profile].access_kph / _KPH) * 1000).astype(np.int64)
        return PinnedOrigins(edges, shares, off_road_m, pin(self._base.travel(profile), edges, shares, access_ms))

    def nearest(self, target: LonLat, origins: Sequence[LonLat], profile: str, k: int) -> list[Arrival]:
        """Return the k origins that reach the target first, best first; fewer when no more can reach it."""
        return self.nearest_pinned(target, self.pin(origins, profile), profile, k)

    def nearest_pinned(self, target: LonLat, origins: PinnedOrigins, profile: str, k: int) -> list[Arrival]:
        """Do the same for origins already pinned on this view."""
        snap = self.snap(LonLat(*target), profile)
        if snap is None or k < 1 or not len(origins.edges):
            return []
        travel, closed = self._base.travel(profile), self.closed(profile)
        found = hits(travel, self._seeds(snap, profile), origins.pinned, k, closed=closed.states)
        return [self._arrival(hit, origins, snap) for hit in found]

    def _arrival(self, hit: Hit, origins: PinnedOrigins, target: Snap) -> Arrival:
        origin = origins.snap(hit.origin)
        off_road = origin.distance_m + target.distance_m
        walk_s = target.distance_m / (WALKING_KPH / _KPH)
        return Arrival(hit.origin, hit.time_ms / 1000 + walk_s, hit.driven_m + off_road, off_road, target.distance_m)

    def muster(self, origins: Sequence[LonLat], profile: str, delays_s: Sequence[float], after: Muster | None = None) -> RoadMuster:
        """Put vehicles on the roads once, for many questions about any of them; each is ranked later by its delay. See `ports.Roads`."""

        def begin(target: LonLat) -> tuple[Snap, Seeds, float] | None:
            snap = self.snap(target, profile)
            return None if snap is None else (snap, self._seeds(snap, profile), snap.distance_m / (WALKING_KPH / _KPH))

        travel, table = self._base.travel(profile), self._base.landmarks(profile)
        before = after if isinstance(after, RoadMuster) else None
        return RoadMuster(travel, table, self.closed(profile), self.pin(origins, profile), delays_s, begin, before)

    def matrix(self, targets: Sequence[LonLat], origins: Sequence[LonLat], profile: str) -> list[list[Arrival | None]]:
        """Return for each target the arrival of each origin, `None` where there is no road."""
        pinned, closed, travel = self.pin(origins, profile), self.closed(profile), self._base.travel(profile)
        snaps = [self.snap(LonLat(*target), profile) for target in targets]
        seeds = [self._seeds(snap, profile) for snap in snaps if snap is not None]
        times, metres = table(travel, seeds, pinned.pinned, len(origins), closed=closed.states)
        found = zip(times.tolist(), metres.tolist(), strict=True)
        return [[None] * len(origins) if snap is None else _row(*next(found), pinned.off_road_m.tolist(), snap) for snap in snaps]

    def places(self, count: int) -> list[LonLat]:
        """Return so many junctions of the main network, evenly along the curve that keeps neighbours together."""
        graph = self.graph
        component = self._base.travel(next(iter(self.profiles))).component if self.profiles else np.empty(0, np.int32)
        main = np.unique(graph.edges["tail"][component == 0])
        main = main[np.argsort(graph.rank[main], kind="stable")]
        chosen = main[np.unique(np.linspace(0, len(main) - 1, min(count, len(main))).round().astype(np.int64))] if len(main) else main
        return [LonLat(float(n["lon"]) * MICRO, float(n["lat"]) * MICRO) for n in graph.nodes[chosen]]

    def reach(
        self,
        stands: Sequence[Stand],
        levels: Sequence[Level],
        *,
        gaps: bool = False,
        stopped: Callable[[], bool] = lambda: False,
        progress: Progress = NO_PROGRESS,
    ) -> Reach:
        """Return where enough of them can be in time, as areas; see `ports.Roads`. One search for all of a kind: a second for a large city."""
        starters = []
        for n, stand in enumerate(stands):
            if stopped():
                raise Cancelled
            progress.report("stands", n, len(stands))
            starters.append(self._starter(stand))
        standing = [one for one in starters if one is not None]
        return self._base.reach_map.reach(standing, levels, gaps=gaps, stopped=stopped, progress=progress)

    def _starter(self, stand: Stand) -> Starter | None:
        if stand.profile not in self.profiles:
            return None
        snap = self.snap(LonLat(*stand.at), stand.profile)
        if snap is None:
            return None
        access_s = snap.distance_m / (self.profiles[stand.profile].access_kph / _KPH)
        delay_ms = round(access_s * 1000) + round(stand.delay_s * 1000)
        return Starter(self._base.travel(stand.profile), self._base.ways(stand.profile), self.closed(stand.profile), snap, delay_ms)

    def route(self, origin: LonLat, target: LonLat, profile: str) -> Route | None:
        """Return the fastest way, or `None`."""
        found = self.routes(origin, target, profile, 1)
        return found[0] if found else None

    def routes(self, origin: LonLat, target: LonLat, profile: str, most: int = 3) -> list[Route]:
        """Return the fastest way and up to `most` - 1 sensible others, soonest first; none where there is no way."""
        pinned = self.pin([origin], profile)
        end = self.snap(LonLat(*target), profile)
        if end is None or pinned.edges[0] < 0:
            return []
        travel, closed = self._base.travel(profile), self.closed(profile)
        seeds = self._seeds(end, profile)
        found = hits(travel, seeds, pinned.pinned, 1, closed=closed.states, with_arcs=True)
        if found and most > 1:
            found += sorted(alternatives(self.graph, travel, seeds, pinned.pinned, found[0], most - 1, closed.states), key=lambda hit: hit.time_ms)
        ends = ((LonLat(*origin), pinned.snap(0)), (LonLat(*target), end))
        return [routes.describe(self.graph, travel, self.profiles[profile], hit, self._arrival(hit, pinned, end), *ends) for hit in found]

    def why_unreachable(self, origin: LonLat, target: LonLat, profile: str) -> Sentence:
        """Say why there is no way: no road near either end, closed, or cut off for this vehicle."""
        for at, near, shut in (
            (origin, say("There is no road for this vehicle near the origin."), say("All roads near the origin are closed.")),
            (target, say("There is no road for this vehicle near the target."), say("All roads near the target are closed.")),
        ):
            if self._base.snap(LonLat(*at), profile) is None:
                return near
            if self.snap(LonLat(*at), profile) is None:
                return shut
        if self._unclosed is not None and self._unclosed.route(origin, target, profile) is not None:
            return say("Closures cut off every way.")
        return say("No road leads there for the vehicle profile {profile}.", profile=profile)

    def warm_up(self, profiles: Sequence[str] | None = None) -> None:
        """Compile and prepare what recommendations need for these vehicles (else all), so that no dispatcher ever waits for it.

        Maps of reach are only compiled: a vehicle's is made when somebody looks at it. Safe in a worker thread.
        """
        _ = self._base.snapper.tree
        names = list(self.profiles if profiles is None else profiles)
        for name in names:
            self._base.travel(name)
        if not len(self.graph.nodes):
            return
        at = LonLat(*(float(value) for value in self.graph.shape(0)[0]))
        for name in names:
            self.nearest(at, [at], name, 1)
            self.muster([at], name, [0.0]).first(at, (0,), 1)
            self.route(at, at, name)
        if names:
            self.reach([Stand(at, names[0])], [Level(1.0)])


def _row(times_ms: list[int], driven_m: list[float], off_road_m: list[float], target: Snap) -> list[Arrival | None]:
    """Return a row of a matrix; a negative time is no way."""
    walk_s = target.distance_m / (WALKING_KPH / _KPH)
    found = enumerate(zip(times_ms, driven_m, (metres + target.distance_m for metres in off_road_m), strict=True))
    walk_m = target.distance_m
    return [None if time < 0 else Arrival(i, time / 1000 + walk_s, driven + off_road, off_road, walk_m) for i, (time, driven, off_road) in found]
