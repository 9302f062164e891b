"""Turns batches of features into painter paths without touching each point in Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from commandcenter.geo.basemap.batch import Batch
from commandcenter.geo.basemap.mercator import Box, units_per_px

_ELEMENT = np.dtype([("type", ">i4"), ("x", ">f8"), ("y", ">f8")])
_MOVE, _LINE = 0, 1
_WINDING = 1
_FEATURES_PER_PATH = 24


@dataclass(frozen=True, slots=True)
class View:
    """A window onto the map: its zoom and the box it shows, in units."""

    zoom: int
    box: Box

    def px(self, points: NDArray[np.int32]) -> NDArray[np.float64]:
        """Return points (n×2, units) in logical pixels of this view."""
        return (points - np.array(self.box[:2], np.float64)) / units_per_px(self.zoom)

    def grown(self, margin_px: float) -> Box:
        """Return the box with a margin, in units."""
        margin = int(margin_px * units_per_px(self.zoom))
        left, top, right, bottom = self.box
        return left - margin, top - margin, right + margin, bottom + margin


def paths_of(batch: Batch, which: NDArray[Any], view: View) -> Iterator[QPainterPath]:
    """Yield paths of some chosen features each; areas fill by non-zero winding, so overlaps do not cancel out.

    Qt's rasteriser takes more than linear time for long paths: some dozen rings at once are five times faster than all.
    """
    chosen = batch.take(which)
    points = view.px(chosen.points)
    ring_starts, point_starts = chosen.ring_starts, chosen.point_starts
    for first in range(0, len(chosen), _FEATURES_PER_PATH):
        last = min(first + _FEATURES_PER_PATH, len(chosen))
        yield path_of_points(points[point_starts[first] : point_starts[last]], chosen.rings[ring_starts[first] : ring_starts[last]])


def fill(painter: QPainter, batch: Batch, which: NDArray[Any], view: View, colour: QColor) -> None:
    """Fill the chosen areas with one opaque colour."""
    for path in paths_of(batch, which, view):
        painter.fillPath(path, colour)


def stroke(painter: QPainter, batch: Batch, which: NDArray[Any], view: View, pen: QPen) -> None:
    """Draw the chosen lines or outlines with one opaque pen."""
    for path in paths_of(batch, which, view):
        painter.strokePath(path, pen)


def path_of_points(points: NDArray[np.float64], counts: NDArray[np.uint32]) -> QPainterPath:
    """Return a path of polylines laid end to end: `counts` points each.

    Uses the stream format of `QPainterPath` (Qt documentation, Serializing Qt Data Types).
    """
    path = QPainterPath()
    if not len(points):
        return path
    elements = np.empty(len(points), _ELEMENT)
    elements["type"] = _LINE
    elements["x"], elements["y"] = points[:, 0], points[:, 1]
    starts = np.cumsum(counts) - counts
    elements["type"][starts] = _MOVE
    head = len(points).to_bytes(4, "big")
    tail = int(starts[-1]).to_bytes(4, "big") + _WINDING.to_bytes(4, "big")
    data = QByteArray(head + elements.tobytes() + tail)  # must outlive the stream
    stream = QDataStream(data, QIODevice.OpenModeFlag.ReadOnly)
    stream >> path  # Qt's streaming operator
    return path
