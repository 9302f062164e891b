"""From a way's tags to what the graph keeps of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.geo.importing.translations import translations
from commandcenter.geo.roads.access import access_word
from commandcenter.geo.roads.quantities import metres, speed_kph, tonnes
from commandcenter.geo.roads.words import Flag, RoadClass

Tags = Mapping[str, str]

_CLASSES = {road_class.name.lower(): road_class for road_class in RoadClass if road_class != RoadClass.FERRY} | {
    "corridor": RoadClass.FOOTWAY,
    "bus_guideway": RoadClass.BUSWAY,
}
_ROUGH_SURFACES = frozenset(
    [
        "unpaved",
        "gravel",
        "fine_gravel",
        "pebblestone",
        "ground",
        "dirt",
        "earth",
        "grass",
        "mud",
        "sand",
        "rock",
        "clay",
        "woodchips",
        "unhewn_cobblestone",
        "cobblestone",
    ]
)
_ROUGH_TRACKS = {"grade3", "grade4", "grade5"}
_ROUGH_SMOOTHNESS = {"bad", "very_bad", "horrible", "very_horrible", "impassable"}
_SEPARATED = {road_class for road_class in RoadClass if road_class <= RoadClass.PRIMARY_LINK} | {RoadClass.SECONDARY_LINK}
"""One-ways of these are carriageways of divided or main roads: nobody goes against them, siren or not."""


@dataclass(frozen=True, slots=True)
class WayFacts:
    """One way, read."""

    road_class: RoadClass
    name: str
    speed_kph: tuple[float, float]
    """Signed limit along and against; 0: none known."""
    access: tuple[int, int]
    height_m: float
    width_m: float
    weight_t: float
    flags: Flag
    oneway: int
    names: Mapping[str, str] = field(default_factory=dict)
    """Name by language where it differs from `name`."""


def road_class_of(tags: Tags) -> RoadClass | None:
    """Return the class of a road or ferry; `None` for everything else, also what is only planned or being built."""
    if tags.get("route") == "ferry":
        return RoadClass.FERRY
    return _CLASSES.get(tags.get("highway", ""))


def read_way(tags: Tags) -> WayFacts | None:
    """Return what the graph keeps of a way; `None` if it is no road or an area."""
    road_class = road_class_of(tags)
    if road_class is None or tags.get("area") == "yes":
        return None
    oneway, reversible = _oneway(tags, road_class)
    words = access_word(tags, road_class, "forward"), access_word(tags, road_class, "backward")
    if not any(words):
        return None
    flags = _flags(tags, road_class, oneway) | (Flag.REVERSIBLE if reversible else Flag(0))
    name = tags.get("name") or tags.get("ref") or tags.get("int_name") or ""
    limits = metres(tags.get("maxheight:physical") or tags.get("maxheight")), metres(tags.get("maxwidth:physical") or tags.get("maxwidth"))
    return WayFacts(road_class, name, _speeds(tags), words, *limits, tonnes(tags.get("maxweight")), flags, oneway, translations(tags, name))


def _speeds(tags: Tags) -> tuple[float, float]:
    """Return the limits both ways. Conditional ones (by hour or weather) are left out: emergencies keep no hours."""
    zone = tags.get("maxspeed:type") or tags.get("source:maxspeed") or tags.get("zone:maxspeed") or tags.get("zone:traffic")
    both = speed_kph(tags.get("maxspeed")) or speed_kph(zone)
    return speed_kph(tags.get("maxspeed:forward")) or both, speed_kph(tags.get("maxspeed:backward")) or both


def _oneway(tags: Tags, road_class: RoadClass) -> tuple[int, bool]:
    """Return the direction (1 along, -1 against, 0 both) and whether it changes with the hour."""
    value = tags.get("oneway:motor_vehicle") or tags.get("oneway:vehicle") or tags.get("oneway", "")
    if value in ("reversible", "alternating"):
        return 0, value == "reversible"
    if value in ("yes", "true", "1"):
        return 1, False
    if value in ("-1", "reverse"):
        return -1, False
    if value in ("no", "false", "0"):
        return 0, False
    implied = road_class == RoadClass.MOTORWAY or tags.get("junction") in ("roundabout", "circular")
    return int(implied), False


def _flags(tags: Tags, road_class: RoadClass, oneway: int) -> Flag:
    flags = Flag(0)
    if tags.get("bridge", "no") != "no":
        flags |= Flag.BRIDGE
    if tags.get("tunnel", "no") != "no":
        flags |= Flag.TUNNEL
    if tags.get("ford", "no") != "no":
        flags |= Flag.FORD
    around = tags.get("junction") in ("roundabout", "circular")
    if around:
        flags |= Flag.ROUNDABOUT
    if tags.get("surface") in _ROUGH_SURFACES or tags.get("tracktype") in _ROUGH_TRACKS or tags.get("smoothness") in _ROUGH_SMOOTHNESS:
        flags |= Flag.ROUGH
    if any(tags.get(f"oneway:{mode}") == "no" for mode in ("psv", "bus", "emergency")) or tags.get("busway") == "opposite_lane":
        flags |= Flag.PSV_AGAINST
    if tags.get("oneway:foot") == "yes" or (oneway and road_class in (RoadClass.STEPS, RoadClass.FOOTWAY) and "conveying" in tags):
        flags |= Flag.FOOT_ONEWAY
    if around or road_class in _SEPARATED or tags.get("dual_carriageway") == "yes":
        flags |= Flag.PHYSICAL
    return flags
