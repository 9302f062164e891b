"""Orders to units, and how far each unit is with them."""

from __future__ import annotations

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.radio import check_of, same_check
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import AnswerOrder, ReadBackOrder, SendOrder, WithdrawOrder
from commandcenter.model.entries import Draft, EntryType, Kind, Value
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.words import OrderState
from commandcenter.picture.orders import ANSWER, BACK, OrderView
from commandcenter.picture.picture import Picture

_STEPS = (OrderState.SENT, OrderState.READ, OrderState.ACCEPTED, OrderState.DONE)
"""An order goes forward along these; a refusal may come until it is done, and may be taken back by accepting."""


def send_order(picture: Picture, command: SendOrder, now: Now) -> list[Draft]:
    """Order one unit or several at once: one entry, one answer of each unit."""
    text = lookup.check_text(command.text, say("The order"))
    units = [lookup.unit(picture, unit_id) for unit_id in dict.fromkeys(command.unit_ids)]
    if not units:
        raise Refused("An order needs at least one unit.")
    if command.incident_id is not None:
        lookup.incident(picture, command.incident_id)
    body: dict[str, Value] = {
        "text": text,
        "units": [unit.id for unit in units],
        "incident": command.incident_id,
        "urgent": command.urgent,
        "by": now.actor,
        "ms": now.wall_ms,
    }
    to = ", ".join(unit.callsign for unit in units)
    return [Draft(EntryType.ORDER_SENT, put(Kind.ORDER, now.new_id(), {"body": body}), about={"to": to})]


def answer_order(picture: Picture, command: AnswerOrder, now: Now) -> list[Draft]:
    """Take a unit one step on with an order."""
    order, unit = _open_order(picture, command.order_id), lookup.unit(picture, command.unit_id)
    answer = order.answers.get(unit.id)
    if answer is None:
        raise Refused("This order did not go to {callsign}.", callsign=unit.callsign)
    if not _may_become(answer.state, command.state):
        raise Refused("{callsign} has already gone further with this order.", callsign=unit.callsign)
    reason = command.reason.strip()
    if command.state == OrderState.REFUSED and not reason:
        raise Refused("A refusal needs a reason.")
    said: dict[str, Value] = {"state": command.state.value, "ms": now.wall_ms, "reason": reason}
    about: dict[str, Value] = {"order": order.text, "order_state": command.state.value, "unit": unit.id, "incident": order.incident}
    if reason:
        about["reason"] = reason
    return [Draft(EntryType.ORDER_ANSWERED, put(Kind.ORDER, order.id, {ANSWER + unit.id: said}), about=about)]


def read_back_order(picture: Picture, command: ReadBackOrder, now: Now) -> list[Draft]:
    """Note that units have repeated an order word for word; who has gone no further has read it by that."""
    order = _open_order(picture, command.order_id)
    if not same_check(command.check, check_of(order, picture)):
        raise Refused("{check} is not the check word of this order. Read it out again.", check=command.check.strip() or "–")
    units = [lookup.unit(picture, unit) for unit in dict.fromkeys(command.unit_ids or order.answers)]
    fields: dict[str, Value] = {}
    for unit in units:
        if unit.id not in order.answers:
            raise Refused("This order did not go to {callsign}.", callsign=unit.callsign)
        if unit.id not in order.read_back:
            fields[BACK + unit.id] = {"ms": now.wall_ms}
        if order.answers[unit.id].state == OrderState.SENT:
            fields[ANSWER + unit.id] = {"state": OrderState.READ.value, "ms": now.wall_ms, "reason": ""}
    if not fields:
        raise Refused("This order was read back already.")
    about: dict[str, Value] = {"order": order.text, "to": ", ".join(unit.callsign for unit in units), "incident": order.incident}
    return [Draft(EntryType.ORDER_READ_BACK, put(Kind.ORDER, order.id, fields), about=about)]


def withdraw_order(picture: Picture, command: WithdrawOrder, now: Now) -> list[Draft]:
    """Take an order back."""
    order = _open_order(picture, command.order_id)
    reason = lookup.check_text(command.reason, say("The reason"))
    fields: dict[str, Value] = {"withdrawn": {"reason": reason, "ms": now.wall_ms}}
    about: dict[str, Value] = {"order": order.text, "reason": reason, "incident": order.incident}
    return [Draft(EntryType.ORDER_WITHDRAWN, put(Kind.ORDER, order.id, fields), about=about)]


def _open_order(picture: Picture, order_id: Id) -> OrderView:
    order = picture.duty.order(order_id)
    if order is None:
        raise Refused("This order is not known here.")
    if order.withdrawn is not None:
        raise Refused("This order was withdrawn: {why}", why=order.withdrawn)
    return order


def _may_become(now: OrderState, then: OrderState) -> bool:
    if then == OrderState.REFUSED:
        return now not in (OrderState.REFUSED, OrderState.DONE)
    if now == OrderState.REFUSED:
        return then == OrderState.ACCEPTED
    return then in _STEPS and _STEPS.index(then) > _STEPS.index(now)
