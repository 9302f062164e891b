"""How each kind of label is set, at which zooms, and which goes first."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from commandcenter.geo.basemap.kinds import POIS, Kind
from commandcenter.ui.map.tiles.glyphs import Face


@dataclass(frozen=True, slots=True)
class Wording:
    """The look of one label."""

    face: Face
    colour: str
    halo: str = "halo"
    wrap_px: float = 90.0
    dot: str = ""
    """Colour of a dot above the text; empty: none."""
    dot_px: float = 0.0


_PLACES: dict[Kind, tuple[tuple[int, float], ...]] = {
    Kind.CITY: ((4, 12), (8, 15), (10, 18), (12, 21), (14, 24)),
    Kind.TOWN: ((8, 11), (10, 13), (12, 15), (14, 18), (15, 20)),
    Kind.SUBURB: ((12, 11), (14, 14), (16, 16)),
    Kind.VILLAGE: ((11, 10), (13, 12), (15, 15), (17, 16)),
    Kind.QUARTER: ((14, 11), (16, 13), (17, 14)),
    Kind.HAMLET: ((13, 10), (15, 11), (18, 13)),
}
_PLACES_UNTIL = {Kind.CITY: 15, Kind.TOWN: 16, Kind.SUBURB: 16, Kind.VILLAGE: 17, Kind.QUARTER: 17, Kind.HAMLET: 18}

_DOTS = {
    Kind.POI_HOSPITAL: "poi_health", Kind.POI_PHARMACY: "poi_health", Kind.POI_FIRE: "poi_emergency", Kind.POI_POLICE: "poi_transport",
    Kind.POI_STATION: "poi_transport", Kind.POI_AIRPORT: "poi_transport", Kind.POI_HELIPAD: "poi_transport", Kind.POI_FERRY: "poi_transport",
    Kind.POI_STOP: "poi_transport", Kind.POI_PARKING: "poi_transport", Kind.POI_TOWNHALL: "poi_civic", Kind.POI_SCHOOL: "poi_civic",
    Kind.POI_CULTURE: "poi_civic",
}  # fmt: skip
_STREET_SIZES = ((12, 10), (14, 10), (15, 11), (17, 12), (18, 13), (19, 14))
_NAMED_FROM = {Kind.STREET_NAME: 13, Kind.AREA_LABEL: 15, Kind.PARK_LABEL: 13}

ORDER = (
    *(kind for kind in Kind if Kind.CITY <= kind <= Kind.HAMLET), Kind.WATER_LABEL, Kind.POI_HOSPITAL, Kind.POI_STATION, Kind.POI_AIRPORT,
    Kind.ROAD_REF, Kind.STREET_NAME, Kind.WATER_NAME, Kind.PARK_LABEL, Kind.PEAK, Kind.POI_FIRE, Kind.POI_POLICE, Kind.AREA_LABEL,
    *(kind for kind in POIS if kind not in (Kind.POI_HOSPITAL, Kind.POI_STATION, Kind.POI_AIRPORT, Kind.POI_FIRE, Kind.POI_POLICE)),
    Kind.CONTOUR_MAJOR, Kind.HOUSE_NUMBER,
)  # fmt: skip
"""Labels in the order in which they take their room."""
PRIORITY = {kind: number for number, kind in enumerate(ORDER)}


def _between(stops: tuple[tuple[int, float], ...], zoom: int) -> float:
    if zoom <= stops[0][0]:
        return stops[0][1]
    for (low, small), (high, large) in itertools.pairwise(stops):
        if zoom <= high:
            return small + (large - small) * (zoom - low) / (high - low)
    return stops[-1][1]


def place_wording(kind: Kind, zoom: int) -> Wording | None:
    """Return how a place name is set, `None` where the zoom is past it."""
    if zoom > _PLACES_UNTIL[kind]:
        return None
    size = round(_between(_PLACES[kind], zoom))
    minor = kind in {Kind.SUBURB, Kind.QUARTER, Kind.HAMLET}
    face = Face(size, bold=kind in {Kind.CITY, Kind.TOWN, Kind.SUBURB}, spacing=0.8 if kind in {Kind.SUBURB, Kind.QUARTER} else 0.0)
    return Wording(face, "place_minor" if minor else "place", wrap_px=130.0)


def line_wording(kind: Kind, road: int, zoom: int) -> Wording | None:
    """Return how a name along a line is set; `road` is the kind of road it belongs to."""
    if kind is Kind.WATER_NAME:
        return Wording(Face(round(_between(((11, 10), (15, 13), (18, 15)), zoom)), italic=True, spacing=0.6), "water_text", "water_halo")
    if kind is Kind.CONTOUR_MAJOR:
        return Wording(Face(9), "contour_text") if zoom >= 14 else None
    first = 12 if road >= Kind.TRUNK else 13 if road >= Kind.SECONDARY else 14 if road >= Kind.TERTIARY else 15 if road >= Kind.PEDESTRIAN else 16
    if zoom < first:
        return None
    size = round(_between(_STREET_SIZES, zoom)) + (1 if road >= Kind.SECONDARY else 0) - (1 if road <= Kind.SERVICE else 0)
    return Wording(Face(size), "street_text")


def point_wording(kind: Kind, size_px: float, zoom: int) -> Wording | None:
    """Return how another point's name is set; `size_px` is the side of the area it stands for."""
    if kind is Kind.HOUSE_NUMBER:
        return Wording(Face(9 if zoom < 18 else 10), "house_number", wrap_px=60.0)
    if kind is Kind.PEAK:
        return Wording(Face(10), "peak", dot="peak", dot_px=2.2)
    if kind is Kind.WATER_LABEL:
        return Wording(Face(min(17, 10 + size_px // 80), italic=True, spacing=0.5), "water_text", "water_halo") if size_px > 46 else None
    if kind in {Kind.PARK_LABEL, Kind.AREA_LABEL}:
        shown = zoom >= _NAMED_FROM[kind] and size_px > (64 if kind is Kind.PARK_LABEL else 54)
        return Wording(Face(10 if size_px < 160 else 11), "park_text" if kind is Kind.PARK_LABEL else "area_text", wrap_px=84.0) if shown else None
    dot = _DOTS.get(kind, "poi_other")
    strong = kind in {Kind.POI_HOSPITAL, Kind.POI_STATION, Kind.POI_FIRE, Kind.POI_POLICE}
    return Wording(Face(10 if zoom < 17 else 11), dot if strong else "area_text", dot=dot, dot_px=3.0 if strong else 2.2)
