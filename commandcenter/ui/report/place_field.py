"""A field for a place: searched as one types, picked from what is found. The call form and the incident's address have it."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from commandcenter.model.ports import Place
from commandcenter.model.words import LonLat
from commandcenter.ui.command_line.places import PlaceFinder
from commandcenter.ui.report.pick import Offer, PickField
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import language, place_name
from commandcenter.ui.words import place_kind_word


class PlaceField(PickField):
    """Its value is a `Place`, or `None` while nothing is picked. What is highlighted is shown on the map."""

    def __init__(self, seat: Seat, finder: PlaceFinder) -> None:
        """Start empty."""
        super().__init__()
        self._seat, self._finder = seat, finder
        self._search: asyncio.Task[None] | None = None
        self.typed.connect(self._look_up)
        self.previewed.connect(self._preview)

    @property
    def searching(self) -> bool:
        """Return whether answers to what was typed are still to come."""
        return self._search is not None and not self._search.done()

    def give_up(self) -> None:
        """Offer nothing more; what was typed stays."""
        if self._search is not None:
            self._search.cancel()
        self.list.clear()
        self.list.hide()

    def _look_up(self, text: str) -> None:
        if self._search is not None:
            self._search.cancel()
        if text.strip():
            self._search = self._seat.run(self._offer_places(text.strip()))

    async def _offer_places(self, text: str) -> None:
        places = await self._finder.find(text)
        self.offer([Offer(place_name(p), p.where(language()) or place_kind_word(p.kind), p) for p in places])

    def _preview(self, place: Place) -> None:
        self._seat.place_shown.emit(place.at.lon, place.at.lat, 17)


async def place_at(seat: Seat, at: LonLat) -> Place:
    """Return what the map calls a point: its address with the point itself, or its coordinates."""
    found = await asyncio.to_thread(seat.desk.gazetteer.reverse, at)
    return replace(found, at=at) if found else Place(f"{at.lat:.5f}, {at.lon:.5f}", "coordinates", at)
