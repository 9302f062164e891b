"""Past incidents as the desk saw them just before it first sent somebody: the log is folded once and stopped before each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from commandcenter.dispatch.situation import Request, Situation, request_of, situation_of, standing
from commandcenter.model.collecting import no_collection
from commandcenter.model.entries import Entry, EntryType, Kind
from commandcenter.model.ids import Id
from commandcenter.model.words import Position
from commandcenter.picture.picture import Picture
from commandcenter.picture.rights import Rights


@dataclass(frozen=True, slots=True)
class Bygone:
    """One incident and everything else, as known at one moment."""

    incident: Id
    number: str
    at_ms: int
    """When the first unit was sent; where nobody ever was, when it was reported (ms since the epoch)."""
    request: Request
    situation: Situation

    def seen(self, positions: Mapping[Id, Position]) -> Bygone:
        """Return the same with where units had been seen last; who is missing stands where the log says."""
        past = self.situation
        return replace(self, situation=replace(past, positions=dict(positions), depots=standing(past.depots, past.units, positions)))


class Retelling:
    """Folds a log from its beginning, piece by piece. One thread at a time; touches nobody else's picture."""

    def __init__(self, operation: Id, wanted: Collection[Id], rights: Rights | None = None) -> None:
        """Look out for these incidents. `rights`: those of a telling that was `stale`."""
        self._picture, self._rights_known = Picture(operation, rights), rights is not None
        self._wanted, self._sent = frozenset(wanted), set[Id]()
        self._found: dict[Id, Bygone] = {}

    def go_on(self, entries: Iterable[tuple[int, Entry]]) -> None:
        """Fold the next entries (position, entry) of the log."""
        with no_collection():
            for position, entry in entries:
                sent = sent_to(entry)
                if sent in self._wanted and sent not in self._sent:
                    self._sent.add(sent)
                    self._stop(sent, entry.wall_ms)
                self._picture.fold(entry, position)
                if entry.type == EntryType.INCIDENT_REPORTED and (reported := entry.writes[0].key.entity) in self._wanted:
                    self._stop(reported, entry.wall_ms)

    def again(self) -> Retelling | None:
        """Return a telling to begin anew with where a revocation came after what it cuts; else `None`. To be asked at the end."""
        if self._rights_known or not self._picture.rights.stale:
            return None
        return Retelling(self._picture.operation, self._wanted, self._picture.rights.again())

    @property
    def found(self) -> tuple[Bygone, ...]:
        """Return what was found, the newest moment first; incidents that the log does not know are missing."""
        return tuple(sorted(self._found.values(), key=lambda one: (one.at_ms, one.incident), reverse=True))

    def _stop(self, incident_id: Id, at_ms: int) -> None:
        incident = self._picture.incident(incident_id)
        if incident is not None:
            request = replace(request_of(self._picture, incident), priority=None, grade=None)
            self._found[incident_id] = Bygone(incident_id, incident.number, at_ms, request, situation_of(self._picture, {}, at_ms))


def sent_to(entry: Entry) -> Id | None:
    """Return the incident that an entry sends somebody to."""
    if entry.type != EntryType.UNIT_ASSIGNED:
        return None
    return next((Id(str(w.value)) for w in entry.writes if w.key.kind == Kind.ASSIGNMENT and w.key.field == "incident"), None)
