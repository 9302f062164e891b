"""Reads gpsd's JSON reports (protocol 3): class TPV. Pure. Source: gpsd_json(5)."""

from __future__ import annotations

import json
import math
from typing import Any

from commandcenter.geo.positioning.fix import Fix
from commandcenter.model.words import LonLat

WATCH = b'?WATCH={"enable":true,"json":true};\n'
"""What a client sends to be told of every fix."""
MS_KPH = 3.6


def read_report(line: str) -> Fix | None:
    """Return the fix of a TPV report with at least two dimensions; `None` for anything else."""
    report = _report(line)
    if report.get("class") != "TPV" or _number(report.get("mode")) is None or report["mode"] < 2:
        return None
    lon, lat = _number(report.get("lon")), _number(report.get("lat"))
    if lon is None or lat is None or not (abs(lon) <= 180 and abs(lat) <= 90):
        return None
    speed = _number(report.get("speed"))
    return Fix(LonLat(lon, lat), _number(report.get("track")), None if speed is None else speed * MS_KPH, _number(report.get("eph")))


def is_report(line: str) -> bool:
    """Return whether gpsd speaks."""
    return "class" in _report(line)


def has_no_receiver(line: str) -> bool:
    """Return whether gpsd says that no receiver is joined to it."""
    report = _report(line)
    return report.get("class") == "DEVICES" and report.get("devices") == []


def _report(line: str) -> dict[str, Any]:
    try:
        report = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return report if isinstance(report, dict) else {}


def _number(value: Any) -> float | None:  # noqa: ANN401 - whatever JSON holds
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) else None
