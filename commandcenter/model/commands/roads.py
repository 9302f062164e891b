"""Closed roads."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.commands.base import Command
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat


@dataclass(frozen=True, slots=True)
class CloseRoad(Command):
    """Close roads: a point, a line or a polygon."""

    shape: tuple[LonLat, ...]
    """1 point; ≥ 2 a line; first = last and ≥ 4 a polygon."""
    name: str = ""
    reason: str = ""
    from_ms: int | None = None
    until_ms: int | None = None
    exempt_profiles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReopenRoad(Command):
    """Lift a closure."""

    closure_id: Id
