"""The battery: how full, and whether the window spares it by painting less often. The person sees which, and may decide otherwise."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.ports import Power, Settings
from commandcenter.ui.seat import Seat

LOW_PERCENT = 50
"""On battery, below this the window saves by itself: half a shift should still be possible."""
VERY_LOW_PERCENT = 15
LOOK_EVERY_S = 30
KEY = "field_saving"


class Saving(StrEnum):
    """What the person wants."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


NEXT = {Saving.AUTO: Saving.ALWAYS, Saving.ALWAYS: Saving.NEVER, Saving.NEVER: Saving.AUTO}


class Saver(QObject):
    """Decides whether to spare the battery. Qt thread.

    Signals:
        changed(): it saves now, or no more, or the battery says something else.
    """

    changed = Signal()

    def __init__(self, seat: Seat, settings: Settings, read: Callable[[], Power] | None) -> None:
        """Ask `read` (in a worker thread) now and then; without it only the person's switch counts."""
        super().__init__(seat)
        self._seat, self._settings, self._read = seat, settings, read
        self._looked_ms = -1
        self._task: asyncio.Task[None] | None = None
        self.power = Power(None, None)
        kept = settings.get(KEY, Saving.AUTO)
        self.choice = Saving(kept) if kept in set(Saving) else Saving.AUTO
        seat.ticked.connect(self._tick)

    @property
    def saves(self) -> bool:
        """Return whether the window paints less often."""
        if self.choice is not Saving.AUTO:
            return self.choice is Saving.ALWAYS
        return self.power.on_battery is True and self.power.percent is not None and self.power.percent < LOW_PERCENT

    def turn(self) -> None:
        """Go on to the next choice, and remember it."""
        self.choice = NEXT[self.choice]
        self._settings.put(KEY, self.choice.value)
        self.changed.emit()

    def words(self) -> str:
        """Return battery and saving in words, in the language in force."""
        battery = "" if self.power.percent is None else tr("Battery {n} %", n=self.power.percent)
        how = {
            Saving.AUTO: tr("saving") if self.saves else "",
            Saving.ALWAYS: tr("saving, by hand"),
            Saving.NEVER: tr("never saving"),
        }[self.choice]
        return " · ".join(part for part in (battery, how) if part) or tr("Battery: unknown")

    def _tick(self, now_ms: int) -> None:
        busy = self._task is not None and not self._task.done()
        if self._read is not None and not busy and (self._looked_ms < 0 or abs(now_ms - self._looked_ms) >= 1000 * LOOK_EVERY_S):
            self._looked_ms = now_ms
            self._task = self._seat.run(self._look(self._read))

    async def _look(self, read: Callable[[], Power]) -> None:
        found = await asyncio.to_thread(read)
        if found != self.power:
            self.power = found
            self.changed.emit()
