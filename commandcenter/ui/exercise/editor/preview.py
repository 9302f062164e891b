"""The injects of a draft on the desk's map, marked as an exercise; and places as a scenario should name them."""

from __future__ import annotations

from collections.abc import Sequence

from commandcenter.dispatch.distance import air_m
from commandcenter.exercise.own_resources import Cells
from commandcenter.exercise.places import LEAST_SCORE, find_place
from commandcenter.exercise.scenario import Scenario
from commandcenter.model.errors import Refused
from commandcenter.model.ports import Gazetteer
from commandcenter.model.words import LonLat
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import language

OVERLAY = "scenario"
NEAR_M = 60.0
"""A name is used in place of coordinates when the search puts it this near to where was pointed."""


class MapPreview:
    """Draws a scenario's places. Qt thread."""

    def __init__(self, view: MapPort, seat: Seat) -> None:
        """Draw on this map."""
        self._view, self._seat = view, seat
        self._found: dict[str, LonLat | None] = {}

    def show(self, scenario: Scenario, current: int) -> None:
        """Show every inject that has a place; `current` is the row of the strong one."""
        shapes = []
        for inject in scenario.injects:
            at = self._at(inject.place) if inject.place else None
            if at is not None:
                words = f"{tr('EXERCISE')} {inject.number}"
                tone = "accent" if inject.row == current else "text_muted"
                title = f"{words}\n{inject.synopsis.get(language())}"
                shapes.append(OverlayShape(f"row.{inject.row}", "point", ((at,),), words, tone, title=title))
        self._view.show_overlay(OVERLAY, shapes)

    def show_resources(self, rows: Sequence[Cells], name: str, current: int) -> None:
        """Show every row that has a place of its own; `name` is the column of its name, `current` the strong one."""
        shapes = []
        for place, cells in enumerate(rows):
            at = _typed(cells)
            if at is not None:
                tone = "accent" if place == current else "text_muted"
                words = f"{tr('EXERCISE')} {cells[name]}"
                shapes.append(OverlayShape(f"resource.{place}", "point", ((at,),), words, tone, title=words))
        self._view.show_overlay(OVERLAY, shapes)

    def hide(self) -> None:
        """Take everything off the map."""
        self._view.hide_overlay(OVERLAY)

    def _at(self, place: str) -> LonLat | None:
        if place not in self._found:
            try:
                self._found[place] = find_place(place, self._seat.desk.gazetteer).at
            except Refused:
                self._found[place] = None
        return self._found[place]


def _typed(cells: Cells) -> LonLat | None:
    """Return the place that was typed, `None` where there is none on Earth."""
    try:
        lat, lon = (float(cells.get(column, "").replace(",", ".")) for column in ("lat", "lon"))
    except ValueError:
        return None
    return LonLat(lon, lat) if abs(lat) <= 90 and abs(lon) <= 180 else None


def named_place(at: LonLat, gazetteer: Gazetteer) -> str:
    """Return the name that the search finds again near a point, else its coordinates: `lon,lat` in degrees."""
    nearest = gazetteer.reverse(at)
    again = next(iter(gazetteer.search(nearest.name, limit=1)), None) if nearest is not None else None
    if nearest is not None and again is not None and again.score >= LEAST_SCORE and air_m(again.at, at) <= NEAR_M:
        return nearest.name
    return f"{at.lon:.6f},{at.lat:.6f}"
