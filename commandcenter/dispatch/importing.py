"""Brings what CSV files say into an operation: what it has already is passed over, what is refused is named by file and row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from commandcenter.model.commands import ChangeFacility, Command, MoveStock, OfferStock, OfferTeam, ReportCapacity, SetMinimum
from commandcenter.model.entries import Key, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ports import Roads
from commandcenter.model.words import LonLat
from commandcenter.picture.picture import Picture
from commandcenter.resources.csv_import import Imported
from commandcenter.resources.csv_reading import Known, Thing, folded
from commandcenter.resources.csv_tables import ImportIssue


class Door(Protocol):
    """What submits commands."""

    async def submit_all(self, commands: Sequence[Command]) -> Sequence[object]:
        """Submit one after the other; a refused one, given back as `Refused`, does not stop the rest."""


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How an import ended."""

    taken: int
    """Commands that were carried out."""
    refused: tuple[ImportIssue, ...]


def known_of(picture: Picture, roads: Roads) -> Known:
    """Return what rows may name and need not add. A place counts by its names in all languages. Call it where the picture is owned."""
    return Known(
        stations=_things((s.name, s.names, Thing(s.id, s.at, s.kind)) for s in picture.stations()),
        units=_things((u.callsign, {}, Thing(u.id, u.at)) for u in picture.units()),
        depots=_things((d.name, d.names, Thing(d.id, d.at)) for d in picture.depots()),
        facilities=_things((f.name, f.names, Thing(f.id, f.at, f.kind)) for f in picture.facilities()),
        partners=_things((p.name, {}, Thing(p.id)) for p in picture.supplies.partners()),
        by_road=_near_a_road(roads),
    )


def only_new(picture: Picture, imported: Imported) -> Imported:
    """Return an import without what the operation has already. Call it where the picture is owned."""
    rows = tuple(row for row in imported.rows if not _has(picture, row.command))
    return replace(imported, rows=rows, there_already=imported.there_already + len(imported.rows) - len(rows))


def _has(picture: Picture, command: Command) -> bool:
    """Return whether nothing would change by a command."""
    match command:
        case MoveStock(move_id=str(move)):
            return bool(picture.heads(Key(Kind.STOCK_MOVE, move, "move")))
        case SetMinimum():
            depot = picture.depot(command.depot_id)
            return depot is not None and depot.minimums.get(command.item, 0) == command.quantity
        case ChangeFacility(services=tuple(services)):
            place = picture.facility(command.facility_id)
            return place is not None and sorted(place.services) == sorted(set(services))
        case ReportCapacity():
            place = picture.facility(command.facility_id)
            reported = place.places.get(command.care) if place is not None else None
            return reported is not None and (reported.total, reported.taken) == (command.total, command.taken)
        case OfferStock(offer_id=str(offer)) | OfferTeam(offer_id=str(offer)):
            return picture.supplies.offer(offer) is not None
    return False


async def bring_in(door: Door, imported: Imported) -> BroughtIn:
    """Submit all that was read."""
    outcomes = await door.submit_all(imported.commands)
    refused = tuple(
        ImportIssue(row.file, row.row, "", "", outcome.sentence)
        for row, outcome in zip(imported.rows, outcomes, strict=True)
        if isinstance(outcome, Refused)
    )
    return BroughtIn(len(outcomes) - len(refused), refused)


def _things(named: Iterable[tuple[str, Mapping[str, str], Thing]]) -> dict[str, Thing]:
    found: dict[str, Thing] = {}
    for name, names, thing in named:
        for one in (name, *names.values()):
            found.setdefault(folded(one), thing)
    return found


def _near_a_road(roads: Roads) -> Callable[[LonLat], bool]:
    """Tell positions that some road is near: from there one gets there."""
    profile = next(iter(sorted(roads.profiles)), None)
    return lambda at: profile is None or bool(roads.nearest(at, [at], profile, 1))
