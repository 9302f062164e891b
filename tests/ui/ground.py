"""Made-up roads and streets: what the windows need of a region, without a map file."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from commandcenter.geo.gazetteer import coordinates
from commandcenter.model.errors import Cancelled
from commandcenter.model.ids import Id
from commandcenter.model.ports import Arrival, Leg, Level, Muster, Place, Reach, Roads, Route, Shape, Stand
from commandcenter.model.progress import NO_PROGRESS, Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat, Position
from commandcenter.resources.catalogue import default_catalogue

HOME = LonLat(8.69, 49.41)
STREETS = ("Mill Lane", "Harbour Road", "Station Street", "Castle Hill", "Old Market", "River Walk", "School Street", "Bridge Street")
NAMES_ZH = ("磨坊巷", "港口路", "车站街", "城堡山", "老市场", "河滨道", "学校街", "桥街")


def metres(a: LonLat, b: LonLat) -> float:
    """Return the city-block distance: roads that run north and east."""
    return abs(a.lat - b.lat) * 111_000 + abs(a.lon - b.lon) * 111_000 * math.cos(math.radians(a.lat))


def diamond(at: LonLat, metres_: float) -> tuple[LonLat, ...]:
    """Return what is so many metres away on roads that run north and east."""
    tall = metres_ / 111_000
    wide = tall / math.cos(math.radians(at.lat))
    return tuple(LonLat(at.lon + x * wide, at.lat + y * tall) for x, y in ((0, 1), (1, 0), (0, -1), (-1, 0), (0, 1)))


@dataclass(frozen=True)
class GridRoads:
    """Roads on a grid; a closed point holds up every way that starts within 300 m of it."""

    closed: tuple[LonLat, ...] = ()

    @property
    def profiles(self) -> Mapping[str, object]:
        return dict.fromkeys(kind.profile for kind in default_catalogue().kinds.values()) | {"engine": None}

    def with_closures(self, shapes: Sequence[Shape]) -> Roads:
        return GridRoads(tuple(shape.points[0] for shape in shapes))

    def _arrival(self, index: int, origin: LonLat, target: LonLat) -> Arrival:
        held_up = 600.0 if any(metres(origin, at) < 300 for at in self.closed) else 0.0
        distance = metres(origin, target)
        return Arrival(index, distance / 12 + held_up, distance, 0.0)

    def with_times(self, factors: Mapping[str, float]) -> GridRoads:
        return self

    def nearest(self, target: LonLat, origins: Sequence[LonLat], profile: str, k: int) -> list[Arrival]:
        found = [self._arrival(index, origin, target) for index, origin in enumerate(origins)]
        return sorted(found, key=lambda a: (a.eta_s, a.origin))[:k]

    def muster(self, origins: Sequence[LonLat], profile: str, delays_s: Sequence[float], after: Muster | None = None) -> Muster:
        return GridMuster(self, tuple(origins), tuple(delays_s))

    def matrix(self, targets: Sequence[LonLat], origins: Sequence[LonLat], profile: str) -> list[list[Arrival | None]]:
        return [[self._arrival(index, origin, target) for index, origin in enumerate(origins)] for target in targets]

    def places(self, count: int) -> list[LonLat]:
        return [street_at(n % len(STREETS), n) for n in range(count)]

    def route(self, origin: LonLat, target: LonLat, profile: str) -> Route | None:
        way = self._arrival(0, origin, target)
        corner = LonLat(origin.lon, target.lat)
        legs = (
            Leg("depart", "River Walk", way.distance_m / 2, way.eta_s / 2, origin),
            Leg("right", "Castle Hill", way.distance_m / 2, way.eta_s / 2, corner),
            Leg("arrive", "Castle Hill", 0.0, 0.0, target),
        )
        return Route((origin, corner, target, target), (0.0, way.eta_s / 2, way.eta_s, way.eta_s), way.distance_m, way.eta_s, 0.0, legs)

    def routes(self, origin: LonLat, target: LonLat, profile: str, most: int = 3) -> list[Route]:
        """Round one corner or the other."""
        way, back = self.route(origin, target, profile), self.route(target, origin, profile)
        if way is None or back is None:
            return []
        legs = (replace(way.legs[0], street="Old Market"), *way.legs[1:])
        other = replace(
            back, legs=legs, points=(origin, *reversed(back.points[:-1])), eta_s=way.eta_s + 45, times_s=(*way.times_s[:-1], way.eta_s + 45)
        )
        return [way, other][:most]

    def reach(
        self,
        stands: Sequence[Stand],
        levels: Sequence[Level],
        *,
        gaps: bool = False,
        stopped: Callable[[], bool] = lambda: False,
        progress: Progress = NO_PROGRESS,
    ) -> Reach:
        """A diamond around each stand; a gap far off."""
        if stopped():
            raise Cancelled
        areas = [tuple(diamond(s.at, 12 * (level.within_s - s.delay_s)) for s in stands) if len(stands) >= level.depth else () for level in levels]
        gap = (diamond(LonLat(HOME.lon + 0.2, HOME.lat), 500.0),) if gaps else ()
        return Reach(tuple(areas), (gap,) * len(levels), tuple(0.8 / level.depth if stands else 0.0 for level in levels))

    def why_unreachable(self, origin: LonLat, target: LonLat, profile: str) -> Sentence:
        return say("no road")


@dataclass(frozen=True)
class GridMuster:
    """Vehicles on the grid."""

    roads: GridRoads
    origins: tuple[LonLat, ...]
    delays_s: tuple[float, ...]

    def first(self, target: LonLat, members: tuple[int, ...], k: int, latest_s: float = math.inf) -> list[Arrival]:
        found = [self.roads._arrival(index, self.origins[index], target) for index in members]
        in_time = [arrival for arrival in found if arrival.eta_s + self.delays_s[arrival.origin] <= latest_s]
        return sorted(in_time, key=lambda a: (a.eta_s + self.delays_s[a.origin], a.origin))[:k]


class StreetGazetteer:
    """Finds house numbers in eight streets; reads coordinates as the real one does."""

    def search(self, text: str, *, near: LonLat | None = None, limit: int = 10) -> list[Place]:
        typed = coordinates.parse(text, near=near)
        if typed is not None:
            return [Place(text, "coordinates", typed, coordinates.format_lat_lon(typed), score=1.0)]
        words = text.casefold().split()
        number = next((word for word in words if word.isdigit()), "")
        wanted = " ".join(word for word in words if not word.isdigit())
        found = [
            Place(
                f"{street} {number}".strip(),
                "address" if number else "street",
                street_at(n, int(number or 1)),
                "Oldtown",
                {"en": f"{street} {number}".strip(), "zh": f"{NAMES_ZH[n]}{number}号" if number else NAMES_ZH[n]},
                1.0 if number or wanted in (street.casefold(), NAMES_ZH[n]) else 0.9,
            )
            for n, street in enumerate(STREETS)
            if wanted and (street.casefold().startswith(wanted) or NAMES_ZH[n].startswith(wanted))
        ]
        return found[:limit]

    def reverse(self, at: LonLat) -> Place | None:
        return Place("River Walk 7", "address", at, "Oldtown")

    def street(self, name: str, at: LonLat) -> tuple[tuple[LonLat, ...], ...]:
        """Straight from number 1 to 45 and on to 80."""
        n = STREETS.index(name)
        return ((street_at(n, 1), street_at(n, 45)), (street_at(n, 45), street_at(n, 80)))


def street_at(street: int, number: int) -> LonLat:
    """Return where a house stands."""
    return LonLat(HOME.lon - 0.03 + 0.008 * street + 0.00005 * number, HOME.lat - 0.02 + 0.0004 * (number % 90))


class NoTracks:
    """Nobody has a GPS."""

    def __init__(self) -> None:
        self.positions: dict[Id, Position] = {}

    def put(self, positions: Mapping[Id, Position]) -> None:
        self.positions.update(positions)

    def latest(self) -> Mapping[Id, Position]:
        return self.positions
