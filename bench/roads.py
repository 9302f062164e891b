"""Nearest units, turn bans, closures and matrices: `python -m bench.roads [--quick]`. Two thirds of the units are busy."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from bench.road_graphs import DATA, PLAIN, heidelberg, new_york
from bench.road_rivals import Question, networkx_until_k, plain_cpp, scipy_doubling
from bench.row import Row
from bench.valhalla import Embedded, embedded
from commandcenter.dispatch.assignment import Cost, Filling, Priced
from commandcenter.dispatch.assignment import Row as Candidates
from commandcenter.geo.roads.closures import closed_for, seeds_of
from commandcenter.geo.roads.layout import ARC, E_ORIGIN, TAIL, Seeds
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.geo.roads.profiles import Profile
from commandcenter.geo.roads.search import NOTHING_CLOSED, Foothold, pin, table, worker
from commandcenter.geo.roads.travel import Travel, compile_travel
from commandcenter.model.ports import Level, Shape, Stand
from commandcenter.model.words import LonLat

UNITS = (50, 500, 2000)
K = 5
UNREACHED = 10**9
CALL_MS = 0.015
"""Allowed for crossing from Python into compiled code."""
FIRST_LOOK = 3
"""So many units are looked for at each incident at first."""
VALHALLA_TARGETS = 40
"""Its matrices take a tenth of a second and more."""
CCH_MS = 75
CCH = "goal with contraction hierarchies, which the product does not use"
NEW_YORK_BANS = 0.01
"""Heidelberg's share of forbidden turns is about this."""


@dataclass(frozen=True)
class City:
    """One graph with and without its turn bans."""

    name: str
    free_turns: Travel
    banned_turns: Travel


def cities(network: RoadNetwork | None, name: str, profile: Profile, banned: RoadNetwork | None) -> list[City]:
    """Return the city if its data are here."""
    if network is None or banned is None:
        return []
    return [City(name, compile_travel(network.graph, replace(profile, obeys_turns=False)), compile_travel(banned.graph, profile))]


def seeds_at(travel: Travel, junction: int) -> Seeds:
    """Return the seeds of a target that stands on a junction, at the begin of one of the arcs that leave it."""
    arc = int(travel.view.rows[np.argmax(travel.view.rows[:, TAIL] == junction), ARC])
    return seeds_of(travel, closed_for(travel, []), Foothold(arc >> 1, float(arc & 1)))


def question(travel: Travel, units: int, targets: int, k: int) -> Question:
    """Return a seeded question on the main part of the graph."""
    rng = np.random.default_rng(units)
    junctions = np.unique(travel.view.rows[travel.component[travel.view.rows[:, ARC] >> 1] == 0, TAIL])
    edges = rng.choice(np.flatnonzero(travel.component == 0), units)
    pinned = pin(travel, edges, rng.random(units), np.zeros(units, np.int64))
    free = (np.arange(units) % 3 == 0).astype(np.int32)
    return Question(travel, pinned, free, rng.choice(junctions, targets), k)


def ours(asked: Question) -> tuple[NDArray[np.float64], list[list[int]]]:
    """Return milliseconds and arrivals for each query, from Python."""
    mine = worker(asked.travel)
    seeds = [seeds_at(asked.travel, int(target)) for target in asked.targets]
    took = np.empty(len(seeds))
    found: list[list[int]] = []
    for _ in range(2):
        found = []
        for i, seed in enumerate(seeds):
            begin = time.perf_counter()
            count = mine.search(seed, asked.pinned, asked.k, NOTHING_CLOSED, asked.free)
            took[i] = (time.perf_counter() - begin) * 1000
            found.append(mine.answer.times[:count].tolist())
    return took, found


