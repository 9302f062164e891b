"""Depots and what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.model.commands.base import Command
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat


@dataclass(frozen=True, slots=True)
class AddDepot(Command):
    """Add a stock of supplies."""

    name: str
    at: LonLat
    depot_id: Id | None = None
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MoveStock(Command):
    """Stock comes (+) or goes (−)."""

    depot_id: Id
    item: str
    quantity: int
    unit: str = "pcs"
    batch: str = ""
    expires: str = ""
    """ISO date or empty."""
    reason: str = ""
    move_id: Id | None = None
    """Given by an import, so that the same line is never booked twice."""


@dataclass(frozen=True, slots=True)
class ReserveStock(Command):
    """Promise stock to an incident."""

    depot_id: Id
    item: str
    quantity: int
    incident_id: Id


@dataclass(frozen=True, slots=True)
class EndReservation(Command):
    """Give reserved stock back, or book it as delivered."""

    reservation_id: Id
    delivered: bool
