"""The nearest hospital or depot by road: searched beside the window, shown as a way on the map."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from commandcenter.model.ports import Route
from commandcenter.model.sentences import say
from commandcenter.model.words import FacilityKind, LonLat
from commandcenter.picture.views import UnitView
from commandcenter.ui.i18n import formats
from commandcenter.ui.latest import Latest
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.notice import Level
from commandcenter.ui.open_roads import open_roads
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import local_name

Target = tuple[str, LonLat]


class Nearest:
    """One search at a time; the newest wins. Qt thread."""

    def __init__(self, seat: Seat, view: MapPort) -> None:
        """Show ways on this map."""
        self._seat, self._view, self._search = seat, view, Latest(seat)

    def hospital(self, unit: UnitView | None, at: LonLat | None) -> None:
        """Show the way to the hospital that takes people in and is reached first."""
        places = [place for place in self._seat.desk.picture.facilities() if place.kind == FacilityKind.HOSPITAL and place.open]
        self._show("hospital", unit, at, [(local_name(place.name, place.names), place.at) for place in places])

    def depot(self, unit: UnitView | None, at: LonLat | None) -> None:
        """Show the way to the depot that is reached first."""
        self._show("depot", unit, at, [(local_name(depot.name, depot.names), depot.at) for depot in self._seat.desk.picture.depots()])

    def _show(self, name: str, unit: UnitView | None, at: LonLat | None, targets: Sequence[Target]) -> None:
        if unit is None or at is None or not targets:
            self._seat.notice(Level.REFUSED, say("No {what}, or no position to start from.", what=_SAID[name]))
            return
        roads, profile = open_roads(self._seat.desk), unit.profile

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
