"""Measures what a person draws on the map, and keeps it there until the next or until it is cleared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from commandcenter.geo.census import HOUSEHOLD, Census
from commandcenter.geo.measures import Ring, area_m2, around, circle, downwind, legs, plume
from commandcenter.model.words import LonLat
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.latest import Latest
from commandcenter.ui.map.things import OverlayShape

OVERLAY = "measure"
HALF_ANGLE_DEG = 30.0
"""Half the width of the sector downwind: our choice; a shifting wind needs a wider one, drawn as an area."""
HECTARE_M2, KM2_M2 = 10_000, 1_000_000
Rings = tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Buffer:
    """What is around something: how far, and from where the wind comes (`None`: all round)."""

    radius_m: float = 500.0
    wind_from_deg: float | None = None
    household: float = HOUSEHOLD


class MeasureTool(QObject):
    """One measure at a time. Qt thread; counting runs in a worker thread.

    Signals:
        said(str): the result in words, empty when there is none.
    """

    said = Signal(str)

    def __init__(self, context: DeskContext) -> None:
        """Draw and measure on the desk's map."""
        super().__init__(context.seat)
        self._context = context
        self._latest = Latest(context.seat, self)
        self.buffer = Buffer()
        self.census: Census | None = None
        self.rings: Rings = ()
        self.points: tuple[LonLat, ...] = ()

    def distance(self) -> None:
        """Let the person draw a line; say its length, legs and bearings."""
        self._context.drawing.ask("line", self._line)

    def area(self) -> None:
        """Let the person draw an area; say its size and count what stands in it."""
        self._context.drawing.ask("polygon", self._polygon)

    def around_drawn(self, kind: str) -> None:
        """Let the person draw a point, line or polygon; count what stands within the radius of it."""
        self._context.drawing.ask(kind, self._around)

    def around_place(self, at: LonLat) -> None:
        """Count what stands within the radius of a place, downwind of it where the wind is given."""
        self._around((at,))

    def clear(self) -> None:
        """Take the measure off the map."""
        self._latest.stop()
        self.census, self.rings, self.points = None, (), ()
        self._context.map.hide_overlay(OVERLAY)
        self.said.emit("")

    def repaint(self) -> None:
        """Say the result again, in the language now in force."""
        if self.points:
            self._show_line()
        elif self.rings:
            self._show()

    def _line(self, points: tuple[LonLat, ...]) -> None:
        self.clear()
        self.points = points
        self._show_line()

    def _show_line(self) -> None:
        points, found = self.points, legs(self.points)
        total = sum(leg.metres for leg in found)
        words = [f"{_metres(leg.metres)}, {_degrees(leg.bearing_deg)}" for leg in found]
        shape = OverlayShape("line", "line", (points,), label=_metres(total), title="\n".join([_metres(total), *words]))
        ends = [OverlayShape(f"p{n}", "point", ((at,),)) for n, at in enumerate(points)]
        self._context.map.show_overlay(OVERLAY, [shape, *ends])
        straight = legs((points[0], points[-1]))[0]
        text = tr("{total}; first bearing {bearing}", total=_metres(total), bearing=_degrees(found[0].bearing_deg))
        if len(found) > 1:
            text += tr("; straight from end to end {metres}, {bearing}", metres=_metres(straight.metres), bearing=_degrees(straight.bearing_deg))
        self.said.emit(text)

    def _polygon(self, points: tuple[LonLat, ...]) -> None:
        self._count((points,))

    def _around(self, points: tuple[LonLat, ...]) -> None:
        radius, wind = self.buffer.radius_m, self.buffer.wind_from_deg
        if len(points) > 1:
            rings = around(points, radius) if wind is None else plume(points, radius, wind, HALF_ANGLE_DEG)
        else:
            rings = (circle(points[0], radius) if wind is None else downwind(points[0], radius, wind, HALF_ANGLE_DEG),)
        self._count(rings)

    def _count(self, rings: Rings) -> None:
        """Show an area and say its size; count in it where there is something to count with."""
        self.clear()
        self.rings = rings
        self._show()
        census = self._context.services.census
        if census is not None:
            self._latest.run(lambda _stopped: census.count(rings), partial(self._counted, rings))

    def _counted(self, rings: Rings, found: Census) -> None:
        if rings == self.rings:
            self.census = found
            self._show()

    def _show(self) -> None:
        size, edge = (sum(measure) for measure in zip(*(area_m2(ring) for ring in self.rings[:1]), strict=True))
        text = tr("{area}, {edge} round", area=_square(size), edge=_metres(edge))
        label = _square(size)
        if self.census is not None:
            people = self.census.people(self.buffer.household)
            label = tr("~{n} people", n=formats.number(people))
            text += "\n" + tr("{buildings} buildings, {addresses} addresses, {schools} schools, {hospitals} hospitals").format(
                buildings=formats.number(self.census.buildings),
                addresses=formats.number(self.census.addresses),
                schools=self.census.schools,
                hospitals=self.census.hospitals,
            )
            text += "\n" + tr("about {n} people: each address a household of {size}; the map knows no people").format(
                n=formats.number(people), size=formats.number(self.buffer.household, 2)
            )
        shape = OverlayShape("area", "area", self.rings, label=label, tone="accent", filled=True, title=text)
        self._context.map.show_overlay(OVERLAY, [shape])
        self.said.emit(text)


def _metres(metres: float) -> str:
    if metres < 1000:
        return tr("{n} m", n=formats.number(metres, 1 if metres < 10 else 0))
    return tr("{n} km", n=formats.number(metres / 1000, 2))


def _square(area: float) -> str:
    if area < HECTARE_M2:
        return tr("{n} m²", n=formats.number(area))
    if area < KM2_M2:
        return tr("{n} ha", n=formats.number(area / HECTARE_M2, 1))
    return tr("{n} km²", n=formats.number(area / KM2_M2, 2))


def _degrees(bearing_deg: float) -> str:
    return f"{round(bearing_deg) % 360:03d}°"
