"""The only object the page can call: a few slots, every value checked, nothing returned."""

from __future__ import annotations

import json
import logging
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal, Slot

from commandcenter.model.words import LonLat
from commandcenter.ui.map.scene import OVERLAY
from commandcenter.ui.map.things import OVERLAY_ID, OVERLAY_NAME

_log = logging.getLogger(__name__)
_P = ParamSpec("_P")

KINDS = frozenset({"unit", "incident", "place", "closure", "route"})
MAX_POINTS = 1_000
_LEAST_POINTS = {"point": 1, "line": 2, "polygon": 4}
_ID = re.compile(r"[0-9a-f]{32}")
_MAX_MESSAGE = 100_000


class HostileValue(ValueError):
    """The page sent something that our own script never sends."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """What part of the world the page shows."""

    center: LonLat
    zoom: float
    west: float
    south: float
    east: float
    north: float


class Messages(QObject):
    """What the page said, checked. Not reachable by the page.

    Signals: `ready()`, `painted(sequence)`, `clicked(kind, id)`, `hovered(kind, id)` (both empty: nothing), `map_clicked(LonLat)`,
    `cursor(LonLat)`, `moved(Viewport)`, `drawn(kind, points)`, `draw_cancelled()`, `context(kind, id, LonLat)`, `refused(sentence)`.
    """

    ready = Signal()
    painted = Signal(int)
    clicked = Signal(str, str)
    hovered = Signal(str, str)
    map_clicked = Signal(object)
    cursor = Signal(object)
    moved = Signal(object)
    drawn = Signal(str, object)
    draw_cancelled = Signal()
    context = Signal(str, str, object)
    refused = Signal(str)


def _checked(slot: Callable[Concatenate[Bridge, _P], None]) -> Callable[..., None]:
    """Throw a message away whose values our script would never send."""

    @wraps(slot)
    def guarded(self: Bridge, *args: _P.args, **kwargs: _P.kwargs) -> None:
        try:
            slot(self, *args, **kwargs)
        except HostileValue as refusal:
            _log.warning("a message of the map page was refused: %s", refusal)
            self.messages.refused.emit(str(refusal))

    return guarded


class Bridge(QObject):
    """Registered in the channel as `desk`. Lives in the Qt main thread.

    Signals, all for the page: `changed(delta)` and `told(command, value)` carry JSON, `live(sequence)` offers an update.
    """

    changed = Signal(str, arguments=["delta"])
    told = Signal(str, str, arguments=["command", "value"])
    live = Signal(int, arguments=["sequence"])

    def __init__(self, parent: QObject | None = None) -> None:
        """Make the bridge and the messages it fills."""
        super().__init__(parent)
        self.messages = Messages(self)

    @Slot()
    def ready(self) -> None:
        """The page has its symbols and listens."""
        self.messages.ready.emit()

    @Slot(float)
    @_checked
    def ack(self, sequence: float) -> None:
        """An update is on the screen."""
        self.messages.painted.emit(_whole(sequence))

    @Slot(str, str)
    @_checked
    def clicked(self, kind: str, id_: str) -> None:
        """Something on the map was clicked."""
        self.messages.clicked.emit(*_thing(kind, id_))

    @Slot(str, str)
    @_checked
    def hovered(self, kind: str, id_: str) -> None:
        """The pointer is over something, or over nothing (both empty)."""
        self.messages.hovered.emit(*_thing_or_nothing(kind, id_))

    @Slot(float, float)
    @_checked
    def mapClicked(self, lon: float, lat: float) -> None:
        """A bare place was clicked."""
        self.messages.map_clicked.emit(_lon_lat(lon, lat))

    @Slot(float, float)
    @_checked
    def cursor(self, lon: float, lat: float) -> None:
        """The pointer is over this place."""
        self.messages.cursor.emit(_lon_lat(lon, lat))

    @Slot(str)
    @_checked
    def moved(self, view: str) -> None:
        """The map shows another part of the world: `[lon, lat, zoom, west, south, east, north]`."""
        numbers = _numbers(_parsed(view), 7)
        lon, lat, zoom, west, south, east, north = numbers
        if not 0 <= zoom <= 24 or south > north or west > east:
            raise HostileValue("impossible view")
        self.messages.moved.emit(Viewport(_lon_lat(lon, lat), zoom, west, south, east, north))

    @Slot(str, str)
    @_checked
    def drawn(self, kind: str, points: str) -> None:
        """A shape was drawn: JSON list of `[lon, lat]`."""
        if kind not in _LEAST_POINTS:
            raise HostileValue("unknown shape")
        parsed = _parsed(points)
        if not isinstance(parsed, list) or not _LEAST_POINTS[kind] <= len(parsed) <= MAX_POINTS:
            raise HostileValue("wrong number of points")
        shape = tuple(_lon_lat(*_numbers(point, 2)) for point in parsed)
        if kind == "polygon" and shape[0] != shape[-1]:
            raise HostileValue("open polygon")
        self.messages.drawn.emit(kind, shape)

    @Slot()
    def drawCancelled(self) -> None:
        """Drawing was given up."""
        self.messages.draw_cancelled.emit()

    @Slot(str, str, float, float)
    @_checked
    def context(self, kind: str, id_: str, lon: float, lat: float) -> None:
        """A menu is wanted for something, or for a bare place (kind and id empty)."""
        self.messages.context.emit(*_thing_or_nothing(kind, id_), _lon_lat(lon, lat))


def _thing(kind: str, id_: str) -> tuple[str, str]:
    if not (_overlay(kind, id_) or (kind in KINDS and _ID.fullmatch(id_))):
        raise HostileValue("not a thing on the map")
    return kind, id_


def _overlay(kind: str, id_: str) -> bool:
    name = kind.removeprefix(OVERLAY)
    return name != kind and bool(OVERLAY_NAME.fullmatch(name) and OVERLAY_ID.fullmatch(id_))


def _thing_or_nothing(kind: str, id_: str) -> tuple[str, str]:
    return ("", "") if (kind, id_) == ("", "") else _thing(kind, id_)


def _lon_lat(lon: float, lat: float) -> LonLat:
    if not (math.isfinite(lon) and math.isfinite(lat) and -180 <= lon <= 180 and -90 <= lat <= 90):
        raise HostileValue("not a place on earth")
    return LonLat(lon, lat)


def _whole(number: float) -> int:
    if not math.isfinite(number) or number != int(number) or not 0 <= number < 1 << 31:
        raise HostileValue("not a sequence number")
    return int(number)


def _parsed(text: str) -> object:
    if len(text) > _MAX_MESSAGE:
        raise HostileValue("message too long")
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as broken:
        raise HostileValue("not JSON") from broken


def _numbers(value: object, count: int) -> list[float]:
    if not isinstance(value, list) or len(value) != count:
        raise HostileValue("wrong number of numbers")
    if not all(isinstance(number, int | float) and not isinstance(number, bool) and abs(number) < 1e9 for number in value):
        raise HostileValue("not numbers")
    return [float(number) for number in value]
