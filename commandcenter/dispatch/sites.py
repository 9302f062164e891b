"""Where goods are needed: sites of open incidents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.dispatch.situation import request_of
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import IncidentView
from commandcenter.resources.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Site:
    """A place that needs goods."""

    id: Id
    at: LonLat
    priority: int
    wanted: Mapping[str, int]
    """Item → quantity."""


def sites_of(picture: Picture, catalogue: Catalogue, now_ms: int) -> list[Site]:
    """Return the open incidents whose plans ask for goods that nobody has promised yet."""
    found = (_site(picture, incident, catalogue, now_ms) for incident in picture.incidents() if incident.open)
    return [site for site in found if site is not None]


def _site(picture: Picture, incident: IncidentView, catalogue: Catalogue, now_ms: int) -> Site | None:
    if incident.type not in catalogue.types:
        return None
    promised = request_of(picture, incident).reserved or {}
    wanted = catalogue.response(incident.type, incident.at, incident.alarm_level, now_ms, incident.grade).need.supplies
    missing = {item: quantity - promised.get(item, 0) for item, quantity in wanted.items() if quantity > promised.get(item, 0)}
    return Site(incident.id, incident.at, incident.priority, missing) if missing else None
