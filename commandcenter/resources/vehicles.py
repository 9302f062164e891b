"""Vehicle profiles of a catalogue: checked key by key, so that a slip is named by line; then read as the roads read them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from commandcenter.geo.roads.profiles import Profile, parse_profiles
from commandcenter.geo.roads.words import Barrier, Mode, RoadClass
from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import Sentence, say
from commandcenter.resources.tables import Item, read_named_tables

VEHICLES_FILE = "profiles.toml"
CLASSES = tuple(road_class.name.lower() for road_class in RoadClass)
MODES = tuple(mode.name.lower() for mode in Mode)
BARRIERS = tuple(barrier.name.lower() for barrier in Barrier if barrier != Barrier.NONE)
KPH = (0.5, 300.0)
"""Slower than this nobody travels; faster, no vehicle does."""
FACTOR = (0.05, 10.0)
NUMBERS: Mapping[str, tuple[float, float]] = {
    "limit_share": (0.05, 3.0),
    "top_kph": KPH,
    "rough_kph": KPH,
    "access_kph": KPH,
    "contraflow_kph": (0.0, 100.0),
    "height_m": (0.0, 10.0),
    "width_m": (0.0, 10.0),
    "weight_t": (0.0, 200.0),
}
FLAGS = ("private", "bus_lanes", "fords", "ferries", "obeys_turns")
SHARED = (*NUMBERS, *FLAGS, "barriers", "factors")
"""What a policy says for all profiles that follow it; a profile may say otherwise for itself."""


def load_vehicles(path: Path) -> dict[str, Profile]:
    """Read vehicle profiles by name; `KnownError` names file, line and key of the first fault."""
    tables = read_named_tables(path, "speeds", "policies", "profiles")
    speeds, policies, profiles = (tables[group] for group in ("speeds", "policies", "profiles"))
    if not profiles:
        raise KnownError("{file}: there must be at least one vehicle, [profiles.NAME].", file=path.name)
    for item in speeds.values():
        _by_class(item, item.raw, "", *KPH)
    for item in policies.values():
        item.only(*SHARED)
        _check_shared(item)
    for item in profiles.values():
        item.only(*SHARED, "policy", "mode", "speeds")
        _check_shared(item)
        _one_of(item, "mode", MODES, say("way of travelling"), needed=True)
        _one_of(item, "speeds", speeds, say("set of speeds"), needed=True)
        _one_of(item, "policy", policies, say("policy"))
    return parse_profiles({group: {name: dict(item.raw) for name, item in items.items()} for group, items in tables.items()})


def _check_shared(item: Item) -> None:
    for name, (least, most) in NUMBERS.items():
        item.number(name, least, most)
    for name in FLAGS:
        item.flag(name)
    item.texts("barriers", BARRIERS, say("barrier"))
    factors = item.raw.get("factors", {})
    if not isinstance(factors, dict):
        raise item.fault("factors", say("{name} must be a table of numbers by class of road", name="factors"))
    _by_class(item, factors, "factors.", *FACTOR)


def _by_class(item: Item, values: Mapping[str, object], prefix: str, least: float, most: float) -> None:
    """Check numbers by class of road."""
    for name, value in values.items():
        if name not in CLASSES:
            raise item.fault(f"{prefix}{name}", say("there is no {what} “{value}”", what=say("class of road"), value=name))
        if type(value) not in (int, float) or not least <= value <= most:  # type: ignore[operator] # a number by the first half
            raise item.fault(f"{prefix}{name}", say("{name} must be a number from {least} to {most}", name=name, least=least, most=most))


def _one_of(item: Item, name: str, known: Collection[str], what: Sentence, *, needed: bool = False) -> None:
    value = item.text(name) if needed or name in item.raw else None
    if value is not None and value not in known:
        raise item.fault(name, say("there is no {what} “{value}”", what=what, value=value))
