"""Collects what can be searched for; rows wait in a scratch database, so that memory stays small."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.gazetteer.build import Builder
from commandcenter.geo.gazetteer.folding import fold, other_names
from commandcenter.geo.gazetteer.store import STREET_NODE, as_json
from commandcenter.geo.importing.objects import Rings, names_by_language, points_in
from commandcenter.geo.importing.sinks import Member, Tags
from commandcenter.model.progress import Progress

PLACE_WEIGHT = {
    "city": 1.0,
    "town": 0.8,
    "borough": 0.7,
    "village": 0.6,
    "suburb": 0.6,
    "quarter": 0.5,
    "hamlet": 0.4,
    "neighbourhood": 0.4,
    "island": 0.4,
    "square": 0.3,
    "isolated_dwelling": 0.2,
    "locality": 0.2,
    "farm": 0.2,
}
"""`place=*` and its importance in the search."""

POI_KEYS = (
    "amenity",
    "emergency",
    "healthcare",
    "railway",
    "aeroway",
    "public_transport",
    "tourism",
    "shop",
    "office",
    "leisure",
    "historic",
    "man_made",
    "craft",
    "social_facility",
    "military",
    "industrial",
    "harbour",
    "natural",
    "waterway",
    "water",
    "landuse",
    "bridge",
    "building",
)
POI_WEIGHT = {"hospital": 0.5, "fire_station": 0.5, "police": 0.5, "station": 0.5, "university": 0.4, "school": 0.3, "aerodrome": 0.5}
POI_WEIGHT_DEFAULT = 0.15

ROWS_HELD = 5000
AREAS_HELD = 2000

_RAW = """
create table way (id integer primary key, key text, name text, names text, others text, points blob);
create table address (key text, street text, number text, city text, lon real, lat real);
create table thing (kind text, class text, name text, names text, others text, lon real, lat real, weight real);
"""
_INTO = {
    "way": "insert into way values (?,?,?,?,?,?)",
    "address": "insert into address values (?,?,?,?,?,?)",
    "thing": "insert into thing values (?,?,?,?,?,?,?,?)",
}


class SearchSink:
    """Builds `search/search.db` of a pack."""

    def __init__(self) -> None:
        self._held: dict[str, list[tuple[object, ...]]] = {name: [] for name in _INTO}
        self._areas: list[tuple[Tags, Rings]] = []
        self._ways = 0

    def begin(self, scratch: Path) -> None:
        """Open the scratch files."""
        self._raw = sqlite3.connect(scratch / "raw.db", isolation_level=None)
        self._raw.execute("pragma journal_mode=off")
        self._raw.execute("pragma synchronous=off")
        self._raw.executescript(_RAW)
        self._raw.execute("begin")
        self._nodes_path = scratch / "street-nodes"
        self._nodes = self._nodes_path.open("wb")

    def close(self) -> None:
        """Release the scratch files; also after a failed import."""
        self._raw.close()
        self._nodes.close()

    def node(self, osm_id: int, tags: Tags, lon: float, lat: float) -> None:
        """Take an address, place or POI."""
        self._thing(tags, lon, lat)

    def way(self, osm_id: int, tags: Tags, node_ids: NDArray[np.int64], lons: NDArray[np.float64], lats: NDArray[np.float64]) -> None:
        """Take a street, river or named line."""
        if "highway" in tags and tags.get("area") != "yes":
            self._street(tags, node_ids, lons, lats)
        elif node_ids[0] != node_ids[-1]:
            middle = len(lons) // 2
            self._thing(tags, float(lons[middle]), float(lats[middle]))

    def area(self, osm_id: int, tags: Tags, rings: Rings) -> None:
        """Take an address, place or POI mapped as an area."""
        if "addr:housenumber" in tags or "name" in tags:
            self._areas.append((tags, rings))
            if len(self._areas) >= AREAS_HELD:
                self._flush_areas()

    def relation(self, osm_id: int, tags: Tags, members: Sequence[Member]) -> None:
        """Multipolygons come as areas."""

    def finish(self, pack: Path, progress: Progress) -> Mapping[str, int | float | str]:
        """Build the index."""
        self._flush_areas()
        for table in _INTO:
            self._flush(table)
        self._raw.execute("commit")
        self._raw.execute("create index way_key on way (key)")
        self._raw.execute("create index address_key on address (key)")
        self._nodes.close()
        try:
            return Builder(self._raw, self._nodes_path, pack / "search", progress).build()
        finally:
            self.close()

    def _street(self, tags: Tags, node_ids: NDArray[np.int64], lons: NDArray[np.float64], lats: NDArray[np.float64]) -> None:
        name = tags.get("name") or tags.get("ref")
        if not name:
            return
        points = np.column_stack((lons, lats))
        names = names_by_language(tags)
        self._hold("way", (self._ways, fold(name), name, as_json(names), as_json(other_names(tags)), points.tobytes()))
        row = np.empty(len(node_ids), STREET_NODE)
        row["node"], row["way"], row["lon"], row["lat"] = node_ids, self._ways, lons, lats
        self._nodes.write(row.tobytes())
        self._ways += 1

    def _flush_areas(self) -> None:
        areas, self._areas = self._areas, []
        for (tags, _), (lon, lat) in zip(areas, points_in([rings for _, rings in areas]).tolist(), strict=True):
            self._thing(tags, lon, lat)

    def _thing(self, tags: Tags, lon: float, lat: float) -> None:
        number = tags.get("addr:housenumber")
        street = tags.get("addr:street") or tags.get("addr:place")
        if number and street:
            for part in number.replace(",", ";").split(";"):
                if part.strip():
                    self._hold("address", (fold(street), street, part.strip(), tags.get("addr:city", ""), lon, lat))
        name = tags.get("name")
        if not name:
            return
        kind, group, weight = _class_of(tags)
        if kind:
            self._hold("thing", (kind, group, name, as_json(names_by_language(tags)), as_json(other_names(tags)), lon, lat, weight))

    def _hold(self, table: str, row: tuple[object, ...]) -> None:
        held = self._held[table]
        held.append(row)
        if len(held) >= ROWS_HELD:
            self._flush(table)

    def _flush(self, table: str) -> None:
        self._raw.executemany(_INTO[table], self._held[table])
        self._held[table].clear()


def _class_of(tags: Tags) -> tuple[str, str, float]:
    """Return (kind, class, weight) of a named thing; an empty kind for what nobody searches."""
    place = tags.get("place", "")
    if place in PLACE_WEIGHT:
        return "place", place, PLACE_WEIGHT[place]
    for key in POI_KEYS:
        value = tags.get(key)
        if value and value != "no":
            return "poi", value if value != "yes" else key, POI_WEIGHT.get(value, POI_WEIGHT_DEFAULT)
    return "", "", 0.0
