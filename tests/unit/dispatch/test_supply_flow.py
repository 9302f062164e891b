"""The supply plan: nothing better exists, depots keep their share, what expires first goes first, every lack has its reason."""

from __future__ import annotations

import itertools
import math
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import scipy.optimize
from scipy.sparse import csr_array

from commandcenter.dispatch import solve, supply_flow
from commandcenter.dispatch.sites import Site
from commandcenter.dispatch.supply_flow import SupplyPlan, plan_flow
from commandcenter.model.errors import KnownError
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
    assert [str(u.reason) for u in second.unmet] == ["What is left is kept for the depots' own districts, or is their minimum level."]
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


def test_a_minimum_level_stays_unless_life_is_at_risk(grid: Any, place: Place) -> None:
    store = replace(depot("store", place(2, 2), ("cot", 100, "", "")), minimums={"cot": 70})
    assert [d.quantity for d in plan([site("a", place(3, 2), 2, cot=95)], [store], grid, keep_share=0.1).deliveries] == [30]
    assert [d.quantity for d in plan([site("a", place(3, 2), 1, cot=95)], [store], grid, keep_share=0.1).deliveries] == [95]
    below = replace(store, minimums={"cot": 500})
    (unmet,) = plan([site("a", place(3, 2), 2, cot=5)], [below], grid).unmet
    assert (unmet.missing, "minimum level" in str(unmet.reason)) == (5, True)


def test_a_depot_that_asks_gives_nothing_to_itself(grid: Any, place: Place) -> None:
    asking, other = depot("asking", place(2, 2), ("cot", 100, "", "")), depot("other", place(6, 2), ("cot", 8, "", ""))
    found = plan([Site(asking.id, asking.at, 6, {"cot": 10})], [asking, other], grid)
    assert [(d.depot, d.quantity) for d in found.deliveries] == [(other.id, 8)] and [u.missing for u in found.unmet] == [2]


def test_when_the_time_is_up_the_plan_stays_as_it_is_and_says_how_far_off_it_may_be(grid: Any, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """The solver runs out of time at the objectives from the second on, then at all of them."""
    store, there = depot("store", place(2, 2), ("cot", 100, "", "")), site("a", place(3, 2), 2, cot=40)
    limits: list[float] = []
    real: Any = scipy.optimize.milp

    def late_from(first: int) -> None:
        def milp(*asked: Any, options: dict[str, float], **more: Any) -> Any:
            limits.append(options["time_limit"])
            late = SimpleNamespace(x=None, status=1, message="late", mip_dual_bound=None)
            return real(*asked, options=options, **more) if len(limits) <= first else late

        limits.clear()
        monkeypatch.setattr(solve, "milp", milp)

    late_from(1)
    found = plan([there], [store], grid)
    assert (found.proven, [d.quantity for d in found.deliveries], found.unmet) == (False, [40], ())
    assert 0 < found.gap <= 1
    assert 0 < sum(limits) <= supply_flow.LIMIT_S
    late_from(0)
    found = plan([there], [store], grid)
    assert (found.proven, found.deliveries, [u.missing for u in found.unmet]) == (False, (), [40])
    assert found.gap == pytest.approx(40)


def test_a_hard_programme_ends_at_its_limit_with_what_is_known() -> None:
    chance = np.random.default_rng(1)
    rows = csr_array(chance.random((200, 2000)))
    programme = solve.Programme(rows, np.full(200, -np.inf), np.full(200, 50.0), np.ones(2000), whole=True)
    gain, start = -chance.random(2000), np.zeros(2000)
    found = solve.minimise(programme, [gain], limit_s=0.0, start=start)
    assert not found.proven and found.gap > 0 and float(np.max(np.asarray(rows.dot(found.x)))) <= 50 + 1e-6
    with pytest.raises(KnownError):
        solve.minimise(programme, [gain], limit_s=0.0)


@pytest.mark.parametrize("seed", range(24))
def test_no_plan_is_better_on_any_objective_in_turn(grid: Any, place: Place, seed: int) -> None:
    """Against every way to share out a few goods."""
    chance = random.Random(seed)
    depots = [depot(str(n), place(chance.randrange(12), chance.randrange(8)), ("x", chance.randrange(4), "", "")) for n in range(3)]
    depots = [replace(one, minimums={"x": chance.randrange(3)}) for one in depots]
    keep_share = chance.choice((0.0, 0.3, 0.6))
    kept = [min(one.free("x"), max(math.ceil(one.free("x") * keep_share), one.minimums["x"])) for one in depots]
    sites = [site(str(n), place(chance.randrange(12), chance.randrange(8)), chance.choice((1, 2, 3)), x=chance.randrange(4)) for n in range(2)]
    ways = grid.matrix([s.at for s in sites], [d.at for d in depots], "heavy_truck")

    def score(amounts: dict[tuple[int, int], int]) -> tuple[float, ...]:
        got = Counter[int]()
        for (_, s), amount in amounts.items():
            got[s] += amount
        missing = [sum(sites[s].wanted["x"] - got[s] for s in range(2) if sites[s].priority == p) for p in (1, 2, 3)]
        given = [sum(amount for (d, _), amount in amounts.items() if d == n) for n in range(3)]
        of_kept = sum(max(0, out - (one.free("x") - keeps)) for out, one, keeps in zip(given, depots, kept, strict=True))
        return (*missing, of_kept, sum(ways[s][d].eta_s * amount for (d, s), amount in amounts.items()))

    pairs = list(itertools.product(range(3), range(2)))
    best = min(
        score(dict(zip(pairs, amounts, strict=True)))
        for amounts in itertools.product(range(4), repeat=6)
        if all(sum(a for (d, _), a in zip(pairs, amounts, strict=True) if d == n) <= depots[n].free("x") for n in range(3))
        and all(sum(a for (_, s), a in zip(pairs, amounts, strict=True) if s == n) <= sites[n].wanted["x"] for n in range(2))
        and all(
            sum(a for (d, s), a in zip(pairs, amounts, strict=True) if d == n and sites[s].priority > 1) <= depots[n].free("x") - kept[n]
            for n in range(3)
        )
    )
    found = plan(sites, depots, grid, keep_share)
    depot_of, site_of = {d.id: n for n, d in enumerate(depots)}, {s.id: n for n, s in enumerate(sites)}
    assert score({(depot_of[d.depot], site_of[d.site]): d.quantity for d in found.deliveries}) == pytest.approx(best)
