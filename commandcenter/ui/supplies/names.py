"""How depots, incidents and goods are called in the supplies window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from commandcenter.model.ids import Id
from commandcenter.picture.views import DepotView
from commandcenter.ui.logistics_words import marked
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import local_name

ON_BOARD = "▸"
"""Stands before the callsign of the unit that carries a stock."""


def depot_name(seat: Seat, depot: DepotView | None) -> str:
    """Return a depot's name, marked where it is a partner's or on a vehicle."""
    if depot is None:
        return "?"
    unit = seat.desk.picture.unit(depot.unit) if depot.unit is not None else None
    name = local_name(depot.name, depot.names)
    on_board = f" {ON_BOARD} {unit.callsign}" if unit is not None and unit.callsign not in name else ""
    return marked(name, depot.partner, seat.desk.picture) + on_board


def target_name(seat: Seat, ident: Id | None) -> str:
    """Return what goods are for: a depot, or an incident by number and place."""
    if ident is None:
        return "?"
    incident = seat.desk.picture.incident(ident)
    if incident is not None:
        return f"#{incident.number} {incident.address}"
    return depot_name(seat, seat.desk.picture.depot(ident))


def fill(box: QComboBox, options: Iterable[tuple[str, object]]) -> None:
    """Offer exactly these (words, value); what was chosen stays chosen where it is still offered. Tells nobody."""
    kept, blocker = box.currentData(), QSignalBlocker(box)
    box.clear()
    for words, value in options:
        box.addItem(words, value)
    place = box.findData(kept)
    box.setCurrentIndex(max(place, 0) if box.count() else -1)
    blocker.unblock()


def choose(box: QComboBox, value: object) -> None:
    """Choose a value where it is offered."""
    place = box.findData(value)
    if place >= 0:
        box.setCurrentIndex(place)
