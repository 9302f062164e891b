"""Units and their assignments as they are shown."""

from __future__ import annotations

from commandcenter.model.entries import Kind
from commandcenter.model.ids import Id
from commandcenter.model.words import UnitStatus
from commandcenter.picture.fields import NOWHERE, as_int, as_mapping, as_text
from commandcenter.picture.links import SHARED_CREW
from commandcenter.picture.rules import target_incident, unit_status
from commandcenter.picture.state import State
from commandcenter.picture.views import AssignmentView, UnitView

_CREW_AT_HOME = (UnitStatus.AVAILABLE, UnitStatus.OUT_OF_SERVICE)
"""Then a crew that is shared can take the other vehicle."""


def unit_view(state: State, id_: Id) -> UnitView | None:
    """Return a unit; `None` before it is known what it is."""
    fields = state.fields(Kind.UNIT, id_)
    if fields.maybe_text("callsign") is None:
        return None
    status = fields.value("status")
    assignment = fields.value("assignment")
    incident = target_incident(assignment)
    mayday = as_mapping(fields.value("mayday"))
    return UnitView(
        id=id_,
        callsign=fields.text("callsign"),
        kind=fields.text("kind"),
        capabilities={name: as_int(quantity) for name, quantity in fields.mapping("capabilities").items()},
        crew=fields.whole("crew"),
        station=fields.id("station"),
        profile=fields.text("profile", "engine"),
        at=fields.place("at") or NOWHERE,
        status=unit_status(status) or UnitStatus.OUT_OF_SERVICE,
        status_ms=as_int(as_mapping(status).get("ms")),
        incident=Id(incident) if incident else None,
        slot=as_text(as_mapping(assignment).get("slot")),
        conflicts=fields.disputed(),
        shared_crew=fields.text(SHARED_CREW),
        crew_with=_crew_with(state, id_, fields.text(SHARED_CREW)),
        partner=fields.id("partner"),
        mayday_ms=as_int(mayday["ms"]) if "ms" in mayday else None,
        mayday_text=as_text(mayday.get("text")),
        contact_ms=as_int(fields.value("contact")),
    )


def _crew_with(state: State, id_: Id, shared: str) -> Id | None:
    """Return the unit that has the crew which this one shares: assigned, or out and not yet back."""
    for other in sorted(state.links.to((SHARED_CREW, Id(shared)), Kind.UNIT)) if shared else ():
        fields = state.fields(Kind.UNIT, other)
        if other != id_ and fields.text(SHARED_CREW) == shared:
            status = unit_status(fields.value("status"))
            if target_incident(fields.value("assignment")) is not None or (status is not None and status not in _CREW_AT_HOME):
                return other
    return None


def assignment_view(state: State, id_: Id) -> AssignmentView | None:
    """Return an assignment; `None` before unit and incident are known."""
    fields = state.fields(Kind.ASSIGNMENT, id_)
    unit, incident = fields.id("unit"), fields.id("incident")
    if unit is None or incident is None:
        return None
    return AssignmentView(
        id=id_,
        unit=unit,
        incident=incident,
        slot=fields.text("slot"),
        by=Id(fields.text("by")),
        times_ms=fields.times("t:"),
        ended_ms=fields.maybe_whole("ended_ms"),
        reason=fields.text("reason"),
    )
