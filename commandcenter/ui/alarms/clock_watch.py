"""Says it in the message strip when this computer's own clock was set."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject

from commandcenter.monitor.clock_steps import ClockSteps
from commandcenter.monitor.since import Moment
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat

LOG = logging.getLogger(__name__)


class ClockWatch(QObject):
    """Looks at the clocks of one desk every second. Qt thread."""

    def __init__(self, seat: Seat) -> None:
        """Begin."""
        super().__init__(seat)
        self._seat, self._steps = seat, ClockSteps()
        seat.ticked.connect(self.look)
        self.look()

    def look(self) -> None:
        """Compare the clocks with those of the last look."""
        clock = self._seat.desk.clock
        said = self._steps.look(Moment(clock.wall_ms(), clock.monotonic_s()))
        if said is not None:
            LOG.warning("the wall clock was set: %s", said)
            self._seat.notice(Level.FAILED, said)
