"""What the engine looks at: a frozen copy of the picture, made in the desk's thread, read in any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from commandcenter.model.ids import Id
from commandcenter.model.ports import Shape
from commandcenter.model.words import IncidentState, LonLat, Position, Priority
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import ClosureView, DepotView, IncidentView, UnitView

_HOUR_MS = 3_600_000
_UNTOUCHED = (IncidentState.REPORTED, IncidentState.TRIAGED)


@dataclass(frozen=True, slots=True)
class Request:
    """The incident that needs help."""

    type: str
    at: LonLat
    alarm_level: int = 1
    incident_id: Id | None = None
    reserved: Mapping[str, int] | None = None
    """Supply item → quantity already promised to it or delivered."""
    priority: int | None = None
    """`None`: that of the type."""
    grade: int | None = None
    """`None`: that of the type."""
    number: str = ""
    """The incident's, as people say it."""
    waiting_since_ms: int | None = None
    """When it was reported, as long as nobody has been sent; `None`: somebody has."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything else. Immutable; safe in any thread."""

    units: tuple[UnitView, ...]
    positions: Mapping[Id, Position]
    """Latest live position by unit; a unit without one is where the picture has it."""
    stations: Mapping[Id, LonLat]
    depots: tuple[DepotView, ...]
    incidents: Mapping[Id, IncidentView]
    closures: tuple[ClosureView, ...]
    """In force at `now_ms`."""
    now_ms: int
    waiting: int = 0
    """So many incidents nobody has been sent to."""
    reports_last_hour: int = 0
    life_lately: tuple[LonLat, ...] = ()
    """Where life at risk was reported in the last hour, oldest first."""

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """Return the closures as the roads want them."""
        return tuple(Shape(c.shape, c.exempt_profiles) for c in self.closures)


def untouched(incident: IncidentView) -> bool:
    """Return whether nobody has been sent to an incident."""
    return incident.state in _UNTOUCHED and not incident.units


def situation_of(picture: Picture, positions: Mapping[Id, Position], now_ms: int) -> Situation:
    """Copy what the engine needs; call it in the thread that owns the picture."""
    units, incidents = picture.units(), picture.incidents()
    return Situation(
        units=units,
        positions=dict(positions),
        stations={s.id: s.at for s in picture.stations()},
        depots=standing(picture.depots(), units, positions),
        incidents={id_: view for id_ in {u.incident for u in units if u.incident} if (view := picture.incident(id_)) is not None},
        closures=tuple(c for c in picture.closures() if c.in_force(now_ms)),
        now_ms=now_ms,
        waiting=sum(untouched(incident) for incident in incidents),
        reports_last_hour=sum(incident.reported_ms > now_ms - _HOUR_MS for incident in incidents),
        life_lately=tuple(i.at for i in incidents if i.priority == Priority.LIFE and i.reported_ms > now_ms - _HOUR_MS),
    )


def standing(depots: Iterable[DepotView], units: Iterable[UnitView], positions: Mapping[Id, Position]) -> tuple[DepotView, ...]:
    """Return depots where they are now: what a unit carries is where the unit is."""
    where = {unit.id: positions[unit.id].at if unit.id in positions else unit.at for unit in units}
    return tuple(replace(depot, at=where[depot.unit]) if depot.unit in where else depot for depot in depots)


def request_of(picture: Picture, incident: IncidentView) -> Request:
    """Return the request an incident makes as it stands."""
    reserved: dict[str, int] = {}
    for promise in picture.reservations():
        if promise.incident == incident.id and promise.state != "returned":
            reserved[promise.item] = reserved.get(promise.item, 0) + promise.quantity
    return Request(
        incident.type,
        incident.at,
        incident.alarm_level,
        incident.id,
        reserved,
        incident.priority,
        incident.grade,
        incident.number,
        incident.answered_ms if untouched(incident) else None,
    )
