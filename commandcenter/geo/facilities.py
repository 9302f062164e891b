"""Stations, hospitals, shelters, hydrants, helipads and depots that the map knows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.importing.objects import Rings, names_by_language, point_in
from commandcenter.geo.importing.sinks import Member, Tags
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.progress import Progress
from commandcenter.model.words import FacilityKind, LonLat

FILE = "facilities/facilities.json"

KINDS: Sequence[tuple[str, str, FacilityKind]] = (
    ("amenity", "fire_station", FacilityKind.FIRE_STATION),
    ("amenity", "police", FacilityKind.POLICE_STATION),
    ("emergency", "ambulance_station", FacilityKind.AMBULANCE_STATION),
    ("amenity", "hospital", FacilityKind.HOSPITAL),
    ("healthcare", "hospital", FacilityKind.HOSPITAL),
    ("social_facility", "shelter", FacilityKind.SHELTER),
    ("emergency", "assembly_point", FacilityKind.SHELTER),
    ("emergency", "shelter", FacilityKind.SHELTER),
    ("amenity", "refugee_site", FacilityKind.SHELTER),
    ("emergency", "fire_hydrant", FacilityKind.HYDRANT),
    ("aeroway", "helipad", FacilityKind.HELIPAD),
    ("aeroway", "heliport", FacilityKind.HELIPAD),
    ("emergency", "supply_depot", FacilityKind.DEPOT),
)
"""Tag, value and what it means; the first that fits wins. `amenity=shelter` is left out: nearly all are bus shelters."""

SAME_WITHIN_M = {FacilityKind.HELIPAD: 60.0}
SAME_WITHIN_DEFAULT_M = 250.0
"""A node and an area of one kind and name this near are the same place, mapped twice."""

_M_PER_DEG = 111_195.0
_KEPT_TAGS = (
    "operator",
    "beds",
    "capacity",
    "phone",
    "contact:phone",
    "website",
    "fire_hydrant:type",
    "fire_hydrant:diameter",
    "opening_hours",
    "ele",
)


@dataclass(frozen=True, slots=True)
class Facility:
    """A place of use in an emergency, as the map has it."""

    id: Id
    """The same at every import of the same object."""
    kind: FacilityKind
    name: str
    """As written locally; may be empty (hydrants)."""
    names: Mapping[str, str]
    """By language code, e.g. `en`, `zh`."""
    at: LonLat
    tags: Mapping[str, str]
    """A few useful ones: operator, beds, phone …"""


class FacilitySink:
    """Collects the facilities of a map."""

    def __init__(self) -> None:
        self._nodes: list[Facility] = []
        self._areas: list[Facility] = []

    def begin(self, scratch: Path) -> None:
        """Nothing to prepare: there are few facilities."""

    def node(self, osm_id: int, tags: Tags, lon: float, lat: float) -> None:
        """Take a facility mapped as a point."""
        kind = kind_of(tags)
        if kind is not None:
            self._nodes.append(_facility(f"n{osm_id}", kind, tags, LonLat(lon, lat)))

    def way(self, osm_id: int, tags: Tags, node_ids: NDArray[np.int64], lons: NDArray[np.float64], lats: NDArray[np.float64]) -> None:
        """Ways come again as areas."""

    def area(self, osm_id: int, tags: Tags, rings: Rings) -> None:
        """Take a facility mapped as a building or ground."""
        kind = kind_of(tags)
        if kind is not None:
            self._areas.append(_facility(f"a{osm_id}", kind, tags, point_in(rings)))

    def relation(self, osm_id: int, tags: Tags, members: Sequence[Member]) -> None:
        """Multipolygons come as areas."""

    def finish(self, pack: Path, progress: Progress) -> Mapping[str, int | float | str]:
        """Write one JSON file, doubles taken out."""
        found = sorted(_without_doubles(self._areas + self._nodes), key=lambda f: (f.kind, f.name, f.id))
        target = pack / FILE
        target.parent.mkdir(parents=True)
        rows = [{"id": f.id, "kind": f.kind, "name": f.name, "names": f.names, "at": f.at, "tags": f.tags} for f in found]
        target.write_text(json.dumps(rows, ensure_ascii=False, indent=0), "utf-8")
        progress.report("facilities", 1, 1)
        return {"facilities": len(found)}


def kind_of(tags: Tags) -> FacilityKind | None:
    """Return what the tags make of a place, `None` for anything that is no facility."""
    return next((kind for key, value, kind in KINDS if tags.get(key) == value), None)


def read_facilities(pack: Path) -> list[Facility]:
    """Return the facilities of a pack; `KnownError` where the file is broken."""
    try:
        rows = json.loads((pack / FILE).read_text("utf-8"))
        return [Facility(Id(r["id"]), FacilityKind(r["kind"]), r["name"], r["names"], LonLat(*r["at"]), r["tags"]) for r in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnownError("The facilities of the region {name} cannot be read; import it again.", name=pack.name) from error


def _facility(source: str, kind: FacilityKind, tags: Tags, at: LonLat) -> Facility:
    name = tags.get("name") or tags.get("operator", "") * (kind is not FacilityKind.HYDRANT) or tags.get("ref", "")
    kept = {key: tags[key] for key in _KEPT_TAGS if key in tags}
    return Facility(derived_id("osm-facility", source), kind, name, names_by_language(tags), at, kept)


def _without_doubles(found: Sequence[Facility]) -> list[Facility]:
    """Keep the first of each that are the same; areas stand first: their point is the building."""
    kept: dict[FacilityKind, list[Facility]] = {}
    for facility in found:
        same_kind = kept.setdefault(facility.kind, [])
        if facility.kind is FacilityKind.HYDRANT or not any(_same(facility, other) for other in same_kind):
            same_kind.append(facility)
    return [facility for same_kind in kept.values() for facility in same_kind]


def _same(one: Facility, other: Facility) -> bool:
    if one.name and other.name and one.name != other.name:
        return False
    east = (one.at.lon - other.at.lon) * _M_PER_DEG * float(np.cos(np.radians(one.at.lat)))
    north = (one.at.lat - other.at.lat) * _M_PER_DEG
    return east * east + north * north <= SAME_WITHIN_M.get(one.kind, SAME_WITHIN_DEFAULT_M) ** 2
