"""Partner organisations and what they offer."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.commands.base import Command
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat


@dataclass(frozen=True, slots=True)
class AddPartner(Command):
    """Add a company, a volunteer group or another agency; the contact goes to the `pii` section."""

    name: str
    kind: str
    """company, volunteers, agency or charity."""
    contact: str = ""
    partner_id: Id | None = None


@dataclass(frozen=True, slots=True)
class AskPartner(Command):
    """Ask a partner for goods (`item`, `quantity`) or for a team (`kind`, `crew`)."""

    partner_id: Id
    item: str = ""
    quantity: int = 0
    kind: str = ""
    """Code of a unit kind."""
    crew: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class OfferStock(Command):
    """A partner offers goods at a place."""

    partner_id: Id
    item: str
    quantity: int
    at: LonLat
    expires: str = ""
    """ISO date or empty."""
    note: str = ""
    offer_id: Id | None = None
    """Given by an import, so that the same line is never offered twice."""
    asked_id: Id | None = None
    """What they were asked for and offer now; the offer takes its place."""


@dataclass(frozen=True, slots=True)
class OfferTeam(Command):
    """A partner offers a team."""

    partner_id: Id
    callsign: str
    kind: str
    """Code of a unit kind."""
    crew: int
    at: LonLat
    note: str = ""
    offer_id: Id | None = None
    asked_id: Id | None = None


@dataclass(frozen=True, slots=True)
class AnswerOffer(Command):
    """Take an offer (stock comes into the partner's depot, a team onto the board, both marked), or decline it."""

    offer_id: Id
    accepted: bool
    reason: str = ""
