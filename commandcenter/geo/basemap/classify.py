"""Which kind of map feature a tagged object is, if any. Tag meanings: OpenStreetMap wiki, Map features."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.geo.basemap.kinds import Flag, Kind

Tags = Mapping[str, str]

_AREAS: dict[str, dict[str, Kind]] = {
    "building": {"*": Kind.BUILDING},
    "natural": {
        "water": Kind.WATER, "bay": Kind.WATER, "wood": Kind.FOREST, "scrub": Kind.HEATH, "heath": Kind.HEATH, "grassland": Kind.MEADOW,
        "fell": Kind.MEADOW, "beach": Kind.SAND, "sand": Kind.SAND, "shingle": Kind.SAND, "scree": Kind.ROCK, "bare_rock": Kind.ROCK,
        "wetland": Kind.WETLAND, "glacier": Kind.GLACIER,
    },
    "waterway": {"riverbank": Kind.WATER, "dock": Kind.WATER, "boatyard": Kind.INDUSTRIAL},
    "landuse": {
        "residential": Kind.RESIDENTIAL, "commercial": Kind.COMMERCIAL, "retail": Kind.COMMERCIAL, "industrial": Kind.INDUSTRIAL,
        "port": Kind.INDUSTRIAL, "depot": Kind.INDUSTRIAL, "landfill": Kind.CONSTRUCTION, "farmland": Kind.FARMLAND, "farmyard": Kind.FARMLAND,
        "meadow": Kind.MEADOW, "vineyard": Kind.VINEYARD, "orchard": Kind.VINEYARD, "plant_nursery": Kind.VINEYARD, "military": Kind.MILITARY,
        "construction": Kind.CONSTRUCTION, "brownfield": Kind.CONSTRUCTION, "greenfield": Kind.CONSTRUCTION, "quarry": Kind.CONSTRUCTION,
        "railway": Kind.RAILWAY_LAND, "forest": Kind.FOREST, "recreation_ground": Kind.PARK, "village_green": Kind.PARK, "allotments": Kind.PARK,
        "grass": Kind.GRASS, "cemetery": Kind.CEMETERY, "reservoir": Kind.WATER, "basin": Kind.WATER, "pond": Kind.WATER,
        "education": Kind.SCHOOL, "religious": Kind.SCHOOL,
    },
    "leisure": {
        "park": Kind.PARK, "garden": Kind.PARK, "common": Kind.PARK, "golf_course": Kind.PARK, "dog_park": Kind.PARK, "playground": Kind.PARK,
        "pitch": Kind.PITCH, "track": Kind.PITCH, "stadium": Kind.PITCH, "sports_centre": Kind.PITCH, "swimming_pool": Kind.WATER,
    },
    "amenity": {
        "grave_yard": Kind.CEMETERY, "hospital": Kind.HOSPITAL, "clinic": Kind.HOSPITAL, "school": Kind.SCHOOL, "university": Kind.SCHOOL,
        "college": Kind.SCHOOL, "kindergarten": Kind.SCHOOL, "parking": Kind.PARKING, "marketplace": Kind.SQUARE,
    },
    "aeroway": {"aerodrome": Kind.AERODROME, "apron": Kind.APRON, "runway": Kind.APRON, "taxiway": Kind.APRON, "helipad": Kind.APRON},
    "man_made": {"pier": Kind.PIER, "breakwater": Kind.PIER, "quay": Kind.PIER, "bridge": Kind.PIER},
    "highway": {"pedestrian": Kind.SQUARE, "footway": Kind.SQUARE, "service": Kind.SQUARE, "platform": Kind.SQUARE},
    "railway": {"platform": Kind.SQUARE},
    "place": {"square": Kind.SQUARE},
    "military": {"*": Kind.MILITARY},
}  # fmt: skip

_ROADS = {
    "motorway": Kind.MOTORWAY, "trunk": Kind.TRUNK, "primary": Kind.PRIMARY, "secondary": Kind.SECONDARY, "tertiary": Kind.TERTIARY,
    "unclassified": Kind.MINOR, "residential": Kind.MINOR, "living_street": Kind.MINOR, "road": Kind.MINOR, "busway": Kind.SERVICE,
    "service": Kind.SERVICE, "pedestrian": Kind.PEDESTRIAN, "track": Kind.TRACK, "cycleway": Kind.CYCLEWAY, "footway": Kind.PATH,
    "path": Kind.PATH, "bridleway": Kind.PATH, "steps": Kind.STEPS,
}  # fmt: skip

_LINES: dict[str, dict[str, Kind]] = {
    "waterway": {
        "river": Kind.RIVER, "canal": Kind.RIVER, "stream": Kind.STREAM, "drain": Kind.STREAM, "ditch": Kind.STREAM, "dam": Kind.DAM,
        "weir": Kind.DAM,
    },
    "railway": {
        "rail": Kind.RAIL, "light_rail": Kind.TRAM, "tram": Kind.TRAM, "narrow_gauge": Kind.TRAM, "subway": Kind.SUBWAY, "funicular": Kind.TRAM,
        "monorail": Kind.TRAM,
    },
    "aeroway": {"runway": Kind.RUNWAY, "taxiway": Kind.TAXIWAY},
    "natural": {"coastline": Kind.COASTLINE, "cliff": Kind.CLIFF},
    "man_made": {"pier": Kind.PIER_LINE, "breakwater": Kind.PIER_LINE, "groyne": Kind.PIER_LINE},
    "route": {"ferry": Kind.FERRY},
    "power": {"line": Kind.POWER_LINE},
    "barrier": {"city_wall": Kind.WALL, "wall": Kind.WALL, "retaining_wall": Kind.WALL, "fence": Kind.WALL},
    "contour": {"elevation": Kind.CONTOUR, "elevation_major": Kind.CONTOUR_MAJOR},
    "aerialway": {"*": Kind.AERIALWAY},
}  # fmt: skip

_POINTS: dict[str, dict[str, Kind]] = {
    "place": {
        "city": Kind.CITY, "town": Kind.TOWN, "suburb": Kind.SUBURB, "borough": Kind.SUBURB, "village": Kind.VILLAGE, "quarter": Kind.QUARTER,
        "neighbourhood": Kind.QUARTER, "hamlet": Kind.HAMLET, "isolated_dwelling": Kind.HAMLET, "island": Kind.HAMLET, "islet": Kind.HAMLET,
        "locality": Kind.HAMLET,
    },
    "natural": {"peak": Kind.PEAK},
    "amenity": {
        "hospital": Kind.POI_HOSPITAL, "fire_station": Kind.POI_FIRE, "police": Kind.POI_POLICE, "ferry_terminal": Kind.POI_FERRY,
        "townhall": Kind.POI_TOWNHALL, "courthouse": Kind.POI_TOWNHALL, "school": Kind.POI_SCHOOL, "university": Kind.POI_SCHOOL,
        "college": Kind.POI_SCHOOL, "kindergarten": Kind.POI_SCHOOL, "place_of_worship": Kind.POI_WORSHIP, "theatre": Kind.POI_CULTURE,
        "library": Kind.POI_CULTURE, "arts_centre": Kind.POI_CULTURE, "pharmacy": Kind.POI_PHARMACY, "fuel": Kind.POI_FUEL,
        "parking": Kind.POI_PARKING, "bus_station": Kind.POI_STATION,
    },
    "railway": {"station": Kind.POI_STATION, "halt": Kind.POI_STATION, "tram_stop": Kind.POI_STOP},
    "highway": {"bus_stop": Kind.POI_STOP},
    "aeroway": {"aerodrome": Kind.POI_AIRPORT, "helipad": Kind.POI_HELIPAD},
    "tourism": {"museum": Kind.POI_CULTURE, "attraction": Kind.POI_CULTURE},
    "emergency": {"ambulance_station": Kind.POI_FIRE},
}  # fmt: skip

_BOUNDARIES = {"2": Kind.BOUNDARY_COUNTRY, "4": Kind.BOUNDARY_REGION, "5": Kind.BOUNDARY_REGION, "6": Kind.BOUNDARY_REGION}
_ALSO_LINES = frozenset(("highway", "railway", "aeroway", "man_made"))
_NO = frozenset(("no", "0", "false"))


def _first(table: Mapping[str, Mapping[str, Kind]], tags: Tags) -> Kind | None:
    for key, values in table.items():
        value = tags.get(key)
        if value is None or value == "no":
            continue
        kind = values.get(value) or values.get("*")
        if kind is not None:
            return kind
    return None


def area_kind(tags: Tags) -> Kind | None:
    """Return the kind of an area; closed streets, platforms and piers count only with `area=yes` or as relations."""
    if tags.get("area") == "no" or tags.get("location") == "underground" or tags.get("tunnel") == "yes":
        return None
    if tags.get("area") != "yes" and tags.get("type") != "multipolygon":
        tags = {key: value for key, value in tags.items() if key not in _ALSO_LINES or (key, value) in _CLOSED_IS_AREA}
    return _first(_AREAS, tags)


_CLOSED_IS_AREA = frozenset((
    ("man_made", "pier"), ("man_made", "quay"), ("man_made", "bridge"), ("aeroway", "aerodrome"), ("aeroway", "apron"), ("aeroway", "helipad"),
    ("railway", "platform"), ("highway", "platform"), ("man_made", "breakwater"),
))  # fmt: skip


def point_kind(tags: Tags) -> Kind | None:
    """Return the kind of a labelled point (also of an area with such a use)."""
    kind = _first(_POINTS, tags)
    if kind is Kind.POI_PARKING and tags.get("access") in {"private", "no", "customers"}:
        return None
    return kind


def line_kind(tags: Tags) -> Kind | None:
    """Return the kind of a line."""
    highway = tags.get("highway")
    if highway is not None:
        return None if tags.get("area") == "yes" else _ROADS.get(highway.removesuffix("_link"))
    kind = _first(_LINES, tags)
    if kind is Kind.RAIL and tags.get("service") in {"yard", "siding", "spur", "crossover"}:
        return Kind.SIDING
    if kind is Kind.CONTOUR and is_major_contour(tags):
        return Kind.CONTOUR_MAJOR
    if kind is Kind.STREAM and tags.get("tunnel", "no") != "no":
        return None
    if kind is None and tags.get("boundary") == "administrative":
        return _BOUNDARIES.get(tags.get("admin_level", ""), Kind.BOUNDARY_TOWN)
    return kind


def is_major_contour(tags: Tags) -> bool:
    """Return whether a contour line is one of those drawn stronger: every 50 m."""
    elevation = tags.get("ele", "")
    return elevation.removesuffix(".0").isdigit() and int(float(elevation)) % 50 == 0


def line_flags(tags: Tags) -> Flag:
    """Return the details of a line."""
    flags = Flag(0)
    if tags.get("oneway") in {"yes", "1", "true", "-1"} or tags.get("junction") == "roundabout":
        flags |= Flag.ONEWAY
    if tags.get("bridge", "no") not in _NO:
        flags |= Flag.BRIDGE
    if tags.get("tunnel", "no") not in _NO or tags.get("covered") == "yes":
        flags |= Flag.TUNNEL
    if tags.get("highway", "").endswith("_link"):
        flags |= Flag.LINK
    if tags.get("access") in {"private", "no"}:
        flags |= Flag.PRIVATE
    if tags.get("intermittent") == "yes":
        flags |= Flag.INTERMITTENT
    return flags


def line_layer(tags: Tags, flags: Flag) -> int:
    """Return the height at which a line is drawn, −5 … 5: its `layer`, else bridges 1 and tunnels −1."""
    text = tags.get("layer", "")
    if text.lstrip("-").isdigit():
        return max(-5, min(5, int(text)))
    if flags & Flag.BRIDGE:
        return 1
    return -1 if flags & Flag.TUNNEL else 0
