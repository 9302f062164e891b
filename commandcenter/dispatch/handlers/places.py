"""Stations, facilities and depots."""

from __future__ import annotations

from collections.abc import Mapping

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
    """Add a stock of supplies."""
    return [_added(picture, EntryType.DEPOT_ADDED, Kind.DEPOT, command.depot_id or now.new_id(), command.name, "depot", command.at, command.names)]


def _added(picture: Picture, entry: EntryType, kind: Kind, entity: Id, name: str, what: str, at: LonLat, names: Mapping[str, str]) -> Draft:
    name = check_text(name, say("The name"))
    if picture.heads(Key(kind, entity, "name")):
        raise Refused("{name} is there already.", name=name)
    fields: dict[str, Value] = {"name": name, "names": dict(names), "kind": check_text(what, say("The kind")), "at": place(check_place(at))}
    return Draft(entry, put(kind, entity, fields))
