"""Writes one band of the geometry index: features in Hilbert order, with boxes of chunks to search by."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.basemap.batch import HEAD, Batch, gather, starts_of
from commandcenter.geo.basemap.spill import Spill

CHUNK = 32
"""Features under one box of the upper tree level."""
_HILBERT_BITS = 16
_WRITE_FEATURES = 20_000


def hilbert(xs: NDArray[np.int64], ys: NDArray[np.int64], bits: int = _HILBERT_BITS) -> NDArray[np.int64]:
    """Return the distance along the Hilbert curve of cells 0 … 2^bits − 1 (rotation form, Warren, Hacker's Delight, ch. 16)."""
    x, y = xs.copy(), ys.copy()
    distance = np.zeros_like(x)
    last = (1 << bits) - 1
    side = 1 << (bits - 1)
    while side:
        right = (x & side) > 0
        lower = (y & side) > 0
        distance += side * side * ((3 * right) ^ lower)
        flip = right & ~lower
        x[flip] = last - x[flip]
        y[flip] = last - y[flip]
        turn = ~lower
        x[turn], y[turn] = y[turn].copy(), x[turn].copy()
        side >>= 1
    return distance


def _order(boxes: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return the storing order: wide features apart from small ones, each along the Hilbert curve."""
    wide = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]).astype(np.float64)
    size_class = np.log2(wide + 1.0).astype(np.int64) // 4
    centres = (boxes[:, :2].astype(np.int64) + boxes[:, 2:]) // 2
    low = centres.min(axis=0)
    shift = max(0, int((centres.max(axis=0) - low).max()).bit_length() - _HILBERT_BITS)
    along = hilbert((centres[:, 0] - low[0]) >> shift, (centres[:, 1] - low[1]) >> shift)
    return np.lexsort((along, size_class)).astype(np.int64)


def write_band(spill: Spill, folder: Path) -> None:
    """Write the features of a band; reads the spill twice and holds only their boxes in memory."""
    folder.mkdir(parents=True)
    parts = [(batch.heads, batch.rings, batch.boxes()) for batch in spill.batches()]
    if not parts:
        parts = [(np.empty(0, HEAD), np.empty(0, np.uint32), np.empty((0, 4), np.int32))]
    heads = np.concatenate([part[0] for part in parts])
    rings = np.concatenate([part[1] for part in parts])
    boxes = np.concatenate([part[2] for part in parts])
    order = _order(boxes) if len(boxes) else np.empty(0, np.int64)
    boxes = boxes[order]
    np.save(folder / "boxes.npy", boxes)
    np.save(folder / "chunks.npy", _chunk_boxes(boxes))
    _write_sorted(spill, heads, rings, order, folder)


def _chunk_boxes(boxes: NDArray[np.int32]) -> NDArray[np.int32]:
    if not len(boxes):
        return boxes
    first = np.arange(0, len(boxes), CHUNK)
    low = np.minimum.reduceat(boxes[:, :2], first, axis=0)
    return np.hstack([low, np.maximum.reduceat(boxes[:, 2:], first, axis=0)])


def _write_sorted(spill: Spill, heads: NDArray[np.void], rings: NDArray[np.uint32], order: NDArray[np.int64], folder: Path) -> None:
    """Write heads, rings and points in the storing order, a few thousand features at a time."""
    ring_starts, point_starts = starts_of(heads["rings"]), starts_of(heads["points"])
    points = spill.mapped_points()
    np.save(folder / "heads.npy", heads[order])
    np.save(folder / "ring_starts.npy", starts_of(heads["rings"][order]))
    np.save(folder / "point_starts.npy", starts_of(heads["points"][order]))
    with (folder / "rings.bin").open("wb") as ring_file, (folder / "points.bin").open("wb") as point_file:
        for first in range(0, len(order), _WRITE_FEATURES):
            some: Batch = gather(heads, ring_starts, point_starts, rings, points, order[first : first + _WRITE_FEATURES])
            some.rings.astype(np.uint32).tofile(ring_file)
            some.points.tofile(point_file)
