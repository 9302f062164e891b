"""What a log row tells: the facts of an entry, with ids replaced by what people call the things.

Only the `op` section is told: personal and medical data have their own place and are never in the flat log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.model.entries import Entry, Kind, Section, Value, Write
from commandcenter.model.ids import Id
from commandcenter.picture.fields import as_mapping
from commandcenter.picture.state import State

_MAP_FIELDS = frozenset(
    {
        (Kind.STOCK_MOVE, "move"),
        (Kind.RESERVATION, "what"),
        (Kind.OFFER, "what"),
        (Kind.TRANSFER, "what"),
        (Kind.PLACEMENT, "what"),
        (Kind.SEARCH, "what"),
        (Kind.CLOSURE, "what"),
        (Kind.MESSAGE, "body"),
        (Kind.NOTE, "body"),
        (Kind.ORDER, "body"),
        (Kind.TIMER, "what"),
        (Kind.SKETCH, "what"),
        (Kind.TASK, "what"),
    }
)
"""Registers whose value is a map of facts."""
_NAMED = {
    "depot": Kind.DEPOT,
    "from": Kind.DEPOT,
    "station": Kind.STATION,
    "facility": Kind.FACILITY,
    "partner": Kind.PARTNER,
    "into": Kind.INCIDENT,
    "merged_into": Kind.INCIDENT,
}
"""Facts that are ids, with the kind of what they name."""
LATE = "late"
"""The fact that says when it really happened, ms; told beside the row, not in it."""
UNDOES = "undoes"
"""In what an entry tells: the id of the entry that it takes back, bytes."""
_RECEIVERS = ("to", "group", "everybody")
"""Facts of a message that name its receivers by their ids; the row tells them by name, where the entry says so."""
GOODS = "goods"
"""The one fact that is a map: quantities by item."""
_INCIDENT_SOURCES = ((Kind.CALL, "incident"), (Kind.ASSIGNMENT, "incident"))


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about."""

    incident: Id | None
    unit: Id | None


class Facts:
    """Tells entries by the present names of things."""

    def __init__(self, state: State) -> None:
        """Read names from this state."""
        self._state = state

    def operator(self, actor: Id) -> str:
        """Return the name of an operator; empty when unknown."""
        return self._state.fields(Kind.OPERATOR, actor).text("name")

    def subject(self, entry: Entry) -> Subject:
        """Return the incident and the unit that an entry is about."""
        incident = unit = None
        for write in entry.writes:
            key = write.key
            if key.kind == Kind.INCIDENT:
                incident = incident or key.entity
            elif key.kind == Kind.UNIT:
                unit = unit or key.entity
            inner = as_mapping(write.value)
            if (key.kind, key.field) in _INCIDENT_SOURCES:
                incident = incident or _id(write.value)
            elif (key.kind, key.field) == (Kind.ASSIGNMENT, "unit"):
                unit = unit or _id(write.value)
            elif key.kind == Kind.ASSIGNMENT:
                incident = incident or _id(self._state.fields(Kind.ASSIGNMENT, key.entity).text("incident"))
            else:
                incident = incident or _id(inner.get("incident"))
                unit = unit or (_id(inner.get("unit")) if key.kind in (Kind.MESSAGE, Kind.NOTE) else None)
        return Subject(incident or _id(entry.about.get("incident")), unit or _id(entry.about.get("unit")))

    def summary(self, entry: Entry, subject: Subject) -> Mapping[str, Value]:
        """Return the facts of one row."""
        facts: dict[str, Value] = {}
        for write in entry.writes:
            if write.section == Section.OP:
                facts.update(self._told(write))
        facts.update(
            {name: value for name, value in entry.about.items() if name == GOODS or (name != LATE and not isinstance(value, Mapping | list))}
        )
        for name, kind in _NAMED.items():
            if name in facts:
                facts[name] = self._name(kind, facts[name])
        if subject.incident is not None:
            incident = self._state.fields(Kind.INCIDENT, subject.incident)
            facts["number"] = self._state.numbers.label(subject.incident)
            facts.setdefault("type", incident.text("type"))
            facts.setdefault("address", incident.text("address"))
        if subject.unit is not None:
            facts["callsign"] = self._state.fields(Kind.UNIT, subject.unit).text("callsign")
        return facts

    def _told(self, write: Write) -> Mapping[str, Value]:
        """Return the facts of one write."""
        key, value = write.key, write.value
        if (key.kind, key.field) in _MAP_FIELDS:
            facts = {name: fact for name, fact in as_mapping(value).items() if name not in ("shape", "incident", "units", "by", "ms", *_RECEIVERS)}
            if key.kind in (Kind.MESSAGE, Kind.NOTE):
                facts.pop("unit", None)
            return facts
        if (key.kind, key.field) == (Kind.UNIT, "status"):
            return {"status": as_mapping(value).get("s")}
        if isinstance(value, Mapping | list) or key.field in ("incident", "unit", "by") or ":" in key.field:
            return {}
        if key.kind == Kind.DEPOT and key.field == "name":
            return {"name": value, "depot": key.entity}
        return {} if value is None else {key.field: value}

    def _name(self, kind: Kind, value: Value) -> str:
        """Return what people call the thing with this id."""
        entity = _id(value)
        if entity is None:
            return ""
        if kind == Kind.INCIDENT:
            return self._state.numbers.label(entity)
        return self._state.fields(kind, entity).text("name")


def _id(value: Value) -> Id | None:
    return Id(value) if isinstance(value, str) and value else None
