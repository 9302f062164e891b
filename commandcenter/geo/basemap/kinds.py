"""What the basemap knows how to draw: each kind with its shape and the first zoom that shows it."""

from __future__ import annotations

from enum import IntEnum, IntFlag

import numpy as np
from numpy.typing import NDArray

POINT, LINE, AREA = 0, 1, 2


class Kind(IntEnum):
    """Kinds of map features; areas stand in the order in which they are painted."""

    RESIDENTIAL = 1
    COMMERCIAL = 2
    INDUSTRIAL = 3
    FARMLAND = 4
    MEADOW = 5
    VINEYARD = 6
    MILITARY = 7
    AERODROME = 8
    SCHOOL = 9
    HOSPITAL = 10
    CONSTRUCTION = 11
    RAILWAY_LAND = 12
    HEATH = 13
    ROCK = 14
    SAND = 15
    FOREST = 16
    PARK = 17
    GRASS = 18
    CEMETERY = 19
    PITCH = 20
    WETLAND = 21
    GLACIER = 22
    SEA = 23
    WATER = 24
    PIER = 25
    APRON = 26
    PARKING = 27
    SQUARE = 28
    BUILDING = 29

    CONTOUR = 40
    CONTOUR_MAJOR = 41
    CLIFF = 42
    STREAM = 43
    RIVER = 44
    DAM = 45
    WALL = 46
    PIER_LINE = 47
    FERRY = 48
    POWER_LINE = 49
    AERIALWAY = 50
    BOUNDARY_TOWN = 51
    BOUNDARY_REGION = 52
    BOUNDARY_COUNTRY = 53
    RUNWAY = 54
    TAXIWAY = 55
    COASTLINE = 56

    PATH = 60
    STEPS = 61
    CYCLEWAY = 62
    TRACK = 63
    SERVICE = 64
    PEDESTRIAN = 65
    MINOR = 66
    TERTIARY = 67
    SECONDARY = 68
    PRIMARY = 69
    TRUNK = 70
    MOTORWAY = 71
    SUBWAY = 72
    TRAM = 73
    SIDING = 74
    RAIL = 75

    STREET_NAME = 90
    WATER_NAME = 91
    ROAD_REF = 92

    CITY = 100
    TOWN = 101
    SUBURB = 102
    VILLAGE = 103
    QUARTER = 104
    HAMLET = 105
    PEAK = 110
    WATER_LABEL = 111
    PARK_LABEL = 112
    AREA_LABEL = 113
    HOUSE_NUMBER = 114
    POI_HOSPITAL = 120
    POI_FIRE = 121
    POI_POLICE = 122
    POI_STATION = 123
    POI_AIRPORT = 124
    POI_HELIPAD = 125
    POI_FERRY = 126
    POI_TOWNHALL = 127
    POI_SCHOOL = 128
    POI_WORSHIP = 129
    POI_CULTURE = 130
    POI_STOP = 131
    POI_PHARMACY = 132
    POI_FUEL = 133
    POI_PARKING = 134


class Flag(IntFlag):
    """Details of a line."""

    ONEWAY = 1
    """Traffic runs in the direction of the points; against-direction ways are turned at import."""
    BRIDGE = 2
    TUNNEL = 4
    LINK = 8
    PRIVATE = 16
    INTERMITTENT = 32


ROADS = tuple(kind for kind in Kind if Kind.PATH <= kind <= Kind.MOTORWAY)
RAILS = (Kind.SUBWAY, Kind.TRAM, Kind.SIDING, Kind.RAIL)
PLACES = tuple(kind for kind in Kind if Kind.CITY <= kind <= Kind.HAMLET)
POIS = tuple(kind for kind in Kind if kind >= Kind.POI_HOSPITAL)

_FIRST_ZOOM = {
    Kind.RESIDENTIAL: 9, Kind.COMMERCIAL: 11, Kind.INDUSTRIAL: 10, Kind.FARMLAND: 10, Kind.MEADOW: 11, Kind.VINEYARD: 12,
    Kind.MILITARY: 10, Kind.AERODROME: 10, Kind.SCHOOL: 13, Kind.HOSPITAL: 13, Kind.CONSTRUCTION: 12, Kind.RAILWAY_LAND: 13,
    Kind.HEATH: 10, Kind.ROCK: 10, Kind.SAND: 10, Kind.FOREST: 7, Kind.PARK: 10, Kind.GRASS: 12, Kind.CEMETERY: 12,
    Kind.PITCH: 14, Kind.WETLAND: 10, Kind.GLACIER: 7, Kind.SEA: 0, Kind.WATER: 6, Kind.PIER: 13, Kind.APRON: 12,
    Kind.PARKING: 15, Kind.SQUARE: 14, Kind.BUILDING: 14,
    Kind.CONTOUR: 14, Kind.CONTOUR_MAJOR: 12, Kind.CLIFF: 14, Kind.STREAM: 12, Kind.RIVER: 8, Kind.DAM: 14, Kind.WALL: 16,
    Kind.PIER_LINE: 14, Kind.FERRY: 10, Kind.POWER_LINE: 14, Kind.AERIALWAY: 13, Kind.BOUNDARY_TOWN: 12,
    Kind.BOUNDARY_REGION: 8, Kind.BOUNDARY_COUNTRY: 3, Kind.RUNWAY: 11, Kind.TAXIWAY: 13, Kind.COASTLINE: 99,
    Kind.PATH: 15, Kind.STEPS: 16, Kind.CYCLEWAY: 14, Kind.TRACK: 14, Kind.SERVICE: 14, Kind.PEDESTRIAN: 14, Kind.MINOR: 12,
    Kind.TERTIARY: 11, Kind.SECONDARY: 9, Kind.PRIMARY: 8, Kind.TRUNK: 7, Kind.MOTORWAY: 6, Kind.SUBWAY: 14, Kind.TRAM: 13,
    Kind.SIDING: 14, Kind.RAIL: 9,
    Kind.STREET_NAME: 12, Kind.WATER_NAME: 11, Kind.ROAD_REF: 10,
    Kind.CITY: 4, Kind.TOWN: 8, Kind.SUBURB: 12, Kind.VILLAGE: 11, Kind.QUARTER: 14, Kind.HAMLET: 13,
    Kind.PEAK: 12, Kind.WATER_LABEL: 8, Kind.PARK_LABEL: 12, Kind.AREA_LABEL: 14, Kind.HOUSE_NUMBER: 17,
    Kind.POI_HOSPITAL: 13, Kind.POI_FIRE: 14, Kind.POI_POLICE: 14, Kind.POI_STATION: 13, Kind.POI_AIRPORT: 10,
    Kind.POI_HELIPAD: 14, Kind.POI_FERRY: 14, Kind.POI_TOWNHALL: 15, Kind.POI_SCHOOL: 16, Kind.POI_WORSHIP: 16,
    Kind.POI_CULTURE: 16, Kind.POI_STOP: 16, Kind.POI_PHARMACY: 17, Kind.POI_FUEL: 16, Kind.POI_PARKING: 17,
}  # fmt: skip

FIRST_ZOOM: NDArray[np.uint8] = np.full(256, 255, np.uint8)
"""First zoom that shows a kind, indexed by kind."""
for _kind, _zoom in _FIRST_ZOOM.items():
    FIRST_ZOOM[_kind] = _zoom


def shape_of(kind: int) -> int:
    """Return whether a kind is a `POINT`, a `LINE` or an `AREA`."""
    if kind >= Kind.CITY:
        return POINT
    return LINE if kind >= Kind.CONTOUR else AREA
