"""Hospitals, shelters and other facilities: what they offer, what is free, and who goes there, as they are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from commandcenter.model.entries import Kind, Value
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.picture.fields import NOWHERE, as_int, as_mapping, as_text
from commandcenter.picture.kept import Kept
from commandcenter.picture.state import State

PLACES = "places:"
"""Start of the fields that hold reported capacities, by kind of places."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """Places of one kind: as reported, and what has changed since by people we sent or let go."""

    total: int
    taken: int
    """Reported taken, and who arrived since, without who left since."""
    reserved: int
    """Kept for people on their way."""
    reported_ms: int

    @property
    def free(self) -> int:
        """Return how many more can come (negative: too many were promised)."""
        return self.total - self.taken - self.reserved

    @property
    def load(self) -> float:
        """Return the share that is taken or kept; 1 for a facility without places."""
        return (self.taken + self.reserved) / self.total if self.total > 0 else 1.0


@dataclass(frozen=True, slots=True)
class FacilityView:
    """A hospital, shelter …"""

    id: Id
    name: str
    kind: str
    at: LonLat
    names: Mapping[str, str] = field(default_factory=dict)
    services: tuple[str, ...] = ()
    open: bool = True
    """Whether it takes anybody in."""
    reason: str = ""
    """Why not."""
    places: Mapping[str, Capacity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlacementView:
    """People who go to a facility, are there, or were."""

    id: Id
    facility: Id
    care: str
    people: int
    incident: Id | None
    unit: Id | None
    tag: str
    who: str | None
    """`None` where the medical section is withheld."""
    state: str
    """reserved, arrived, released, cancelled."""
    reserved_ms: int
    moved_ms: int | None


class CareBook:
    """Placements of people."""

    def __init__(self, state: State) -> None:
        """Read this state."""
        self._placements = Kept(state, Kind.PLACEMENT, placement_view, lambda view: (view.reserved_ms, view.id))
        self.drops: Mapping[str, Callable[[set[Id]], None]] = {Kind.PLACEMENT: self._placements.drop}

    def placement(self, placement_id: Id) -> PlacementView | None:
        """Return one placement."""
        return self._placements.get(placement_id)

    def placements(self) -> tuple[PlacementView, ...]:
        """Return all placements, ended ones too, oldest first."""
        return self._placements.all()


def placement_view(state: State, id_: Id) -> PlacementView | None:
    """Return a placement; `None` before it is known."""
    fields = state.fields(Kind.PLACEMENT, id_)
    what = fields.mapping("what")
    if not what:
        return None
    return PlacementView(
        id=id_,
        facility=Id(as_text(what.get("facility"))),
        care=as_text(what.get("care")),
        people=as_int(what.get("people")),
        incident=_maybe(what.get("incident")),
        unit=_maybe(what.get("unit")),
        tag=as_text(what.get("tag")),
        who=fields.maybe_text("who"),
        state=fields.text("state", "reserved"),
        reserved_ms=as_int(what.get("ms")),
        moved_ms=fields.maybe_whole("moved_ms"),
    )


def facility_view(state: State, id_: Id) -> FacilityView | None:
    """Return a facility with its capacities; `None` before it is known."""
    fields = state.fields(Kind.FACILITY, id_)
    if fields.maybe_text("name") is None:
        return None
    placed = [view for p in state.links.to((Kind.FACILITY, id_), Kind.PLACEMENT) if (view := placement_view(state, p)) and view.facility == id_]
    services = fields.value("services")
    return FacilityView(
        id=id_,
        name=fields.text("name"),
        kind=fields.text("kind"),
        at=fields.place("at") or NOWHERE,
        names=fields.names(),
        services=tuple(s for s in services if isinstance(s, str)) if isinstance(services, list) else (),
        open=fields.value("open") is not False,
        reason=fields.text("reason"),
        places={care: _capacity(value, [p for p in placed if p.care == care]) for care, value in fields.starting(PLACES).items()},
    )


def _capacity(value: Value, placed: list[PlacementView]) -> Capacity:
    """Bring a report up to date. It names the people whose arrival it counts, so that no clock decides who is counted twice."""
    report = as_mapping(value)
    counted = report.get("counted")
    known = set(counted) if isinstance(counted, list) else set()
    since = sum(p.people for p in placed if p.state == "arrived" and p.id not in known)
    gone = sum(p.people for p in placed if p.state != "arrived" and p.id in known)
    return Capacity(
        total=as_int(report.get("total")),
        taken=max(0, as_int(report.get("taken")) + since - gone),
        reserved=sum(p.people for p in placed if p.state == "reserved"),
        reported_ms=as_int(report.get("ms")),
    )


def _maybe(value: Value) -> Id | None:
    return Id(value) if isinstance(value, str) and value else None
