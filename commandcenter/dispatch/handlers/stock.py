"""Stock and its reservations. No depot is ever promised or taken below zero; what has expired is promised to nobody."""

from __future__ import annotations

import datetime

from commandcenter.dispatch import lookup
from commandcenter.dispatch.fefo import take, usable
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import EndReservation, IssueStock, MoveStock, ReserveStock, SetMinimum
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Value, Write
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.picture.depots import MINIMUM
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import DepotView, IncidentView, ReservationView, StockView
from commandcenter.resources.catalogue import Catalogue

MOST = 10_000_000


def move_stock(picture: Picture, command: MoveStock, now: Now) -> list[Draft]:
    """Book goods in or out of one batch; out only what is there and not promised. Expired goods can always be taken out."""
    depot = lookup.depot(picture, command.depot_id)
    item = lookup.check_text(command.item, say("The item"))
    if command.move_id is not None and picture.heads(Key(Kind.STOCK_MOVE, command.move_id, "move")):
        raise Refused("This movement of {item} has been booked already.", item=now.catalogue.item(item))
    if command.quantity == 0:
        raise Refused("The quantity is zero.")
    lookup.check_whole(abs(command.quantity), say("The quantity"), 1, MOST)
    check_date(command.expires)
    line = StockView(item, command.unit, command.batch, command.expires, command.quantity)
    if command.quantity < 0:
        held = sum(s.quantity for s in depot.stock if (s.item, s.unit, s.batch, s.expires) == (line.item, line.unit, line.batch, line.expires))
        if held < -command.quantity:
            named, goods = lookup.depot_name(depot), now.catalogue.item(item)
            raise Refused("{depot} has only {have} of {item} in that batch.", depot=named, have=held, item=goods)
        if not line.expires or line.expires >= now.today:
            check_free(depot, item, -command.quantity, now.catalogue)
    return [Draft(EntryType.STOCK_MOVED, move_writes(depot, line, command.reason, command.move_id or now.new_id()))]


def issue_stock(picture: Picture, command: IssueStock, now: Now) -> list[Draft]:
    """Give goods or kits out, batch after batch as they expire; one entry for each item."""
    depot = lookup.depot(picture, command.depot_id)
    lookup.check_whole(command.quantity, say("The quantity"), 1, MOST)
    goods = now.catalogue.expand({lookup.check_text(command.item, say("The item")): command.quantity})
    for item, quantity in goods.items():
        check_free(depot, item, quantity, now.catalogue, now.today)
    return [Draft(EntryType.STOCK_MOVED, issued_writes(depot, item, quantity, command.reason, now)) for item, quantity in goods.items()]


def set_minimum(picture: Picture, command: SetMinimum, now: Now) -> list[Draft]:
    """Set or lift the level below which an item is short in a depot."""
    depot = lookup.depot(picture, command.depot_id)
    item = lookup.check_text(command.item, say("The item"))
    level = lookup.check_whole(command.quantity, say("The minimum"), 0, MOST)
    if depot.minimums.get(item, 0) == level:
        named, goods = lookup.depot_name(depot), now.catalogue.item(item)
        raise Refused("The minimum of {item} at {depot} is {level} already.", item=goods, depot=named, level=level)
    about: dict[str, Value] = {"depot": depot.id, "item": item, "level": level}
    return [Draft(EntryType.MINIMUM_SET, put(Kind.DEPOT, depot.id, {f"{MINIMUM}{item}": level}), about=about)]


def reserve_stock(picture: Picture, command: ReserveStock, now: Now) -> list[Draft]:
    """Promise goods to an incident."""
    lookup.open_incident(picture, command.incident_id)
    lookup.check_whole(command.quantity, say("The quantity"), 1, MOST)
    check_free(lookup.depot(picture, command.depot_id), command.item, command.quantity, now.catalogue, now.today)
    return [reserved_draft(command, now)]


