"""Who may use a way or pass a node, by mode. Hierarchy: OSM wiki, "Key:access", "Land-based transportation"."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.geo.roads.words import Access, Barrier, Mode, RoadClass

Tags = Mapping[str, str]

_VALUES = {
    "yes": Access.YES, "designated": Access.YES, "official": Access.YES, "permissive": Access.YES, "public": Access.YES, "destination": Access.DESTINATION,
    "customers": Access.DESTINATION, "delivery": Access.DESTINATION, "permit": Access.PRIVATE, "private": Access.PRIVATE, "agricultural": Access.PRIVATE,
    "forestry": Access.PRIVATE, "agricultural;forestry": Access.PRIVATE, "residents": Access.DESTINATION, "emergency": Access.NO, "no": Access.NO,
    "use_sidepath": Access.YES, "discouraged": Access.YES, "dismount": Access.YES, "unknown": Access.YES,
}  # fmt: skip

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
    if road_class in _ON_FOOT_ONLY:
        return Access.NO
    if road_class == RoadClass.PEDESTRIAN:
        return Access.PRIVATE if mode == Mode.EMERGENCY else Access.NO
    if road_class == RoadClass.BUSWAY:
        return Access.YES if mode == Mode.PSV else Access.NO
    if tags.get("service") == "emergency_access":
        return Access.YES if mode == Mode.EMERGENCY else Access.NO
    if road_class == RoadClass.FERRY and mode != Mode.FOOT:
        return Access.NO
    return Access.YES


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


_BARRIERS = {
    "gate": Barrier.GATE, "lift_gate": Barrier.GATE, "swing_gate": Barrier.GATE, "sliding_gate": Barrier.GATE, "hampshire_gate": Barrier.GATE, "chain": Barrier.GATE,
    "bar": Barrier.GATE, "rope": Barrier.GATE, "wicket_gate": Barrier.NARROW, "bollard": Barrier.BOLLARD, "rising_bollard": Barrier.BOLLARD, "block": Barrier.BLOCK,
    "jersey_barrier": Barrier.BLOCK, "debris": Barrier.BLOCK, "log": Barrier.BLOCK, "wall": Barrier.BLOCK, "fence": Barrier.BLOCK, "planter": Barrier.BLOCK,
    "barrier_board": Barrier.BLOCK, "cycle_barrier": Barrier.NARROW, "motorcycle_barrier": Barrier.NARROW, "stile": Barrier.NARROW, "kissing_gate": Barrier.NARROW,
    "turnstile": Barrier.NARROW, "full-height_turnstile": Barrier.NARROW, "horse_stile": Barrier.NARROW,
}  # fmt: skip
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
