"""The few words the page itself shows, in the window's language, and the colours it shows them in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from commandcenter.ui.theme.tokens import Tokens


def page_texts() -> Mapping[str, str]:
    """Return the page's words by key, translated by the installed translators."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("MapPage", text)

    return {
        "zoom_in": tr("Zoom in"),
        "zoom_out": tr("Zoom out"),
        "home": tr("Main built-up area"),
        "measure": tr("Measure a distance"),
        "north": tr("North"),
        "simulated": tr("SIMULATED POSITIONS"),
        "available": tr("available"),
        "dispatched": tr("dispatched"),
        "enroute": tr("en route"),
        "on_scene": tr("on scene"),
        "transporting": tr("transporting"),
        "at_facility": tr("at facility"),
        "returning": tr("returning"),
        "out_of_service": tr("out of service"),
        "simulated_position": tr("simulated position"),
        "stale_position": tr("old position"),
        "units_here": tr("{n} units"),
        "incidents_here": tr("{n} incidents"),
        "worst_here": tr("the worst: priority {n}"),
        "waiting_here": tr("{n} without units"),
        "closed": tr("Closed"),
        "planned": tr("Planned closure"),
        "draw_point": tr("Click the place. Esc cancels."),
        "draw_line": tr("Click along the line. Enter or double click ends, Backspace takes the last point back, Esc cancels."),
        "draw_polygon": tr("Click around the area. Enter or double click closes it, Backspace takes the last point back, Esc cancels."),
        "draw_measure": tr("Click along the way to measure it. Backspace takes the last point back, Esc ends."),
        "draw_reshape": tr("Drag a corner, or pick it with Tab and move it with arrows. + adds one, Delete takes it away. Enter keeps, Esc cancels."),
        "draw_keys": tr("Keyboard: arrows move the map, Space sets a point at the centre."),
    }


def page_colours(tokens: Tokens) -> Mapping[str, str]:
    """Return the page's CSS variables (`--ui-panel`, `--status-enroute`, `--priority-1`, …) for a theme."""
    tables = {"ui": tokens.ui, "status": tokens.status, "priority": tokens.priority, "grade": tokens.grade, "map": {"land": tokens.map["land"]}}
    return {
        f"--{table}-{key.replace('_', '-')}": value for table, values in tables.items() for key, value in values.items() if isinstance(value, str)
    }
