"""Folds what others wrote into the desk's picture. A fault in that is reported, and the log is folded anew: no entry is left out in silence."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Protocol

from commandcenter.model.entries import Entry, EntryId
from commandcenter.model.sentences import Sentence, say
from commandcenter.sync.lasting import go_on, report

AGAIN_S, LONGEST_S = 5.0, 600.0
"""How long after a fault the whole log is folded anew, which takes seconds where it is long."""


class Folds(Protocol):
    """A desk, as far as it takes in what others wrote."""

    async def take_in(self, entries: Sequence[tuple[int, Entry]], *, completed: bool = False) -> None:
        """Fold committed entries; `completed`: the whole log anew."""


class Folding:
    """What has come and is not folded yet. In the thread of the desk's loop."""

    def __init__(self, desk: Folds, told: Callable[[], None], again_s: float = AGAIN_S) -> None:
        """Fold into a desk; `told` is called when all is folded and when `fault` changes."""
        self._desk, self._told, self._again_s = desk, told, again_s
        self._arrived: list[tuple[int, Entry]] = []
        self._anew = False
        self._foreign: set[EntryId] = set()
        self._work: asyncio.Task[None] | None = None
        self._rested = asyncio.Event()
        self.fault: Sentence | None = None
        """What to say while a fault of ours keeps entries off the picture."""

    def arrive(self, entries: Sequence[tuple[int, Entry]], *, completed: bool = False) -> None:
        """Fold entries that are committed; `completed`: sections have come to entries that were folded before."""
        self._arrived += entries
        self._anew = self._anew or completed
        self._foreign.update(entry.id for _, entry in entries)
        if self.fault is None:
            self._rested.clear()
        if self._work is None or self._work.done():
            self._work = asyncio.get_running_loop().create_task(go_on(self._fold, self._failed, first_s=self._again_s, longest_s=LONGEST_S))

    def is_foreign(self, entry: EntryId) -> bool:
        """Return whether an entry that is being folded came from others."""
        return entry in self._foreign

    async def settle(self) -> None:
        """Wait until what has come is folded, or a fault keeps it off."""
        if self._work is not None and not self._work.done():
            await self._rested.wait()

    async def stop(self) -> None:
        """Settle, then fold no more."""
        await self.settle()
        if self._work is not None:
            self._work.cancel()
            await asyncio.wait({self._work})

    async def _fold(self) -> None:
        while self._arrived or self._anew:
            entries, self._arrived = self._arrived, []
            anew, self._anew = self._anew, False
            await self._desk.take_in(entries, completed=anew)
            self._foreign.difference_update(entry.id for _, entry in entries)
        self.fault = None
        self._rested.set()
        self._told()

    def _failed(self, fault: Exception) -> None:
        report(fault)
        self._anew = True
        self.fault = say("A fault of this program keeps entries of others off the picture. They are in the log. It was reported; it is tried again.")
        self._rested.set()
        self._told()
