"""Short ways to write registers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from commandcenter.model.entries import Key, Section, Value, Write
from commandcenter.model.ids import Id
from commandcenter.model.words import IncidentState, LonLat, UnitStatus
from commandcenter.picture.views import IncidentView


def put(kind: str, entity: Id, fields: Mapping[str, Value], section: str = Section.OP) -> tuple[Write, ...]:
    """Return one write per field."""
    return tuple(Write(Key(kind, entity, name), value, section) for name, value in fields.items())


def place(at: LonLat) -> list[Value]:
    """Return a position as registers keep it: `[lon, lat]`."""
    return [float(at[0]), float(at[1])]


def places(points: Sequence[LonLat]) -> list[Value]:
    """Return positions as registers keep them."""
    return [place(p) for p in points]


def status_fields(status: UnitStatus, wall_ms: int) -> dict[str, Value]:
    """Return the status register of a unit."""
    return {"status": {"s": status.value, "ms": wall_ms}}


def state_fields(incident: IncidentView, state: IncidentState, wall_ms: int) -> dict[str, Value]:
    """Return the registers of a new incident state; the time of the first arrival in a state stays."""
    fields: dict[str, Value] = {"state": state.value}
    if state.value not in incident.state_ms:
        fields[f"state_ms:{state.value}"] = wall_ms
    return fields
