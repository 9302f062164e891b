"""Stations and closed roads as they are shown."""

from __future__ import annotations

from commandcenter.model.entries import Kind, Value
from commandcenter.model.ids import Id
from commandcenter.picture.fields import NOWHERE, as_mapping, as_places, as_text
from commandcenter.picture.sketches import sketch_view
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
    shape, until_ms = as_places(what.get("shape")), _moment(what.get("until_ms"))
    if not shape:
        return None
    exempt = what.get("exempt")
    hazard = Id(as_text(what.get("hazard"))) or None
    danger = sketch_view(state, hazard) if hazard is not None else None
    if danger is not None:
        shape, until_ms = (danger.rings[0] if danger.rings else danger.shape), danger.until_ms
    return ClosureView(
        id=id_,
        shape=shape,
        name=as_text(what.get("name")),
        reason=as_text(what.get("reason")),
        from_ms=_moment(what.get("from_ms")),
        until_ms=until_ms,
        exempt_profiles=tuple(profile for profile in exempt if isinstance(profile, str)) if isinstance(exempt, list) else (),
        reopened=bool(fields.value("reopened")) or (hazard is not None and danger is None and _was_known(state, hazard)),
        hazard=hazard,
    )


def _was_known(state: State, hazard: Id) -> bool:
    """Return whether a hazard was drawn here and removed; one that has not come yet closes as its closure says."""
    return bool(state.registers.fields(Kind.SKETCH, hazard))


def _moment(value: Value) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
