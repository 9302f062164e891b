"""What is waiting when the program starts for the first time."""

from __future__ import annotations

from dataclasses import dataclass

from pyproj import Geod, Transformer

from commandcenter.geo.training.plan import load_plan, load_table
from commandcenter.model.ports import Gazetteer
from commandcenter.model.words import LonLat


@dataclass(frozen=True, slots=True)
class FirstIncident:
    """The waiting incident: its type's code, where, and what the caller said by language."""

    type: str
    at: LonLat
    address: str
    text: dict[str, str]


def first_incident(gazetteer: Gazetteer | None = None) -> FirstIncident:
    """Return the first incident of the training region.

    It lies across the river from the fire station that is nearest by air, so that the first recommendation already
    shows why roads count. With a gazetteer of the imported region the address and position are those of a real house.
    """
    table = load_table("places.toml")["first_incident"]
    at = to_lonlat(table["near"][0] * 1000.0, table["near"][1] * 1000.0)
    found = gazetteer.reverse(at) if gazetteer else None
    if found and Geod(ellps="WGS84").inv(*at, *found.at)[2] < 250.0:
        return FirstIncident(table["type"], found.at, found.name, dict(table["text"]))
    return FirstIncident(table["type"], at, "", dict(table["text"]))


def to_lonlat(x_m: float, y_m: float) -> LonLat:
    """Return the position of metres east and north of the plan's origin."""
    lon, lat = load_plan().origin
    back = Transformer.from_crs(f"+proj=tmerc +lat_0={lat} +lon_0={lon} +ellps=WGS84", "EPSG:4326", always_xy=True)
    return LonLat(*(round(value, 7) for value in back.transform(x_m, y_m)))
