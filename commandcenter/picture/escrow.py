"""Shares of stock: each desk takes only from its own, so that desks that are apart can never promise the same goods twice.

The idea is that of escrow (O'Neil 1986) and bounded counters (Balegas et al. 2015). A share entry divides what is free among devices and
notes what each had taken until then, as far as its author knew. What is left to a device is its share less what it took since: what it took
unknown to the author counts against its own share, never against another's. So while everybody keeps to what is left to him, what is free
never falls below zero. Where two desks divided anew at once, the smaller share holds until a person decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from commandcenter.model.entries import EntryId, Kind, Value
from commandcenter.model.ids import Id
from commandcenter.picture.fields import as_int, as_mapping, as_text
from commandcenter.picture.state import State

FIELD = "share:"
"""Register of a depot, followed by the item: `{"shares": {device: quantity}, "taken": {device: quantity}}`."""
_RETURNED, _OPEN = "returned", "open"


def taken(state: State, depot: Id, item: str) -> Counter[Id]:
    """Return how much each device has taken of an item, what it booked in and gave back subtracted."""
    found: Counter[Id] = Counter()
    ends: set[EntryId] = set()
    for reservation in state.links.to((Kind.DEPOT, depot), Kind.RESERVATION):
        registers = state.registers.fields(Kind.RESERVATION, reservation)
        what = next((head for head in registers["what"].heads if as_text(as_mapping(head.value).get("depot")) == depot), None)
        if what is None or as_text(as_mapping(what.value).get("item")) != item:
            continue
        ended = registers["state"].heads if "state" in registers else ()
        if not ended or any(head.value != _RETURNED for head in ended):
            found[what.device] += as_int(as_mapping(what.value).get("quantity"))
        ends.update(head.entry for head in ended if head.value not in (_RETURNED, _OPEN))
    for move_id in state.links.to((Kind.DEPOT, depot), Kind.STOCK_MOVE):
        for head in state.registers.fields(Kind.STOCK_MOVE, move_id)["move"].heads:
            move = as_mapping(head.value)
            if as_text(move.get("item")) == item and head.entry not in ends:  # what a promise took is counted with the promise
                found[head.device] -= as_int(move.get("delta"))
    return found


def promised_by(state: State, reservation: Id) -> Id | None:
    """Return the device that made a promise."""
    register = state.registers.fields(Kind.RESERVATION, reservation).get("what")
    return register.heads[-1].device if register is not None and register.heads else None


def left(state: State, depot: Id, item: str) -> dict[Id, int]:
    """Return what is left to each device; empty where the item is not divided. Negative: more was taken than the share."""
    register = state.registers.fields(Kind.DEPOT, depot).get(FIELD + item)
    heads = register.heads if register is not None else ()
    if not heads:
        return {}
    now = taken(state, depot, item)
    each = [_left(as_mapping(head.value), now) for head in heads]
    devices = {device for one in each for device in one}
    return {device: min(one.get(device, 0) for one in each) for device in sorted(devices)}


def _left(share: Mapping[str, Value], now: Counter[Id]) -> dict[Id, int]:
    shares, before = as_mapping(share.get("shares")), as_mapping(share.get("taken"))
    devices = {Id(name) for name in shares} | set(now)
    return {device: as_int(shares.get(device)) - (now[device] - as_int(before.get(device))) for device in devices}
