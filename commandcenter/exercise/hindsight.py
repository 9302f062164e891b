"""Player against engine: what the engine would have advised at the instant of each decision, with only what was known then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


def compare(operation: Id, entries: Iterable[tuple[int, Entry]], drives: Sequence[Drive], catalogue: Catalogue, roads: Roads) -> list[Comparison]:
    """Return all first decisions of a run, oldest first. One pass over the log; may run in any thread on a copy of the entries."""
    picture, found, rows = Picture(operation), [], list(entries)
    decided: set[Id] = set()
    for n, (position, entry) in enumerate(rows):
        incident_id = _sent_to(entry)
        if incident_id is not None and incident_id not in decided:
            decided.add(incident_id)
            found.append(_comparison(picture, incident_id, entry.wall_ms, rows[n:], drives, catalogue, roads))
        picture.apply(entry, position)
    return [one for one in found if one is not None]


def _comparison(
    picture: Picture,
    incident_id: Id,
    at_ms: int,
    following: Sequence[tuple[int, Entry]],
    drives: Sequence[Drive],
    catalogue: Catalogue,
    roads: Roads,
) -> Comparison | None:
    incident = picture.incident(incident_id)
    if incident is None:
        return None
    situation = situation_of(picture, positions_at(drives, at_ms), at_ms)
    advice = recommend(request_of(picture, incident), situation, catalogue, roads)
    callsigns = {unit.id: unit.callsign for unit in picture.units()}
    sent = {unit for _, entry in following if entry.wall_ms == at_ms and _sent_to(entry) == incident_id for unit in _units(entry)}
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


def positions_at(drives: Sequence[Drive], at_ms: int) -> Mapping[Id, Position]:
    """Return where everybody who had left home was: on the last drive begun, or where it ended."""
    last = {drive.unit: drive for drive in drives if drive.start_ms <= at_ms}
    return {unit: drive.position(at_ms) for unit, drive in last.items()}


def _sent_to(entry: Entry) -> Id | None:
    """Return the incident that an entry sends somebody to."""
    if entry.type != EntryType.UNIT_ASSIGNED:
        return None
    return next((Id(str(w.value)) for w in entry.writes if w.key.kind == Kind.ASSIGNMENT and w.key.field == "incident"), None)


def _units(entry: Entry) -> list[Id]:
    return [Id(str(w.value)) for w in entry.writes if w.key.kind == Kind.ASSIGNMENT and w.key.field == "unit"]
