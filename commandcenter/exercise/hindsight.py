"""Player against engine: what the engine would have advised at the instant of each decision, with only what was known then.

Known were the log so far, the positions that had arrived (`sightings`), the closures and the catalogue in force.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from commandcenter.dispatch.catalogue_in_use import CatalogueInUse
from commandcenter.dispatch.eligibility import candidate_of
from commandcenter.dispatch.musters import Musters
from commandcenter.dispatch.recommend import Engine
from commandcenter.dispatch.relief import reliefs, wanted_of
from commandcenter.dispatch.situation import request_of, situation_of
from commandcenter.exercise.decisions import Decision, Occasion, decisions_in
from commandcenter.exercise.measures import PROCESS_S
from commandcenter.exercise.sightings import Sightings
from commandcenter.model.entries import Entry, EntryType, Kind
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.progress import NO_PROGRESS, Progress
from commandcenter.model.sentences import say
from commandcenter.model.words import IncidentState
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import IncidentView
from commandcenter.resources.catalogue import Catalogue

ASKING = say("asking the engine again").template
TOLD_EVERY = 16
"""Entries between two reports of progress."""
_NEEDED_NOBODY = (IncidentState.MERGED, IncidentState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One decision of the player's, beside the engine's at the same instant."""

    incident: Id
    number: str
    occasion: Occasion
    at_ms: int
    """When the first of the units was sent; where nobody ever was, when the incident was reported."""
    sent: tuple[str, ...]
    """Callsigns that the player sent, sorted."""
    advised: tuple[str, ...]
    """Callsigns that the engine would have sent, sorted."""
    sent_first_eta_s: float | None
    """When the first of the sent would be there, as known then; `None`: not by road, or not free then."""
    advised_first_eta_s: float | None
    position_age_s: float | None
    """How old the oldest position was that this rests on: of those sent and advised; `None`: all at their stations."""

    @property
    def same(self) -> bool:
        """Return whether the player sent whom the engine advised."""
        return self.sent == self.advised


@dataclass(frozen=True, slots=True)
class Hindsight:
    """All decisions of a run, oldest first."""

    comparisons: tuple[Comparison, ...]
    catalogues: Mapping[Id, Catalogue]
    """The catalogue in force when an incident's first units were sent."""


def hindsight(
    whole: Picture,
    rows: Sequence[tuple[int, Entry]],
    sightings: Sightings,
    catalogue: Catalogue,
    roads: Roads,
    end_ms: int,
    progress: Progress = NO_PROGRESS,
) -> Hindsight:
    """Tell a run again from its log, and ask the engine before each decision; `end_ms` is when the run had come so far.

    `whole` is the picture as it stands, `catalogue` the one the run began with. In the thread that owns the picture. Raises `Cancelled`.
    """
    picture, catalogues = Picture(whole.operation), dict[Id, Catalogue]()
    in_use = CatalogueInUse(catalogue, picture)
    asking = _Asking(picture, in_use, sightings, roads, {unit.id: unit.callsign for unit in whole.units()})
    decisions = decisions_in([entry for _, entry in rows])
    lonely = _lonely(whole, {decision.incident for decision in decisions.values()}, end_ms)
    found: list[Comparison | None] = []
    for place, (position, entry) in enumerate(told(ASKING, rows, progress)):
        decision = decisions.get(place)
        if decision is not None:
            catalogues.setdefault(decision.incident, in_use.catalogue)
            found.append(asking.about(decision))
        if picture.apply(entry, position).of(Kind.POLICY):
            in_use.follow(picture)
        reported = entry.writes[0].key.entity if entry.type == EntryType.INCIDENT_REPORTED else None
        if reported is not None and reported in lonely:
            found.append(asking.about(Decision(reported, place, entry.wall_ms)))
    return Hindsight(tuple(one for one in found if one is not None), catalogues)