def nearest_rows(city: City, quick: bool, valhalla: Embedded | None = None) -> list[Row]:
    """Nearest 5 against plain C++, SciPy, networkx and Valhalla, and with turn bans against without."""
    rows = []
    for units in UNITS:
        asked = question(city.free_turns, units, 40 if quick else 200, K)
        took, found = ours(asked)
        median = float(np.median(took))
        name = f"nearest {K} of {units:,}, {city.name}"
        yardstick = plain_cpp(asked)
        if yardstick is not None:
            if [[t for t in row if t >= 0] for row in yardstick[1].tolist()] != found:
                raise AssertionError(f"{name}: plain C++ found other arrivals")
            native = float(np.median(yardstick[0]))
            rows.append(
                Row(name, median, "ms", f"plain C++ {native:.3g} ms", median / native, "≤ 1.3 × C++ + 0.015 ms", median <= 1.3 * native + CALL_MS)
            )
        few = replace(asked, targets=asked.targets[: 3 if quick else 10])
        rows.append(_against(name, median, "SciPy, radius doubled", scipy_doubling(few)))
        if units == UNITS[1] and not quick:
            rows.append(_against(name, median, "networkx", networkx_until_k(replace(asked, targets=asked.targets[:3]))))
        if valhalla is not None and not (quick and units == UNITS[2]):
            rows.append(_against_valhalla(name, took, asked, valhalla))
        banned = float(np.median(ours(replace(question(city.banned_turns, units, len(asked.targets), K), targets=asked.targets))[0]))
        rows.append(Row(f"{name}, with turn bans", banned, "ms", "search by junctions", banned / median, "≤ 2.5 ×", banned <= 2.5 * median))
    return rows


def _against(name: str, median_ms: float, rival: str, took_ms: NDArray[np.float64]) -> Row:
    other = float(np.median(took_ms))
    return Row(name, median_ms, "ms", f"{rival} {other:.3g} ms", median_ms / other)


def _against_valhalla(name: str, took_ms: NDArray[np.float64], asked: Question, valhalla: Embedded) -> Row:
    theirs = valhalla.ask(replace(asked, targets=asked.targets[:VALHALLA_TARGETS]))
    answered = ~np.isnan(theirs)
    row = _against(name, float(np.median(took_ms[: len(theirs)][answered])), "Valhalla matrix", theirs[answered])
    if asked.pinned.count < UNITS[1] or row.ratio is None:
        return row  # the goal is for many units: few are far apart, and a search for them runs far
    return replace(row, goal="≥ 1,000 × faster", met=row.ratio <= 1 / 1000)


def best_assignment(asked: Question, seeds: Sequence[Seeds]) -> dict[int, int | None]:
    """Return which unit goes to which target, of all that are free; asked for piece by piece, proven by the dual."""
    mine = worker(asked.travel)

    def cheapest_of(seed: Seeds) -> Callable[[frozenset[int], int], list[Priced]]:
        def cheapest(_free: frozenset[int], count: int) -> list[Priced]:
            found = mine.search(seed, asked.pinned, count, NOTHING_CLOSED, asked.free)
            origins = asked.pinned.crowd.entries[mine.answer.codes[:found] >> 1, E_ORIGIN].tolist()
            return [(origin, Cost(time_ms, 0)) for origin, time_ms in zip(origins, mine.answer.times[:found].tolist(), strict=True)]

        return cheapest

    free = frozenset(np.flatnonzero(asked.free & asked.pinned.everyone).tolist())
    filling = Filling(free, len(seeds))
    filling.tier((n, Candidates(free, cheapest_of(seed), FIRST_LOOK)) for n, seed in enumerate(seeds))
    filling.settle()
    return filling.chosen


def surge_rows(city: City) -> list[Row]:
    """50 incidents and the best assignment of 2,000 units, and of the 20 nearest of each; a full matrix of 500 × 50."""
    asked = question(city.free_turns, 2000, 50, 20)
    everyone = replace(question(city.free_turns, 500, 50, 500), free=np.ones(500, np.int32))
    ours(replace(asked, targets=asked.targets[:2]))
    seeds = [[seeds_at(city.free_turns, int(target)) for target in each.targets] for each in (asked, everyone)]
    best_assignment(asked, seeds[0][:4])
    begin = time.perf_counter()
    chosen = best_assignment(asked, seeds[0])
    surge = (time.perf_counter() - begin) * 1000
    begin = time.perf_counter()
    times, _ = table(city.free_turns, seeds[0], asked.pinned, 20, free=asked.free)
    costs = np.where(times >= 0, times, UNREACHED)
    rows, columns = linear_sum_assignment(costs)
    nearest = (time.perf_counter() - begin) * 1000
    if sum(int(costs[n, unit]) for n, unit in chosen.items() if unit is not None) > int(costs[rows, columns].sum()):
        raise AssertionError(f"{city.name}: the assignment of all is worse than that of the nearest")
    begin = time.perf_counter()
    table(city.free_turns, seeds[1], everyone.pinned, 500)
    full = (time.perf_counter() - begin) * 1000
    on_new_york = "New York" in city.name
    return [
        Row(
            f"50 incidents, best assignment of all of 2,000, {city.name}",
            surge,
            "ms",
            f"20 nearest of each, then assignment {nearest:.3g} ms",
            surge / nearest,
            goal="≤ 20 ms on New York",
            met=surge <= 20 if on_new_york else None,
        ),
        Row(f"matrix 500 × 50, {city.name}", full, "ms", goal="≤ 750 ms on New York", met=full <= 750 if on_new_york else None),
        *([Row(f"matrix 500 × 50, {city.name}", full, "ms", CCH, full / CCH_MS, f"≤ {CCH_MS} ms with CCH", full <= CCH_MS)] if on_new_york else []),
    ]


