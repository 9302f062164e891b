"""What a person must settle: disputed registers, and stock that was promised twice."""

from __future__ import annotations

from collections.abc import Sequence

from commandcenter.model.entries import Key, Kind
from commandcenter.picture.depots import open_reservations
from commandcenter.picture.rules import settle
from commandcenter.picture.state import State
from commandcenter.picture.views import ConflictView, DepotView


def disputed(state: State) -> list[ConflictView]:
    """Return the registers whose heads disagree, the shown value first, then from latest to earliest."""
    found: list[ConflictView] = []
    for key in state.registers.contested():
        register = state.registers.fields(key.kind, key.entity)[key.field]
        settled = settle(key, register.heads)
        if settled.disputed:
            heads = sorted(register.heads, key=lambda head: (head is settled.shown, head.rank), reverse=True)
            found.append(ConflictView(key, tuple((head.entry, head.author, head.stamp, head.value) for head in heads)))
    return found


def overdrawn(state: State, depots: Sequence[DepotView]) -> list[ConflictView]:
    """Return the items of which more is promised than there is; the values are the open reservations, latest first."""
    found: list[ConflictView] = []
    for depot in depots:
        for item in depot.reserved:
            if depot.free(item) >= 0:
                continue
            heads = [
                head
                for reservation in open_reservations(state, depot.id)
                if reservation.item == item
                for head in state.registers.fields(Kind.RESERVATION, reservation.id)["what"].heads
            ]
            heads.sort(key=lambda head: head.rank, reverse=True)
            found.append(
                ConflictView(Key(Kind.DEPOT, depot.id, f"stock:{item}"), tuple((head.entry, head.author, head.stamp, head.value) for head in heads))
            )
    return found
