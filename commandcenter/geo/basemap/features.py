"""The geometry index of a region pack: which features lie in a box at a zoom, in milliseconds, from mapped files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.basemap.batch import Batch, gather, ranges
from commandcenter.geo.basemap.kinds import FIRST_ZOOM
from commandcenter.geo.basemap.levels import BANDS, band_of
from commandcenter.geo.basemap.mercator import Bbox, Box, bbox_of
from commandcenter.geo.basemap.names import Names
from commandcenter.geo.basemap.store import CHUNK
from commandcenter.model.errors import KnownError

FORMAT = 1


@dataclass(frozen=True)
class _Level:
    """One band, mapped."""

    heads: NDArray[np.void]
    boxes: NDArray[np.int32]
    chunks: NDArray[np.int32]
    ring_starts: NDArray[np.int64]
    point_starts: NDArray[np.int64]
    rings: NDArray[np.uint32]
    points: NDArray[np.int32]

    @classmethod
    def open(cls, folder: Path) -> _Level:
        """Map the files of one band."""
        heads, boxes, chunks, ring_starts, point_starts = (
            np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r")) for name in ("heads", "boxes", "chunks", "ring_starts", "point_starts")
        )
        rings = _mapped(folder / "rings.bin", np.dtype(np.uint32))
        points = _mapped(folder / "points.bin", np.dtype(np.int32)).reshape(-1, 2)
        return cls(heads, boxes, chunks, ring_starts, point_starts, rings, points)

    def query(self, box: Box, zoom: int, kinds: NDArray[np.bool_] | None) -> Batch:
        """Return the features whose boxes touch `box` and that show at `zoom`, in storing order."""
        chunks = np.flatnonzero(_touching(self.chunks, box)).astype(np.int64)
        first = chunks * CHUNK
        near = ranges(first, np.minimum(first + CHUNK, len(self.boxes)) - first)
        near = near[_touching(self.boxes[near], box)]
        kind = self.heads["kind"][near]
        wanted = FIRST_ZOOM[kind] <= zoom
        near = near[wanted if kinds is None else wanted & kinds[kind]]
        return gather(self.heads, self.ring_starts, self.point_starts, self.rings, self.points, near)


class FeatureIndex:
    """Map features by place and zoom. Immutable; safe in any thread; files are mapped, not loaded."""

    def __init__(self, folder: Path, bbox: Bbox, identity: str) -> None:
        """Map the bands; use `open`."""
        self.bbox = bbox
        """Where the map has substance (west, south, east, north, degrees); stray far ends are left out."""
        self.identity = identity
        """Changes whenever the map content changes; keys caches."""
        self.names = Names(folder)
        self._levels = [_Level.open(folder / f"band{number}") for number in range(len(BANDS))]

    @classmethod
    def open(cls, folder: Path) -> FeatureIndex:
        """Open the basemap folder of a region pack; raises `KnownError` where it is missing or damaged."""
        try:
            meta = json.loads((folder / "basemap.json").read_text("utf-8"))
            if meta["format"] != FORMAT:
                raise KnownError("The map of this region was made by another version. Import the region again.")
            west, south, east, north = meta["bbox"]
            return cls(folder, (west, south, east, north), meta["identity"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise KnownError("The map of this region cannot be read. Import the region again. ({error})", error=error) from error

    def query(self, box: Box, zoom: int, kinds: NDArray[np.bool_] | None = None) -> Batch:
        """Return what a map at `zoom` shows in a box of units (`mercator.box_of` turns degrees into units).

        `kinds`, 256 long and indexed by kind, narrows the answer to some kinds.
        """
        return self._levels[band_of(zoom)].query(box, zoom, kinds)

    @property
    def features(self) -> int:
        """Number of features at full detail."""
        return len(self._levels[-1].heads)


def write_meta(folder: Path, frame: Box, identity: str) -> None:
    """Write the head of the index; last, so that an unfinished index cannot be opened."""
    (folder / "basemap.json").write_text(json.dumps({"format": FORMAT, "bbox": bbox_of(frame), "identity": identity}), "utf-8")


def _touching(boxes: NDArray[np.int32], box: Box) -> NDArray[np.bool_]:
    left, top, right, bottom = box
    return (boxes[:, 0] <= right) & (boxes[:, 2] >= left) & (boxes[:, 1] <= bottom) & (boxes[:, 3] >= top)


def _mapped(path: Path, kind: np.dtype[Any]) -> NDArray[Any]:
    return np.asarray(np.memmap(path, kind, "r")) if path.stat().st_size else np.empty(0, kind)
