"""Takes roads out of the stream of map objects; everything bulky goes to disk at once."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.importing.sinks import Member, Tags
from commandcenter.geo.roads.access import barrier_kind
from commandcenter.geo.roads.build import WAY, Raw, build_graph
from commandcenter.geo.roads.restrictions import RawRule, read_rule
from commandcenter.geo.roads.spill import Spill
from commandcenter.geo.roads.street_names import StreetNames
from commandcenter.geo.roads.tags import WayFacts, read_way
from commandcenter.geo.roads.words import MICRO, Barrier
from commandcenter.model.progress import Progress

_WAYS_AT_ONCE = 2048


class RoadSink:
    """Implements `geo.importing.sinks.Sink` for the road graph. Not thread-safe."""

    def begin(self, scratch: Path) -> None:
        """Start; spills into `scratch`."""
        self._ids = Spill(scratch / "ids", np.int64)
        self._points = Spill(scratch / "points", np.int32)
        self._ways = Spill(scratch / "ways", WAY)
        self._waiting: list[tuple[object, ...]] = []
        self._names = StreetNames()
        self._barrier_ids, self._barrier_kinds = array("q"), array("B")
        self._rules: list[RawRule] = []
        self._skipped: Counter[str] = Counter()
        self._scratch = scratch

    def node(self, osm_id: int, tags: Tags, lon: float, lat: float) -> None:
        """Keep what stands in the way."""
        if "barrier" in tags:
            kind = barrier_kind(tags)
            if kind != Barrier.NONE:
                self._barrier_ids.append(osm_id)
                self._barrier_kinds.append(kind)

    def way(self, osm_id: int, tags: Tags, node_ids: NDArray[np.int64], lons: NDArray[np.float64], lats: NDArray[np.float64]) -> None:
        """Keep a road or ferry."""
        if "highway" not in tags and "route" not in tags:
            return
        facts = read_way(tags)
        if facts is None or len(node_ids) < 2:
            return
        fresh = np.concatenate([[True], node_ids[1:] != node_ids[:-1]])
        if np.count_nonzero(fresh) < 2:
            return
        self._ids.append(node_ids[fresh])
        points = np.stack([lons[fresh], lats[fresh]], axis=1)
        self._points.append(np.round(points / MICRO).astype(np.int32).ravel())
        self._waiting.append(self._record(osm_id, facts))
        if len(self._waiting) >= _WAYS_AT_ONCE:
            self._write_ways()

    def _record(self, osm_id: int, facts: WayFacts) -> tuple[object, ...]:
        name = self._names.row(facts.name, facts.names)
        limits = (min(65535, round(value * 100)) for value in (facts.height_m, facts.width_m, facts.weight_t))
        return (osm_id, self._ids.count, name, facts.speed_kph, facts.access, *limits, int(facts.flags), int(facts.road_class), facts.oneway)

    def _write_ways(self) -> None:
        self._ways.append(np.array(self._waiting, WAY))
        self._waiting = []

    def area(self, osm_id: int, tags: Tags, rings: Sequence[tuple[NDArray[np.float64], Sequence[NDArray[np.float64]]]]) -> None:
        """Ignore areas: squares are crossed along the ways mapped on them."""

    def relation(self, osm_id: int, tags: Tags, members: Sequence[Member]) -> None:
        """Keep a turn restriction."""
        if not tags.get("type", "").startswith("restriction"):
            return
        rules, skipped = read_rule(tags, members)
        self._rules += rules
        if skipped:
            self._skipped[skipped] += 1

    def close(self) -> None:
        """Release the spill files; may be called twice."""
        for spill in (self._ids, self._points, self._ways):
            spill.close()

    def finish(self, pack: Path, progress: Progress) -> Mapping[str, int | float | str]:
        """Write `pack/roads`; return junctions, arcs and turn rules for the manifest."""
        self._write_ways()
        order = np.argsort(np.frombuffer(self._barrier_ids, np.int64), kind="stable")
        raw = Raw(
            self._ids, self._points, self._ways, self._names, np.frombuffer(self._barrier_ids, np.int64)[order],
            np.frombuffer(self._barrier_kinds, np.uint8)[order], self._rules,
        )  # fmt: skip
        try:
            facts = build_graph(raw, pack / "roads", self._scratch, progress)
        finally:
            self.close()
        return {**facts, "turn_rules_skipped": sum(self._skipped.values()) + facts["turn_rules_unresolved"]}
