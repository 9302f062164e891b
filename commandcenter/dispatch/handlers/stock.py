"""Stock and its reservations. No depot is ever promised or taken below zero."""

from __future__ import annotations

import datetime

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import EndReservation, MoveStock, ReserveStock
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Value, Write
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import DepotView, IncidentView, ReservationView, StockView

MOST = 10_000_000


def move_stock(picture: Picture, command: MoveStock, now: Now) -> list[Draft]:
    """Book goods in or out; out only what is there in that batch and not promised."""
    depot = lookup.depot(picture, command.depot_id)
    item = lookup.check_text(command.item, say("The item"))
    if command.move_id is not None and picture.heads(Key(Kind.STOCK_MOVE, command.move_id, "move")):
        raise Refused("This movement of {item} has been booked already.", item=item)
    if command.quantity == 0:
        raise Refused("The quantity is zero.")
    lookup.check_whole(abs(command.quantity), say("The quantity"), 1, MOST)
    _check_date(command.expires)
    line = StockView(item, command.unit, command.batch, command.expires, command.quantity)
    if command.quantity < 0:
        held = sum(s.quantity for s in depot.stock if (s.item, s.unit, s.batch, s.expires) == (line.item, line.unit, line.batch, line.expires))
        if held < -command.quantity:
            raise Refused("{depot} has only {have} of {item} in that batch.", depot=depot.name, have=held, item=item)
        check_free(depot, item, -command.quantity)
    return [Draft(EntryType.STOCK_MOVED, move_writes(depot, line, command.reason, command.move_id or now.new_id()))]


def reserve_stock(picture: Picture, command: ReserveStock, now: Now) -> list[Draft]:
    """Promise goods to an incident."""
    lookup.open_incident(picture, command.incident_id)
    lookup.check_whole(command.quantity, say("The quantity"), 1, MOST)
    check_free(lookup.depot(picture, command.depot_id), command.item, command.quantity)
    return [reserved_draft(command, now)]


def end_reservation(picture: Picture, command: EndReservation, now: Now) -> list[Draft]:
    """Give promised goods back, or book them out as delivered: what expires first goes first."""
    promise = lookup.reservation(picture, command.reservation_id)
    if promise.state != "open":
        raise Refused("This reservation has been ended already: {state}.", state=promise.state)
    if not command.delivered:
        return [_returned(promise)]
    depot = lookup.depot(picture, promise.depot)
    writes = put(Kind.RESERVATION, promise.id, {"state": "delivered"})
    missing = promise.quantity
    for held in sorted((s for s in depot.stock if s.item == promise.item), key=lambda s: (s.expires or "9999-12-31", s.batch)):
        part = min(missing, max(0, held.quantity))
        if part:
            line = StockView(held.item, held.unit, held.batch, held.expires, -part)
            writes += move_writes(depot, line, "delivered", now.new_id())
            missing -= part
    if missing:
        raise Refused("{depot} has only {have} of {item}.", depot=depot.name, have=promise.quantity - missing, item=promise.item)
    return [Draft(EntryType.RESERVATION_ENDED, writes)]


def returned_drafts(picture: Picture, incident: IncidentView) -> list[Draft]:
    """Return what gives back all goods that are still only promised to an incident."""
    return [_returned(r) for r in picture.reservations() if r.incident == incident.id and r.state == "open"]


def reserved_draft(command: ReserveStock, now: Now) -> Draft:
    """Return the entry of a reservation; the caller has checked it."""
    what: dict[str, Value] = {"depot": command.depot_id, "item": command.item, "quantity": command.quantity, "incident": command.incident_id}
    return Draft(EntryType.STOCK_RESERVED, put(Kind.RESERVATION, now.new_id(), {"what": what, "state": "open"}))


def check_free(depot: DepotView, item: str, quantity: int) -> None:
    """Refuse to take more than a depot has free."""
    free = max(0, depot.free(item))
    if free < quantity:
        raise Refused("{depot} has only {have} of {item} free, {wanted} are wanted.", depot=depot.name, have=free, item=item, wanted=quantity)


def move_writes(depot: DepotView, line: StockView, reason: str, move_id: Id) -> tuple[Write, ...]:
    """Return one stock movement; `line.quantity` is the difference."""
    move: dict[str, Value] = {
        "depot": depot.id,
        "item": line.item,
        "unit": line.unit,
        "batch": line.batch,
        "expires": line.expires,
        "delta": line.quantity,
        "reason": reason,
    }
    return put(Kind.STOCK_MOVE, move_id, {"move": move})


def _returned(promise: ReservationView) -> Draft:
    return Draft(EntryType.RESERVATION_ENDED, put(Kind.RESERVATION, promise.id, {"state": "returned"}))


def _check_date(text: str) -> None:
    if text:
        try:
            datetime.date.fromisoformat(text)
        except ValueError as error:
            raise Refused("{text} is not a date like 2027-03-31.", text=text) from error
