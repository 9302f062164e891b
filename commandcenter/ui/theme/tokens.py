"""Design tokens: every colour and size of the windows and the map, read from `assets/theme/`. No Qt."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from commandcenter.model.assets import assets_dir

THEMES = ("dark", "light", "night")
DEFAULT_THEME = "dark"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme. Colours are `#rrggbb`; sizes are device-independent pixels."""

    name: str
    title: str
    dark: bool
    ui: Mapping[str, str]
    status: Mapping[str, str]
    """Colour by unit status."""
    priority: Mapping[str, str]
    """Colour by priority, `"1"` … `"5"`."""
    grade: Mapping[str, str]
    """Colour by grade, `"1"` (red) … `"4"` (blue)."""
    map: Mapping[str, object]
    """The basemap's and the map page's own table."""
    sizes: Mapping[str, int]
    """By `table_name`, e.g. `space_m`, `font_body`."""


def theme_dir() -> Path:
    """Return the folder of the theme files."""
    return assets_dir() / "theme"


@cache
def load(name: str) -> Tokens:
    """Return a theme by name (`dark`, `light`, `night`); `ValueError` for another name."""
    if name not in THEMES:
        raise ValueError(f"no such theme: {name}")
    raw = tomllib.loads((theme_dir() / f"{name}.toml").read_text(encoding="utf-8"))
    return Tokens(
        name=name,
        title=raw["title"],
        dark=raw["dark"],
        ui=MappingProxyType(raw["ui"]),
        status=MappingProxyType(raw["status"]),
        priority=MappingProxyType(raw["priority"]),
        grade=MappingProxyType(raw["grade"]),
        map=MappingProxyType(raw.get("map", {})),
        sizes=MappingProxyType(_metrics()),
    )


def _metrics() -> dict[str, int]:
    tables = tomllib.loads((theme_dir() / "metrics.toml").read_text(encoding="utf-8"))
    return {f"{table}_{key}": value for table, values in tables.items() for key, value in values.items()}
