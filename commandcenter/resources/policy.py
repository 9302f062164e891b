"""The agency's choices where plans leave one, read from `assets/catalogue/policy.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import MISSING, dataclass, fields
from pathlib import Path

from commandcenter.model.errors import KnownError

POLICY_FILE = "policy.toml"


@dataclass(frozen=True, slots=True)
class Divert:
    """When a unit may be taken off a less urgent incident."""

    for_priority: int
    switch_s: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """What counts as covered, and when moving units up is worth it."""

    within_min: float
    busy_share: float
    least_gain: float
    most_moves: int
    places: int
    near_s: float
    """Who is later by no more than this is as good, where life is not at risk: then the one goes who is missed least."""
    protect_places: int


@dataclass(frozen=True, slots=True)
class Supplies:
    """What depots keep for themselves."""

    keep_share: float


@dataclass(frozen=True, slots=True)
class Surge:
    """Many reports at once."""

    same_place_m: float
    same_time_min: float
    ageing_min: float
    overload_share: float = 0.0
    """Overloaded is where so many incidents per unit in service have been untouched for longer than `ageing_min`."""
    reserve_min: float = 0.0
    """Then as many units of each kind stay free for life at risk as calls for it come in so many minutes, at the rate of the last hour,"""
    reserve_share: float = 0.0
    """and no more than this share of those in service; 0: none."""


@dataclass(frozen=True, slots=True)
class Policy:
    """All of it. Immutable, safe in any thread."""

    divert: Divert
    coverage: Coverage
    supplies: Supplies
    surge: Surge


def load_policy(path: Path) -> Policy:
    """Read a policy file; `KnownError` naming the file and the fault when it is not complete."""
    try:
        with path.open("rb") as file:
            raw = tomllib.load(file)
    except OSError as error:
        raise KnownError("The file {file} cannot be read: {why}.", file=path.name, why=error.strerror or str(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnownError("{file}: {why}.", file=path.name, why=str(error)) from error
    return Policy(
        Divert(for_priority=int(_number(path, raw, "divert", "for_priority")), switch_s=_number(path, raw, "divert", "switch_s")),
        Coverage(
            within_min=_number(path, raw, "coverage", "within_min"),
            busy_share=_number(path, raw, "coverage", "busy_share"),
            least_gain=_number(path, raw, "coverage", "least_gain"),
            most_moves=int(_number(path, raw, "coverage", "most_moves")),
            places=int(_number(path, raw, "coverage", "places")),
            near_s=_number(path, raw, "coverage", "near_s"),
            protect_places=int(_number(path, raw, "coverage", "protect_places")),
        ),
        Supplies(**{f.name: _number(path, raw, "supplies", f.name) for f in fields(Supplies)}),
        Surge(**{f.name: _number(path, raw, "surge", f.name, None if f.default is MISSING else 0.0) for f in fields(Surge)}),
    )


def _number(path: Path, raw: dict[str, object], table: str, name: str, otherwise: float | None = None) -> float:
    found = raw.get(table)
    value = found.get(name, otherwise) if isinstance(found, dict) else None
    if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
        raise KnownError("{file}: {name} must be a number, zero or more.", file=path.name, name=f"{table}.{name}")
    return float(value)
