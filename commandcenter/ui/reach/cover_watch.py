"""Watches whether enough of the region is covered, for the list of alarms."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from commandcenter.dispatch.cover_fall import CoverFall, cover_falls, left_ms
from commandcenter.dispatch.situation import situation_of
from commandcenter.model.entries import Changes, Kind
from commandcenter.ui.latest import Latest
from commandcenter.ui.seat import Seat

SETTLE_MS = 2_000
"""Units that leave together cause one look; and no look comes sooner after another."""
REST = 10
"""In a large city a look takes longer; then the worker rests so many times as long."""
LONGEST_REST_MS = 60_000
EVERY_TICKS = 60
"""Units move without entries: looked at again after so many seconds."""
_KINDS = (Kind.UNIT, Kind.CLOSURE, Kind.STATION, Kind.POLICY)


class CoverWatch(QObject):
    """Where coverage is below the threshold of the policy. Qt thread; the roads are searched in a worker thread.

    Signals:
        changed(): it is otherwise than before.
    """

    changed = Signal()

    def __init__(self, seat: Seat) -> None:
        """Look soon, after each change of units, stations and closures, and now and then."""
        super().__init__(seat)
        self._seat = seat
        self._falls: tuple[CoverFall, ...] = ()
        self._latest = Latest(seat, self)
        self._ticks, self._begun_s = 0, 0.0
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self._look)
        seat.changed.connect(self._on_changes)
        seat.ticked.connect(self._tick)
        self._soon.start()

    def found(self) -> tuple[CoverFall, ...]:
        """Return what the last look found."""
        return self._falls

    def _on_changes(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in _KINDS) and not self._soon.isActive():
            self._soon.start()

    def _tick(self, _now_ms: object) -> None:
        self._ticks = (self._ticks + 1) % EVERY_TICKS
        if self._ticks == 0 and not self._soon.isActive():
            self._soon.start()

    def _look(self) -> None:
        """Begin a look; one that is under way is let end first."""
        if not self._seat.at_work:
            return
        if self._latest.busy:
            self._soon.start()
            return
        desk = self._seat.desk
        away = left_ms(desk.picture)
        if not away or not desk.catalogue.policy.coverage.alarm_below:
            self._take(())
            return
        self._begun_s = time.perf_counter()
        situation, catalogue, roads = situation_of(desk.picture, desk.tracks.latest(), desk.clock.wall_ms()), desk.catalogue, desk.roads
        self._latest.run(lambda stopped: cover_falls(situation, away, catalogue, roads, stopped=stopped), self._looked)

    def _looked(self, falls: tuple[CoverFall, ...]) -> None:
        took_ms = 1000 * (time.perf_counter() - self._begun_s)
        self._soon.setInterval(min(LONGEST_REST_MS, max(SETTLE_MS, round(REST * took_ms))))
        self._take(falls)

    def _take(self, falls: tuple[CoverFall, ...]) -> None:
        if falls != self._falls:
            self._falls = falls
            self.changed.emit()
