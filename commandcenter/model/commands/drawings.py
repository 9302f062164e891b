"""Sketches on the map: lines, areas, symbols, notes and hazards that everybody sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.model.commands.base import Command
from commandcenter.model.drawings import SketchKind
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat


@dataclass(frozen=True, slots=True)
class DrawSketch(Command):
    """Draw something on the map."""

    kind: SketchKind
    shape: tuple[LonLat, ...]
    """1 point; ≥ 2 a line; first = last and ≥ 4 an area."""
    text: str = ""
    symbol: str = ""
    """A `Tactical` of symbols, a `Hazard` of hazards."""
    radius_m: float | None = None
    """Of a hazard around a point."""
    until_ms: int | None = None
    """Valid until; `None`: until somebody removes it."""
    incident_id: Id | None = None


@dataclass(frozen=True, slots=True)
class ChangeSketch(Command):
    """Move or correct a sketch; fields as `DrawSketch` names them, without its kind."""

    sketch_id: Id
    fields: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class RemoveSketch(Command):
    """Take a sketch off the map; it stays in the log."""

    sketch_id: Id


@dataclass(frozen=True, slots=True)
class CloseHazard(Command):
    """Let no way lead through a hazard: a closure that moves with it and ends with it."""

    sketch_id: Id
