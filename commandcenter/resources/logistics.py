"""Goods, kits, what vehicles carry, and what hospitals and shelters offer: tables of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from commandcenter.model.sentences import say
from commandcenter.model.words import FacilityKind
from commandcenter.resources.tables import read_unique
from commandcenter.resources.terms import Term, names_of, quantities_of

ITEMS_FILE, KITS_FILE, CARRIERS_FILE, CARE_FILE = "supply_items.csv", "kits.csv", "carriers.csv", "care.csv"
LOGISTICS_FILES = (ITEMS_FILE, KITS_FILE, CARRIERS_FILE, CARE_FILE)
_MOST = 1_000_000_000


@dataclass(frozen=True, slots=True)
class SupplyItem(Term):
    """Goods a depot can hold."""

    unit: str
    depot_stock: int
    """What a new depot of the default fleet holds."""
    weight_g: int = 0
    """Of one piece, packed."""
    volume_ml: int = 0


@dataclass(frozen=True, slots=True)
class Kit(Term):
    """Goods that go together."""

    items: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Carrier:
    """What a kind of unit can carry as freight."""

    kind: str
    load_kg: int
    load_l: int


class CareSort(StrEnum):
    """Whether it is counted or simply there."""

    PLACES = "places"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Care(Term):
    """A kind of bed or place, or a service, of hospitals or shelters."""

    sort: CareSort
    at: FacilityKind


def load_items(folder: Path) -> dict[str, SupplyItem]:
    """Read the goods."""
    columns = ("code", "en", "zh", "unit", "depot_stock", "weight_g", "volume_ml")
    return {
        row.text("code"): SupplyItem(
            *names_of(row),
            unit=row.text("unit"),
            depot_stock=row.number("depot_stock", 0, 10_000_000),
            weight_g=row.number("weight_g", 0, _MOST),
            volume_ml=row.number("volume_ml", 0, _MOST),
        )
        for row in read_unique(folder / ITEMS_FILE, columns)
    }


def load_kits(folder: Path, items: Mapping[str, SupplyItem]) -> dict[str, Kit]:
    """Read the kits; a kit's code is never that of an item."""
    kits = {}
    for row in read_unique(folder / KITS_FILE, ("code", "en", "zh", "items")):
        code = row.text("code")
        if code in items:
            raise row.fault("code", say("“{value}” is already the code of an item", value=code))
        kits[code] = Kit(*names_of(row), items=quantities_of(row, "items", items, say("item")))
    return kits


def load_carriers(folder: Path, kinds: Mapping[str, object]) -> dict[str, Carrier]:
    """Read what kinds of unit carry."""
    return {
        row.one_of("kind", kinds, say("kind of unit")): Carrier(
            row.text("kind"), load_kg=row.number("load_kg", 1, _MOST), load_l=row.number("load_l", 1, _MOST)
        )
        for row in read_unique(folder / CARRIERS_FILE, ("kind", "load_kg", "load_l"))
    }


def load_care(folder: Path) -> dict[str, Care]:
    """Read kinds of places and services."""
    return {
        row.text("code"): Care(
            *names_of(row),
            sort=row.parse("sort", CareSort, say("places or service")),
            at=row.parse("at", FacilityKind, say("hospital or shelter")),
        )
        for row in read_unique(folder / CARE_FILE, ("code", "en", "zh", "sort", "at"))
    }
