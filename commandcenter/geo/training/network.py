"""Streets as drawn become a road network: lines that meet share a node, slivers and stubs go.

Bridges and motorways are not mixed with what they cross: they come in as a separate level.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph
from shapely.geometry import LineString

from commandcenter.geo.training.curves import lines_of
from commandcenter.geo.training.plan import Line, Name

GRID_M = 0.05
STUB_M = 24.0
MERGE_M = 11.0
DRIVABLE = frozenset(
    (
        *("motorway", "motorway_link", "trunk", "primary", "secondary", "tertiary"),
        *("unclassified", "residential", "living_street", "service", "pedestrian"),
    )
)


@dataclass(frozen=True, slots=True)
class Street:
    """A road as drawn, before it meets the others."""

    line: LineString
    highway: str
    name: Name | None = None
    tags: dict[str, str] = field(default_factory=dict)
    kept: bool = False
    """Its loose ends are meant (cul-de-sac, quay, ramp)."""
    style: str = ""
    """What kind of quarter it belongs to; tells how houses stand along it."""


@dataclass(slots=True)
class Edge:
    """A piece of a street between two nodes."""

    a: int
    b: int
    coords: Line
    street: int
    tags: dict[str, str]
    """All OSM tags of the way."""

    @property
    def length_m(self) -> float:
        """Length."""
        return float(np.hypot(*np.diff(self.coords, axis=0).T).sum())


def lengths_m(edges: Sequence[Edge]) -> NDArray[np.float64]:
    """Return the lengths of many edges."""
    counts = np.array([len(edge.coords) for edge in edges])
    steps = np.hypot(*np.diff(np.concatenate([edge.coords for edge in edges]), axis=0, append=0.0).T)
    steps[np.cumsum(counts) - 1] = 0.0
    return np.asarray(np.add.reduceat(steps, np.cumsum(counts) - counts))


@dataclass(slots=True)
class Network:
    """Nodes (n×2 metres) and edges; `streets` are where the edges came from."""

    nodes: Line
    edges: list[Edge]
    streets: list[Street]
    node_tags: dict[int, dict[str, str]] = field(default_factory=dict)
    vertex_tags: dict[tuple[float, float], dict[str, str]] = field(default_factory=dict)
    """Tags of points between nodes: gates, bollards."""

    def incident(self) -> dict[int, list[int]]:
        """Return the edges at each node."""
        at: dict[int, list[int]] = defaultdict(list)
        for number, edge in enumerate(self.edges):
            at[edge.a].append(number)
            at[edge.b].append(number)
        return at


def build_network(ground: Sequence[Street], raised: Sequence[Street]) -> Network:
    """Join streets on the ground wherever they meet; raised ones only where their ends (or links') lie on the same spot."""
    streets = [*ground, *raised]
    edges = _noded(ground)
    if raised:
        edges.extend(zip(_rounded(np.array([street.line for street in raised], dtype=object)), range(len(ground), len(streets)), strict=True))
    network = _joined(edges, streets)
    _drop_stubs(network)
    for _ in range(2):
        _merge_close(network)
        _drop_stubs(network)
    return _largest(network)


def _noded(ground: Sequence[Street]) -> list[tuple[Line, int]]:
    """Split all lines where they meet and find each piece's street; where two lie on each other the earlier wins."""
    lines = np.array([street.line for street in ground], dtype=object)
    pieces = np.array(lines_of(shapely.union_all(lines, grid_size=GRID_M), 0.2), dtype=object)
    middles = shapely.line_interpolate_point(pieces, 0.5, normalized=True)
    found, owners = shapely.STRtree(lines).query(middles, predicate="dwithin", distance=0.25)
    owner = np.full(len(pieces), len(lines))
    np.minimum.at(owner, found, owners)
    first, last = (shapely.get_coordinates(shapely.get_point(pieces, end)) for end in (0, -1))
    order = np.lexsort((last[:, 1], last[:, 0], first[:, 1], first[:, 0], owner))
    order = order[owner[order] < len(lines)]
    pieces, owner = pieces[order], owner[order]
    pieces = np.where(_backwards(pieces, lines[owner]), shapely.reverse(pieces), pieces)
    return list(zip(_rounded(pieces), owner.tolist(), strict=True))


def _backwards(pieces: NDArray[np.object_], streets: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Return which pieces run against the way their street was drawn."""
    early, late = (shapely.line_locate_point(streets, shapely.line_interpolate_point(pieces, part, normalized=True)) for part in (0.25, 0.75))
    return np.asarray(early > late, dtype=np.bool_)


def _rounded(lines: NDArray[np.object_]) -> list[Line]:
    """Return each line's points to the centimetre."""
    points = shapely.get_coordinates(lines).round(2)
    return np.split(points, np.cumsum(shapely.get_num_coordinates(lines))[:-1])


def _joined(pieces: Iterable[tuple[Line, int]], streets: list[Street]) -> Network:
    index: dict[tuple[int, int], int] = {}
    edges = []
    for coords, street in pieces:
        ends = [index.setdefault((round(x * 10), round(y * 10)), len(index)) for x, y in (coords[0], coords[-1])]
        source = streets[street]
        tags = {"highway": source.highway, **(source.name.tags() if source.name else {}), **source.tags}
        edges.append(Edge(ends[0], ends[1], coords, street, tags))
    nodes = np.array(list(index), dtype=np.float64) / 10.0
    return Network(nodes, edges, streets)


def _merge_close(network: Network) -> None:
    """Pull the ends of very short edges together, so that a crooked crossing is one junction."""
    long_m = lengths_m(network.edges)
    short = [network.edges[number] for number in np.flatnonzero(long_m < MERGE_M).tolist()]
    short = [edge for edge in short if "bridge" not in edge.tags and not edge.tags["highway"].startswith("motorway")]
    count = len(network.nodes)
    links = sparse.coo_array((np.ones(len(short)), ([e.a for e in short], [e.b for e in short])), shape=(count, count))
    _, group = csgraph.connected_components(links, directed=False)
    size = np.bincount(group)
    centre = np.column_stack([np.bincount(group, network.nodes[:, axis]) / size for axis in (0, 1)])
    first = np.full(len(size), count)
    np.minimum.at(first, group, np.arange(count))
    target = first[group]
    network.nodes = np.where((size[group] > 1)[:, None], centre[group], network.nodes)
    kept: dict[tuple[int, int], list[Edge]] = defaultdict(list)
    for edge, length_m in zip(network.edges, long_m.tolist(), strict=True):
        a, b = int(target[edge.a]), int(target[edge.b])
        if a == b and length_m < 60:
            continue
        coords = edge.coords.copy()
        coords[0], coords[-1] = network.nodes[a], network.nodes[b]
        twins = kept[min(a, b), max(a, b)]
        if any(_beside(coords, twin.coords) for twin in twins):
            continue
        twins.append(replace(edge, a=a, b=b, coords=coords))
    network.edges = [edge for twins in kept.values() for edge in twins]


def _beside(coords: Line, other: Line) -> bool:
    """Whether two edges between the same nodes run side by side."""
    return bool(LineString(coords).hausdorff_distance(LineString(other)) < 22)


def _drop_stubs(network: Network) -> None:
    """Drop short loose ends, then loose ends that their removal made."""
    for _ in range(3):
        degree = np.bincount([end for edge in network.edges for end in (edge.a, edge.b)], minlength=len(network.nodes))
        keep = []
        for edge, length_m in zip(network.edges, lengths_m(network.edges).tolist(), strict=True):
            loose = degree[edge.a] == 1 or degree[edge.b] == 1
            meant = network.streets[edge.street].kept
            if not loose or length_m >= (12 if meant else STUB_M) or edge.tags["highway"].startswith("motorway"):
                keep.append(edge)
        network.edges = keep


def _largest(network: Network) -> Network:
    """Keep the largest connected part and number its nodes anew."""
    count = len(network.nodes)
    ends = np.array([(edge.a, edge.b) for edge in network.edges])
    links = sparse.coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(count, count))
    _, part = csgraph.connected_components(links, directed=False)
    main = np.argmax(np.bincount(part[ends[:, 0]]))
    edges = [edge for edge in network.edges if part[edge.a] == main]
    used = sorted({end for edge in edges for end in (edge.a, edge.b)})
    number = {node: position for position, node in enumerate(used)}
    edges = [replace(edge, a=number[edge.a], b=number[edge.b]) for edge in edges]
    middles = shapely.points([edge.coords[len(edge.coords) // 2] for edge in edges])
    along = shapely.line_locate_point([network.streets[edge.street].line for edge in edges], middles)
    order = np.lexsort((along, np.array([edge.street for edge in edges])))
    return Network(network.nodes[used], [edges[position] for position in order], network.streets)
