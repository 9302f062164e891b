"""A recommendation from end to end: plan, filter, roads, exact assignment, supplies, every reason."""

from __future__ import annotations

import random
import statistics
import time
from dataclasses import replace

from bench.road_graphs import heidelberg
from bench.row import Row
from commandcenter.dispatch.musters import Musters
from commandcenter.dispatch.recommend import Engine, recommend
from commandcenter.dispatch.situation import Request, Situation
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.model.ids import derived_id
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.picture.views import ClosureView, DepotView, StockView, UnitView
from commandcenter.resources.catalogue import Catalogue, default_catalogue

UNITS = 500
INCIDENTS = 80
DEPOTS = 20
BUSY_SHARE = 2 / 3
WEST, SOUTH, EAST, NORTH = 8.64, 49.38, 8.74, 49.43
COMMON_KINDS = ("engine", "engine", "engine", "als", "als", "ambulance", "ambulance", "police", "ladder", "rescue", "command", "tanker")
TYPES = ("fire.structure", "medical.cardiac_arrest", "traffic.entrapment", "rescue.water", "medical.mass_casualty", "hazmat.gas_leak")


def rows(quick: bool) -> list[Row]:
    """Measure on Heidelberg's roads; nothing without the data."""
    roads = heidelberg()
    if roads is None:
        return []
    catalogue = default_catalogue()
    chance = random.Random(20)
    situation = _situation(chance, catalogue)
    requests = [Request(TYPES[n % len(TYPES)], _place(chance)) for n in range(INCIDENTS)]
    roads.warm_up()
    _one_by_one(requests, situation, catalogue, roads)
    single_ms = [ms for _ in range(2 if quick else 6) for ms in _one_by_one(requests, situation, catalogue, roads)]
    p95_ms = statistics.quantiles(single_ms, n=20)[-1]
    every = [_together(requests, situation, catalogue, roads) for _ in range(3 if quick else 9)]
    closed = [_refresh(n, chance, requests, situation, catalogue, roads) for n in range(3 if quick else 9)]
    every_ms, every_cpu_ms = (statistics.median(column) for column in zip(*every, strict=True))
    fresh_ms, fresh_cpu_ms = (statistics.median(column) for column in zip(*(fresh for fresh, _ in closed), strict=True))
    anew_ms, anew_cpu_ms = (statistics.median(column) for column in zip(*(anew for _, anew in closed), strict=True))
    refreshed = f"{INCIDENTS} recommendations refreshed"
    return [
        Row(f"one recommendation with every reason, {UNITS} units, two-thirds busy: median", statistics.median(single_ms), "ms"),
        Row(f"one recommendation with every reason, {UNITS} units: p95", p95_ms, "ms", goal="≤ 20 ms", met=p95_ms <= 20),
        Row(f"{UNITS} units × {INCIDENTS} incidents, one after the other in one thread", every_ms, "ms", goal="≤ 100 ms", met=every_ms <= 100),
        Row(f"{UNITS} units × {INCIDENTS} incidents, processor time", every_cpu_ms, "ms"),
        Row(f"closure drawn → {refreshed}", fresh_ms, "ms", f"all anew {anew_ms:.3g} ms", fresh_ms / anew_ms, "≤ 150 ms", fresh_ms <= 150),
        Row(f"closure drawn → {refreshed}, processor time", fresh_cpu_ms, "ms", f"all anew {anew_cpu_ms:.3g} ms", fresh_cpu_ms / anew_cpu_ms),
        Row(f"one plan for {INCIDENTS} incidents, {UNITS} units, nobody proposed twice", _jointly(requests, situation, catalogue, roads), "ms"),
    ]


def _one_by_one(requests: list[Request], situation: Situation, catalogue: Catalogue, roads: RoadNetwork) -> list[float]:
    """Answer each as if it were the only one, all reasons worked out; returns milliseconds."""
    took = []
    for request in requests:
        start = time.perf_counter()
        recommend(request, situation, catalogue, roads).rejected[0]
        took.append((time.perf_counter() - start) * 1000)
    return took


def _together(
    requests: list[Request], situation: Situation, catalogue: Catalogue, roads: RoadNetwork, musters: Musters | None = None
) -> tuple[float, float]:
    """Answer each for itself in one thread, as the desk does (`Advice.recommend_each`). Returns elapsed and processor milliseconds.

    Reasons of those not chosen are worked out on demand. Without `musters` nothing is known from before.
    """
    start, used = time.perf_counter(), time.process_time()
    engine = Engine(situation, catalogue, roads, musters)
    for request in requests:
        engine.recommend(request)
    return (time.perf_counter() - start) * 1000, (time.process_time() - used) * 1000


def _jointly(requests: list[Request], situation: Situation, catalogue: Catalogue, roads: RoadNetwork) -> float:
    """Answer all as one exact assignment, in one thread; returns milliseconds."""
    start = time.perf_counter()
    Engine(situation, catalogue, roads).recommend_together(requests)
    return (time.perf_counter() - start) * 1000


def _refresh(
    n: int, chance: random.Random, requests: list[Request], situation: Situation, catalogue: Catalogue, roads: RoadNetwork
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Close a new place of a hundred metres and answer all incidents again: searching only for what it can touch, and for everything."""
    lon, lat = _place(chance)
    square = tuple(LonLat(lon + dx, lat + dy) for dx, dy in ((0, 0), (0.0014, 0), (0.0014, 0.0009), (0, 0.0009), (0, 0)))
    closure = ClosureView(derived_id("closure", str(n)), square, "", "", None, None, (), reopened=False)
    shut, musters = replace(situation, closures=(closure,)), Musters()
    _together(requests, situation, catalogue, roads, musters)
    return _together(requests, shut, catalogue, roads, musters), _together(requests, shut, catalogue, roads)


def _place(chance: random.Random) -> LonLat:
    return LonLat(chance.uniform(WEST, EAST), chance.uniform(SOUTH, NORTH))


def _situation(chance: random.Random, catalogue: Catalogue) -> Situation:
    kinds = [COMMON_KINDS[n % len(COMMON_KINDS)] for n in range(UNITS - len(catalogue.kinds))] + list(catalogue.kinds)
    units = []
    for n, code in enumerate(kinds):
        kind = catalogue.kinds[code]
        busy = n < len(kinds) - len(catalogue.kinds) and chance.random() < BUSY_SHARE
        status = UnitStatus.OUT_OF_SERVICE if busy else UnitStatus.AVAILABLE
        unit_id = derived_id("bench", str(n))
        units.append(UnitView(unit_id, f"{kind.prefix}{n}", code, kind.capabilities, kind.crew, None, kind.profile, _place(chance), status, 0))
    stock = tuple(StockView(i.code, i.unit, "", "", i.depot_stock) for i in catalogue.items.values())
    depots = tuple(DepotView(derived_id("depot", str(n)), f"Depot {n}", _place(chance), stock, {}) for n in range(DEPOTS))
    return Situation(tuple(units), {}, {}, depots, {}, (), 0)