def closure_rows(network: RoadNetwork, quick: bool) -> list[Row]:
    """A flood drawn over the river bank: from the shape to the next exact answer, 500 units."""
    rng = np.random.default_rng(5)
    chosen = rng.choice(len(network.graph.nodes), 501)
    places = [LonLat(float(n["lon"]) * 1e-7, float(n["lat"]) * 1e-7) for n in network.graph.nodes[chosen]]
    target, origins = places[0], places[1:]
    network.warm_up(["ambulance"])
    network.nearest(target, origins, "ambulance", K)
    took = []
    for i in range(20 if quick else 100):
        west, south = 8.690 + i * 1e-5, 49.4115
        flood = Shape(tuple(LonLat(west + x, south + y) for x, y in ((0, 0), (0.002, 0), (0.002, 0.002), (0, 0.002), (0, 0))))
        begin = time.perf_counter()
        network.with_closures([flood]).nearest(target, origins, "ambulance", K)
        took.append((time.perf_counter() - begin) * 1000)
    median = float(np.median(took))
    return [Row("polygon closure to the next answer, Heidelberg, 500 units", median, "ms", goal="≤ 1 ms", met=median <= 1)]


def reach_rows(network: RoadNetwork, name: str, quick: bool, profile: str = "ambulance") -> list[Row]:
    """Measure an isochrone, the coverage map of 200 units and three ways, from and to random junctions."""
    rng = np.random.default_rng(23)
    chosen = rng.choice(len(network.graph.nodes), 240)
    places = [LonLat(float(n["lon"]) * 1e-7, float(n["lat"]) * 1e-7) for n in network.graph.nodes[chosen]]
    minutes = [Level(60.0 * m) for m in (4, 8, 12)]
    stands = [Stand(at, profile, 60.0) for at in places[:200]]
    network.reach(stands[:1], minutes, gaps=True)
    isochrone = [_took_ms(partial(network.reach, [Stand(at, profile)], minutes)) for at in places[200 : 205 if quick else 220]]
    covered = [_took_ms(lambda: network.reach(stands, [Level(480.0, 1), Level(480.0, 2)], gaps=True)) for _ in range(1 if quick else 5)]
    ways = [_took_ms(partial(network.routes, a, b, profile, 3)) for a, b in pairwise(places[200:220])]
    return [
        Row(f"isochrones of 4, 8 and 12 min from one place, {name}", float(np.median(isochrone)), "ms"),
        Row(f"coverage map of 200 units with gaps, {name}", float(np.median(covered)), "ms"),
        Row(f"fastest way and up to two others, {name}", float(np.median(ways)), "ms"),
    ]


def _took_ms(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def rows(quick: bool) -> list[Row]:
    """Measure everything whose data are here."""
    found: list[Row] = []
    streets = heidelberg()
    if streets is not None:
        found += closure_rows(streets, quick) + reach_rows(streets, "Heidelberg", quick)
        ambulance = streets.profiles["ambulance"]
        with embedded(DATA / "osm" / "heidelberg.osm.pbf", streets.graph) as valhalla:
            for city in cities(streets, "Heidelberg", ambulance, streets):
                found += nearest_rows(city, quick, valhalla) + surge_rows(city)
    for city in cities(new_york(), "New York", PLAIN, new_york(NEW_YORK_BANS)):
        found += nearest_rows(city, quick) + surge_rows(city)
    return found


def main(show: Callable[[str], object] = print) -> None:
    """Show the rows."""
    for row in rows("--quick" in sys.argv):
        ratio = "" if row.ratio is None else f"× {row.ratio:.3g}"
        show(f"{row.name:66} {row.value:9.4g} {row.unit} {row.reference:32} {ratio:9} {row.goal} {row.met}")


if __name__ == "__main__":
    main()
