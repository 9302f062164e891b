"""The road graph of a region as flat arrays, memory-mapped from the pack. Holds the map's facts, no vehicle's view."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike, NDArray

from commandcenter.geo.roads.curve import along_curve
from commandcenter.geo.roads.street_names import StreetNames
from commandcenter.geo.roads.words import EDGE, MICRO, NODE, RULE, Access, Mode, RoadClass
from commandcenter.model.errors import KnownError

FORMAT = 1
ALL_YES = sum(int(Access.YES) << (2 * mode) for mode in Mode)
_FILES = ("nodes", "edges", "shape_ptr", "shape_lon", "shape_lat", "rules", "rule_arcs")


@dataclass(frozen=True)
class RoadGraph:
    """Junctions, edges with their geometry, and turn rules. Immutable; safe in any thread."""

    nodes: NDArray[np.void]
    """`words.NODE` records."""
    edges: NDArray[np.void]
    """`words.EDGE` records; arc 2e runs along edge e, arc 2e + 1 against it."""
    shape_ptr: NDArray[np.int64]
    """Edge e's points stand at shape_ptr[e] : shape_ptr[e + 1], both ends included."""
    shape_lon: NDArray[np.int32]
    shape_lat: NDArray[np.int32]
    """In `words.MICRO` degrees."""
    rules: NDArray[np.void]
    """`words.RULE` records."""
    rule_arcs: NDArray[np.int32]
    names: StreetNames

    @staticmethod
    def open(folder: Path) -> RoadGraph:
        """Map the files of a pack; `KnownError` if they are missing or of another version."""
        try:
            about = json.loads((folder / "roads.json").read_text("utf-8"))
            names = StreetNames.open(folder)
            arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _FILES}
        except (OSError, ValueError) as error:
            raise KnownError("The road data of this region cannot be read ({problem}). Import the region again.", problem=str(error)) from error
        if about.get("format") != FORMAT:
            raise KnownError("The road data of this region is of another version. Import the region again.")
        return RoadGraph(**arrays, names=names)

    def save(self, folder: Path) -> None:
        """Write all files of a pack's `roads` folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in _FILES:
            np.save(folder / f"{name}.npy", getattr(self, name))
        self.names.save(folder)
        (folder / "roads.json").write_text(json.dumps({"format": FORMAT, "nodes": len(self.nodes), "edges": len(self.edges)}), "utf-8")

    @staticmethod
    def from_arrays(
        lon: ArrayLike,
        lat: ArrayLike,
        tail: ArrayLike,
        head: ArrayLike,
        length_m: ArrayLike,
        *,
        speed_kph: ArrayLike = 36.0,
        oneway: ArrayLike = 1,
        rules: Sequence[tuple[int, int, Sequence[int]]] = (),
    ) -> RoadGraph:
        """Return a graph of straight edges; for benchmarks and tests.

        `speed_kph` is the limit both ways; `rules` are (RuleKind, mode bits, arcs).
        """
        nodes = np.zeros(len(np.asarray(lon)), NODE)
        nodes["lon"], nodes["lat"] = np.round(np.asarray(lon) / MICRO), np.round(np.asarray(lat) / MICRO)
        edges = np.zeros(len(np.asarray(tail)), EDGE)
        edges["tail"], edges["head"], edges["length_m"] = tail, head, length_m
        edges["oneway"], edges["access"], edges["road_class"] = oneway, ALL_YES, RoadClass.RESIDENTIAL
        edges["speed_kph"] = np.broadcast_to(np.asarray(speed_kph, np.float32), len(edges))[:, None]
        ends = np.stack([edges["tail"], edges["head"]], axis=1).ravel()
        ptr = np.arange(0, 2 * len(edges) + 1, 2, dtype=np.int64)
        stored, arcs = pack_rules(rules)
        return RoadGraph(nodes, edges, ptr, nodes["lon"][ends], nodes["lat"][ends], stored, arcs, StreetNames())

    @cached_property
    def rank(self) -> NDArray[np.int64]:
        """By junction: its place among all, such that neighbours stand near each other."""
        return along_curve(self.nodes["lon"], self.nodes["lat"])

    def shape(self, edge: int) -> NDArray[np.float64]:
        """Return an edge's points along it, n × 2 lon/lat degrees."""
        part = slice(int(self.shape_ptr[edge]), int(self.shape_ptr[edge + 1]))
        points: NDArray[np.float64] = np.stack([self.shape_lon[part], self.shape_lat[part]], axis=1).astype(np.float64)
        return points * MICRO

    def name(self, edge: int) -> str:
        """Return an edge's street name or number; empty if it has none."""
        return self.names.local(int(self.edges["name"][edge]))

    def translated(self, edge: int) -> Mapping[str, str]:
        """Return the names by language of an edge's street where they differ from its own."""
        return self.names.translated(int(self.edges["name"][edge]))


def pack_rules(rules: Sequence[tuple[int, int, Sequence[int]]]) -> tuple[NDArray[np.void], NDArray[np.int32]]:
    """Return (kind, mode bits, arcs) rules as stored arrays."""
    stored = np.zeros(len(rules), RULE)
    arcs: list[int] = []
    for i, (kind, modes, sequence) in enumerate(rules):
        stored[i] = (kind, modes, len(arcs), len(arcs) + len(sequence))
        arcs += sequence
    return stored, np.array(arcs, np.int32)
