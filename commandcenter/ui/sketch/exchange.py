"""Sketches into files and out of them. No Qt."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from commandcenter.geo.exchange.feature import LARGEST_FILE, Feature
from commandcenter.geo.exchange.geojson import read_geojson, write_geojson
from commandcenter.geo.exchange.gpx import read_gpx, write_gpx
from commandcenter.model.commands import DrawSketch
from commandcenter.model.drawings import Hazard, SketchKind, Tactical
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id, is_exercise
from commandcenter.model.marks import is_marked, mark_of
from commandcenter.model.words import LonLat
from commandcenter.picture.sketches import SketchView
from commandcenter.ui.leaving import write_text
from commandcenter.ui.sketch.shapes import Name
from commandcenter.ui.sketch.words import drawing_words

MOST = 200
"""Sketches that one import draws: each is an entry that everybody gets."""
MOST_POINTS = 1_000
SUFFIXES = (".geojson", ".json", ".gpx")


def write_sketches(path: Path, sketches: tuple[SketchView, ...], name: Name, operation: Id) -> None:
    """Write an operation's sketches as GPX where the file's name says so, else as GeoJSON. Raises `KnownError`."""
    features = [_feature(sketch, name) for sketch in sketches]
    mark = mark_of(operation)
    write_text(path, write_gpx(features, mark) if path.suffix.casefold() == ".gpx" else write_geojson(features, mark))


def read_sketches(path: Path, now_ms: int, operation: Id) -> list[DrawSketch]:
    """Return what draws the sketches of a file into an operation; what is over is left out. Raises `KnownError` or `Refused`."""
    features = read_features(path, operation)
    found = [command for one in features if (command := _command(one, now_ms)) is not None]
    if len(found) > MOST:
        raise Refused("The file holds {n} things; at most {most} can be drawn at once.", n=len(found), most=MOST)
    if not found:
        raise Refused("Nothing in this file still holds.")
    return found


def read_features(path: Path, operation: Id) -> list[Feature]:
    """Return what a GeoJSON or GPX file holds for an operation. Raises `KnownError`, and `Refused` for an exercise's file in live work."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise KnownError("{file} is too large.", file=path.name)
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError("{file} cannot be read: {why}", file=path.name, why=getattr(error, "strerror", None) or str(error)) from error
    if is_marked(text) and not is_exercise(operation):
        raise Refused("{file} comes from an exercise; it is not drawn into live work.", file=path.name)
    return read_gpx(text) if path.suffix.casefold() == ".gpx" or text.lstrip().startswith("<") else read_geojson(text)


def _feature(sketch: SketchView, name: Name) -> Feature:
    said: dict[str, str | float] = {
        "kind": sketch.kind.value,
        "symbol": sketch.symbol,
        "name": sketch.text,
        "description": drawing_words(sketch.kind, sketch.symbol, ""),
        "author": name(sketch.by),
        "drawn": _iso(sketch.drawn_ms),
    }
    if sketch.radius_m is not None:
        said["radius_m"] = sketch.radius_m
    if sketch.until_ms is not None:
        said["valid_until"] = _iso(sketch.until_ms)
    return Feature(sketch.shape, {key: value for key, value in said.items() if value != ""})


def _command(feature: Feature, now_ms: int) -> DrawSketch | None:
    said, shape = feature.properties, _thinned(feature)
    kind, symbol = _kind(feature), str(said.get("symbol", ""))
    text = str(said.get("name") or said.get("text") or said.get("description") or "")[:500]
    until_ms = _moment(str(said.get("valid_until", "")))
    if until_ms is not None and until_ms <= now_ms:
        return None
    if kind is SketchKind.SYMBOL and symbol not in set(Tactical):
        kind, symbol = SketchKind.NOTE, ""
    if kind is SketchKind.HAZARD and symbol not in set(Hazard):
        symbol = Hazard.OTHER.value
    if kind is SketchKind.NOTE and not text:
        text = str(said.get("description") or "–")
    radius = said.get("radius_m")
    around = float(radius) if isinstance(radius, int | float) and kind is SketchKind.HAZARD and len(shape) == 1 else None
    return DrawSketch(kind, shape, text, symbol if kind in (SketchKind.SYMBOL, SketchKind.HAZARD) else "", around, until_ms)


def _kind(feature: Feature) -> SketchKind:
    """Return the kind that a file says where it fits the shape, else the one that the shape suggests."""
    said = next((kind for kind in SketchKind if kind.value == feature.properties.get("kind")), None)
    point, area = len(feature.shape) == 1, feature.is_area
    fits = {
        SketchKind.LINE: not point,
        SketchKind.AREA: area,
        SketchKind.SYMBOL: point,
        SketchKind.NOTE: point,
        SketchKind.HAZARD: point or area,
    }
    if said is not None and fits[said]:
        return said
    if point:
        return SketchKind.SYMBOL if feature.properties.get("symbol") in set(Tactical) else SketchKind.NOTE
    return SketchKind.AREA if area else SketchKind.LINE


def _thinned(feature: Feature) -> tuple[LonLat, ...]:
    """Leave points out of a long line evenly; its ends stay."""
    shape, step = feature.shape, -(-len(feature.shape) // (MOST_POINTS - 1))
    return shape if step == 1 else (*shape[:-1:step], shape[-1])


def _iso(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _moment(text: str) -> int | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return round((found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp() * 1000)
