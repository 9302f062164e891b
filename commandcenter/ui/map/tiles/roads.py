"""Paints ways by height: tunnels, then the ground, then bridges; in each all casings before all surfaces."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QPainter

from commandcenter.geo.basemap.batch import Batch
from commandcenter.geo.basemap.kinds import RAILS, Flag, Kind
from commandcenter.ui.map.tiles.ground import pen
from commandcenter.ui.map.tiles.palette import Palette
from commandcenter.ui.map.tiles.shapes import View, stroke
from commandcenter.ui.map.tiles.widths import casing_px, width_px

_FOOT = {Kind.PATH: (3.0, 2.2), Kind.CYCLEWAY: (5.0, 2.2), Kind.TRACK: (6.0, 2.2), Kind.STEPS: (1.3, 1.3)}
_DRIVEN = (Kind.SERVICE, Kind.PEDESTRIAN, Kind.MINOR, Kind.TERTIARY, Kind.SECONDARY, Kind.PRIMARY, Kind.TRUNK, Kind.MOTORWAY)
_LINK_WIDTH = 0.65
Stroke = Callable[[Kind, NDArray[np.bool_], float, bool], None]
_TUNNEL_DASHES = (4.0, 3.0)


class Roads:
    """Paints the ways of one view."""

    def __init__(self, painter: QPainter, batch: Batch, view: View, colours: Palette) -> None:
        """Paint with this painter, which has a logical-pixel transform and antialiasing."""
        kinds = batch.heads["kind"]
        self._batch = batch.take((kinds >= Kind.PATH) & (kinds <= Kind.RAIL))
        self._painter, self._view, self._colours = painter, view, colours
        self._kinds = self._batch.heads["kind"]
        flags = self._batch.heads["flags"]
        self._links = flags & int(Flag.LINK) > 0
        self._bridges = flags & int(Flag.BRIDGE) > 0
        self._tunnels = flags & int(Flag.TUNNEL) > 0

    def paint(self) -> None:
        """Paint all ways."""
        heights = np.where(self._tunnels, np.minimum(self._batch.heads["layer"], -1), self._batch.heads["layer"])
        for height in np.unique(heights).tolist():
            here = heights == height
            for kind in _DRIVEN:
                self._each(kind, here, self._casing)
            for kind in _FOOT:
                self._foot(kind, here)
            for kind in _DRIVEN:
                self._each(kind, here, self._surface)
            for kind in RAILS:
                self._rail(kind, here & (self._kinds == kind))

    def _each(self, kind: Kind, here: NDArray[np.bool_], draw: Stroke) -> None:
        of_kind = here & (self._kinds == kind)
        if not of_kind.any():
            return
        width = width_px(kind, self._view.zoom)
        for links in (True, False):
            for tunnel in (True, False):
                which = of_kind & (self._links == links) & (self._tunnels == tunnel)
                if which.any():
                    draw(kind, which, width * (_LINK_WIDTH if links else 1.0), tunnel)

    def _casing(self, kind: Kind, which: NDArray[np.bool_], width: float, tunnel: bool) -> None:
        side = casing_px(kind, self._view.zoom)
        if not side:
            return
        colour = self._colours[f"{kind.name.lower()}_casing"]
        total = width + 2 * side
        if tunnel:
            self._line(which, colour, total, _TUNNEL_DASHES)
            return
        self._line(which & ~self._bridges, colour, total)
        over = which & self._bridges
        if over.any():
            self._line(over, self._colours["bridge_casing"], total + 0.6, round_ends=False)

    def _surface(self, kind: Kind, which: NDArray[np.bool_], width: float, tunnel: bool) -> None:
        key = kind.name.lower()
        colour = self._colours.mixed(key, "land", 0.55) if tunnel else self._colours[key]
        if not casing_px(kind, self._view.zoom) and kind in {Kind.MINOR, Kind.SERVICE, Kind.TERTIARY, Kind.PEDESTRIAN}:
            colour = self._colours[f"{key}_casing"] if not self._colours.dark else colour
        self._line(which, colour, width)

    def _foot(self, kind: Kind, here: NDArray[np.bool_]) -> None:
        which = here & (self._kinds == kind)
        if not which.any():
            return
        width = width_px(kind, self._view.zoom)
        bridges = which & self._bridges
        if bridges.any():
            self._line(bridges, self._colours["bridge_casing"], width + 3.0, round_ends=False)
        lit = which & ~self._tunnels if self._view.zoom >= 16 else bridges
        self._line(lit, self._colours["path_halo"], width + 1.8, round_ends=False)
        self._line(which, self._colours[kind.name.lower()], width, _FOOT[kind])

    def _rail(self, kind: Kind, which: NDArray[np.bool_]) -> None:
        if not which.any():
            return
        zoom, width = self._view.zoom, width_px(kind, self._view.zoom)
        key = "tram" if kind in {Kind.TRAM, Kind.SUBWAY} else "rail"
        under = which & self._tunnels
        if under.any():
            self._line(under, self._colours.mixed(key, "land", 0.35), max(0.8, width * 0.6), (5.0, 4.0))
        which = which & ~self._tunnels
        bridges = which & self._bridges
        if bridges.any() and zoom >= 14:
            self._line(bridges, self._colours["bridge_casing"], width + 3.0, round_ends=False)
            self._line(bridges, self._colours["rail_light"], width + 1.8, round_ends=False)
        self._line(which, self._colours[key], width, round_ends=False)
        if kind is Kind.RAIL and zoom >= 16:
            self._line(which, self._colours["rail_light"], width * 0.55, (width * 3.0, width * 3.0))

    def _line(self, which: NDArray[np.bool_], colour: QColor, width: float, dashes: tuple[float, ...] = (), *, round_ends: bool = True) -> None:
        stroke(self._painter, self._batch, which, self._view, pen(colour, width, dashes, round_ends=round_ends))
