"""What the map shows besides units, as plain values; each knows the form in which it goes to the page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.ui.map.symbols import incident_symbol, mark_symbol, place_symbol
from commandcenter.ui.theme.tokens import DEFAULT_THEME, load

PageValue = Mapping[str, object]


class Thing(Protocol):
    """Something with an identity that the page can draw."""

    @property
    def id(self) -> str:
        """Its identity within its layer."""

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


OVERLAY_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
OVERLAY_ID = re.compile(r"[A-Za-z0-9_.:+-]{1,64}")
_LEAST_POINTS = {"point": 1, "line": 2, "area": 3}


@dataclass(frozen=True, slots=True)
class OverlayShape:
    """A point, line or area that a panel draws on the map over the ground and under closures, routes and symbols.

    `ValueError` for an id, a tone or a number of points that the page would not take.
    """

    id: str
    """Within its overlay; Latin letters, digits and `_ . : + -`, at most 64."""
    kind: Literal["point", "line", "area"]
    parts: tuple[tuple[LonLat, ...], ...]
    """Points: each part one place. Lines: each part one line. Areas: rings, closed or not; where rings overlap evenly is a hole."""
    label: str = ""
    """Written on the map where there is room."""
    tone: str = "accent"
    """A colour of the theme: a name of its `ui` table, or `priority.1`, `status.enroute`, `grade.2` …"""
    filled: bool = False
    """Areas only: a light fill; the outline is always drawn."""
    title: str = ""
    """Said on hover, further lines smaller; the label where there is none."""
    dashed: bool = False
    hatched: bool = False
    """Areas only: lines at 45°, so that the area reads without colour."""
    symbol: str = ""
    """Points only: the symbol's key of the group `mark`; a dot where there is none."""
    frame: Literal["disc", "plate", "triangle"] = "disc"
    """Points with a symbol: what is around it; a plate is a place somebody has set up, a triangle a danger."""
    label_at: Literal["middle", "edge"] = "middle"
    """Areas only: `edge` writes the label on the outline's northern end, for areas within each other."""

    def __post_init__(self) -> None:
        """Refuse what the page would not take."""
        if not OVERLAY_ID.fullmatch(self.id):
            raise ValueError(f"not an id of an overlay's shape: {self.id!r}")
        if not self.parts or any(len(part) < _LEAST_POINTS[self.kind] for part in self.parts):
            raise ValueError(f"too few points for a {self.kind}")
        page_tone(self.tone)

    def to_page(self) -> PageValue:
        """Return the shape for the page."""
        return {
            "id": self.id,
            "kind": self.kind,
            "parts": [_lat_lons(part) for part in self.parts],
            "label": self.label,
            "tone": page_tone(self.tone),
            "filled": self.filled,
            "title": self.title or self.label,
            "dashed": self.dashed,
            "hatched": self.hatched,
            "symbol": mark_symbol(self.symbol),
            "frame": self.frame,
            "edge": self.label_at == "edge",
        }


def page_tone(tone: str) -> str:
    """Return a tone's name in the page, e.g. `ui-accent`, `priority-1`; `ValueError` for one that no theme has."""
    table, _, key = tone.rpartition(".")
    tokens = load(DEFAULT_THEME)
    tables = {"": tokens.ui, "ui": tokens.ui, "priority": tokens.priority, "status": tokens.status, "grade": tokens.grade}
    if key not in tables.get(table, {}):
        raise ValueError(f"no such tone: {tone}")
    return f"{table or 'ui'}-{key}".replace("_", "-")


def _lat_lon(at: LonLat) -> list[float]:
    return [round(at.lat, 7), round(at.lon, 7)]


def _lat_lons(points: Sequence[LonLat]) -> list[list[float]]:
    return [_lat_lon(LonLat(*point)) for point in points]
