"""How long crews take. Medians as measured where a source is named; the spread is lognormal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from commandcenter.exercise.streams import Streams
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.resources.catalogue import Catalogue

SPREAD = 0.5
"""Standard deviation of the logarithm: San Francisco Fire, 14 days of April 2020: a tenth of medic on-scene times is under 8, a tenth over 30 min."""
ON_SCENE_MIN: Mapping[str, float] = {
    # medians of that data set, by call type
    "medical": 16.8,
    "fire.alarm": 8.3,
    "fire.smoke": 8.3,
    "fire.rubbish": 4.3,
    "traffic": 9.3,
    "assist": 9.7,
    # no data: our choice, long enough that a second call finds the unit busy
    "fire": 45.0,
    "hazmat": 60.0,
    "explosion": 60.0,
    "rescue": 35.0,
    "natural": 40.0,
    "search": 60.0,
    "order": 30.0,
}
OTHER_MIN = 20.0
HANDOVER_MIN = 36.8
"""At the hospital: median of 1,938 medic handovers in that data set."""
TRANSPORT_SHARE = 0.70
"""Medic responses to medical calls that went on to a hospital in that data set: 1,948 of 2,782."""
INJURED_IN_TRAFFIC = 0.5


class CrewTimes(Protocol):
    """How a crew behaves; all durations in seconds."""

    def turnout_s(self, unit: UnitView, at_home: bool) -> float:
        """Return the time from the order to wheels rolling."""

    def work_s(self, unit: UnitView, incident: IncidentView | None) -> float:
        """Return the time on scene."""

    def patients(self, incident: IncidentView) -> int:
        """Return how many people there need a hospital, before anybody says otherwise."""

    def handover_s(self, unit: UnitView) -> float:
        """Return the time at the hospital."""


@dataclass(frozen=True, slots=True)
class PlausibleTimes:
    """Times that look like a real shift, from the catalogue and the medians above."""

    catalogue: Catalogue
    streams: Streams

    def turnout_s(self, unit: UnitView, at_home: bool) -> float:
        """Return the catalogue's turnout with a spread; a crew on the road turns round at once."""
        kind = self.catalogue.kinds.get(unit.kind)
        if not at_home or kind is None:
            return 0.0
        return self.streams.lognormal(f"turnout {unit.id}", kind.turnout_s, SPREAD / 2)

    def work_s(self, unit: UnitView, incident: IncidentView | None) -> float:
        """Return the time on scene by the incident's type."""
        type_ = incident.type if incident else ""
        minutes = ON_SCENE_MIN.get(type_, ON_SCENE_MIN.get(type_.split(".", maxsplit=1)[0], OTHER_MIN))
        return self.streams.lognormal(f"work {unit.id}", minutes * 60, SPREAD)

    def patients(self, incident: IncidentView) -> int:
        """Return 1 or 0: medical calls and collisions may have somebody to take along."""
        share = {"medical": TRANSPORT_SHARE, "traffic": INJURED_IN_TRAFFIC}.get(incident.type.split(".", maxsplit=1)[0], 0.0)
        return int(self.streams.chance(f"patients {incident.id}", share))

    def handover_s(self, unit: UnitView) -> float:
        """Return the time at the hospital."""
        return self.streams.lognormal(f"handover {unit.id}", HANDOVER_MIN * 60, SPREAD)
