"""Words of the calibration of driving times: groups of roads, times of day, and what an agency has adopted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from commandcenter.model.ids import Id, derived_id

GROUPS: Mapping[str, tuple[str, ...]] = {
    "motorway": ("motorway", "motorway_link", "trunk", "trunk_link"),
    "main": ("primary", "primary_link", "secondary", "secondary_link"),
    "tertiary": ("tertiary", "tertiary_link", "unclassified"),
    "local": ("residential", "living_street", "service", "road", "track", "busway", "pedestrian"),
}
"""Classes of roads (`geo.roads.words.RoadClass`) whose driving times are fitted together: no operation has runs enough for each alone."""
BANDS = ("day", "peak", "night")
PEAK_HOURS = (7, 8, 16, 17, 18)
"""Monday to Friday, by the clock on the wall."""
NIGHT_HOURS = (22, 23, 0, 1, 2, 3, 4, 5)
LEAST, MOST = 0.4, 2.5
"""No factor beyond these is believed or taken over."""
SPEEDS = derived_id("policy", "speeds")
"""The one thing in the log that the adopted factors are written to."""


@dataclass(frozen=True, slots=True)
class SpeedPolicy:
    """Factors on the driving times that the shipped vehicle profiles give; 1 is as shipped."""

    groups: Mapping[str, float] = field(default_factory=dict)
    bands: Mapping[str, float] = field(default_factory=dict)
    runs: int = 0
    """How many runs they were fitted to."""
    note: str = ""
    adopted_ms: int = 0
    by: Id | None = None

    def at(self, band: str) -> dict[str, float]:
        """Return the factor of each class of roads in a time of day; empty where all are 1."""
        found = {name: self.groups.get(group, 1.0) * self.bands.get(band, 1.0) for group, names in GROUPS.items() for name in names}
        return {} if all(factor == 1.0 for factor in found.values()) else found


def band_of(wall_ms: int, zone: tzinfo | None = None) -> str:
    """Return the time of day a moment belongs to; `None` is this computer's time zone."""
    moment = datetime.fromtimestamp(wall_ms / 1000, UTC).astimezone(zone)
    if moment.hour in NIGHT_HOURS:
        return "night"
    return "peak" if moment.weekday() < 5 and moment.hour in PEAK_HOURS else "day"
