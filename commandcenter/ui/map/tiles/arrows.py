"""Arrows on one-way streets, at the same places in every tile."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter

from commandcenter.geo.basemap.batch import Batch
from commandcenter.geo.basemap.kinds import Flag, Kind
from commandcenter.geo.basemap.mercator import TILE_PX
from commandcenter.ui.map.tiles.palette import Palette
from commandcenter.ui.map.tiles.shapes import View, path_of_points

FIRST_ZOOM = 16
_SPACING_PX = 130.0
_ARROW = np.array([(-5.5, -0.6), (1.2, -0.6), (1.2, -2.4), (5.5, 0.0), (1.2, 2.4), (1.2, 0.6), (-5.5, 0.6), (-5.5, -0.6)])
_MARGIN_PX = 8.0


def paint_arrows(painter: QPainter, batch: Batch, view: View, colours: Palette) -> None:
    """Paint arrows along the traffic of one-way streets; they start half a spacing from the beginning of each way."""
    if view.zoom < FIRST_ZOOM:
        return
    kinds = batch.heads["kind"]
    driven = (kinds >= Kind.SERVICE) & (kinds <= Kind.MOTORWAY)
    arrows: list[NDArray[np.float64]] = []
    for index in np.flatnonzero(driven & (batch.heads["flags"] & int(Flag.ONEWAY) > 0)).tolist():
        arrows += _along(view.px(batch.line(index)))
    if arrows:
        painter.fillPath(path_of_points(np.concatenate(arrows), np.full(len(arrows), len(_ARROW), np.uint32)), colours["arrow"])


def _along(line: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    steps = np.diff(line, axis=0)
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))])
    if lengths[-1] < _SPACING_PX * 0.4:
        return []
    count = max(1, int(lengths[-1] / _SPACING_PX))
    found = []
    for at in (np.arange(count) + 0.5) * lengths[-1] / count:
        part = min(int(np.searchsorted(lengths, at, "right")) - 1, len(steps) - 1)
        x, y = np.interp(at, lengths, line[:, 0]), np.interp(at, lengths, line[:, 1])
        if not (-_MARGIN_PX < x < TILE_PX + _MARGIN_PX and -_MARGIN_PX < y < TILE_PX + _MARGIN_PX):
            continue
        dx, dy = steps[part] / (np.hypot(*steps[part]) or 1.0)
        found.append(_ARROW @ np.array([(dx, dy), (-dy, dx)]) + (x, y))
    return found
