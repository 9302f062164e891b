"""Incidents and calls as they are shown."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.model.entries import Kind, Value
from commandcenter.model.ids import Id
from commandcenter.model.words import CallbackState, Grade, IncidentState, Priority
from commandcenter.picture.fields import NOWHERE, as_int, as_text, as_word
from commandcenter.picture.state import State
from commandcenter.picture.views import AutomaticView, CallbackView, CallView, IncidentView

AUTOMATIC = "automatic"
"""The field that says what came of sending by itself."""
APART = "apart:"
"""The field that says two incidents are not one begins with this; the other's id follows."""


def incident_view(state: State, id_: Id) -> IncidentView | None:
    """Return an incident; `None` before it is known what it is."""
    fields = state.fields(Kind.INCIDENT, id_)
    if fields.maybe_text("type") is None and fields.maybe_whole("number") is None:
        return None
    node = (Kind.INCIDENT, id_)
    units = state.links.to(node, Kind.UNIT)
    calls = (call for call in state.links.to(node, Kind.CALL) if state.fields(Kind.CALL, call).id("incident") == id_)
    return IncidentView(
        id=id_,
        number=state.numbers.label(id_),
        type=fields.text("type"),
        state=fields.one_of("state", IncidentState, IncidentState.REPORTED),
        priority=fields.whole("priority", Priority.SERIOUS),
        grade=fields.whole("grade", Grade.BLUE),
        alarm_level=fields.whole("alarm_level", 1),
        at=fields.place("at") or NOWHERE,
        address=fields.text("address"),
        name=fields.text("name"),
        text=fields.text("text"),
        reported_ms=fields.whole("reported_ms"),
        state_ms=fields.times("state_ms:"),
        merged_into=fields.id("merged_into"),
        units=tuple(sorted(units, key=lambda unit: (state.fields(Kind.UNIT, unit).text("callsign"), unit))),
        calls=tuple(sorted(calls, key=lambda call: (state.fields(Kind.CALL, call).whole("taken_ms"), call))),
        conflicts=fields.disputed(),
        call_answered_ms=fields.maybe_whole("answered_ms"),
        answers={code: answer for code, answer in fields.mapping("answers").items() if isinstance(answer, str)},
        apart=frozenset(map(Id, fields.starting(APART))),
        automatic=_automatic(fields.mapping(AUTOMATIC)),
    )


def _automatic(said: Mapping[str, Value]) -> AutomaticView | None:
    return AutomaticView(as_text(said.get("state")), as_text(said.get("why")), as_int(said.get("ms"))) if said else None


def call_view(state: State, id_: Id) -> CallView | None:
    """Return a call; `None` before it is known."""
    fields = state.fields(Kind.CALL, id_)
    if fields.maybe_whole("taken_ms") is None and fields.maybe_text("type") is None:
        return None
    return CallView(
        id=id_,
        type=fields.text("type"),
        at=fields.place("at"),
        address=fields.text("address"),
        taken_ms=fields.whole("taken_ms"),
        incident=fields.id("incident"),
        caller_name=fields.maybe_text("caller_name"),
        caller_phone=fields.maybe_text("caller_phone"),
        text=fields.maybe_text("text"),
        rang_ms=fields.maybe_whole("rang_ms"),
        answered_ms=fields.maybe_whole("answered_ms"),
        callback=_callback(fields.mapping("callback")),
    )


def _callback(noted: Mapping[str, Value]) -> CallbackView | None:
    if not noted:
        return None
    state = as_word(noted.get("state"), CallbackState, CallbackState.ASKED)
    return CallbackView(state, as_int(noted.get("ms")), Id(as_text(noted.get("by"))), as_int(noted.get("tries")))
