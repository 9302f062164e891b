"""Asks the gazetteer in a worker thread, once per text, newest question first."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable

from commandcenter.dispatch.street_closure import StreetClosure, find_street, streets_like
from commandcenter.model.ports import Gazetteer, Place
from commandcenter.model.words import LonLat

KEPT = 200
WAIT_S = 0.06
"""Typing goes on this long before a search starts."""


class PlaceFinder:
    """Remembers answers. Qt thread; searches run beside it."""

    def __init__(self, gazetteer: Gazetteer, near: Callable[[], LonLat | None]) -> None:
        """Search this gazetteer, preferring what is near."""
        self._gazetteer = gazetteer
        self._near = near
        self.answers: OrderedDict[str, tuple[Place, ...]] = OrderedDict()

    async def street(self, text: str, chosen: Place | None = None) -> StreetClosure:
        """Return what closes when a street, or a part of it between two others, is closed. Raises `Refused`."""
        return await asyncio.to_thread(find_street, self._gazetteer, text, self._near(), chosen)

    async def streets(self, text: str) -> tuple[Place, ...]:
        """Return the streets whose name is like what a text begins with."""
        await asyncio.sleep(WAIT_S)
        return await asyncio.to_thread(streets_like, self._gazetteer, text, self._near())

    async def find(self, text: str, *, limit: int = 8) -> tuple[Place, ...]:
        """Return the places for a text."""
        if text not in self.answers:
            await asyncio.sleep(WAIT_S)
            found = await asyncio.to_thread(self._gazetteer.search, text, near=self._near(), limit=limit)
            self.answers[text] = tuple(found)
            while len(self.answers) > KEPT:
                self.answers.popitem(last=False)
        return self.answers[text]
