"""Incidents by area: the areas that the response plans know, else the ground around the nearest station."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from commandcenter.dispatch.distance import Places
from commandcenter.picture.views import IncidentView, StationView
from commandcenter.resources.areas import Area


@dataclass(frozen=True, slots=True)
class Group:
    """The incidents of one area, in the order in which they came."""

    ground: Area | StationView | None
    """`None`: there is neither an area nor a station."""
    incidents: tuple[IncidentView, ...]


def by_area(incidents: Sequence[IncidentView], areas: Mapping[str, Area], stations: Sequence[StationView]) -> tuple[Group, ...]:
    """Return the incidents in groups; a group stands where its first incident stands. Ties of stations go to the first by name.

    The station is the nearest through the air: it only names the group.
    """
    grounds: dict[str, Area | StationView | None] = {}
    groups: dict[str, list[IncidentView]] = {}
    places = Places([station.at for station in stations])
    for incident in incidents:
        inside = next((area for area in areas.values() if area.contains(incident.at)), None)
        ground: Area | StationView | None = inside
        if inside is None and stations:
            ground = stations[int(np.argmin(places.air_m(incident.at)))]
        key = "" if ground is None else ground.code if isinstance(ground, Area) else ground.id
        grounds[key] = ground
        groups.setdefault(key, []).append(incident)
    return tuple(Group(grounds[key], tuple(mine)) for key, mine in groups.items())
