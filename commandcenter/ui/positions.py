"""How a unit's position came and how old it is, in words."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, Position, PositionSource
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.seat import Seat

SOURCES = {
    PositionSource.GPS: mark("Position by GPS, {age} ago"),
    PositionSource.MANUAL: mark("Position set by hand, {age} ago"),
    PositionSource.SIMULATED: mark("Simulated position, {age} ago"),
    PositionSource.STATION: mark("Position of its station"),
}
NOT_KNOWN = mark("No position reported; shown where it was last booked")


def position_words(position: Position | None, now_ms: int) -> str:
    """Return source and age in the language in force."""
    if position is None:
        return tr(NOT_KNOWN)
    return tr(SOURCES[position.source], age=formats.age(max(0, now_ms - position.wall_ms) / 1000))


def add_position(seat: Seat, menu: QMenu, kind: str, ident: str, _at: LonLat) -> None:
    """Say in the menu of a unit on the map how its position came; nothing can be done with it."""
    if kind == "unit":
        menu.addSeparator()
        menu.addAction(position_words(seat.desk.tracks.latest().get(Id(ident)), seat.now_ms())).setEnabled(False)
