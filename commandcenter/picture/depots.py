"""Depots, their stock and what is promised of it."""

from __future__ import annotations

from collections import Counter

from commandcenter.model.entries import Kind
from commandcenter.model.ids import Id
from commandcenter.picture.fields import NOWHERE, as_int, as_mapping, as_text
from commandcenter.picture.state import State
from commandcenter.picture.views import DepotView, ReservationView, StockView

OPEN = "open"
MINIMUM = "min:"
"""Start of the fields that hold minimum levels, by item."""


def depot_view(state: State, id_: Id) -> DepotView | None:
    """Return a depot; `None` before it is known."""
    fields = state.fields(Kind.DEPOT, id_)
    if fields.maybe_text("name") is None:
        return None
    promised: Counter[str] = Counter()
    for reservation in open_reservations(state, id_):
        promised[reservation.item] += reservation.quantity
    return DepotView(
        id=id_,
        name=fields.text("name"),
        at=fields.place("at") or NOWHERE,
        stock=_stock(state, id_),
        reserved=dict(sorted(promised.items())),
        names=fields.names(),
        minimums={item: level for item, level in fields.wholes(MINIMUM).items() if level > 0},
        unit=fields.id("unit"),
        partner=fields.id("partner"),
    )


def _stock(state: State, depot: Id) -> tuple[StockView, ...]:
    """Return the sum of all movements, by item, unit, batch and date; what is used up is left out."""
    quantities: Counter[tuple[str, str, str, str]] = Counter()
    for move_id in state.links.to((Kind.DEPOT, depot), Kind.STOCK_MOVE):
        move = state.fields(Kind.STOCK_MOVE, move_id).mapping("move")
        batch = (as_text(move.get("item")), as_text(move.get("unit")), as_text(move.get("batch")), as_text(move.get("expires")))
        quantities[batch] += as_int(move.get("delta"))
    return tuple(StockView(*batch, quantity) for batch, quantity in sorted(quantities.items()) if quantity)


def open_reservations(state: State, depot: Id) -> list[ReservationView]:
    """Return what is promised of a depot, sorted by id."""
    views = (reservation_view(state, id_) for id_ in sorted(state.links.to((Kind.DEPOT, depot), Kind.RESERVATION)))
    return [view for view in views if view is not None and view.state == OPEN and view.depot == depot]


def reservation_view(state: State, id_: Id) -> ReservationView | None:
    """Return a reservation; `None` before it is known."""
    fields = state.fields(Kind.RESERVATION, id_)
    what = as_mapping(fields.value("what"))
    if not what:
        return None
    return ReservationView(
        id=id_,
        depot=Id(as_text(what.get("depot"))),
        item=as_text(what.get("item")),
        quantity=as_int(what.get("quantity")),
        incident=Id(as_text(what.get("incident"))),
        state=fields.text("state", OPEN),
        transfer=Id(transfer) if (transfer := as_text(what.get("transfer"))) else None,
    )
