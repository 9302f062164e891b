"""Small maps written by hand, and real ones read without the rest of the import."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import osmium

from commandcenter.geo.importing.sinks import Member
from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.sink import RoadSink
from commandcenter.model.progress import NoProgress

STEP_DEG = 0.001
ORIGIN = (8.6, 49.4)


class Sketch:
    """A hand-made OSM extract: named junctions on a grid, ways through them, restrictions."""

    def __init__(self, **places: tuple[float, float]) -> None:
        self.ids = {name: number for number, name in enumerate(places, 1)}
        self.at = {self.ids[name]: (ORIGIN[0] + x * STEP_DEG, ORIGIN[1] + y * STEP_DEG) for name, (x, y) in places.items()}
        self.node_tags: dict[int, Mapping[str, str]] = {}
        self.ways: list[tuple[list[int], Mapping[str, str]]] = []
        self.relations: list[tuple[Mapping[str, str], list[Member]]] = []

    def way(self, through: str, **tags: str) -> int:
        """Add a way through space-separated junctions; returns its OSM id."""
        self.ways.append(([self.ids[name] for name in through.split()], {"highway": "residential"} | tags))
        return 100 + len(self.ways)

    def stands(self, name: str, **tags: str) -> None:
        self.node_tags[self.ids[name]] = tags

    def rule(self, kind: str, start: int, via: str | Sequence[int], end: int, **tags: str) -> None:
        middle = [Member("n", self.ids[via], "via")] if isinstance(via, str) else [Member("w", way, "via") for way in via]
        self.relations.append(({"type": "restriction", "restriction": kind} | tags, [Member("w", start, "from"), *middle, Member("w", end, "to")]))

    def feed(self, sink: RoadSink) -> None:
        for number, tags in self.node_tags.items():
            sink.node(number, tags, *self.at[number])
        for number, (nodes, tags) in enumerate(self.ways, 101):
            points = np.array([self.at[node] for node in nodes])
            sink.way(number, tags, np.array(nodes, np.int64), points[:, 0], points[:, 1])
        for number, (tags, members) in enumerate(self.relations, 1001):
            sink.relation(number, tags, members)

    def graph(self) -> RoadGraph:
        with tempfile.TemporaryDirectory() as folder:
            return built(self.feed, Path(folder))


def built(feed: object, folder: Path) -> RoadGraph:
    """Run a sink over what `feed(sink)` gives it; the arrays are read into memory."""
    assert callable(feed)
    sink = RoadSink()
    (folder / "scratch").mkdir()
    sink.begin(folder / "scratch")
    feed(sink)
    sink.finish(folder, NoProgress())
    graph = RoadGraph.open(folder / "roads")
    arrays = {name: np.array(getattr(graph, name)) for name in ("nodes", "edges", "shape_ptr", "shape_lon", "shape_lat", "rules", "rule_arcs")}
    return RoadGraph(**arrays, names=graph.names)


def feed_file(source: Path, sink: RoadSink) -> None:
    """Read a real map with pyosmium alone."""
    for thing in osmium.FileProcessor(str(source)).with_locations():
        tags = dict(thing.tags)
        if isinstance(thing, osmium.osm.Node) and tags:
            sink.node(thing.id, tags, thing.lon, thing.lat)
        elif isinstance(thing, osmium.osm.Way) and ("highway" in tags or "route" in tags):
            nodes = [node for node in thing.nodes if node.location.valid()]
            ids, lons, lats = (np.array([getattr(node, part) for node in nodes]) for part in ("ref", "lon", "lat"))
            sink.way(thing.id, tags, ids.astype(np.int64), lons.astype(float), lats.astype(float))
        elif isinstance(thing, osmium.osm.Relation):
            sink.relation(thing.id, tags, [Member(m.type, m.ref, m.role) for m in thing.members])
