"""The receiver of this computer: chosen in the window or at the start, kept, followed, and tried out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from commandcenter.app.gps import GpsReader
from commandcenter.app.home import Home
from commandcenter.geo.positioning.fix import Fix
from commandcenter.geo.positioning.source import Source
from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.field.port import TRIED_S, SerialLine
from commandcenter.ui.field.whereabouts import NO_POSITION

LOG = logging.getLogger(__name__)
KEPT = "receiver"


class Receiver:
    """Follows one receiver at a time. Lives in the asyncio loop; a `ReceiverPort`."""

    def __init__(self, home: Home, chosen: str | None = None) -> None:
        """Begin with the receiver kept here; one `chosen` now is kept, an empty text forgets it. Raises `KnownError`."""
        self._home = home
        self._source = _kept(home)
        self._turned = asyncio.Event()
        self._line = asyncio.Lock()
        """Held by whoever listens to a receiver: a serial line has one listener."""
        if chosen is not None:
            self.use(Source.read(chosen) if chosen else None)

    @property
    def source(self) -> Source | None:
        """Return what is followed."""
        return self._source

    def use(self, source: Source | None) -> None:
        """Follow this one from now on, at the next start too. Raises `KnownError` when that cannot be kept."""
        self._home.keep(KEPT, str(source) if source is not None else "")
        self._source = source
        self._turned.set()

    async def lines(self) -> tuple[SerialLine, ...]:
        """Return the serial lines of this computer."""
        return await asyncio.to_thread(_lines)

    async def test(self, source: Source) -> Fix:
        """Return the first position that a receiver gives; what is followed waits meanwhile. Raises `KnownError`: why there is none."""
        self._turned.set()
        async with self._line:
            return await GpsReader(source).first_fix(TRIED_S)

    async def run(self, on_fix: Callable[[Fix], None], on_state: Callable[[Sentence], None]) -> None:
        """Follow what is chosen, and what is chosen next, until cancelled."""
        while True:
            async with self._line, asyncio.TaskGroup() as group:
                self._turned.clear()
                following = group.create_task(self._follow(on_fix, on_state))
                await self._turned.wait()
                following.cancel()

    async def _follow(self, on_fix: Callable[[Fix], None], on_state: Callable[[Sentence], None]) -> None:
        if self._source is None:
            on_state(NO_POSITION)
            return
        on_state(say("Listening for the receiver"))
        await GpsReader(self._source).run(on_fix, on_state)


def _kept(home: Home) -> Source | None:
    """Return what was chosen last; a text that is no receiver is none, and the window says that there is no position."""
    kept = str(home.setting(KEPT) or "")
    try:
        return Source.read(kept) if kept else None
    except KnownError as error:
        LOG.warning("kept receiver: %s", error)
        return None


def _lines() -> tuple[SerialLine, ...]:
    from serial.tools.list_ports import comports  # only who has a receiver on a line needs it

    return tuple(SerialLine(str(port.device), str(port.description)) for port in sorted(comports()))
