"""Builds the graph from spilled ways: junctions, edges, lengths, rules. Works in pieces; memory follows the junctions only."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

from commandcenter.geo.roads.graph import FORMAT, pack_rules
from commandcenter.geo.roads.restrictions import Piece, RawRule, sequences
from commandcenter.geo.roads.spill import Spill
from commandcenter.geo.roads.street_names import StreetNames
from commandcenter.geo.roads.words import EDGE, MICRO, NODE
from commandcenter.model.progress import Progress

_COPIED = ("name", "speed_kph", "access", "height_cm", "width_cm", "weight_10kg", "flags", "road_class", "oneway")
"""What an edge has from its way."""

WAY = np.dtype([("osm", np.int64), ("stop", np.int64), *((name, EDGE[name]) for name in _COPIED)])
"""One way, as spilled; `stop` is the position after its last node in the list of all ways' nodes."""

_IDS_AT_ONCE = 4_000_000
_WAYS_AT_ONCE = 50_000
_GEOD = Geod(ellps="WGS84")


@dataclass(frozen=True)
class Raw:
    """What the sink gathered."""

    ids: Spill
    points: Spill
    """Longitude and latitude by turns, in `words.MICRO` degrees."""
    ways: Spill
    names: StreetNames
    barrier_ids: NDArray[np.int64]
    """Ascending."""
    barrier_kinds: NDArray[np.uint8]
    rules: list[RawRule]


class _Streams(NamedTuple):
    """The spilled ways, memory-mapped."""

    ids: NDArray[np.int64]
    points: NDArray[np.int32]
    ways: NDArray[np.void]


def build_graph(raw: Raw, folder: Path, scratch: Path, progress: Progress) -> dict[str, int]:
    """Write a region's road files; returns counts."""
    folder.mkdir(parents=True)
    streams = _Streams(raw.ids.read(), raw.points.read().reshape(-1, 2), raw.ways.read())
    ways = streams.ways
    progress.report("roads", 0, len(ways))
    junctions = _junctions(streams.ids, ways, raw.barrier_ids)
    spills = {
        name: Spill(scratch / name, kind) for name, kind in (("edges", EDGE), ("shape_lon", np.int32), ("shape_lat", np.int32), ("sizes", np.int64))
    }
    wanted = np.unique(np.array([way for rule in raw.rules for way in (rule.start, *rule.via_ways, rule.end)], np.int64))
    nodes = np.zeros(len(junctions), NODE)
    nodes["osm"] = junctions
    pieces: dict[int, list[Piece]] = defaultdict(list)
    try:
        for begin in range(0, len(ways), _WAYS_AT_ONCE):
            progress.report("roads", begin, len(ways))
            _add_edges(streams, begin, min(begin + _WAYS_AT_ONCE, len(ways)), nodes, spills, wanted, pieces)
        for name in ("edges", "shape_lon", "shape_lat"):
            spills[name].save(folder / f"{name}.npy")
        np.save(folder / "shape_ptr.npy", np.concatenate([[0], np.cumsum(spills["sizes"].read())]).astype(np.int64))
    finally:
        for spill in spills.values():
            spill.close()
    _set_barriers(nodes, raw)
    np.save(folder / "nodes.npy", nodes)
    resolved, unresolved = _resolve(raw.rules, junctions, pieces)
    stored, arcs = pack_rules(resolved)
    np.save(folder / "rules.npy", stored)
    np.save(folder / "rule_arcs.npy", arcs)
    raw.names.save(folder)
    edges = spills["edges"].count
    (folder / "roads.json").write_text(json.dumps({"format": FORMAT, "nodes": len(nodes), "edges": edges}), "utf-8")
    progress.report("roads", len(ways), len(ways))
    return {"junctions": len(nodes), "arcs": 2 * edges, "turn_rules": len(resolved), "turn_rules_unresolved": unresolved}


