"""What goes on beside the entries over one connection: attachments and positions. Each goes on by itself, whatever befalls the other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from commandcenter.model.sentences import Sentence, say
from commandcenter.sync.beacon import Beacon
from commandcenter.sync.files.courier import Courier
from commandcenter.sync.http import HubLink
from commandcenter.sync.lasting import go_on, report
from commandcenter.sync.port import Port


class _Errand(Protocol):
    def run(self, link: HubLink, well: Callable[[], None]) -> Coroutine[Any, Any, None]: ...


class Errands:
    """Of one way to one other copy. One asyncio loop."""

    def __init__(self, port: Port, changed: Callable[[], None], retry_s: float) -> None:
        """Prepare what the desk has a port for. `changed`: called when `faults` has; `retry_s`: the first wait after a fault."""
        self._changed, self._retry_s = changed, retry_s
        self._courier = Courier(port.log.operation, port.files) if port.files is not None else None
        self._beacon = Beacon(port.positions, port.low) if port.positions is not None else None
        self._faults: dict[_Errand, Sentence] = {}

    @property
    def faults(self) -> tuple[Sentence, ...]:
        """Return what a fault of ours holds up now."""
        return tuple(self._faults.values())

    def begin(self, link: HubLink) -> list[asyncio.Task[None]]:
        """Go over a connection until the tasks are cancelled."""
        files = say("A fault of this program holds attachments up. It was reported; it is tried again.")
        units = say("A fault of this program holds positions of units up. It was reported; it is tried again.")
        errands: tuple[tuple[_Errand | None, Sentence], ...] = ((self._courier, files), (self._beacon, units))
        return [asyncio.create_task(self._keep(errand, link, words)) for errand, words in errands if errand is not None]

    def stir(self) -> None:
        """There may be attachments to carry."""
        if self._courier is not None:
            self._courier.stir()

    def let(self, calm: bool) -> None:
        """Let attachments go, or hold them while entries travel."""
        if self._courier is not None:
            self._courier.calm.set() if calm else self._courier.calm.clear()

    async def _keep(self, errand: _Errand, link: HubLink, words: Sentence) -> None:
        def failed(fault: Exception) -> None:
            report(fault)
            self._note(errand, words)

        try:
            await go_on(lambda: errand.run(link, lambda: self._note(errand, None)), failed, first_s=self._retry_s)
        finally:
            self._faults.pop(errand, None)

    def _note(self, errand: _Errand, words: Sentence | None) -> None:
        """Keep what is to be said of an errand, or that nothing is."""
        if self._faults.get(errand) == words:
            return
        if words is None:
            del self._faults[errand]
        else:
            self._faults[errand] = words
        self._changed()
