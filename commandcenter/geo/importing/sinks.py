"""What the import feeds: each part of a region pack is one sink, all are filled in one streaming read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from commandcenter.model.progress import Progress

Tags = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a relation."""

    type: str
    """`n`, `w` or `r`."""
    ref: int
    role: str


class Sink(Protocol):
    """Takes map objects in file order (nodes, ways, relations; areas after the ways they need).

    Coordinates are WGS-84 degrees, float64. A sink keeps only what it needs, compactly: a ten times
    larger file must not need ten times the memory (spill to `scratch` where that would happen).
    """

    def begin(self, scratch: Path) -> None:
        """Start; `scratch` is an empty folder on the pack's disk, deleted afterwards."""

    def node(self, osm_id: int, tags: Tags, lon: float, lat: float) -> None:
        """Take a tagged node."""

    def way(self, osm_id: int, tags: Tags, node_ids: NDArray[np.int64], lons: NDArray[np.float64], lats: NDArray[np.float64]) -> None:
        """Take a tagged way with its nodes; nodes missing in the extract are left out. Outlines of buildings come as areas only."""

    def area(self, osm_id: int, tags: Tags, rings: Sequence[tuple[NDArray[np.float64], Sequence[NDArray[np.float64]]]]) -> None:
        """Take an area (closed way or multipolygon): for each outer ring (n×2 lon/lat) its inner rings.

        `osm_id` is the way's id, or minus the relation's id.
        """

    def relation(self, osm_id: int, tags: Tags, members: Sequence[Member]) -> None:
        """Take a tagged relation."""

    def finish(self, pack: Path, progress: Progress) -> Mapping[str, int | float | str]:
        """Write this part's files into the pack folder; return facts for the manifest."""


@runtime_checkable
class Closing(Protocol):
    """A sink that holds files open: the import closes it, also when it fails or is cancelled."""

    def close(self) -> None:
        """Release the files; may be called twice."""
