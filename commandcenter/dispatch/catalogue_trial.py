"""Tries a catalogue against past incidents: who would be sent to each today, by the one in force and by the draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from commandcenter.dispatch.recommend import Engine
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.dispatch.situation import Request
from commandcenter.model.errors import Cancelled, Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence
from commandcenter.picture.views import IncidentView

MOST_TRIED = 200
LEAST_S = 1.0
"""Less is no other time."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What one catalogue sends to an incident."""

    plan: str
    units: tuple[tuple[str, str], ...]
    """(callsign, slot), sorted."""
    supplies: tuple[tuple[str, str, int], ...]
    """(depot, item, quantity), sorted."""
    missing: int
    """So much of the plan nobody can fill."""
    last_s: float | None
    """When the last unit is there; `None`: nobody comes."""
    refused: Sentence | None = None
    """Why there is no answer at all."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One incident under both."""

    incident: Id
    number: str
    type: str
    before: Sent
    after: Sent

    @property
    def differs(self) -> bool:
        """Return whether somebody or something else would be sent, or more or less would be missing."""
        return _essence(self.before) != _essence(self.after)

    @property
    def retimed(self) -> bool:
        """Return whether the same are sent, but are all there sooner or later: other vehicles on the roads."""
        before, after = self.before.last_s, self.after.last_s
        return not self.differs and before is not None and after is not None and abs(before - after) >= LEAST_S


def try_out(
    incidents: Sequence[IncidentView], in_force: Engine, drafted: Engine, *, stopped: Callable[[], bool], tell: Callable[[int], None]
) -> list[Tried]:
    """Return each incident, as if it were reported now with the units as they stand, by both engines. Safe in any thread.

    Priority and grade are those of its type: they too may be what was changed. `tell` gets how many are done. Raises `Cancelled`.
    """
    found: list[Tried] = []
    for incident in incidents[:MOST_TRIED]:
        if stopped():
            raise Cancelled
        before, after = (_sent(engine, incident) for engine in (in_force, drafted))
        found.append(Tried(incident.id, incident.number, incident.type, before, after))
        tell(len(found))
    return found


def _sent(engine: Engine, incident: IncidentView) -> Sent:
    try:
        answer = engine.recommend(Request(incident.type, incident.at, incident.alarm_level))
    except Refused as refused:
        return Sent("", (), (), 0, None, refused.sentence)
    return _of(answer)


def _of(answer: Recommendation) -> Sent:
    return Sent(
        answer.plan.partition(" ")[0],
        tuple(sorted((unit.callsign, unit.slot) for unit in answer.units)),
        tuple(sorted((source.depot, source.item, source.quantity) for source in answer.supplies)),
        sum(gap.missing for gap in answer.unfilled),
        max((unit.eta_s for unit in answer.units), default=None),
    )


def _essence(sent: Sent) -> tuple[object, ...]:
    return tuple(callsign for callsign, _ in sent.units), sent.supplies, sent.missing, sent.refused is None
