"""Tries a catalogue against past incidents: who would have been sent to each then, by the one in force and by the draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from commandcenter.dispatch.bygone import Bygone
from commandcenter.dispatch.musters import Musters
from commandcenter.dispatch.recommend import Engine
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.model.errors import Cancelled, Refused
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.sentences import Sentence
from commandcenter.resources.catalogue import Catalogue

MOST_TRIED = 200
LEAST_S = 1.0
"""Less is no other time."""


class Side:
    """A catalogue, and the roads as its vehicles see them. One thread at a time."""

    def __init__(self, catalogue: Catalogue, roads: Roads) -> None:
        """`roads` is without closures: each incident has its own."""
        self._catalogue, self._roads, self._musters = catalogue, roads, Musters()

    def sends(self, bygone: Bygone) -> Sent:
        """Return what it would have sent."""
        try:
            return _of(Engine(bygone.situation, self._catalogue, self._roads, self._musters).recommend(bygone.request))
        except Refused as refused:
            return Sent("", (), (), 0, None, refused.sentence)


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
    """As it was known then."""
    at_ms: int
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


def try_out(past: Sequence[Bygone], in_force: Side, drafted: Side, *, stopped: Callable[[], bool], tell: Callable[[int], None]) -> list[Tried]:
    """Return each incident by both sides, with units, closures and stock as they were then. Safe in any thread.

    Priority and grade are those of its type: they too may be what was changed. `tell` gets how many are done. Raises `Cancelled`.
    """
    found: list[Tried] = []
    for bygone in past[:MOST_TRIED]:
        if stopped():
            raise Cancelled
        found.append(Tried(bygone.incident, bygone.number, bygone.request.type, bygone.at_ms, in_force.sends(bygone), drafted.sends(bygone)))
        tell(len(found))
    return found


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
