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
    edges.extend((_rounded(street.line), len(ground) + number) for number, street in enumerate(raised))
    network = _joined(edges, streets)
    _drop_stubs(network)
    for _ in range(2):
        _merge_close(network)
        _drop_stubs(network)
    return _largest(network)


def _noded(ground: Sequence[Street]) -> list[tuple[Line, int]]:
    """Split all lines where they meet and find each piece's street; where two lie on each other the earlier wins."""
    lines = np.array([street.line for street in ground], dtype=object)
    pieces = lines_of(shapely.union_all(lines, grid_size=GRID_M), 0.2)
    middles = shapely.line_interpolate_point(np.array(pieces, dtype=object), 0.5, normalized=True)
    found, owners = shapely.STRtree(lines).query(middles, predicate="dwithin", distance=0.25)
    owner: dict[int, int] = {}
    for piece, street in zip(found.tolist(), owners.tolist(), strict=True):
        owner[piece] = min(owner.get(piece, street), street)
    ordered = sorted(owner, key=lambda piece: (owner[piece], pieces[piece].coords[0], pieces[piece].coords[-1]))
    backwards = _backwards(np.array([pieces[piece] for piece in ordered], dtype=object), lines[[owner[piece] for piece in ordered]])
    return [(_rounded(pieces[piece])[:: -1 if back else 1], owner[piece]) for piece, back in zip(ordered, backwards.tolist(), strict=True)]


def _backwards(pieces: NDArray[np.object_], streets: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Return which pieces run against the way their street was drawn."""
    early, late = (shapely.line_locate_point(streets, shapely.line_interpolate_point(pieces, part, normalized=True)) for part in (0.25, 0.75))
    return np.asarray(early > late, dtype=np.bool_)


def _rounded(line: LineString) -> Line:
    """Return a line's points to the centimetre."""
    points: Line = np.asarray(line.coords, dtype=np.float64)
    return points.round(2)


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
    short = [
        edge for edge in network.edges if edge.length_m < MERGE_M and "bridge" not in edge.tags and not edge.tags["highway"].startswith("motorway")
    ]
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
    for edge in network.edges:
        a, b = int(target[edge.a]), int(target[edge.b])
        if a == b and edge.length_m < 60:
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
        for edge in network.edges:
            loose = degree[edge.a] == 1 or degree[edge.b] == 1
            meant = network.streets[edge.street].kept
            if not loose or edge.length_m >= (12 if meant else STUB_M) or edge.tags["highway"].startswith("motorway"):
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
    edges.sort(key=lambda edge: (edge.street, network.streets[edge.street].line.project(shapely.Point(edge.coords[len(edge.coords) // 2]))))
    return Network(network.nodes[used], edges, network.streets)
