"""How far an order has come to one of its units: saved here, at the hub, on the unit's own device, read."""

from __future__ import annotations

from commandcenter.model.entries import Key, Kind
from commandcenter.model.words import OrderState
from commandcenter.picture.orders import OrderView
from commandcenter.ui.connection.port import Receipts
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.log.receipts import EVERYWHERE, SAVED, UNDER_WAY
from commandcenter.ui.orders.row import OrderRow
from commandcenter.ui.seat import Seat


def order_receipts(seat: Seat, order: OrderView) -> Receipts | None:
    """Return on which devices an order is; `None` for a desk that is alone."""
    heads = seat.desk.picture.heads(Key(Kind.ORDER, order.id, "body"))
    return seat.receipts(heads[-1]) if heads else None


def row_sign(seat: Seat, row: OrderRow) -> str:
    """Return the sign: saved here only, on the way, or on a device of the very unit; empty for a desk that is alone."""
    receipts = order_receipts(seat, row.order)
    if receipts is None:
        return ""
    if any(device in receipts.held for device in seat.desk.picture.teams.devices(row.unit)):
        return EVERYWHERE
    return UNDER_WAY if receipts.at_hub or receipts.on else SAVED


def row_receipt_words(seat: Seat, row: OrderRow) -> list[str]:
    """Return lines that say step by step how far the order has come to the unit; none for a desk that is alone."""
    receipts = order_receipts(seat, row.order)
    if receipts is None:
        return []
    said = [tr("✓ saved here"), tr("✓ at the hub") if receipts.at_hub else tr("… not yet at the hub")]
    return [*said, _device_words(seat, row, receipts), _read_words(row)]


def _device_words(seat: Seat, row: OrderRow, receipts: Receipts) -> str:
    devices = seat.desk.picture.teams.devices(row.unit)
    if not devices:
        return tr("No device is known to stand with {callsign}", callsign=row.callsign)
    if not any(device in receipts.held for device in devices):
        return tr("… not yet on the device of {callsign}", callsign=row.callsign)
    by_ms = [ms for device in devices if (ms := receipts.held.get(device)) is not None]
    if not by_ms:
        return tr("✓ on the device of {callsign}", callsign=row.callsign)
    return tr("✓ on the device of {callsign}, by {time}", callsign=row.callsign, time=formats.clock(min(by_ms)))


def _read_words(row: OrderRow) -> str:
    if row.answer.state == OrderState.READ:
        return tr("✓ read by {callsign}, {time}", callsign=row.callsign, time=formats.clock(row.answer.ms))
    if row.answer.state == OrderState.SENT:
        return tr("… not yet read by {callsign}", callsign=row.callsign)
    return tr("✓ read by {callsign}", callsign=row.callsign)
