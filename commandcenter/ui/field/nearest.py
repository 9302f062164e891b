"""The nearest hospital or depot by road: searched beside the window, shown as a way on the map."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from commandcenter.model.ports import Route
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.ui.i18n import formats
from commandcenter.ui.latest import Latest
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat

Target = tuple[str, LonLat]


class Nearest:
    """One search at a time; the newest wins. Qt thread."""

    def __init__(self, seat: Seat, view: MapPort) -> None:
        """Show ways on this map."""
        self._seat, self._view, self._search = seat, view, Latest(seat)

    def show(self, name: str, at: LonLat | None, targets: Sequence[Target], profile: str) -> None:
        """Show the way to the target that is reached first as the overlay of a name; say so where there is none."""
        if at is None or not targets:
            self._seat.notice(Level.REFUSED, say("No {what}, or no position to start from.", what=_SAID[name]))
            return
        roads = self._seat.desk.roads

        def search(_stopped: object) -> tuple[str, Route | None]:
            arrivals = [(roads.nearest(place, [at], profile, 1), said, place) for said, place in targets]
            reached = [(found[0].eta_s, said, place) for found, said, place in arrivals if found]
            if not reached:
                return "", None
            _eta_s, said, place = min(reached, key=lambda one: one[0])
            return said, roads.route(at, place, profile)

        self._search.run(search, partial(self._found, name))

    def _found(self, name: str, found: tuple[str, Route | None]) -> None:
        said, route = found
        if route is None:
            self._seat.notice(Level.REFUSED, say("No way by road leads to a {what} from here.", what=_SAID[name]))
            return
        self._view.show_overlay(name, [OverlayShape("way", "line", (route.points,), label=said)])
        words = say("{name}: {km} km, {min} min", name=said, km=formats.number(route.distance_m / 1000, 1), min=round(route.eta_s / 60))
        self._seat.notice(Level.DONE, words)


_SAID = {"hospital": say("hospital"), "depot": say("depot")}
