"""Goods from a depot to a depot or an incident: asked for, promised, sent, received. What leaves one place arrives at the other or is missing.

The movements of a transfer have ids that come from it: two desks that both book the same arrival book it once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from commandcenter.dispatch import lookup
from commandcenter.dispatch.handlers.stock import MOST, check_free, move_writes, promise_writes, taken_lines
from commandcenter.dispatch.loads import Load, load_of
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.trip_goal import Aim
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import AnswerTransfer, AskTransfer, ReceiveTransfer, ShipTransfer
from commandcenter.model.entries import Draft, EntryType, Kind, Value, Write
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.sentences import say
from commandcenter.picture.picture import Picture
from commandcenter.picture.supplies import TransferView
from commandcenter.picture.views import DepotView, StockView, UnitView
from commandcenter.resources.catalogue import Catalogue


def ask_transfer(picture: Picture, command: AskTransfer, now: Now) -> list[Draft]:
    """Ask a depot for goods; kits are asked for as what is in them."""
    source = lookup.depot(picture, command.source_id)
    _check_target(picture, command)
    if not command.goods:
        raise Refused("Nothing has been asked for.")
    for item, quantity in command.goods.items():
        lookup.check_text(item, say("The item"))
        lookup.check_whole(quantity, say("The quantity"), 1, MOST)
    goods = now.catalogue.expand(command.goods)
    transfer_id = now.new_id()
    what: dict[str, Value] = {
        "from": source.id,
        "depot": command.depot_id,
        "incident": command.incident_id,
        "goods": dict(goods),
        "note": command.note.strip(),
        "ms": now.wall_ms,
    }
    if command.goal:
        what["goal"] = str(_aim(command.goal))
    writes = put(Kind.TRANSFER, transfer_id, {"what": what, "state": "accepted" if command.agreed else "asked"})
    if command.agreed:
        writes += _promised(source, goods, transfer_id, command.incident_id, now)
    return [Draft(EntryType.TRANSFER_ASKED, writes)]


def answer_transfer(picture: Picture, command: AnswerTransfer, now: Now) -> list[Draft]:
    """Promise the goods, or decline; a promise not yet sent is called off."""
    transfer = _transfer(picture, command.transfer_id)
    allowed = ("asked",) if command.accepted else ("asked", "accepted")
    if transfer.state not in allowed:
        raise Refused("This transfer is {state} already.", state=TRANSFER_SAID[transfer.state])
    source = lookup.depot(picture, transfer.source)
    state = "accepted" if command.accepted else "declined"
    writes = put(Kind.TRANSFER, transfer.id, {"state": state, "reason": command.reason.strip()})
    if command.accepted:
        writes += _promised(source, transfer.goods, transfer.id, transfer.incident, now)
    else:
        writes += _promises_end(picture, transfer, "returned")
    return [Draft(EntryType.TRANSFER_ANSWERED, writes, about=_about(transfer, command.reason.strip()) | {"state": state})]


def ship_transfer(picture: Picture, command: ShipTransfer, now: Now) -> list[Draft]:
    """Book the goods out of the source, batch by batch; the unit that takes them must be able to."""
    transfer = _transfer(picture, command.transfer_id)
    if transfer.state != "accepted":
        raise Refused("Only what is promised can be sent; this transfer is {state}.", state=TRANSFER_SAID[transfer.state])
    source = lookup.depot(picture, transfer.source)
    if command.unit_id is not None:
        _check_carries(lookup.unit(picture, command.unit_id), load_of(transfer.goods, now.catalogue), now.catalogue)
    lines = [line for item, quantity in transfer.goods.items() for line in taken_lines(source, item, quantity, now)]
    sent: dict[str, Value] = {
        "unit": command.unit_id,
        "ms": now.wall_ms,
        "cargo": [[line.item, line.unit, line.batch, line.expires, line.quantity] for line in lines],
    }
    writes = put(Kind.TRANSFER, transfer.id, {"state": "shipped", "sent": sent}) + _promises_end(picture, transfer, "delivered")
    for n, line in enumerate(lines):
        writes += move_writes(source, replace(line, quantity=-line.quantity), "transfer", derived_id(transfer.id, "out", str(n)))
    return [Draft(EntryType.TRANSFER_SHIPPED, writes, about=_about(transfer))]


def receive_transfer(picture: Picture, command: ReceiveTransfer, now: Now) -> list[Draft]:
    """Book the goods into the depot they were for, with who took them over and what was missing."""
    transfer = _transfer(picture, command.transfer_id)
    if transfer.state != "shipped":
        raise Refused("Only what was sent can be received; this transfer is {state}.", state=TRANSFER_SAID[transfer.state])
    by = lookup.check_text(command.received_by, say("Who received the goods"))
    arrived, missing = _arrived(transfer, command.received)
    receipt: dict[str, Value] = {"by": by, "ms": now.wall_ms, "missing": dict(missing), "note": command.note.strip()}
    writes = put(Kind.TRANSFER, transfer.id, {"state": "received", "receipt": receipt})
    if transfer.depot is not None:
        target = lookup.depot(picture, transfer.depot)
        for n, line in enumerate(arrived):
            if line.quantity:
                writes += move_writes(target, line, "transfer", derived_id(transfer.id, "in", str(n)))
    return [Draft(EntryType.TRANSFER_RECEIVED, writes, about=_about(transfer, command.note.strip()) | {"by": by})]


TRANSFER_SAID = {
    "asked": say("asked for"),
    "accepted": say("promised"),
    "declined": say("declined"),
    "shipped": say("on its way"),
    "received": say("received"),
}
"""States of a transfer in words."""


def _aim(word: str) -> Aim:
    if word not in set(Aim):
        raise Refused("Trips have no goal “{goal}”.", goal=word)
    return Aim(word)


def _transfer(picture: Picture, transfer_id: Id) -> TransferView:
    found = picture.supplies.transfer(transfer_id)
    if found is None:
        raise Refused("This transfer is not known here.")
    return found


def _check_target(picture: Picture, command: AskTransfer) -> None:
    if (command.depot_id is None) == (command.incident_id is None):
        raise Refused("Goods go to one depot or to one incident.")
    if command.depot_id == command.source_id:
        raise Refused("Goods cannot go to the depot they come from.")
    if command.depot_id is not None:
        lookup.depot(picture, command.depot_id)
    if command.incident_id is not None:
        lookup.open_incident(picture, command.incident_id)


def _promised(source: DepotView, goods: Mapping[str, int], transfer_id: Id, incident: Id | None, now: Now) -> tuple[Write, ...]:
    for item, quantity in goods.items():
        check_free(source, item, quantity, now.catalogue, now.today)
    return tuple(
        write
        for item, quantity in goods.items()
        for write in promise_writes(source.id, item, quantity, derived_id(transfer_id, "promise", item), incident, transfer_id)
    )


def _promises_end(picture: Picture, transfer: TransferView, state: str) -> tuple[Write, ...]:
    writes: tuple[Write, ...] = ()
    for item in transfer.goods:
        promise = picture.reservation(derived_id(transfer.id, "promise", item))
        if promise is not None and promise.state == "open":
            writes += put(Kind.RESERVATION, promise.id, {"state": state})
    return writes


def _check_carries(unit: UnitView, load: Load, catalogue: Catalogue) -> None:
    carrier = catalogue.carriers.get(unit.kind)
    if carrier is None:
        raise Refused("{callsign} carries no freight.", callsign=unit.callsign)
    if load.weight_kg > carrier.load_kg:
        raise Refused("{callsign} carries {most} kg; this is {load} kg.", callsign=unit.callsign, most=carrier.load_kg, load=round(load.weight_kg))
    if load.volume_l > carrier.load_l:
        raise Refused("{callsign} has room for {most} l; this is {load} l.", callsign=unit.callsign, most=carrier.load_l, load=round(load.volume_l))


def _arrived(transfer: TransferView, received: Mapping[str, int]) -> tuple[list[StockView], dict[str, int]]:
    """Return what arrived of each batch, and what is missing by item; of an item that is short the last batches are."""
    for item, quantity in received.items():
        sent = sum(line.quantity for line in transfer.cargo if line.item == item)
        lookup.check_whole(quantity, say("What was received"), 0, sent)
    left = dict(received)
    lines: list[StockView] = []
    missing: dict[str, int] = {}
    for line in transfer.cargo:
        part = min(left.get(line.item, line.quantity), line.quantity)
        if line.item in left:
            left[line.item] -= part
        lines.append(replace(line, quantity=part))
        if part < line.quantity:
            missing[line.item] = missing.get(line.item, 0) + line.quantity - part
    return lines, missing


def _about(transfer: TransferView, reason: str = "") -> dict[str, Value]:
    """Return what the log's row tells; its reason stands before those of the single movements."""
    return {"reason": reason, "from": transfer.source, "depot": transfer.depot, "incident": transfer.incident, "goods": dict(transfer.goods)}
