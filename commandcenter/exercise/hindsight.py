"""Player against engine: what the engine would have advised at the instant of each decision, with only what was known then."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from commandcenter.dispatch.recommend import recommend
from commandcenter.dispatch.situation import request_of, situation_of
from commandcenter.exercise.driving import Drive
from commandcenter.model.entries import Entry, EntryType, Kind
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.words import Position
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Comparison:
    """One decision: the first units sent to an incident."""

    incident: Id
    number: str
    at_ms: int
    sent: tuple[str, ...]
    """Callsigns that the player sent at that instant, sorted."""
    advised: tuple[str, ...]
    """Callsigns that the engine would have sent, sorted."""
    sent_first_eta_s: float | None
    """When the first of the sent would be there, as known then; `None`: not by road, or not free then."""
    advised_first_eta_s: float | None

    @property
    def same(self) -> bool:
        """Return whether the player sent whom the engine advised."""
        return self.sent == self.advised


def compare(operation: Id, entries: Iterable[tuple[int, Entry]], drives: Iterable[Drive], catalogue: Catalogue, roads: Roads) -> list[Comparison]:
    """Return all first decisions of a run, oldest first. May run in any thread on a copy of the entries."""
    picture, found, rows = Picture(operation), [], list(entries)
    ways, sent = Ways(drives), _sent_together(entry for _, entry in rows)
    decided: set[Id] = set()
    for position, entry in rows:
        incident_id = _sent_to(entry)
        if incident_id is not None and incident_id not in decided:
            decided.add(incident_id)
            found.append(_comparison(picture, incident_id, entry.wall_ms, sent[incident_id, entry.wall_ms], ways, catalogue, roads))
        picture.apply(entry, position)
    return [one for one in found if one is not None]


def _comparison(
    picture: Picture,
    incident_id: Id,
    at_ms: int,
    sent: Set[Id],
    ways: Ways,
    catalogue: Catalogue,
    roads: Roads,
) -> Comparison | None:
    incident = picture.incident(incident_id)
    if incident is None:
        return None
    situation = situation_of(picture, ways.positions_at(at_ms), at_ms)
    advice = recommend(request_of(picture, incident), situation, catalogue, roads)
    callsigns = {unit.id: unit.callsign for unit in picture.units()}
    eta_s = {unit.unit_id: unit.eta_s for unit in advice.units} | {r.unit_id: r.eta_s for r in advice.rejected if r.eta_s is not None}
    return Comparison(
        incident=incident_id,
        number=incident.number,
        at_ms=at_ms,
        sent=tuple(sorted(callsigns[unit] for unit in sent)),
        advised=tuple(sorted(unit.callsign for unit in advice.units)),
        sent_first_eta_s=min((eta_s[unit] for unit in sent if unit in eta_s), default=None),
        advised_first_eta_s=min((unit.eta_s for unit in advice.units), default=None),
    )


class Ways:
    """Where everybody was at any moment, of the drives of a run in the order in which they began."""

    def __init__(self, drives: Iterable[Drive]) -> None:
        """Sort them by unit."""
        self._drives: dict[Id, list[Drive]] = {}
        for drive in drives:
            self._drives.setdefault(drive.unit, []).append(drive)

    def positions_at(self, at_ms: int) -> Mapping[Id, Position]:
        """Return where everybody who had left home was: on the last drive begun, or where it ended."""
        begun = {unit: bisect_right(drives, at_ms, key=lambda drive: drive.start_ms) for unit, drives in self._drives.items()}
        return {unit: self._drives[unit][count - 1].position(at_ms) for unit, count in begun.items() if count}


def _sent_together(entries: Iterable[Entry]) -> Mapping[tuple[Id, int], Set[Id]]:
    """Return the units that were sent to each incident at each moment."""
    sent: dict[tuple[Id, int], set[Id]] = {}
    for entry in entries:
        incident_id = _sent_to(entry)
        if incident_id is not None:
            sent.setdefault((incident_id, entry.wall_ms), set()).update(_units(entry))
    return sent


def _sent_to(entry: Entry) -> Id | None:
    """Return the incident that an entry sends somebody to."""
    if entry.type != EntryType.UNIT_ASSIGNED:
        return None
    return next((Id(str(w.value)) for w in entry.writes if w.key.kind == Kind.ASSIGNMENT and w.key.field == "incident"), None)


def _units(entry: Entry) -> list[Id]:
    return [Id(str(w.value)) for w in entry.writes if w.key.kind == Kind.ASSIGNMENT and w.key.field == "unit"]
