"""Who may use a way or pass a node, by mode. Hierarchy: OSM wiki, "Key:access", "Land-based transportation"."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.geo.roads.words import Access, Barrier, Mode, RoadClass

Tags = Mapping[str, str]

_VALUES: Mapping[str, Access] = {
    **dict.fromkeys(("yes", "designated", "official", "permissive", "public", "use_sidepath", "discouraged", "dismount", "unknown"), Access.YES),
    **dict.fromkeys(("destination", "customers", "delivery", "residents"), Access.DESTINATION),
    **dict.fromkeys(("private", "permit", "agricultural", "forestry", "agricultural;forestry"), Access.PRIVATE),
    **dict.fromkeys(("no", "emergency"), Access.NO),
}

_CHAIN: Mapping[Mode, tuple[str, ...]] = {
    Mode.MOTOR: ("motorcar", "motor_vehicle", "vehicle", "access"),
    Mode.EMERGENCY: ("emergency", "motor_vehicle", "vehicle", "access"),
    Mode.PSV: ("bus", "psv", "motor_vehicle", "vehicle", "access"),
    Mode.HGV: ("hgv", "goods", "motor_vehicle", "vehicle", "access"),
    Mode.TRAILER: ("trailer", "motorcar", "motor_vehicle", "vehicle", "access"),
    Mode.FOOT: ("foot", "access"),
}
"""Keys from the most particular to the most general."""

_ON_FOOT_ONLY = {RoadClass.FOOTWAY, RoadClass.PATH, RoadClass.CYCLEWAY, RoadClass.BRIDLEWAY, RoadClass.STEPS}
_NO_FOOT = {RoadClass.MOTORWAY, RoadClass.MOTORWAY_LINK, RoadClass.BUSWAY}


def usual_access(road_class: RoadClass, mode: Mode, tags: Tags) -> Access:
    """Return what holds where no access key says anything."""
    if mode == Mode.FOOT:
        return Access.NO if road_class in _NO_FOOT or tags.get("motorroad") == "yes" else Access.YES
    if road_class in _ON_FOOT_ONLY or road_class == RoadClass.FERRY:
        return Access.NO
    if road_class == RoadClass.PEDESTRIAN:
        return Access.PRIVATE if mode == Mode.EMERGENCY else Access.NO
    only = Mode.PSV if road_class == RoadClass.BUSWAY else Mode.EMERGENCY if tags.get("service") == "emergency_access" else None
    return Access.YES if only is None or mode == only else Access.NO


def access_word(tags: Tags, road_class: RoadClass, direction: str) -> int:
    """Return the access of all modes, two bits each, for `forward` or `backward`."""
    word = 0
    for mode in Mode:
        word |= int(_mode_access(tags, road_class, mode, direction)) << (2 * mode)
    return word


def _mode_access(tags: Tags, road_class: RoadClass, mode: Mode, direction: str) -> Access:
    for key in _CHAIN[mode]:
        value = tags.get(f"{key}:{direction}") or tags.get(key)
        if value is None or (key == "access" and road_class == RoadClass.PEDESTRIAN and value == "yes"):
            continue
        if key == "emergency" and value not in ("yes", "designated", "no", "official"):
            continue
        access = _VALUES.get(value)
        if access is None:
            continue
        if key == "access" and access > Access.NO:
            return min(access, usual_access(road_class, mode, tags))
        return access
    return usual_access(road_class, mode, tags)


_BARRIERS: Mapping[str, Barrier] = {
    **dict.fromkeys(("gate", "lift_gate", "swing_gate", "sliding_gate", "hampshire_gate", "chain", "bar", "rope"), Barrier.GATE),
    **dict.fromkeys(("bollard", "rising_bollard"), Barrier.BOLLARD),
    **dict.fromkeys(("block", "jersey_barrier", "debris", "log", "wall", "fence", "planter", "barrier_board"), Barrier.BLOCK),
    **dict.fromkeys(("cycle_barrier", "motorcycle_barrier", "stile", "horse_stile", "kissing_gate", "wicket_gate"), Barrier.NARROW),
    **dict.fromkeys(("turnstile", "full-height_turnstile"), Barrier.NARROW),
}
_OPENING = ("emergency", "motor_vehicle", "vehicle", "access")


def barrier_kind(tags: Tags) -> Barrier:
    """Return what stands on a node; `NONE` for nothing, for what vehicles drive over (kerbs, toll booths …) and for what its tags open."""
    kind = _BARRIERS.get(tags.get("barrier", ""), Barrier.NONE)
    if kind in (Barrier.NONE, Barrier.NARROW):
        return kind
    for key in _OPENING:
        value = tags.get(key)
        if value in ("yes", "designated", "permissive", "destination"):
            return Barrier.NONE
        if value == "no":
            return kind
    if tags.get("locked") == "no" and kind == Barrier.GATE:
        return Barrier.NONE
    return kind
