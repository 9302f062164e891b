"""Reads the authored plan of the city (`assets/training/city.toml`): kilometres become metres here."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from commandcenter.model.assets import assets_dir

Table = dict[str, Any]
Line = NDArray[np.float64]
"""n×2 array of metres east and north of the origin."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in both languages."""

    en: str
    zh: str

    def tags(self) -> dict[str, str]:
        """Return the OSM name tags; the local name is the English one."""
        return {"name": self.en, "name:en": self.en, "name:zh": self.zh}


@dataclass(frozen=True, slots=True)
class Quarter:
    """A part of the city, or a village: who lives there and how it is built."""

    name: Name
    at: tuple[float, float]
    style: str
    reach_m: float
    population: int
    place: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The authored plan."""

    table: Table
    quarters: tuple[Quarter, ...]
    villages: tuple[Quarter, ...]

    @property
    def origin(self) -> tuple[float, float]:
        """Longitude and latitude of (0, 0)."""
        lon, lat = self.table["place"]["origin"]
        return lon, lat


def metres(points: list[list[float]]) -> Line:
    """Turn authored kilometres into metres."""
    return np.asarray(points, dtype=np.float64) * 1000.0


def name_of(table: Table) -> Name:
    """Read a `{ en = …, zh = … }` table."""
    return Name(table["en"], table["zh"])


def load_table(file: str) -> Table:
    """Read one TOML file of `assets/training`."""
    with (assets_dir() / "training" / file).open("rb") as source:
        return tomllib.load(source)


def _quarter(table: Table, style: str | None = None) -> Quarter:
    x, y = table["at"]
    return Quarter(
        name_of(table["name"]),
        (x * 1000.0, y * 1000.0),
        style or table["style"],
        table["reach"] * 1000.0,
        table["population"],
        table.get("place", "suburb"),
    )


def load_plan() -> Plan:
    """Read `city.toml`."""
    table = load_table("city.toml")
    return Plan(
        table,
        tuple(_quarter(entry) for entry in table["quarters"]),
        tuple(_quarter(entry, "village") for entry in table["villages"]),
    )
