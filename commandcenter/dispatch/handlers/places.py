"""Stations, facilities and depots."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.dispatch import lookup
from commandcenter.dispatch.lookup import check_place, check_text
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import place, put
from commandcenter.model.commands import AddDepot, AddFacility, AddStation
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Value
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.picture.picture import Picture


def add_station(picture: Picture, command: AddStation, now: Now) -> list[Draft]:
    """Add a base of units."""
    return [
        _added(
            picture, EntryType.STATION_ADDED, Kind.STATION, command.station_id or now.new_id(), command.name, command.kind, command.at, command.names
        )
    ]


def add_facility(picture: Picture, command: AddFacility, now: Now) -> list[Draft]:
    """Add a hospital, shelter …"""
    return [
        _added(
            picture,
            EntryType.FACILITY_ADDED,
            Kind.FACILITY,
            command.facility_id or now.new_id(),
            command.name,
            command.kind,
            command.at,
            command.names,
        )
    ]


def add_depot(picture: Picture, command: AddDepot, now: Now) -> list[Draft]:
    """Add a stock of supplies: a building, what a unit carries, or a partner's."""
    depot_id = command.depot_id or now.new_id()
    if command.unit_id is not None:
        unit = lookup.unit(picture, command.unit_id)
        carried = next((d for d in picture.depots() if d.unit == unit.id), None)
        if carried is not None:
            raise Refused("{callsign} carries a stock already: {depot}.", callsign=unit.callsign, depot=carried.name)
    if command.partner_id is not None and picture.supplies.partner(command.partner_id) is None:
        raise Refused("This organisation is not known here.")
    added = _added(picture, EntryType.DEPOT_ADDED, Kind.DEPOT, depot_id, command.name, "depot", command.at, command.names)
    whose: dict[str, Value] = {"unit": command.unit_id, "partner": command.partner_id}
    return [Draft(added.type, added.writes + put(Kind.DEPOT, depot_id, {name: value for name, value in whose.items() if value}))]


def _added(picture: Picture, entry: EntryType, kind: Kind, entity: Id, name: str, what: str, at: LonLat, names: Mapping[str, str]) -> Draft:
    name = check_text(name, say("The name"))
    if picture.heads(Key(kind, entity, "name")):
        raise Refused("{name} is there already.", name=name)
    fields: dict[str, Value] = {"name": name, "names": dict(names), "kind": check_text(what, say("The kind")), "at": place(check_place(at))}
    return Draft(entry, put(kind, entity, fields))
