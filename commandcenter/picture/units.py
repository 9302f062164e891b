"""Units and their assignments as they are shown."""

from __future__ import annotations

from commandcenter.model.entries import Kind
from commandcenter.model.ids import Id
from commandcenter.model.words import UnitStatus
from commandcenter.picture.fields import NOWHERE, as_int, as_mapping, as_text
from commandcenter.picture.rules import target_incident, unit_status
from commandcenter.picture.state import State
from commandcenter.picture.views import AssignmentView, UnitView


def unit_view(state: State, id_: Id) -> UnitView | None:
    """Return a unit; `None` before it is known what it is."""
    fields = state.fields(Kind.UNIT, id_)
    if fields.maybe_text("callsign") is None:
        return None
    status = fields.value("status")
    assignment = fields.value("assignment")
    incident = target_incident(assignment)
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
    )


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
