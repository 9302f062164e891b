"""Who has read a message or an order, as a short sign and in words: the last step after "on device"."""

from __future__ import annotations

from commandcenter.model.entries import EntryType
from commandcenter.model.ids import Id
from commandcenter.model.words import OrderState
from commandcenter.picture.messages import MessageView
from commandcenter.picture.orders import OrderView
from commandcenter.picture.views import LogLine
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.seat import Seat

NAMED = 12
"""Receivers named in a tooltip; the rest is counted."""


def message_of(seat: Seat, line: LogLine) -> MessageView | None:
    """Return the message that a row tells of."""
    entry = seat.desk.picture.entry(line.entry) if line.type == EntryType.MESSAGE_SENT else None
    return seat.desk.picture.words.message(entry.writes[0].key.entity) if entry is not None and entry.writes else None


def order_of(seat: Seat, line: LogLine) -> OrderView | None:
    """Return the order that a row tells of."""
    entry = seat.desk.picture.entry(line.entry) if line.type == EntryType.ORDER_SENT else None
    return seat.desk.picture.duty.order(entry.writes[0].key.entity) if entry is not None and entry.writes else None


def read_sign(seat: Seat, line: LogLine) -> str:
    """Return how many of those whom a row went to have read it, e.g. `2/3`; empty for rows that go to nobody."""
    message, order = message_of(seat, line), order_of(seat, line)
    if message is not None and message.to:
        return f"{len(message.to) - len(message.unread())}/{len(message.to)}"
    if order is not None and order.answers:
        return f"{sum(answer.state != OrderState.SENT for answer in order.answers.values())}/{len(order.answers)}"
    return ""


def reader_lines(seat: Seat, message: MessageView) -> list[str]:
    """Return a line for each receiver of a message, and for everybody else who has opened it."""
    lines = [_line(seat, one, message.read.get(one)) for one in message.to[:NAMED]]
    if len(message.to) > NAMED:
        lines.append(tr("… and {n} more, {unread} of all have not opened it", n=len(message.to) - NAMED, unread=len(message.unread())))
    return lines + [_line(seat, reader, ms) for reader, ms in list(message.read.items())[:NAMED] if reader not in message.to]


def read_lines(seat: Seat, line: LogLine) -> list[str]:
    """Return what the tooltip of a row says of its readers."""
    message, order = message_of(seat, line), order_of(seat, line)
    if message is not None:
        return reader_lines(seat, message)
    if order is None:
        return []
    read = {unit: answer.ms for unit, answer in order.answers.items() if answer.state != OrderState.SENT}
    return [_line(seat, unit, read.get(unit)) for unit in list(order.answers)[:NAMED]]


def _line(seat: Seat, reader: Id, ms: int | None) -> str:
    unit = seat.desk.picture.unit(reader)
    name = unit.callsign if unit is not None else seat.desk.picture.operator_name(reader) or reader[:8]
    return tr("✓ {who} read it at {time}", who=name, time=formats.clock(ms)) if ms else tr("… {who} has not opened it", who=name)