def end_reservation(picture: Picture, command: EndReservation, now: Now) -> list[Draft]:
    """Give promised goods back, or book them out as delivered: what expires first goes first."""
    promise = lookup.reservation(picture, command.reservation_id)
    if promise.state != "open":
        raise Refused("This reservation has been ended already: {state}.", state=promise.state)
    if promise.transfer is not None:
        raise Refused("These goods belong to a transfer; send it or call it off.")
    if not command.delivered:
        return [_returned(promise)]
    lookup.check_whole(command.missing, say("What is missing"), 0, promise.quantity)
    depot = lookup.depot(picture, promise.depot)
    receipt: dict[str, Value] = {"by": command.received_by.strip(), "ms": now.wall_ms, "missing": command.missing}
    writes = put(Kind.RESERVATION, promise.id, {"state": "delivered", "receipt": receipt})
    return [Draft(EntryType.RESERVATION_ENDED, writes + issued_writes(depot, promise.item, promise.quantity, "delivered", now))]


def returned_drafts(picture: Picture, incident: IncidentView) -> list[Draft]:
    """Return what gives back all goods that are still only promised to an incident; what a transfer brings is called off there."""
    return [_returned(r) for r in picture.reservations() if r.incident == incident.id and r.state == "open" and r.transfer is None]


def reserved_draft(command: ReserveStock, now: Now) -> Draft:
    """Return the entry of a reservation; the caller has checked it."""
    return Draft(EntryType.STOCK_RESERVED, promise_writes(command.depot_id, command.item, command.quantity, now.new_id(), command.incident_id))


def promise_writes(depot_id: Id, item: str, quantity: int, reservation_id: Id, incident: Id | None, transfer: Id | None = None) -> tuple[Write, ...]:
    """Return one promise of goods."""
    what: dict[str, Value] = {"depot": depot_id, "item": item, "quantity": quantity, "incident": incident or ""}
    if transfer is not None:
        what["transfer"] = transfer
    return put(Kind.RESERVATION, reservation_id, {"what": what, "state": "open"})


def check_free(depot: DepotView, item: str, quantity: int, catalogue: Catalogue, today: str = "") -> None:
    """Refuse to take more than a depot has free; with a date (ISO) what has expired before it does not count."""
    free = max(0, depot.free(item, today))
    named, goods = lookup.depot_name(depot), catalogue.item(item)
    if free < quantity:
        spoilt = depot.held(item) - depot.held(item, today)
        if spoilt:
            raise Refused(
                "{depot} has only {have} of {item} free, {wanted} are wanted; {spoilt} more have expired.",
                depot=named,
                have=free,
                item=goods,
                wanted=quantity,
                spoilt=spoilt,
            )
        raise Refused("{depot} has only {have} of {item} free, {wanted} are wanted.", depot=named, have=free, item=goods, wanted=quantity)


def issued_writes(depot: DepotView, item: str, quantity: int, reason: str, now: Now) -> tuple[Write, ...]:
    """Return the movements that take goods out, first what expires first; refused where they are not there."""
    return tuple(write for line in taken_lines(depot, item, quantity, now) for write in move_writes(depot, _out(line), reason, now.new_id()))


def taken_lines(depot: DepotView, item: str, quantity: int, now: Now) -> list[StockView]:
    """Return the batches that give a quantity; refused where they do not."""
    lines = take(usable(depot, item, now.today), quantity)
    have = sum(line.quantity for line in lines)
    if have < quantity:
        raise Refused("{depot} has only {have} of {item}.", depot=lookup.depot_name(depot), have=have, item=now.catalogue.item(item))
    return lines


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


def check_date(text: str) -> None:
    """Refuse what is neither empty nor an ISO date."""
    if text:
        try:
            datetime.date.fromisoformat(text)
        except ValueError as error:
            raise Refused("{text} is not a date like 2027-03-31.", text=text) from error


def _out(line: StockView) -> StockView:
    return StockView(line.item, line.unit, line.batch, line.expires, -line.quantity)


def _returned(promise: ReservationView) -> Draft:
    return Draft(EntryType.RESERVATION_ENDED, put(Kind.RESERVATION, promise.id, {"state": "returned"}))
