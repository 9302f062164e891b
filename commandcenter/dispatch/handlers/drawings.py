"""Sketches and hazards on the map."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.search.rings import flat
from commandcenter.dispatch.writing import places, put
from commandcenter.model.commands import ChangeSketch, CloseHazard, DrawSketch, RemoveSketch
from commandcenter.model.drawings import Hazard, SketchKind, Tactical
from commandcenter.model.entries import Draft, EntryType, Kind, Value
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.picture.picture import Picture
from commandcenter.picture.sketches import SketchView

MOST_POINTS = 1_000
LONGEST = 500
FARTHEST_M = 50_000.0
_CHANGEABLE = ("shape", "text", "symbol", "radius_m", "until_ms", "incident_id")
_HAZARD = say("hazard")


def draw_sketch(picture: Picture, command: DrawSketch, now: Now) -> list[Draft]:
    """Draw something; who drew it, and when, stays with it."""
    what = _checked(picture, command, now)
    return [Draft(EntryType.SKETCH_DRAWN, put(Kind.SKETCH, now.new_id(), {"what": {**what, "by": now.actor, "ms": now.wall_ms}}))]


def change_sketch(picture: Picture, command: ChangeSketch, now: Now) -> list[Draft]:
    """Move or correct a sketch."""
    sketch = _sketch(picture, command.sketch_id)
    unknown = set(command.fields) - set(_CHANGEABLE)
    if unknown:
        raise Refused("The field {field} of a sketch cannot be changed.", field=sorted(unknown)[0])
    old = _as_drawn(sketch)
    wanted = DrawSketch(sketch.kind, **{**old, **command.fields})  # type: ignore[arg-type] # checked next
    if wanted == DrawSketch(sketch.kind, **old):  # type: ignore[arg-type] # as it is kept
        raise Refused("Nothing of the sketch would change.")
    what = {**_checked(picture, wanted, now), "by": sketch.by, "ms": sketch.drawn_ms}
    return [Draft(EntryType.SKETCH_CHANGED, put(Kind.SKETCH, sketch.id, {"what": what}))]


def remove_sketch(picture: Picture, command: RemoveSketch, now: Now) -> list[Draft]:
    """Take a sketch off the map."""
    sketch = _sketch(picture, command.sketch_id)
    about: dict[str, Value] = {"sketch": sketch.kind.value, "symbol": sketch.symbol, "text": sketch.text, "incident": sketch.incident}
    return [Draft(EntryType.SKETCH_REMOVED, put(Kind.SKETCH, sketch.id, {"what": None}), about=about)]


def close_hazard(picture: Picture, command: CloseHazard, now: Now) -> list[Draft]:
    """Close the roads in a hazard, wherever it moves, for as long as it is there."""
    sketch = _sketch(picture, command.sketch_id)
    if sketch.kind is not SketchKind.HAZARD or not sketch.valid(now.wall_ms):
        raise Refused("Only a hazard that still holds can keep roads closed.")
    if any(closure.hazard == sketch.id and not closure.reopened for closure in picture.closures()):
        raise Refused("The roads in this hazard are closed already.")
    shape = sketch.rings[0] if sketch.rings else sketch.shape
    what: dict[str, Value] = {
        "shape": places(shape),
        "name": sketch.text,
        "reason": sketch.symbol or _HAZARD.template,
        "from_ms": None,
        "until_ms": sketch.until_ms,
        "exempt": [],
        "hazard": sketch.id,
    }
    return [Draft(EntryType.ROAD_CLOSED, put(Kind.CLOSURE, now.new_id(), {"what": what}))]


def _sketch(picture: Picture, sketch_id: Id) -> SketchView:
    found = picture.sketch(sketch_id)
    if found is None:
        raise Refused("This sketch is not on the map any more.")
    return found


def _as_drawn(sketch: SketchView) -> Mapping[str, object]:
    return {
        "shape": sketch.shape,
        "text": sketch.text,
        "symbol": sketch.symbol,
        "radius_m": sketch.radius_m,
        "until_ms": sketch.until_ms,
        "incident_id": sketch.incident,
    }


def _checked(picture: Picture, command: DrawSketch, now: Now) -> dict[str, Value]:
    """Return the register of a sketch that makes sense, or refuse."""
    text = command.text.strip() if isinstance(command.text, str) else ""
    if len(text) > LONGEST:
        raise Refused("A text on the map has at most {most} characters.", most=LONGEST)
    if command.kind is SketchKind.NOTE:
        lookup.check_text(text, say("The note"))
    if command.incident_id is not None:
        lookup.incident(picture, command.incident_id)
    what: dict[str, Value] = {
        "sketch": command.kind.value,
        "shape": places(_shape(command.kind, command.shape)),
        "text": text,
        "symbol": _symbol(command.kind, command.symbol),
        "radius_m": _radius(command),
        "until_ms": _until(command.until_ms, now),
        "incident": command.incident_id,
    }
    return what


def _shape(kind: SketchKind, shape: Sequence[LonLat]) -> tuple[LonLat, ...]:
    if not isinstance(shape, Sequence) or not 0 < len(shape) <= MOST_POINTS:
        raise Refused("A sketch has from 1 to {most} points.", most=MOST_POINTS)
    points = tuple(lookup.check_place(point) for point in shape)
    closed = len(points) > 1 and points[0] == points[-1]
    fits = {
        SketchKind.LINE: len(set(points)) > 1,
        SketchKind.AREA: closed,
        SketchKind.SYMBOL: len(points) == 1,
        SketchKind.NOTE: len(points) == 1,
        SketchKind.HAZARD: len(points) == 1 or closed,
    }
    if not fits[kind]:
        raise Refused(_WRONG_SHAPE[kind].template)
    if closed and kind is not SketchKind.LINE:
        if len(set(points)) < 3:
            raise Refused(_WRONG_SHAPE[SketchKind.AREA].template)
        if not flat(points[:-1], points[0]).is_valid:
            raise Refused("The area crosses itself; draw it without a knot.")
    return points


_WRONG_SHAPE: Mapping[SketchKind, Sentence] = {
    SketchKind.LINE: say("A line needs at least two different points."),
    SketchKind.AREA: say("An area needs at least three corners."),
    SketchKind.SYMBOL: say("A symbol stands at one point."),
    SketchKind.NOTE: say("A note stands at one point."),
    SketchKind.HAZARD: say("A hazard is a point with a radius, or an area."),
}


def _symbol(kind: SketchKind, symbol: object) -> str:
    known = {SketchKind.SYMBOL: Tactical, SketchKind.HAZARD: Hazard}.get(kind)
    if known is None:
        return ""
    if not isinstance(symbol, str) or symbol not in {word.value for word in known}:
        raise Refused("There is no symbol {symbol}; the symbols are: {known}.", symbol=str(symbol), known=", ".join(word.value for word in known))
    return symbol


def _radius(command: DrawSketch) -> float | None:
    radius = command.radius_m
    if command.kind is not SketchKind.HAZARD or len(command.shape) > 1:
        return None
    if radius is None:
        return None
    if not isinstance(radius, int | float) or isinstance(radius, bool) or not math.isfinite(radius) or not 1 <= radius <= FARTHEST_M:
        raise Refused("A radius is from 1 to {most} m.", most=round(FARTHEST_M))
    return float(radius)


def _until(until_ms: object, now: Now) -> int | None:
    if until_ms is None:
        return None
    if not isinstance(until_ms, int) or isinstance(until_ms, bool) or until_ms <= now.wall_ms:
        raise Refused("It would be over before it begins.")
    return until_ms
