"""Vehicle profiles: what a vehicle may use and how fast it goes. Data in `assets/catalogue/profiles.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from commandcenter.geo.roads.words import Barrier, Mode, RoadClass
from commandcenter.model.assets import assets_dir
from commandcenter.model.errors import KnownError


@dataclass(frozen=True)
class Profile:
    """One kind of traveller. Missing classes in `speeds_kph` are not used at all."""

    name: str
    mode: Mode
    speeds_kph: Mapping[RoadClass, float]
    """Free-flow speed where the map gives no limit."""
    limit_share: float = 1.0
    """Share of a signed limit that ordinary traffic reaches."""
    factors: Mapping[RoadClass, float] = field(default_factory=dict)
    """Emergency driving: multiplies the speed, by class; 1 where missing."""
    time_factors: Mapping[RoadClass, float] = field(default_factory=dict)
    """From the agency's own runs: multiplies the driving time, by class; 1 where missing."""
    top_kph: float = 200.0
    rough_kph: float = 200.0
    """Top speed on unpaved or bad surface."""
    height_m: float = 0.0
    """0: no matter."""
    width_m: float = 0.0
    weight_t: float = 0.0
    private: bool = False
    bus_lanes: bool = False
    contraflow_kph: float = 0.0
    """Speed against a one-way; 0: never. Not against motorways, roundabouts and links."""
    fords: bool = False
    ferries: bool = False
    barriers: frozenset[Barrier] = frozenset()
    """What it passes."""
    obeys_turns: bool = True
    access_kph: float = 5.0
    """From an origin off the road (a yard) to the road."""


def with_times(profile: Profile, factors: Mapping[str, float]) -> Profile:
    """Return a vehicle whose driving times on each class of road are so many times as long; nobody walks differently."""
    if profile.mode == Mode.FOOT:
        return profile
    return replace(profile, time_factors={road_class: factors[name] for road_class in RoadClass if (name := road_class.name.lower()) in factors})


WALKING_KPH = 5.0
"""From the road to an incident off it: our choice, the usual round figure for adults on the level."""


def parse_profiles(table: Mapping[str, Any]) -> dict[str, Profile]:
    """Return the profiles of a TOML document; `KnownError` names what cannot be read."""
    sets = {name: {RoadClass[key.upper()]: float(value) for key, value in values.items()} for name, values in table["speeds"].items()}
    policies = {name: dict(values) for name, values in table.get("policies", {}).items()}
    found = {}
    for name, given in table["profiles"].items():
        try:
            found[name] = _profile(name, {**policies.get(given.get("policy", ""), {}), **given}, sets)
        except (KeyError, TypeError, ValueError) as error:
            raise KnownError("Vehicle profile {name} cannot be read: {problem}.", name=name, problem=str(error)) from error
    return found


def _profile(name: str, given: dict[str, Any], sets: Mapping[str, Mapping[RoadClass, float]]) -> Profile:
    given.pop("policy", None)
    factors = {RoadClass[key.upper()]: float(value) for key, value in given.pop("factors", {}).items()}
    barriers = frozenset(Barrier[key.upper()] for key in given.pop("barriers", ()))
    speeds = sets[given.pop("speeds")]
    return Profile(name, Mode[given.pop("mode").upper()], speeds, factors=factors, barriers=barriers, **given)


def read_profiles(path: Path) -> dict[str, Profile]:
    """Return the profiles of a file; `KnownError` if it is not readable TOML of that kind."""
    try:
        return parse_profiles(tomllib.loads(path.read_text("utf-8")))
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise KnownError("The vehicle profiles cannot be read: {problem}.", problem=str(error)) from error


@lru_cache(maxsize=1)
def default_profiles() -> Mapping[str, Profile]:
    """Return the shipped profiles by name."""
    return read_profiles(assets_dir() / "catalogue" / "profiles.toml")
