"""The grid, the scale bar and the scale of a printed map."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from commandcenter.geo.gazetteer import grids
from commandcenter.geo.measures import legs
from commandcenter.model.words import LonLat
from commandcenter.ui.map.bridge import Viewport

STEPS_M: tuple[int, ...] = tuple(int(base * 10**power) for power in range(1, 7) for base in (1, 2, 5))
MOST_LINES = 8
"""Across the wider side."""
POINTS = 24
"""Along a line of the grid; UTM's lines are bent a little on the map."""


@dataclass(frozen=True, slots=True)
class GridLine:
    """One line of the UTM grid in the picture."""

    points: tuple[QPointF, ...]
    metres: int
    """Easting or northing."""
    upright: bool


@dataclass(frozen=True)
class MapFrame:
    """Where a part of the world lies in a rectangle on paper."""

    view: Viewport
    box: QRectF

    def point(self, at: LonLat) -> QPointF:
        """Return where a place is (Web Mercator, as the picture)."""
        top, bottom = _mercator(self.view.north), _mercator(self.view.south)
        x = (at.lon - self.view.west) / (self.view.east - self.view.west)
        y = (top - _mercator(at.lat)) / (top - bottom)
        return QPointF(self.box.left() + x * self.box.width(), self.box.top() + y * self.box.height())

    @property
    def metres_per_unit(self) -> float:
        """Return how many metres one unit of the rectangle is, along its middle."""
        middle = (self.view.south + self.view.north) / 2
        across = legs((LonLat(self.view.west, middle), LonLat(self.view.east, middle)))[0].metres
        return across / self.box.width()

    def bar_m(self, share: float = 0.25) -> int:
        """Return a round length of at most this share of the width."""
        return max((step for step in STEPS_M if step <= share * self.box.width() * self.metres_per_unit), default=STEPS_M[0])

    def grid_name(self) -> str:
        """Return zone and square of the middle, as one says them on the radio; empty near the poles."""
        utm = grids.to_utm(self.view.center)
        if utm is None:
            return ""
        zone = f"{utm.zone}{grids.band_of(self.view.center.lat)}"
        return f"UTM {zone} · MGRS {zone} {grids.to_mgrs(self.view.center, 0)[-2:]}"

    def grid(self) -> Iterator[GridLine]:
        """Yield the lines of the UTM grid of the middle's zone; none near the poles."""
        middle = grids.to_utm(self.view.center)
        if middle is None:
            return
        corners = [LonLat(lon, lat) for lon in (self.view.west, self.view.east) for lat in (self.view.south, self.view.north)]
        ends = [grids.to_utm_zone(at, middle.zone, north=middle.north) for at in corners]
        east = (min(e for e, _ in ends), max(e for e, _ in ends))
        north = (min(n for _, n in ends), max(n for _, n in ends))
        step = next((s for s in STEPS_M if max(east[1] - east[0], north[1] - north[0]) / s <= MOST_LINES), STEPS_M[-1])
        for metres in _multiples(east, step):
            yield self._line([(metres, n) for n in _spread(north)], middle, metres, upright=True)
        for metres in _multiples(north, step):
            yield self._line([(e, metres) for e in _spread(east)], middle, metres, upright=False)

    def _line(self, places: list[tuple[float, float]], middle: grids.Utm, metres: int, *, upright: bool) -> GridLine:
        points = tuple(self.point(grids.from_utm(grids.Utm(middle.zone, middle.north, e, n))) for e, n in places)
        return GridLine(points, metres, upright)


def in_view(places: Iterable[LonLat], view: Viewport) -> bool:
    """Return whether something may be seen: its box and the view's overlap; of no places nothing can."""
    lons, lats = zip(*places, strict=True) if (places := tuple(places)) else ((), ())
    return bool(places) and min(lons) <= view.east and max(lons) >= view.west and min(lats) <= view.north and max(lats) >= view.south


def _mercator(lat: float) -> float:
    return math.asinh(math.tan(math.radians(lat)))


def _multiples(ends: tuple[float, float], step: int) -> range:
    return range(math.ceil(ends[0] / step) * step, math.floor(ends[1] / step) * step + 1, step)


def _spread(ends: tuple[float, float]) -> list[float]:
    return [ends[0] + (ends[1] - ends[0]) * n / (POINTS - 1) for n in range(POINTS)]
