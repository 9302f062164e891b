"""The decisions in a run's log: who was sent together, and for what occasion."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from commandcenter.dispatch.bygone import sent_to
from commandcenter.model.entries import Entry, EntryType, Kind
from commandcenter.model.ids import Id

TOGETHER_MS = 30_000
"""Units that are sent one by one within this time of the first are one decision; our choice."""


class Occasion(StrEnum):
    """Why somebody was sent."""

    FIRST = "first units"
    ALARM = "higher alarm"
    MORE = "more units"
    DIVERSION = "diversion"
    """At least one was taken off another incident."""
    RELIEF = "relief"
    """It took over from one that was under way, which was called off."""
    NOBODY = "nobody sent"


@dataclass(slots=True)
class Decision:
    """Units sent to one incident within half a minute; a higher alarm or another type of incident begins a new one."""

    incident: Id
    at: int
    """Where its first entry stands in the log: the engine is asked before it."""
    at_ms: int
    units: set[Id] = field(default_factory=set)
    relieved: set[Id] = field(default_factory=set)
    """Under way to the incident before, and called off with it."""
    first: bool = True
    """Of its incident."""


def decisions_in(entries: Sequence[Entry]) -> dict[int, Decision]:
    """Return the decisions of a log in its order, by the place of their first entry."""
    found: dict[int, Decision] = {}
    open_: dict[Id, Decision] = {}
    known: set[Id] = set()
    going: dict[Id, Id] = {}
    for place, entry in enumerate(entries):
        incident = sent_to(entry)
        if incident is not None:
            decision = open_.get(incident)
            if decision is None or entry.wall_ms - decision.at_ms > TOGETHER_MS:
                open_[incident] = found[place] = decision = Decision(incident, place, entry.wall_ms, first=incident not in known)
                known.add(incident)
            decision.units.update(_units(entry))
            going.update(dict.fromkeys(_units(entry), incident))
        elif entry.type == EntryType.UNIT_RELEASED:
            _take_off(entry, open_, going)
        elif entry.type == EntryType.INCIDENT_CHANGED:
            for changed in _changed(entry):
                open_.pop(changed, None)
    return found


def _take_off(entry: Entry, open_: dict[Id, Decision], going: dict[Id, Id]) -> None:
    """Note who was called off while others were being sent to the same incident."""
    for unit in {write.key.entity for write in entry.writes if write.key.kind == Kind.UNIT}:
        decision = open_.get(going.pop(unit, Id("")))
        if decision is not None and unit not in decision.units and entry.wall_ms - decision.at_ms <= TOGETHER_MS:
            decision.relieved.add(unit)


def _units(entry: Entry) -> list[Id]:
    return [Id(str(w.value)) for w in entry.writes if w.key.kind == Kind.ASSIGNMENT and w.key.field == "unit"]


def _changed(entry: Entry) -> Iterable[Id]:
    """Yield the incidents that want other units from now on."""
    return {w.key.entity for w in entry.writes if w.key.kind == Kind.INCIDENT and w.key.field in ("alarm_level", "type", "grade", "priority")}