def _junctions(ids: NDArray[np.int64], ways: NDArray[np.void], barriers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the OSM ids, ascending, of nodes on two ways or twice on one, at an end, or with a barrier."""
    parts = max(1, -(-len(ids) // _IDS_AT_ONCE))
    found = []
    for part in range(parts):
        mine = [chunk[chunk % parts == part] for begin in range(0, len(ids), _IDS_AT_ONCE) for chunk in (ids[begin : begin + _IDS_AT_ONCE],)]
        if mine:
            values, counts = np.unique(np.concatenate(mine), return_counts=True)
            found.append(values[(counts > 1) | np.isin(values, barriers, assume_unique=True)])
    stops = ways["stop"].astype(np.int64)
    starts = np.concatenate([[0], stops[:-1]]).astype(np.int64)[: len(stops)]
    ends = [ids[starts], ids[stops - 1]] if len(stops) else []
    return np.unique(np.concatenate([np.empty(0, np.int64), *found, *ends]))


def _add_edges(
    streams: _Streams,
    begin: int,
    end: int,
    nodes: NDArray[np.void],
    spills: dict[str, Spill],
    wanted: NDArray[np.int64],
    pieces: dict[int, list[Piece]],
) -> None:
    """Cut some ways at their junctions and append the edges."""
    ways = streams.ways
    first = int(ways["stop"][begin - 1]) if begin else 0
    stops = ways["stop"][begin:end] - first
    part = slice(first, first + int(stops[-1]))
    ids, points = np.asarray(streams.ids[part]), np.asarray(streams.points[part])
    place = np.searchsorted(nodes["osm"], ids)
    cuts = np.flatnonzero(nodes["osm"][np.minimum(place, len(nodes) - 1)] == ids)
    nodes["lon"][place[cuts]], nodes["lat"][place[cuts]] = points[cuts, 0], points[cuts, 1]
    way = np.searchsorted(stops, cuts, side="right")
    whole = np.flatnonzero(way[1:] == way[:-1])
    starts, finish, way = cuts[whole], cuts[whole + 1], way[whole]
    edges = np.zeros(len(starts), EDGE)
    edges["tail"], edges["head"] = place[starts], place[finish]
    edges["length_m"] = _lengths_m(points, starts, finish)
    facts = np.asarray(ways[begin:end])[way]
    edges["way"] = facts["osm"]
    for column in _COPIED:
        edges[column] = facts[column]
    number = spills["edges"].count
    for i in np.flatnonzero(np.isin(edges["way"], wanted)):
        pieces[int(edges["way"][i])].append(Piece(number + int(i), int(edges["tail"][i]), int(edges["head"][i])))
    sizes = finish - starts + 1
    within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes) + np.repeat(starts, sizes)
    spills["edges"].append(edges)
    spills["shape_lon"].append(points[within, 0])
    spills["shape_lat"].append(points[within, 1])
    spills["sizes"].append(sizes)


def _lengths_m(points: NDArray[np.int32], starts: NDArray[np.int64], finish: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the geodesic length of each stretch of points (Karney 2013, through PROJ)."""
    degrees = points * MICRO
    _, _, steps = _GEOD.inv(degrees[:-1, 0], degrees[:-1, 1], degrees[1:, 0], degrees[1:, 1])
    along = np.concatenate([[0.0], np.cumsum(steps)])
    return np.asarray(along[finish] - along[starts])


def _set_barriers(nodes: NDArray[np.void], raw: Raw) -> None:
    """Mark the junctions with barriers. Ways on which it stands were cut there."""
    if len(raw.barrier_ids):
        place = np.minimum(np.searchsorted(raw.barrier_ids, nodes["osm"]), len(raw.barrier_ids) - 1)
        nodes["barrier"] = np.where(raw.barrier_ids[place] == nodes["osm"], raw.barrier_kinds[place], 0)


def _resolve(
    rules: list[RawRule], junctions: NDArray[np.int64], pieces: dict[int, list[Piece]]
) -> tuple[list[tuple[int, int, tuple[int, ...]]], int]:
    """Return the rules as (kind, modes, arcs) and how many could not be placed."""
    resolved, unresolved = [], 0
    for rule in rules:
        via = None
        if rule.via_node is not None:
            via = int(np.searchsorted(junctions, rule.via_node))
            if via == len(junctions) or junctions[via] != rule.via_node:
                unresolved += 1
                continue
        found = sequences(rule, via, pieces)
        unresolved += not found
        resolved += [(int(rule.kind), rule.modes, arcs) for arcs in found]
    return resolved, unresolved
