"""Orders to units, and their answers."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.commands.base import Command
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
