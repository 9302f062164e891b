"""Orders to units, and their answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.model.commands.base import Command
from commandcenter.model.entries import Value
from commandcenter.model.ids import Id
from commandcenter.model.words import OrderState


@dataclass(frozen=True, slots=True)
class SendOrder(Command):
    """Order units to do something; each answers for itself."""

    text: str
    unit_ids: tuple[Id, ...]
    incident_id: Id | None = None
    urgent: bool = False
    """Must be accepted sooner."""


@dataclass(frozen=True, slots=True)
class AnswerOrder(Command):
    """A unit has read an order, accepts it, refuses it or has carried it out (or the desk writes down what it said by radio)."""

    order_id: Id
    unit_id: Id
    state: OrderState
    reason: str = ""
    """Needed for a refusal."""


@dataclass(frozen=True, slots=True)
class ReadBackOrder(Command):
    """Units have repeated an order by radio or on paper, and the check word was right."""

    order_id: Id
    check: str
    """The check word that they said."""
    unit_ids: tuple[Id, ...] = ()
    """Empty: all that the order went to."""


@dataclass(frozen=True, slots=True)
class WithdrawOrder(Command):
    """Take an order back for all who have not carried it out."""

    order_id: Id
    reason: str


@dataclass(frozen=True, slots=True)
class OrderMove(Command):
    """Order a free unit to another station, so that more of the region is covered; the decision is kept with the order."""

    unit_id: Id
    station_id: Id
    text: str
    """What the unit is told."""
    shown: Mapping[str, Value] = field(default_factory=dict)
    """The suggestion as it stood on the screen (`dispatch.jsonform.move_json`); empty: nothing was suggested."""
    reason: str = ""
    """Why it is another unit or another station than suggested."""


@dataclass(frozen=True, slots=True)
class DeclineMove(Command):
    """Do not follow a suggested move; that and why is kept as a decision."""

    shown: Mapping[str, Value]
    reason: str
