"""Depots, what they hold, and how goods get from one to another or to an incident."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.model.commands.base import Command
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat


@dataclass(frozen=True, slots=True)
class AddDepot(Command):
    """Add a stock of supplies: a building, or what a unit carries."""

    name: str
    at: LonLat
    depot_id: Id | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    unit_id: Id | None = None
    """The unit that carries it: mobile stock is where its unit is."""
    partner_id: Id | None = None
    """The organisation it belongs to; `None`: ours."""


@dataclass(frozen=True, slots=True)
class MoveStock(Command):
    """Stock comes (+) or goes (−) in one batch."""

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
class IssueStock(Command):
    """Goods go out, whatever batch expires first in front; `item` may be a kit."""

    depot_id: Id
    item: str
    quantity: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SetMinimum(Command):
    """Say how much of an item a depot should always have; 0 lifts the level."""

    depot_id: Id
    item: str
    quantity: int


@dataclass(frozen=True, slots=True)
class ReserveStock(Command):
    """Promise stock to an incident."""

    depot_id: Id
    item: str
    quantity: int
    incident_id: Id


@dataclass(frozen=True, slots=True)
class EndReservation(Command):
    """Give reserved stock back, or book it as delivered, with a receipt."""

    reservation_id: Id
    delivered: bool
    received_by: str = ""
    """Who took the goods over."""
    missing: int = 0
    """So much less arrived than was sent."""


@dataclass(frozen=True, slots=True)
class AskTransfer(Command):
    """Ask a depot for goods, for another depot or for an incident."""

    source_id: Id
    goods: Mapping[str, int]
    """Item or kit → quantity."""
    depot_id: Id | None = None
    incident_id: Id | None = None
    """Exactly one of both: where the goods are to go."""
    note: str = ""
    agreed: bool = False
    """The source has agreed already: the goods are promised at once."""
    goal: str = ""
    """What the plan was for that this is a part of: `soonest`, `driving`; empty: no plan."""


@dataclass(frozen=True, slots=True)
class AnswerTransfer(Command):
    """The source agrees (the goods are promised) or declines; a promise that was not yet sent can be called off."""

    transfer_id: Id
    accepted: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ShipTransfer(Command):
    """The goods leave the source, on a unit if one is named."""

    transfer_id: Id
    unit_id: Id | None = None


@dataclass(frozen=True, slots=True)
class ReceiveTransfer(Command):
    """The goods arrived: who took them over, and how many of each; what is not named arrived whole."""

    transfer_id: Id
    received_by: str
    received: Mapping[str, int] = field(default_factory=dict)
    note: str = ""
