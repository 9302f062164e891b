"""The supply plan: nothing better exists, depots keep their share, what expires first goes first, every lack has its reason."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from commandcenter.dispatch.sites import Site
from commandcenter.dispatch.supply_flow import SupplyPlan, plan_flow
from commandcenter.model.ids import derived_id
from commandcenter.model.words import LonLat
from commandcenter.picture.views import DepotView, StockView

Place = Callable[[int, int], LonLat]
TODAY = "2026-06-01"


def depot(name: str, at: LonLat, *lines: tuple[str, int, str, str], **reserved: int) -> DepotView:
    stock = tuple(StockView(item, "pcs", batch, expires, quantity) for item, quantity, batch, expires in lines)
    return DepotView(derived_id("depot", name), name, at, stock, reserved)


def site(name: str, at: LonLat, priority: int = 2, **wanted: int) -> Site:
    return Site(derived_id("site", name), at, priority, wanted)


def plan(sites: list[Site], depots: list[DepotView], roads: Any, keep_share: float = 0.0) -> SupplyPlan:
    return plan_flow(sites, depots, roads, keep_share=keep_share, today=TODAY)


def test_an_order_is_split_and_the_total_way_is_least(grid: Any, place: Place) -> None:
    near, far = depot("near", place(2, 2), ("cot", 10, "", "")), depot("far", place(9, 2), ("cot", 50, "", ""))
    one, two = site("one", place(3, 2), cot=10), site("two", place(1, 2), cot=10)
    found = plan([one, two], [near, far], grid)
    # both are one block from the near depot; the far one is nearer to the first site
    assert {(d.depot, d.site, d.quantity) for d in found.deliveries} == {(near.id, two.id, 10), (far.id, one.id, 10)}
    assert found.proven and found.unmet == ()


def test_the_more_urgent_site_gets_everything_first_and_the_lack_is_shown(grid: Any, place: Place) -> None:
    only = depot("only", place(2, 2), ("cot", 12, "", ""))
    urgent, other = site("urgent", place(11, 2), 1, cot=10), site("other", place(2, 2), 3, cot=10)
    found = plan([other, urgent], [only], grid)
    assert {(d.site, d.quantity) for d in found.deliveries} == {(urgent.id, 10), (other.id, 2)}
    assert [(u.site, u.missing, str(u.reason)) for u in found.unmet] == [(other.id, 8, "All depots together have too little.")]


def test_what_is_kept_goes_to_life_at_risk_only(grid: Any, place: Place) -> None:
    store = depot("store", place(2, 2), ("cot", 100, "", ""))
    second = plan([site("a", place(3, 2), 2, cot=95)], [store], grid, keep_share=0.1)
    assert [d.quantity for d in second.deliveries] == [90]
    assert [str(u.reason) for u in second.unmet] == ["What is left is kept for the depots' own districts."]
    first = plan([site("a", place(3, 2), 1, cot=95)], [store], grid, keep_share=0.1)
    assert sum(d.quantity for d in first.deliveries) == 95 and first.unmet == ()


def test_what_expires_first_goes_first_and_expired_goods_to_nobody(grid: Any, place: Place) -> None:
    lines = (("mask", 5, "old", "2026-05-31"), ("mask", 5, "late", "2027-01-01"), ("mask", 5, "soon", "2026-07-01"), ("mask", 5, "never", ""))
    store = depot("store", place(2, 2), *lines)
    found = plan([site("near", place(3, 2), 2, mask=6), site("far", place(6, 2), 2, mask=6)], [store], grid)
    assert [d.batches for d in found.deliveries] == [(("soon", 5), ("late", 1)), (("late", 4), ("never", 2))]
    assert [u.missing for u in plan([site("a", place(3, 2), mask=16)], [store], grid).unmet] == [1]


def test_promised_goods_no_road_and_nothing_at_all(grid: Any, place: Place) -> None:
    store = depot("store", place(2, 2), ("cot", 10, "", ""), cot=4)
    found = plan([site("a", place(3, 2), cot=10, tent=1)], [store], grid)
    assert {(u.item, u.missing, str(u.reason)) for u in found.unmet} == {
        ("cot", 4, "All depots together have too little."),
        ("tent", 1, "No depot has any left."),
    }
    off = plan([site("a", LonLat(9.0, 9.0), cot=1)], [store], grid)
    assert [str(u.reason) for u in off.unmet] == ["No road leads here from a depot that has any."]
    assert plan([], [store], grid) == SupplyPlan((), (), proven=True)


@pytest.mark.parametrize("seed", range(12))
def test_no_plan_is_better_on_any_objective_in_turn(grid: Any, place: Place, seed: int) -> None:
    """Against every way to share out a few goods."""
    chance = random.Random(seed)
    depots = [depot(str(n), place(chance.randrange(12), chance.randrange(8)), ("x", chance.randrange(4), "", "")) for n in range(3)]
    sites = [site(str(n), place(chance.randrange(12), chance.randrange(8)), chance.choice((1, 2, 3)), x=chance.randrange(4)) for n in range(2)]
    ways = grid.matrix([s.at for s in sites], [d.at for d in depots], "heavy_truck")

    def score(amounts: dict[tuple[int, int], int]) -> tuple[float, ...]:
        got = Counter[int]()
        for (_, s), amount in amounts.items():
            got[s] += amount
        missing = [sum(sites[s].wanted["x"] - got[s] for s in range(2) if sites[s].priority == p) for p in (1, 2, 3)]
        return (*missing, sum(ways[s][d].eta_s * amount for (d, s), amount in amounts.items()))

    pairs = list(itertools.product(range(3), range(2)))
    best = min(
        score(dict(zip(pairs, amounts, strict=True)))
        for amounts in itertools.product(range(4), repeat=6)
        if all(sum(a for (d, _), a in zip(pairs, amounts, strict=True) if d == n) <= depots[n].free("x") for n in range(3))
        and all(sum(a for (_, s), a in zip(pairs, amounts, strict=True) if s == n) <= sites[n].wanted["x"] for n in range(2))
    )
    found = plan(sites, depots, grid)
    depot_of, site_of = {d.id: n for n, d in enumerate(depots)}, {s.id: n for n, s in enumerate(sites)}
    assert score({(depot_of[d.depot], site_of[d.site]): d.quantity for d in found.deliveries}) == pytest.approx(best)
