"""What the map shows besides units, as plain values; each knows the form in which it goes to the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.ui.map.symbols import incident_symbol, place_symbol

PageValue = Mapping[str, object]


class Thing(Protocol):
    """Something with an identity that the page can draw."""

    @property
    def id(self) -> Id:
        """Its identity."""

    def to_page(self) -> PageValue:
        """Return what the page needs, of JSON's types only."""


@dataclass(frozen=True, slots=True)
class MapIncident:
    """An incident's marker."""

    id: Id
    at: LonLat
    number: str
    type: str
    priority: int
    title: str = ""
    """Said on hover, e.g. the type and address in the window's language."""
    active: bool = True
    """Whether units are on it; a waiting one has a hollow marker."""
    alert: bool = False
    units: int = 0

    def to_page(self) -> PageValue:
        """Return the marker for the page."""
        return {
            "id": self.id,
            "at": _lat_lon(self.at),
            "number": self.number,
            "glyph": incident_symbol(self.type),
            "priority": self.priority,
            "title": self.title,
            "active": self.active,
            "alert": self.alert,
            "units": self.units,
        }


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A station, depot, hospital, shelter, hydrant or helipad."""

    id: Id
    kind: str
    at: LonLat
    name: str

    def to_page(self) -> PageValue:
        """Return the symbol for the page."""
        return {"id": self.id, "kind": place_symbol(self.kind), "at": _lat_lon(self.at), "name": self.name}


@dataclass(frozen=True, slots=True)
class MapClosure:
    """A closed place on the roads: 1 point, a line, or a polygon (first = last, ≥ 4 points)."""

    id: Id
    shape: tuple[LonLat, ...]
    title: str = ""
    planned: bool = False
    """Not yet in force: drawn thin."""

    def to_page(self) -> PageValue:
        """Return the shape for the page."""
        return {"id": self.id, "shape": _lat_lons(self.shape), "title": self.title, "planned": self.planned}


@dataclass(frozen=True, slots=True)
class MapRoute:
    """A way to be driven. `style`: `enroute` (being driven), `preview` (recommended), `other` (the runner-up)."""

    id: Id
    points: tuple[LonLat, ...]
    style: str = "enroute"
    title: str = ""

    def to_page(self) -> PageValue:
        """Return the line for the page."""
        return {"id": self.id, "shape": _lat_lons(self.points), "style": self.style, "title": self.title}


def _lat_lon(at: LonLat) -> list[float]:
    return [round(at.lat, 7), round(at.lon, 7)]


def _lat_lons(points: Sequence[LonLat]) -> list[list[float]]:
    return [_lat_lon(LonLat(*point)) for point in points]
