"""One row of the orders: an order and one of the units that it went to."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import OrderState
from commandcenter.picture.orders import OrderAnswer, OrderView


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order and one of its units."""

    order: OrderView
    unit: Id
    callsign: str
    answer: OrderAnswer

    @property
    def id(self) -> Id:
        """Return what the row is known by."""
        return derived_id("order", self.order.id, self.unit)

    @property
    def state(self) -> OrderState:
        """Return how far the unit is; a withdrawn order is that for all who have not done it."""
        withdrawn = self.order.withdrawn is not None and self.answer.state != OrderState.DONE
        return OrderState.WITHDRAWN if withdrawn else self.answer.state

    @property
    def waiting(self) -> bool:
        """Return whether something is still to come from the unit."""
        return self.state in (OrderState.SENT, OrderState.READ, OrderState.ACCEPTED)
