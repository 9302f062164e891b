"""How wide roads are drawn, in logical pixels by zoom."""

from __future__ import annotations

import itertools

from commandcenter.geo.basemap.kinds import Kind

_STOPS: dict[Kind, tuple[tuple[float, float], ...]] = {
    Kind.MOTORWAY: ((6, 0.8), (9, 1.7), (11, 2.6), (13, 4.2), (15, 8), (17, 15), (19, 32)),
    Kind.TRUNK: ((7, 0.8), (9, 1.5), (11, 2.4), (13, 3.9), (15, 7.5), (17, 14.5), (19, 30)),
    Kind.PRIMARY: ((8, 0.7), (10, 1.4), (12, 2.6), (14, 5.2), (15, 7), (17, 14), (19, 29)),
    Kind.SECONDARY: ((9, 0.6), (11, 1.3), (13, 3), (15, 6.2), (17, 13), (19, 27)),
    Kind.TERTIARY: ((11, 0.8), (13, 2.3), (15, 5.2), (17, 11.5), (19, 24)),
    Kind.MINOR: ((12, 0.5), (13, 1.1), (14, 2.2), (15, 3.8), (16, 6.2), (17, 10), (18, 14), (19, 21)),
    Kind.SERVICE: ((14, 0.6), (15, 1.3), (16, 2.8), (17, 5), (18, 7.5), (19, 12)),
    Kind.PEDESTRIAN: ((14, 1.2), (15, 2.6), (16, 4.5), (17, 8), (19, 17)),
    Kind.TRACK: ((14, 0.7), (16, 1.2), (19, 2.4)),
    Kind.CYCLEWAY: ((14, 0.6), (16, 1.1), (19, 2.4)),
    Kind.PATH: ((15, 0.6), (17, 1.1), (19, 2.0)),
    Kind.STEPS: ((16, 1.8), (17, 2.6), (19, 5)),
    Kind.RAIL: ((9, 0.6), (13, 1.0), (15, 1.3), (16, 2.2), (17, 2.8), (19, 5)),
    Kind.SIDING: ((14, 0.5), (16, 0.9), (19, 2.5)),
    Kind.TRAM: ((13, 0.6), (15, 1.0), (17, 1.5), (19, 2.6)),
    Kind.SUBWAY: ((14, 0.8), (19, 2)),
    Kind.RIVER: ((8, 0.8), (11, 1.6), (14, 4), (17, 10), (19, 20)),
    Kind.STREAM: ((12, 0.5), (14, 0.9), (16, 1.6), (19, 4)),
    Kind.RUNWAY: ((11, 2), (13, 6), (15, 16), (17, 40), (19, 120)),
    Kind.TAXIWAY: ((13, 1), (15, 4), (17, 12), (19, 40)),
}

_CASING_ZOOM = {
    Kind.MOTORWAY: 9, Kind.TRUNK: 10, Kind.PRIMARY: 11, Kind.SECONDARY: 12, Kind.TERTIARY: 13, Kind.MINOR: 14, Kind.SERVICE: 16,
    Kind.PEDESTRIAN: 15,
}  # fmt: skip


def width_px(kind: Kind, zoom: int) -> float:
    """Return the width of a line at a zoom, between stops as zoom doubles the scale."""
    stops = _STOPS[kind]
    if zoom <= stops[0][0]:
        return stops[0][1]
    for (low, narrow), (high, wide) in itertools.pairwise(stops):
        if zoom <= high:
            return float(narrow * (wide / narrow) ** ((zoom - low) / (high - low)))
    return stops[-1][1]


def casing_px(kind: Kind, zoom: int) -> float:
    """Return the width of the casing on each side, 0 where there is none."""
    first = _CASING_ZOOM.get(kind)
    if first is None or zoom < first:
        return 0.0
    return 0.6 if zoom < 14 else 0.8 if zoom < 17 else 1.0
