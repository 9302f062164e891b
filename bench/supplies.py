"""Supplies: the cheapest deliveries for many places, and the trips that bring them."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from typing import TypeVar

from bench.road_graphs import heidelberg
from bench.row import Row
from commandcenter.dispatch.rounds import MOST_DROPS, Driver, Drop, Fleet, best_rounds
from commandcenter.dispatch.sites import Site
from commandcenter.dispatch.supply_flow import plan_flow
from commandcenter.dispatch.trip_ways import Vehicle
from commandcenter.dispatch.trips import plan_trips
from commandcenter.model.ids import derived_id
from commandcenter.model.words import LonLat
from commandcenter.picture.views import DepotView, StockView
from commandcenter.resources.catalogue import default_catalogue

T = TypeVar("T")
DEPOTS, SITES, GOODS, TRUCKS = 20, 80, 10, 12
WEST, SOUTH, EAST, NORTH = 8.64, 49.38, 8.74, 49.43


def rows(quick: bool) -> list[Row]:
    """Measure on Heidelberg's roads; nothing without the data."""
    roads = heidelberg()
    if roads is None:
        return []
    roads.warm_up(["heavy_truck"])
    catalogue, chance = default_catalogue(), random.Random(20)
    goods = list(catalogue.items)[:GOODS]
    depots = [
        DepotView(
            derived_id("depot", str(n)), f"Depot {n}", _place(chance), tuple(StockView(i, "pcs", "", "", chance.randrange(200)) for i in goods), {}
        )
        for n in range(DEPOTS)
    ]
    sites = [
        Site(derived_id("site", str(n)), _place(chance), chance.randint(1, 3), {item: chance.randrange(60) for item in goods}) for n in range(SITES)
    ]
    trucks = [Vehicle(derived_id("truck", str(n)), f"ST{n}", "heavy_truck", _place(chance), catalogue.carriers["truck"]) for n in range(TRUCKS)]
    keep_share = catalogue.policy.supplies.keep_share
    plan, flow_s = _median(lambda: plan_flow(sites, depots, roads, keep_share=keep_share, today="2026-01-01"))
    trips, trips_s = _median(lambda: plan_trips(plan.deliveries, sites, depots, trucks, catalogue, roads))
    loads = sum(stop.loads for trip in trips.trips for stop in trip.stops)
    return [
        Row(f"supplies, {DEPOTS} depots × {SITES} sites × {GOODS} goods", flow_s, "s", goal="≤ 1 s, proven", met=plan.proven and flow_s <= 1),
        Row(f"trips for them: {loads} loads, {TRUCKS} trucks", trips_s, "s"),
        Row(
            "trips that these loads take",
            len(trips.trips),
            "trips",
            "trips that no plan can do without",
            len(trips.trips) / max(1, trips.least_trips),
        ),
        Row("a load is there on average after", trips.mean_s / 60, "min", "bound that no plan is below", trips.mean_s / max(1.0, trips.mean_bound_s)),
        Row(f"best trips for {MOST_DROPS} loads and {TRUCKS} trucks, proven", _exact_ms(5 if quick else 15), "ms"),
    ]


def _median(work: Callable[[], T]) -> tuple[T, float]:
    """Return what some work gives, and its median time in seconds."""
    took = []
    for _ in range(3):
        start = time.perf_counter()
        result = work()
        took.append(time.perf_counter() - start)
    return result, statistics.median(took)


def _exact_ms(times: int) -> float:
    """Return the median time of the exact search over as many loads as it takes."""
    chance, took = random.Random(8), []
    for _ in range(times):
        drops = [Drop(chance.randrange(3), chance.randrange(3), chance.randint(1, 5), 1) for _ in range(MOST_DROPS)]
        near = [[chance.randint(60_000, 900_000) for _ in range(MOST_DROPS)] for _ in range(MOST_DROPS)]
        fleet = Fleet(12, 99, near[:3], near, [row[:3] for row in near])
        drivers = [Driver(0, 0, [chance.randint(60_000, 900_000) for _ in range(3)]) for _ in range(TRUCKS)]
        start = time.perf_counter()
        best_rounds(drops, [fleet], drivers, 900_000)
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


def _place(chance: random.Random) -> LonLat:
    return LonLat(chance.uniform(WEST, EAST), chance.uniform(SOUTH, NORTH))
