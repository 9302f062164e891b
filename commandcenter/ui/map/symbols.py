"""Which symbol stands for which unit, incident and place; the number a unit's symbol travels by. See `docs/symbols.md`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from commandcenter.model.assets import assets_dir
from commandcenter.model.words import UnitStatus
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.map.signs import SIGNS

STATUSES: tuple[UnitStatus, ...] = tuple(UnitStatus)
OTHER = "other"
"""The key of what the catalogue does not know."""

_KIND_BITS = 8
_STATUS_BITS = 4
SIMULATED = 1 << (_KIND_BITS + _STATUS_BITS)
"""The position is simulated: dashed frame."""
STALE = SIMULATED << 1
"""The position is old: faded."""
ALERT = SIMULATED << 2
"""Somebody must look: double-booked, overdue, conflict."""


@cache
def symbol_icons() -> Mapping[str, Mapping[str, str]]:
    """Return the icon (as `qtawesome` names it) by group (`unit`, `incident`, `place`, `mark`, `tool`) and key.

    Units and incidents have the catalogue's own icons, so that the map and the panels show the same.
    """
    catalogue = default_catalogue()
    fixed: dict[str, dict[str, str]] = json.loads((assets_dir() / "map" / "symbols.json").read_text(encoding="utf-8"))
    return {
        "unit": {OTHER: "mdi6.truck", **{code: kind.icon for code, kind in catalogue.kinds.items()}},
        "incident": {OTHER: "mdi6.alert", **{code: type_.icon for code, type_ in catalogue.types.items()}},
        **fixed,
    }


@cache
def _unit_numbers() -> Mapping[str, int]:
    return {code: number for number, code in enumerate(symbol_icons()["unit"])}


def incident_symbol(type_: str) -> str:
    """Return the symbol's key of an incident's type."""
    return type_ if type_ in symbol_icons()["incident"] else OTHER


def place_symbol(kind: str) -> str:
    """Return the symbol's key of a place's kind; `station` where there is none."""
    return kind if kind in symbol_icons()["place"] else "station"


def mark_symbol(name: str) -> str:
    """Return the symbol's key of a mark drawn by hand or by a panel; empty (a dot) where there is none."""
    return name if name in symbol_icons()["mark"] or name in SIGNS else ""


def unit_symbol(kind: str, status: UnitStatus, *, simulated: bool = False, stale: bool = False, alert: bool = False) -> int:
    """Return the number a unit's symbol travels by: kind in bits 0–7, status in 8–11, then the flags."""
    code = _unit_numbers().get(kind, 0) | STATUSES.index(status) << _KIND_BITS
    return code | SIMULATED * simulated | STALE * stale | ALERT * alert
