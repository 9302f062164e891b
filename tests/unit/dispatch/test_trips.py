"""Trips that serve several places: what is on board, in which order, and what is left."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from typing import Any

import pytest

from commandcenter.dispatch.loads import load_of
from commandcenter.dispatch.rounds import MOST_DROPS
from commandcenter.dispatch.sites import Site
from commandcenter.dispatch.supply_flow import Delivery
from commandcenter.dispatch.trip_goal import SOONEST, Aim, Goal
from commandcenter.dispatch.trip_loads import cut, freight_of
from commandcenter.dispatch.trip_schedule import LOADING_S
from commandcenter.dispatch.trip_ways import Vehicle
from commandcenter.dispatch.trips import TripPlan, plan_trips
from commandcenter.model.ids import Id, derived_id
from commandcenter.picture.views import DepotView
from commandcenter.resources.catalogue import Carrier, default_catalogue

from .conftest import BLOCK_S, at

CATALOGUE = default_catalogue()
BLANKET_G = CATALOGUE.items["blanket"].weight_g
HEAVY = CATALOGUE.carriers["truck"]


def site(name: str, x: int, y: int, priority: int = 2) -> Site:
    return Site(derived_id("site", name), at(x, y), priority, {})


def depot(name: str, x: int, y: int) -> DepotView:
    return DepotView(derived_id("depot", name), name, at(x, y), (), {})


def van(name: str, x: int, y: int, carrier: Carrier = HEAVY) -> Vehicle:
    return Vehicle(derived_id("van", name), name, "heavy_truck", at(x, y), carrier)


def bring(source: DepotView, target: Site, **goods: int) -> list[Delivery]:
    return [Delivery(source.id, target.id, item, count, 0.0, 0.0, ()) for item, count in goods.items()]


def shown(plan: TripPlan, names: dict[Id, str]) -> list[tuple[str, int, list[tuple[str, int]]]]:
    return [(t.callsign, t.number, [(names[s.site], round(s.arrives_s)) for s in t.stops]) for t in plan.trips]


def test_one_truck_serves_three_places_on_one_trip_in_the_order_that_waits_least(grid: Any) -> None:
    store, near, middle, far = depot("D", 0, 1), site("near", 2, 1), site("middle", 3, 1), site("far", 5, 1)
    deliveries = [d for target in (far, near, middle) for d in bring(store, target, blanket=20)]
    plan = plan_trips(deliveries, [far, near, middle], [store], [van("T", 0, 1)], CATALOGUE, grid)
    first = LOADING_S + 2 * BLOCK_S
    second = first + LOADING_S + BLOCK_S
    third = second + LOADING_S + 2 * BLOCK_S
    names = {one.id: name for name, one in (("near", near), ("middle", middle), ("far", far))}
    assert shown(plan, names) == [("T", 1, [("near", first), ("middle", second), ("far", third)])]
    assert (plan.proven, plan.least_trips, plan.left) == (True, 1, {})
    assert plan.trips[0].load == load_of({"blanket": 60}, CATALOGUE) and plan.mean_s == pytest.approx((first + second + third) / 3)


def test_the_urgent_place_comes_first_even_when_it_is_farther(grid: Any) -> None:
    store, near, far = depot("D", 0, 1), site("near", 1, 1, 3), site("far", 6, 1, 1)
    plan = plan_trips([*bring(store, near, blanket=5), *bring(store, far, blanket=5)], [near, far], [store], [van("T", 0, 1)], CATALOGUE, grid)
    assert [stop.site for stop in plan.trips[0].stops] == [far.id, near.id] and len(plan.trips) == 1


def test_what_does_not_fit_is_cut_for_the_vehicles_in_turn(grid: Any) -> None:
    small, large = Carrier("utility", 10 * BLANKET_G // 1000, 10**6), Carrier("truck", 40 * BLANKET_G // 1000, 10**6)
    freight = freight_of(bring(depot("D", 0, 0), site("s", 1, 1), blanket=105))
    loads, left = cut(freight, [small, large, large], CATALOGUE, 100)
    assert [load.goods["blanket"] for load in loads] == [40, 10, 40, 10, 5] and left == {}
    loads, left = cut(freight, [small], CATALOGUE, 3)
    assert [load.goods["blanket"] for load in loads] == [10, 10, 10] and [dict(goods) for goods in left.values()] == [{"blanket": 75}]
    assert cut(freight, [Carrier("bike", 1, 1)], CATALOGUE, 9)[0] == []


def test_goods_from_two_depots_come_on_two_loads_and_what_no_road_leads_to_is_left(grid: Any) -> None:
    one, two, target, lost = depot("A", 0, 1), depot("B", 4, 1), site("s", 2, 1), Site(derived_id("lost"), at(40, 40), 2, {})
    deliveries = [*bring(one, target, blanket=5), *bring(two, target, cot=5), *bring(one, lost, cot=2)]
    plan = plan_trips(deliveries, [target, lost], [one, two], [van("T", 0, 1)], CATALOGUE, grid)
    assert [(trip.depot, trip.goods) for trip in plan.trips] == [(one.id, {"blanket": 5}), (two.id, {"cot": 5})]
    assert {pair: dict(goods) for pair, goods in plan.left.items()} == {(one.id, lost.id): {"cot": 2}}


@pytest.mark.parametrize("seed", range(6))
def test_many_loads_are_all_brought_within_what_vehicles_carry_and_not_sooner_than_any_plan_can(grid: Any, seed: int) -> None:
    chance = random.Random(seed)
    sites = [site(f"s{n}", chance.randrange(12), chance.randrange(8), chance.randint(1, 3)) for n in range(MOST_DROPS + 8)]
    depots = [depot(f"d{n}", chance.randrange(12), chance.randrange(8)) for n in range(3)]
    fleet = [van(f"T{n}", chance.randrange(12), chance.randrange(8), CATALOGUE.carriers[("truck", "utility")[n % 2]]) for n in range(4)]
    deliveries = [d for target in sites for d in bring(chance.choice(depots), target, blanket=chance.randint(1, 400), cot=chance.randint(1, 30))]
    plan = plan_trips(deliveries, sites, depots, fleet, CATALOGUE, grid)
    brought: Counter[tuple[Id, Id, str]] = Counter()
    for trip in plan.trips:
        carrier = next(v.carrier for v in fleet if v.unit == trip.unit)
        assert trip.load.weight_kg <= carrier.load_kg and trip.load.volume_l <= carrier.load_l
        brought.update({(trip.depot, stop.site, item): count for stop in trip.stops for item, count in stop.goods.items()})
        assert [s.arrives_s for s in trip.stops] == sorted(s.arrives_s for s in trip.stops) and trip.starts_s < trip.leaves_s
    assert brought == Counter({(d.depot, d.site, d.item): d.quantity for d in deliveries})
    for vehicle in fleet:
        mine = sorted((t for t in plan.trips if t.unit == vehicle.unit), key=lambda t: t.number)
        assert [t.number for t in mine] == list(range(1, len(mine) + 1))
        assert all(before.ends_s + LOADING_S <= after.starts_s + 1e-6 for before, after in itertools.pairwise(mine))
    assert not plan.proven and plan.left == {}
    assert plan.mean_bound_s <= plan.mean_s and plan.bound_s <= plan.last_s and plan.least_trips <= len(plan.trips)


def test_two_loads_for_one_place_on_one_trip_are_one_stop_and_one_unloading(grid: Any) -> None:
    """What is cut for a large and a small vehicle goes on the large one where only that is free."""
    store, target, beyond = depot("D", 0, 1), site("s", 2, 1), site("t", 3, 1)
    large, small = Carrier("truck", 60 * BLANKET_G // 1000, 10**6), Carrier("utility", 30 * BLANKET_G // 1000, 10**6)
    cars = [van("big", 0, 1, large), van("small", 40, 40, small)]
    deliveries = [*bring(store, target, blanket=100), *bring(store, beyond, blanket=20)]
    plan = plan_trips(deliveries, [target, beyond], [store], cars, CATALOGUE, grid)
    assert sorted(load for trip in plan.trips for load in [stop.goods["blanket"] for stop in trip.stops]) == [20, 40, 60]
    assert plan.proven and {trip.callsign for trip in plan.trips} == {"big"}
    (shared,) = [trip for trip in plan.trips if len({stop.site for stop in trip.stops}) < sum(stop.loads for stop in trip.stops)]
    assert shared.stops[0].loads == 2


def test_the_least_driving_saves_driving_and_life_at_risk_is_still_served_first_and_soonest(grid: Any) -> None:
    """Places along a street, the farthest one urgent. The soonest plan sends both trucks; one of them can bring all on its way back."""
    store, life = depot("D", 0, 1), site("life", 9, 1, 1)
    places = [site(str(x), x, 1, 3) for x in (2, 4, 6, 8)]
    vans = [van("A", 0, 1), van("B", 1, 1)]
    deliveries = [d for target in (*places, life) for d in bring(store, target, blanket=5)]
    soonest, least = (plan_trips(deliveries, [*places, life], [store], vans, CATALOGUE, grid, goal=goal) for goal in (SOONEST, Goal(Aim.DRIVING)))
    assert soonest.proven and least.driven_s < soonest.driven_s
    assert least.driven_s == pytest.approx(18 * BLOCK_S)
    assert 9 * BLOCK_S <= least.driven_bound_s <= least.driven_s and soonest.driven_bound_s == 0
    arrival = {stop.site: stop.arrives_s for trip in least.trips for stop in trip.stops}
    assert arrival[life.id] == min(stop.arrives_s for trip in soonest.trips for stop in trip.stops if stop.site == life.id)
    assert set(arrival) == {life.id, *(place.id for place in places)} and not least.left


def test_what_cannot_be_back_in_time_is_left_and_many_loads_have_a_bound(grid: Any) -> None:
    store, places = depot("D", 0, 1), [site(str(x), x, 1, 3) for x in range(1, 11)]
    deliveries = [d for target in places for d in bring(store, target, blanket=5)]
    whole = plan_trips(deliveries, places, [store], [van("A", 0, 1)], CATALOGUE, grid, goal=Goal(Aim.DRIVING))
    assert not whole.left and not whole.proven
    assert whole.driven_s == pytest.approx(20 * BLOCK_S) and whole.driven_bound_s <= whole.driven_s
    short = plan_trips(deliveries, places, [store], [van("A", 0, 1)], CATALOGUE, grid, goal=Goal(Aim.DRIVING, 1))
    assert short.left and all(trip.ends_s < 3600 for trip in short.trips) and short.trips
