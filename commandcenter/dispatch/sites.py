"""Where goods are needed: sites of open incidents, and depots that have asked for some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commandcenter.dispatch.situation import request_of
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, Priority
from commandcenter.picture.picture import Picture
from commandcenter.picture.supplies import TransferView
from commandcenter.picture.views import DepotView, IncidentView
from commandcenter.resources.catalogue import Catalogue

DEPOT_PRIORITY = Priority.ROUTINE + 1
"""What a depot asks for comes after every incident."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place that needs goods."""

    id: Id
    at: LonLat
    priority: int
    wanted: Mapping[str, int]
    """Item → quantity."""


def requests_of(picture: Picture) -> tuple[TransferView, ...]:
    """Return the goods asked for that nobody has promised or declined, oldest first."""
    return tuple(t for t in picture.supplies.transfers() if t.state == "asked")


def sites_of(picture: Picture, catalogue: Catalogue, now_ms: int) -> list[Site]:
    """Return the open incidents whose plans ask for goods that nobody has promised yet, or for which somebody has asked for goods."""
    asked = _asked(requests_of(picture))
    found = (_site(picture, incident, catalogue, now_ms, asked.get(incident.id, {})) for incident in picture.incidents() if incident.open)
    return [site for site in found if site is not None]


def depot_sites(picture: Picture, depots: Sequence[DepotView]) -> list[Site]:
    """Return the depots that have asked for goods; `depots` stand where they are now."""
    asked = _asked(requests_of(picture))
    return [Site(depot.id, depot.at, DEPOT_PRIORITY, asked[depot.id]) for depot in depots if depot.id in asked]


def _asked(requests: Sequence[TransferView]) -> dict[Id, Counter[str]]:
    """Return what is asked for by place."""
    found: dict[Id, Counter[str]] = {}
    for request in requests:
        found.setdefault(request.depot or request.incident or request.id, Counter()).update(request.goods)
    return found


def _site(picture: Picture, incident: IncidentView, catalogue: Catalogue, now_ms: int, asked: Mapping[str, int]) -> Site | None:
    """Return an incident's site; what is asked for it beyond its plan counts as well, what the plan wants anyhow counts once."""
    wanted: dict[str, int] = {}
    if incident.type in catalogue.types:
        promised = request_of(picture, incident).reserved or {}
        needed = catalogue.response(incident.type, incident.at, incident.alarm_level, now_ms, incident.grade).need.supplies
        wanted = {item: quantity - promised.get(item, 0) for item, quantity in needed.items() if quantity > promised.get(item, 0)}
    missing = {item: max(wanted.get(item, 0), asked.get(item, 0)) for item in (*wanted, *(item for item in asked if item not in wanted))}
    return Site(incident.id, incident.at, incident.priority, missing) if missing else None
