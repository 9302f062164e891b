"""Stations and closed roads as they are shown."""

from __future__ import annotations

from commandcenter.model.entries import Kind, Value
from commandcenter.model.ids import Id
from commandcenter.picture.fields import NOWHERE, as_mapping, as_places, as_text
from commandcenter.picture.state import State
from commandcenter.picture.views import ClosureView, StationView


def station_view(state: State, id_: Id) -> StationView | None:
    """Return a station; `None` before it is known."""
    fields = state.fields(Kind.STATION, id_)
    if fields.maybe_text("name") is None:
        return None
    return StationView(id_, fields.text("name"), fields.text("kind"), fields.place("at") or NOWHERE, fields.names())


def closure_view(state: State, id_: Id) -> ClosureView | None:
    """Return closed roads; `None` before it is known where."""
    fields = state.fields(Kind.CLOSURE, id_)
    what = as_mapping(fields.value("what"))
    shape = as_places(what.get("shape"))
    if not shape:
        return None
    exempt = what.get("exempt")
    return ClosureView(
        id=id_,
        shape=shape,
        name=as_text(what.get("name")),
        reason=as_text(what.get("reason")),
        from_ms=_moment(what.get("from_ms")),
        until_ms=_moment(what.get("until_ms")),
        exempt_profiles=tuple(profile for profile in exempt if isinstance(profile, str)) if isinstance(exempt, list) else (),
        reopened=bool(fields.value("reopened")),
    )


def _moment(value: Value) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
