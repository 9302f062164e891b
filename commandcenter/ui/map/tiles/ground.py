"""Paints the ground: what grows, stands and flows, below all ways."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from commandcenter.geo.basemap.batch import Batch
from commandcenter.geo.basemap.kinds import Flag, Kind
from commandcenter.ui.map.tiles.palette import Palette
from commandcenter.ui.map.tiles.shapes import View, fill, stroke
from commandcenter.ui.map.tiles.widths import width_px

_THIN_PX = 2.6
_LATE = (Kind.SEA, Kind.WATER, Kind.PIER, Kind.BUILDING)
_EARLY = tuple(kind for kind in Kind if kind <= Kind.BUILDING and kind not in _LATE)


def pen(colour: QColor, width: float, dashes: tuple[float, ...] = (), *, round_ends: bool = True) -> QPen:
    """Return a pen; dashes in pixels. Thin lines get cheap corners: nobody sees the difference."""
    thin = width < _THIN_PX
    cap = Qt.PenCapStyle.FlatCap if dashes or not round_ends else Qt.PenCapStyle.SquareCap if thin else Qt.PenCapStyle.RoundCap
    made = QPen(colour, width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.BevelJoin if thin else Qt.PenJoinStyle.RoundJoin)
    if dashes:
        made.setDashPattern([length / width for length in dashes])
    return made


class Ground:
    """Paints areas and thin lines of one view."""

    def __init__(self, painter: QPainter, batch: Batch, view: View, colours: Palette) -> None:
        """Paint with this painter, which has a logical-pixel transform and antialiasing."""
        self._painter, self._batch, self._view, self._colours = painter, batch, view, colours
        self._kinds = batch.heads["kind"]
        self._present = set(np.unique(self._kinds).tolist())

    def paint(self) -> None:
        """Paint from the bottom: land use, relief, water, piers, buildings, lines."""
        for kind in _EARLY:
            self._fill(kind)
        self._relief()
        self._water()
        self._fill(Kind.PIER)
        self._stroke(Kind.PIER_LINE, "pier", 1.0 + max(0.0, self._view.zoom - 14) * 1.2)
        self._buildings()
        self._lines()

    def _fill(self, kind: Kind) -> None:
        if kind in self._present:
            fill(self._painter, self._batch, self._kinds == kind, self._view, self._colours[kind.name.lower()])

    def _stroke(self, kind: Kind, colour: str, width: float, dashes: tuple[float, ...] = ()) -> None:
        if kind in self._present:
            stroke(self._painter, self._batch, self._kinds == kind, self._view, pen(self._colours[colour], width, dashes))

    def _relief(self) -> None:
        self._stroke(Kind.CONTOUR, "contour", 0.6)
        self._stroke(Kind.CONTOUR_MAJOR, "contour_major", 0.9)
        self._stroke(Kind.CLIFF, "cliff", 1.2, (2.0, 1.5))

    def _water(self) -> None:
        zoom = self._view.zoom
        flags = self._batch.heads["flags"]
        dry = flags & int(Flag.INTERMITTENT) > 0
        for kind in (Kind.STREAM, Kind.RIVER):
            if kind not in self._present:
                continue
            width = width_px(kind, zoom)
            here = (self._kinds == kind) & (flags & int(Flag.TUNNEL) == 0)
            colour = self._colours["stream" if kind is Kind.STREAM else "water"]
            stroke(self._painter, self._batch, here & ~dry, self._view, pen(colour, width))
            stroke(self._painter, self._batch, here & dry, self._view, pen(colour, width, (6.0, 3.0)))
        self._fill(Kind.SEA)
        self._fill(Kind.WATER)

    def _buildings(self) -> None:
        if Kind.BUILDING not in self._present:
            return
        zoom, which = self._view.zoom, self._kinds == Kind.BUILDING
        colour = self._colours.mixed("building", "residential", 0.4) if zoom < 15 else self._colours["building"]
        fill(self._painter, self._batch, which, self._view, colour)
        if zoom >= 16:
            stroke(self._painter, self._batch, which, self._view, pen(self._colours["building_line"], 0.7))

    def _lines(self) -> None:
        zoom = self._view.zoom
        self._stroke(Kind.DAM, "dam", 1.0 + max(0, zoom - 14) * 0.8)
        self._stroke(Kind.WALL, "wall", 0.8)
        self._stroke(Kind.FERRY, "ferry", 0.9 if zoom < 14 else 1.2, (5.0, 4.0))
        for kind in (Kind.TAXIWAY, Kind.RUNWAY):
            if kind in self._present:
                runway = pen(self._colours["apron"], width_px(kind, zoom), round_ends=False)
                stroke(self._painter, self._batch, self._kinds == kind, self._view, runway)

    def paint_over(self) -> None:
        """Paint what lies above the ways: boundaries, cables."""
        self._stroke(Kind.POWER_LINE, "power_line", 0.7)
        self._stroke(Kind.AERIALWAY, "aerialway", 1.0, (8.0, 3.0))
        for kind, width, dashes in (
            (Kind.BOUNDARY_TOWN, 0.8, (4.0, 3.0)),
            (Kind.BOUNDARY_REGION, 1.0, (7.0, 3.0, 1.5, 3.0)),
            (Kind.BOUNDARY_COUNTRY, 1.4, (9.0, 3.0, 1.5, 3.0)),
        ):
            if kind is not Kind.BOUNDARY_TOWN:
                self._stroke(kind, "boundary_glow", 4.0 * width)
            self._stroke(kind, "boundary", width, dashes)