def told(stage: str, rows: Sequence[tuple[int, Entry]], progress: Progress) -> Iterator[tuple[int, Entry]]:
    """Yield the rows of a log, and tell how far this is. Raises `Cancelled`."""
    for place, row in enumerate(rows):
        if place % TOLD_EVERY == 0:
            progress.report(stage, place, len(rows))
        yield row


def _lonely(whole: Picture, served: Collection[Id], end_ms: int) -> set[Id]:
    """Return the incidents that nobody was ever sent to, though there was time, and nobody said that none was needed."""
    late_ms = end_ms - round(PROCESS_S * 1000)
    return {i.id for i in whole.incidents() if i.id not in served and i.state not in _NEEDED_NOBODY and i.reported_ms <= late_ms}


class _Asking:
    """Asks the engine about a picture as it stands. One thread."""

    def __init__(self, picture: Picture, in_use: CatalogueInUse, sightings: Sightings, roads: Roads, callsigns: Mapping[Id, str]) -> None:
        self._picture, self._in_use, self._sightings, self._roads, self._callsigns = picture, in_use, sightings, roads, callsigns
        self._musters = Musters()
        self._levels: dict[Id, int] = {}

    def about(self, decision: Decision) -> Comparison | None:
        """Return a decision beside the engine's; `None` for an incident that was not known, or of a type that is not in force."""
        incident = self._picture.incident(decision.incident)
        if incident is None or incident.type not in self._in_use.catalogue.types:
            return None
        occasion = self._occasion(decision, incident)
        situation = situation_of(self._picture, self._sightings.positions_at(decision.at_ms), decision.at_ms)
        engine = Engine(situation, self._in_use.catalogue, self._roads, self._musters)
        advised, eta_s = self._asked(engine, incident, decision, occasion)
        units = [unit for unit in situation.units if unit.id in decision.units or unit.id in advised]
        ages_s = (candidate_of(unit, situation, engine.catalogue).position_age_s for unit in units)
        return Comparison(
            incident=incident.id,
            number=incident.number,
            occasion=occasion,
            at_ms=decision.at_ms,
            sent=self._named(decision.units),
            advised=self._named(advised),
            sent_first_eta_s=min((eta_s[unit] for unit in decision.units if unit in eta_s), default=None),
            advised_first_eta_s=min(advised.values(), default=None),
            position_age_s=max((age_s for age_s in ages_s if age_s is not None), default=None),
        )

    def _asked(self, engine: Engine, incident: IncidentView, decision: Decision, occasion: Occasion) -> tuple[Mapping[Id, float], Mapping[Id, float]]:
        """Return whom the engine would send with their times of arrival, and those of everybody who was sent or advised."""
        advice = engine.recommend(request_of(self._picture, incident))
        advised = {unit.unit_id: unit.eta_s for unit in advice.units}
        if occasion is Occasion.RELIEF:
            wanted = wanted_of(self._picture.incidents(), engine.catalogue, decision.at_ms)
            advised |= {one.unit_id: one.eta_s for one in reliefs(engine, wanted) if one.incident_id == incident.id}
        if decision.units <= advised.keys():
            return advised, advised
        others = {one.unit_id: one.eta_s for one in advice.rejected if one.eta_s is not None}
        return advised, others | advised

    def _named(self, units: Iterable[Id]) -> tuple[str, ...]:
        return tuple(sorted(self._callsigns.get(unit, unit) for unit in units))

    def _occasion(self, decision: Decision, incident: IncidentView) -> Occasion:
        before = self._levels.get(incident.id, incident.alarm_level)
        self._levels[incident.id] = incident.alarm_level
        if not decision.units:
            return Occasion.NOBODY
        if decision.relieved:
            return Occasion.RELIEF
        if any((unit := self._picture.unit(one)) is not None and unit.incident is not None for one in decision.units):
            return Occasion.DIVERSION
        if decision.first:
            return Occasion.FIRST
        return Occasion.ALARM if incident.alarm_level > before else Occasion.MORE
