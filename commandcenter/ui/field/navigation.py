"""The navigation line: the way from where the unit is to where it is sent, and what comes next on it. Pure except for `Guide`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from commandcenter.dispatch.distance import air_m
from commandcenter.dispatch.turn_list import Turn, turn_list
from commandcenter.model.ports import Route, Shape
from commandcenter.model.words import LonLat
from commandcenter.ui.latest import Latest
from commandcenter.ui.open_roads import closed_shapes
from commandcenter.ui.seat import Seat

OFF_WAY_M = 80.0
"""So far from the way the unit drives another one, and it is searched anew."""
PASSED_M = 25.0


@dataclass(frozen=True, slots=True)
class Next:
    """What the driver does next."""

    turn: Turn
    distance_m: float


def nearest_on(route: Route, at: LonLat) -> tuple[int, float]:
    """Return the point of the way nearest to a place, and how far off it is in metres."""
    distances = [air_m(point, at) for point in route.points]
    place = min(range(len(distances)), key=distances.__getitem__)
    return place, distances[place]


def next_turn(route: Route, turns: tuple[Turn, ...], at: LonLat) -> Next | None:
    """Return the next turn after a place on the way and how far it is along the way; `None` at its end."""
    place, _ = nearest_on(route, at)
    for turn in turns:
        there = next((n for n, time_s in enumerate(route.times_s) if time_s >= turn.after_s - 0.01), len(route.points) - 1)
        if there > place or (there == place and air_m(turn.at, at) > PASSED_M):
            along_m = sum(air_m(a, b) for a, b in pairwise(route.points[place : there + 1]))
            return Next(turn, max(along_m, air_m(at, turn.at)))
    return None


class Guide:
    """Keeps one way up to date: searched when it is first wanted, when target or closures change and when the unit leaves it."""

    def __init__(self, seat: Seat, changed: Callable[[], None]) -> None:
        """Tell `changed` whenever the way is another one."""
        self._latest, self._seat, self._changed = Latest(seat), seat, changed
        self._wanted: tuple[LonLat, str, tuple[Shape, ...]] | None = None
        self.route: Route | None = None
        self.turns: tuple[Turn, ...] = ()

    def lead(self, start: LonLat, target: LonLat | None, profile: str) -> None:
        """Lead from a place to a target; `None`: nowhere."""
        wanted = (target, profile, closed_shapes(self._seat.desk)) if target is not None else None
        left = self.route is not None and nearest_on(self.route, start)[1] > OFF_WAY_M
        if wanted == self._wanted and not left:
            return
        self._wanted, self.route, self.turns = wanted, None, ()
        if wanted is None:
            self._latest.stop()
            self._changed()
            return
        goal, vehicle, closed = wanted
        roads = self._seat.desk.roads.with_closures(closed)
        self._latest.run(lambda _stopped: roads.route(start, goal, vehicle), self._found)

    def _found(self, route: Route | None) -> None:
        self.route = route
        self.turns = turn_list(route) if route is not None else ()
        self._changed()
