"""The drawn map as OSM objects, and the file they are written to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import osmium
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.training.curves import polygons_of
from commandcenter.geo.training.network import Edge, Network
from commandcenter.geo.training.plan import Line

Tags = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Way:
    """A way: its node ids and tags."""

    nodes: tuple[int, ...]
    tags: Tags


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation: members (`n`/`w`, id, role) and tags."""

    members: tuple[tuple[str, int, str], ...]
    tags: Tags


class Sheet:
    """Collects objects in metres; ids count from 1 for each kind in the order of drawing."""

    def __init__(self, origin: tuple[float, float]) -> None:
        """Start an empty sheet around a longitude and latitude."""
        self._origin = origin
        self._at: list[tuple[float, float]] = []
        self._node_tags: dict[int, Tags] = {}
        self._fixed: dict[tuple[float, float], int] = {}
        self.ways: list[Way] = []
        self.relations: list[Relation] = []

    def node(self, x: float, y: float, tags: Tags | None = None) -> int:
        """Add a node."""
        self._at.append((float(x), float(y)))
        if tags:
            self._node_tags[len(self._at)] = tags
        return len(self._at)

    def fix(self, x: float, y: float, tags: Tags) -> None:
        """Put a tagged node that every road or railway through exactly this point shares."""
        self._fixed[round(x, 2), round(y, 2)] = self.node(x, y, tags)

    def _vertex(self, x: float, y: float) -> int:
        return self._fixed.get((round(x, 2), round(y, 2))) or self.node(x, y)

    def way(self, nodes: Sequence[int], tags: Tags) -> int:
        """Add a way over known nodes."""
        self.ways.append(Way(tuple(nodes), tags))
        return len(self.ways)

    def line(self, coords: Line | LineString, tags: Tags) -> int:
        """Add a way with its own nodes."""
        points = np.asarray(coords.coords) if isinstance(coords, LineString) else coords
        return self.way([self._vertex(x, y) for x, y in points], tags)

    def area(self, shape: BaseGeometry, tags: Tags) -> None:
        """Add each polygon: as a closed way, or as a multipolygon where it has holes."""
        for polygon in polygons_of(shape, 1.0):
            if polygon.interiors:
                members = [
                    ("w", self.ring(polygon.exterior.coords, {}), "outer"),
                    *(("w", self.ring(hole.coords, {}), "inner") for hole in polygon.interiors),
                ]
                self.relation(members, {"type": "multipolygon", **tags})
            else:
                self.ring(polygon.exterior.coords, tags)

    def relation(self, members: Sequence[tuple[str, int, str]], tags: Tags) -> int:
        """Add a relation."""
        self.relations.append(Relation(tuple(members), tags))
        return len(self.relations)

    def roads(self, network: Network, breaks: frozenset[int] = frozenset()) -> tuple[dict[int, int], NDArray[np.int64]]:
        """Add all roads, chaining edges of one street into ways that end at `breaks`.

        Returns the way of each edge and the node id of each network node.
        """
        ids = np.array([self.node(x, y, network.node_tags.get(number)) for number, (x, y) in enumerate(network.nodes)], dtype=np.int64)
        way_of: dict[int, int] = {}
        chain: list[int] = []
        for number, edge in enumerate(network.edges):
            last = network.edges[chain[-1]] if chain else None
            if last and not (
                last.b == edge.a and last.street == edge.street and last.tags == edge.tags and edge.a not in breaks and edge.a != edge.b
            ):
                self._road(network.edges, chain, ids, way_of)
                chain = []
            chain.append(number)
        self._road(network.edges, chain, ids, way_of)
        return way_of, ids

    def _road(self, edges: list[Edge], chain: list[int], ids: NDArray[np.int64], way_of: dict[int, int]) -> None:
        nodes = [int(ids[edges[chain[0]].a])]
        for number in chain:
            nodes.extend(self._vertex(x, y) for x, y in edges[number].coords[1:-1])
            nodes.append(int(ids[edges[number].b]))
        way = self.way(nodes, edges[chain[0]].tags)
        way_of.update((number, way) for number in chain)

    def ring(self, coords: Iterable[tuple[float, ...]], tags: Tags) -> int:
        """Add a closed way."""
        first = len(self._at) + 1
        self._at.extend((float(point[0]), float(point[1])) for point in list(coords)[:-1])
        return self.way([*range(first, len(self._at) + 1), first], tags)

    def positions(self) -> NDArray[np.float64]:
        """Return lon/lat of all nodes in order of their ids, rounded to OSM's 1e-7 degrees."""
        lon, lat = self._origin
        project = Transformer.from_crs(f"+proj=tmerc +lat_0={lat} +lon_0={lon} +ellps=WGS84", "EPSG:4326", always_xy=True)
        at = np.array(self._at)
        return np.round(np.column_stack(project.transform(at[:, 0], at[:, 1])), 7)

    def write(self, target: Path, date: str) -> None:
        """Write everything as one OSM file of an ISO `date`; equal sheets give equal files.

        The objects are written down as OPL lines, which libosmium turns into any format far faster than single objects.
        """
        positions = self.positions()
        header = osmium.io.Header()
        header.set("generator", "commandcenter training region")
        header.set("osmosis_replication_timestamp", date)
        header.add_box(osmium.osm.Box(*positions.min(axis=0).tolist(), *positions.max(axis=0).tolist()))
        lines = "".join(self._opl(positions)).encode()
        with (
            osmium.SimpleWriter(str(target), 4 * 1024 * 1024, header, overwrite=True) as out,
            osmium.io.Reader(osmium.io.FileBuffer(lines, "opl")) as reader,
        ):
            osmium.apply(reader, out)

    def _opl(self, positions: NDArray[np.float64]) -> Iterator[str]:
        """Yield the lines of all objects. Source: https://osmcode.org/opl-file-format/"""
        for number, (lon, lat) in enumerate(positions.tolist(), start=1):
            tags = self._node_tags.get(number)
            yield f"n{number} v1{_opl_tags(tags) if tags else ''} x{lon:.7f} y{lat:.7f}\n"
        for number, way in enumerate(self.ways, start=1):
            yield f"w{number} v1{_opl_tags(way.tags)} Nn{',n'.join(map(str, way.nodes))}\n"
        for number, relation in enumerate(self.relations, start=1):
            yield f"r{number} v1{_opl_tags(relation.tags)} M{','.join(f'{kind}{ref}@{role}' for kind, ref, role in relation.members)}\n"


_RESERVED = re.compile(r"[\s,=@%]")


def _opl_tags(tags: Tags) -> str:
    return " T" + ",".join(f"{_opl_text(key)}={_opl_text(value)}" for key, value in tags.items()) if tags else ""


@lru_cache(maxsize=65536)
def _opl_text(text: str) -> str:
    return _RESERVED.sub(lambda found: f"%{ord(found[0]):x}%", text)
