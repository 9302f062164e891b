"""The units as the page gets them: one binary array a tick, one update in flight, the newest state wins."""

from __future__ import annotations

import json
import logging
import struct
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from commandcenter.model.ids import Id

_log = logging.getLogger(__name__)

MAGIC = 0x4D434331
_HEADER = struct.Struct("<6I")  # magic, sequence, count, roster, bytes of the roster, reserved: a multiple of 8 keeps the doubles aligned
MAX_LAT_DEG = 85.051128779806604
"""Where Web Mercator's square ends: atan(sinh(π)), in degrees."""
ACK_TIMEOUT_MS = 2_000


class LiveState:
    """The newest positions of all units. Owned by the Qt main thread.

    The roster (ids and labels) has a number of its own and is only sent to a page that has another one.
    """

    def __init__(self) -> None:
        """Start without units."""
        self.sequence = 0
        self.roster = 1
        self.ids: tuple[Id, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._roster_json = b""
        self._x = self._y = np.empty(0, np.float64)
        self._headings = np.empty(0, np.float32)
        self._symbols = np.empty(0, np.uint32)
        self._hidden = False
        self._pack_roster()

    @property
    def hidden(self) -> bool:
        """Return whether the page is to show none of them."""
        return self._hidden

    @hidden.setter
    def hidden(self, hidden: bool) -> None:
        if hidden != self._hidden:
            self._hidden = hidden
            self.sequence += 1

    def set(self, ids: Sequence[Id], lons: ArrayLike, lats: ArrayLike, headings: ArrayLike, symbols: ArrayLike, labels: Sequence[str]) -> None:
        """Keep this as the newest state; `ValueError` where the lengths differ.

        Degrees; a heading of NaN is unknown; symbols from `symbols.unit_symbol`.
        """
        x, y = mercator(np.asarray(lons, np.float64), np.asarray(lats, np.float64))
        heading_array, symbol_array = np.asarray(headings, np.float32), np.asarray(symbols, np.uint32)
        if {len(x), len(y), len(heading_array), len(symbol_array), len(labels)} != {len(ids)}:
            raise ValueError("units need as many positions, headings, symbols and labels as ids")
        self._x, self._y, self._headings, self._symbols = x, y, heading_array, symbol_array
        self.sequence += 1
        if (new := (tuple(ids), tuple(labels))) != (self.ids, self._labels):
            self.ids, self._labels = new
            self.roster += 1
            self._pack_roster()

    def encode(self, have_roster: int) -> bytes:
        """Return the state for a page that has that roster: header, x, y (0 … 1, float64), heading (float32), symbol (uint32), roster."""
        roster = b"" if have_roster == self.roster else self._roster_json
        header = _HEADER.pack(MAGIC, self.sequence & 0xFFFFFFFF, 0 if self._hidden else len(self.ids), self.roster, len(roster), 0)
        if self._hidden:
            return header + roster
        return b"".join((header, self._x.tobytes(), self._y.tobytes(), self._headings.tobytes(), self._symbols.tobytes(), roster))

    def _pack_roster(self) -> None:
        self._roster_json = json.dumps({"ids": self.ids, "labels": self._labels}, separators=(",", ":")).encode()


def mercator(lons: NDArray[np.float64], lats: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return Web Mercator x and y as fractions of the world's square, y downwards (EPSG:3857, spherical)."""
    lat_rad = np.radians(np.clip(lats, -MAX_LAT_DEG, MAX_LAT_DEG))
    return lons / 360.0 + 0.5, 0.5 - np.arcsinh(np.tan(lat_rad)) / (2.0 * np.pi)


class LivePump(QObject):
    """Tells the page when there is something newer, never more than once until it has answered.

    Signals: `offer(sequence)` goes to the page; `stalled()` when the page did not answer in time.
    """

    offer = Signal(int)
    stalled = Signal()

    def __init__(self, state: LiveState, parent: QObject | None = None, timeout_ms: int = ACK_TIMEOUT_MS) -> None:
        """Watch over this state. Starts closed: nothing is offered before `open`."""
        super().__init__(parent)
        self._state = state
        self._open = False
        self._in_flight: int | None = None
        self._acknowledged = -1
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(timeout_ms)
        self._timer.timeout.connect(self._give_up)

    @property
    def in_flight(self) -> int | None:
        """Return the sequence the page has been offered and not acknowledged."""
        return self._in_flight

    @property
    def acknowledged(self) -> int:
        """Return the newest sequence the page has painted; -1 for none."""
        return self._acknowledged

    def open(self) -> None:
        """The page is loaded and visible: offer what it has not got."""
        self._open = True
        self._in_flight = None
        self.poke()

    def close(self) -> None:
        """The page is hidden, loading or gone: offer nothing."""
        self._open = False
        self._in_flight = None
        self._timer.stop()

    def forget(self) -> None:
        """A new page knows nothing."""
        self.close()
        self._acknowledged = -1

    def poke(self) -> None:
        """Offer the newest state unless an offer is under way or the page has it already."""
        if self._open and self._in_flight is None and self._state.sequence != self._acknowledged:
            self._in_flight = self._state.sequence
            self._timer.start()
            self.offer.emit(self._in_flight)

    def acknowledge(self, sequence: int) -> None:
        """The page has painted `sequence`. What it was never offered is ignored: a page cannot drive the pump."""
        if self._in_flight is None or not self._in_flight <= sequence <= self._state.sequence:
            return
        self._acknowledged = sequence
        self._in_flight = None
        self._timer.stop()
        self.poke()

    def _give_up(self) -> None:
        """Free the place; the next tick offers again. A hidden page paints nothing, so this is no fault in itself."""
        _log.debug("the map did not paint update %s in time", self._in_flight)
        self._in_flight = None
        self.stalled.emit()
