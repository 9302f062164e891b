"""Keys of small tools: measuring, files of sketches and of the log, how coordinates are written. All begin with Ctrl+D."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from commandcenter.ui.i18n.tr import mark

if TYPE_CHECKING:
    from commandcenter.ui.frame.panels import DeskPanels
    from commandcenter.ui.frame.strip import Strip

TOOL_KEYS: Mapping[str, tuple[str, str]] = {
    "measure_distance": ("Ctrl+D, D", mark("Measure distance and bearing")),
    "measure_area": ("Ctrl+D, A", mark("Measure an area")),
    "around_point": ("Ctrl+D, P", mark("Who is around a place")),
    "around_line": ("Ctrl+D, L", mark("Who is along a line")),
    "around_polygon": ("Ctrl+D, G", mark("Who is around an area")),
    "measure_clear": ("Ctrl+D, X", mark("Clear what was measured")),
    "sketches_import": ("Ctrl+D, I", mark("Draw what a GeoJSON or GPX file holds")),
    "sketches_export": ("Ctrl+D, E", mark("Write all sketches into a GeoJSON or GPX file")),
    "log_export": ("Ctrl+D, C", mark("Write the rows of the log that are shown into a CSV file")),
    "notation_lat_lon": ("Ctrl+D, 1", mark("Coordinates: latitude, longitude")),
    "notation_dms": ("Ctrl+D, 2", mark("Coordinates: degrees, minutes, seconds")),
    "notation_mgrs": ("Ctrl+D, 3", mark("Coordinates: MGRS")),
    "notation_utm": ("Ctrl+D, 4", mark("Coordinates: UTM")),
    "notation_olc": ("Ctrl+D, 5", mark("Coordinates: Open Location Code")),
}
"""Name of what it does → key, words."""


def key_of(act: str) -> str:
    """Return the key of a tool."""
    return TOOL_KEYS[act][0]


def tool_acts(panels: DeskPanels, strip: Strip, bring_up: Callable[[str], None]) -> dict[str, Callable[[], object]]:
    """Return what each tool does; measuring brings the panel up that says the result."""
    measure, sketches = panels.layers.measure, panels.sketches

    def measured(act: Callable[[], object]) -> None:
        bring_up("layers")
        panels.layers.show_measure()
        act()

    notations = {f"notation_{name}": partial(strip.position.choose, name) for name in ("lat_lon", "dms", "mgrs", "utm", "olc")}
    return {
        **{name: partial(measured, act) for name, act in measure.acts().items()},
        "sketches_import": sketches.import_act.trigger,
        "sketches_export": sketches.export_act.trigger,
        "log_export": panels.log.export,
        **notations,
    }
