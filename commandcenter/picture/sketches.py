"""Sketches and hazards on the map, as they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.geo.measures import circle
from commandcenter.model.drawings import SketchKind
from commandcenter.model.entries import Kind, Value
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.picture.fields import as_int, as_mapping, as_places, as_text, as_word
from commandcenter.picture.state import State


@dataclass(frozen=True, slots=True)
class SketchView:
    """Something that was drawn on the map."""

    id: Id
    kind: SketchKind
    shape: tuple[LonLat, ...]
    """1 point; ≥ 2 a line; first = last and ≥ 4 an area."""
    text: str
    symbol: str
    """A `Tactical` or a `Hazard`; one of a newer program by its own name."""
    radius_m: float | None
    until_ms: int | None
    incident: Id | None
    by: Id
    """Who drew it."""
    drawn_ms: int
    changed_ms: int
    """When what is shown was written."""
    disputed: bool = False
    """Two desks have changed it without knowing of each other."""

    @property
    def rings(self) -> tuple[tuple[LonLat, ...], ...]:
        """Return the area it covers as closed rings; none where it covers none."""
        if len(self.shape) == 1:
            return (circle(self.shape[0], self.radius_m),) if self.radius_m else ()
        return (self.shape,) if self.shape[0] == self.shape[-1] else ()

    def valid(self, now_ms: int) -> bool:
        """Return whether it still holds at a moment."""
        return self.until_ms is None or now_ms < self.until_ms


def sketch_view(state: State, id_: Id) -> SketchView | None:
    """Return a sketch; `None` before it is known where, and once it was removed."""
    fields = state.fields(Kind.SKETCH, id_)
    what = as_mapping(fields.value("what"))
    shape, stamp = as_places(what.get("shape")), fields.stamp("what")
    if not shape or stamp is None:
        return None
    incident = as_text(what.get("incident"))
    return SketchView(
        id=id_,
        kind=as_word(what.get("sketch"), SketchKind, SketchKind.NOTE),
        shape=shape,
        text=as_text(what.get("text")),
        symbol=as_text(what.get("symbol")),
        radius_m=_metres(what.get("radius_m")),
        until_ms=_moment(what.get("until_ms")),
        incident=Id(incident) if incident else None,
        by=Id(as_text(what.get("by"))),
        drawn_ms=as_int(what.get("ms")),
        changed_ms=stamp.ms,
        disputed="what" in fields.disputed(),
    )


def _metres(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and value > 0 else None


def _moment(value: Value) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
