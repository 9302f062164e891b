"""Levels, expiry, forecasts, trips and the choice of a hospital, on the town's grid."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.dispatch import logistics
from commandcenter.dispatch.facility_choice import Choice, Need, choose
from commandcenter.dispatch.forecast import HOUR_MS, forecasts, rate_of
from commandcenter.dispatch.levels import expiring, shortages
from commandcenter.dispatch.loads import load_of
from commandcenter.dispatch.musters import Musters
from commandcenter.dispatch.situation import request_of, situation_of
from commandcenter.dispatch.supplies import Stores, plan_supplies
from commandcenter.dispatch.trip_loads import fill
from commandcenter.model import commands as c
from commandcenter.model.errors import Cancelled
from commandcenter.model.ids import Id
from commandcenter.model.progress import CancelAfter
from commandcenter.model.words import Position, PositionSource, UnitStatus
from commandcenter.monitor.alarms import alarms
from commandcenter.picture.supplies import MoveView
from commandcenter.resources.catalogue import Carrier, default_catalogue
from commandcenter.resources.watch import AlarmKind

from .conftest import GridRoads, at
from .test_partners_and_care import hospital, made

CATALOGUE = default_catalogue()


def asked(stage: Any, grid: GridRoads, positions: dict[Id, Position] | None = None) -> logistics.Question:
    return logistics.question(stage.picture, positions or {}, grid, stage.catalogue, stage.clock.wall_ms())


def test_what_is_short_is_filled_up_from_who_can_spare_it_by_the_nearest_road(stage: Any, grid: GridRoads) -> None:
    short, near, far = stage.depot("Short", 5, 1, blanket=10), stage.depot("Near", 6, 1, blanket=100), stage.depot("Far", 9, 1, blanket=100)
    stage.do(c.SetMinimum(short, "blanket", 60))
    stage.do(c.SetMinimum(near, "blanket", 70))
    (one,) = shortages(stage.picture.depots(), "2030-01-01")
    assert (one.depot, one.free, one.missing) == (short, 10, 50)
    stage.unit("ST1", "truck", 0, 1)
    answer = logistics.replenish(asked(stage, grid))
    assert [(d.depot, d.site, d.quantity) for d in answer.flow.deliveries] == [(near, short, 30), (far, short, 20)]
    assert answer.flow.proven and not answer.flow.unmet
    assert {trip.depot for trip in answer.trips.trips} == {near, far}


def test_what_nobody_can_spare_stays_unmet_with_a_reason(stage: Any, grid: GridRoads) -> None:
    short = stage.depot("Short", 5, 1)
    stage.depot("Other", 6, 1, blanket=5)
    stage.do(c.SetMinimum(short, "blanket", 60))
    (unmet,) = logistics.replenish(asked(stage, grid)).flow.unmet
    assert (unmet.site, unmet.missing) == (short, 55)
    assert "too little" in str(unmet.reason)


def test_batches_that_expire_are_listed_oldest_first(stage: Any) -> None:
    depot = stage.depot("D", 1, 1)
    for batch, expires in (("gone", "2029-12-30"), ("soon", "2030-01-20"), ("later", "2031-01-01"), ("", "")):
        stage.do(c.MoveStock(depot, "ration", 5, "pcs", batch, expires))
    found = expiring(stage.picture.depots(), "2030-01-01")
    assert [(e.batch.batch, e.days_left) for e in found] == [("gone", -2), ("soon", 19)]


def test_mobile_stock_is_where_its_unit_is(stage: Any, grid: GridRoads) -> None:
    truck = stage.unit("ST1", "truck", 1, 1)
    stage.do(c.AddDepot("On ST1", at(1, 1), unit_id=truck))
    now = Position(at(7, 2), PositionSource.GPS, stage.clock.wall_ms())
    (depot,) = asked(stage, grid, {truck: now}).depots
    assert depot.at == at(7, 2)
    (depot,) = asked(stage, grid).depots
    assert depot.at == at(1, 1)


def test_trips_carry_everything_within_weight_and_room_and_say_how_good_they_are(stage: Any, grid: GridRoads) -> None:
    stage.incident("natural.flood", 6, 2)
    wanted = dict(asked(stage, grid).sites[0].wanted)
    stage.depot("D", 3, 1, **{item: 5 * count for item, count in wanted.items()})
    trucks = [stage.unit(f"ST{n}", "truck", n, 0) for n in (1, 2)]
    answer = logistics.deliver(asked(stage, grid))
    brought: dict[str, int] = {}
    for trip in answer.trips.trips:
        carrier = CATALOGUE.carriers["truck"]
        assert trip.load == load_of(trip.goods, CATALOGUE)
        assert trip.load.weight_kg <= carrier.load_kg and trip.load.volume_l <= carrier.load_l
        assert trip.starts_s <= trip.leaves_s < trip.ends_s
        for item, count in trip.goods.items():
            brought[item] = brought.get(item, 0) + count
    assert brought == wanted
    assert answer.trips.least_trips <= len(answer.trips.trips)
    assert answer.trips.bound_s <= answer.trips.last_s
    stage.do(c.SetUnitStatus(trucks[0], UnitStatus.OUT_OF_SERVICE))
    stage.do(c.SetUnitStatus(trucks[1], UnitStatus.OUT_OF_SERVICE))
    none = logistics.deliver(asked(stage, grid))
    assert not none.trips.trips and none.trips.left
    assert {one.item: one.missing for one in none.unmet} == wanted and "no supply vehicle is free" in str(none.unmet[0].reason)


@given(
    goods=st.dictionaries(st.sampled_from(sorted(CATALOGUE.items)), st.integers(1, 400), min_size=1, max_size=4),
    load_kg=st.integers(1, 6000),
    load_l=st.integers(1, 30000),
)
@settings(max_examples=150, deadline=None)
def test_a_vehicle_is_filled_as_far_as_it_can_carry_and_no_further(goods: dict[str, int], load_kg: int, load_l: int) -> None:
    carrier = Carrier("truck", load_kg, load_l)
    taken = fill(goods, carrier, CATALOGUE)
    load = load_of(taken, CATALOGUE)
    assert load.weight_kg <= load_kg and load.volume_l <= load_l
    for item, quantity in goods.items():
        if taken.get(item, 0) < quantity:
            one = load_of({item: 1}, CATALOGUE)
            assert load.weight_kg + one.weight_kg > load_kg or load.volume_l + one.volume_l > load_l


def test_a_steady_rate_gives_the_hours_that_are_left(stage: Any) -> None:
    depot = stage.picture.depot(stage.depot("D", 1, 1, blanket=600))
    moves = [MoveView(n * HOUR_MS, "blanket", -20, "camp") for n in range(10)]
    (one,) = forecasts(depot, moves, 10 * HOUR_MS, "2030-01-01")
    assert one.rate.per_hour == pytest.approx(20)
    assert one.hours == pytest.approx(30)
    assert one.hours is not None and one.hours_soonest is not None and one.hours_soonest <= one.hours


def test_what_is_booked_in_one_go_is_one_movement_and_no_rate_by_itself(stage: Any) -> None:
    """Six boxes booked within seconds are not two hundred thousand an hour."""
    burst = [(n * 500, 10) for n in range(6)]
    assert rate_of(burst, 60_000) is None and rate_of(burst, HOUR_MS) is None
    hourly = [(n * HOUR_MS + k * 500, 10) for n in range(5) for k in range(6)]
    rate = rate_of(hourly, 5 * HOUR_MS)
    assert rate is not None and rate.per_hour == pytest.approx(60) and rate.moves == 5


def test_one_large_issue_does_not_decide_the_rate_alone_and_transfers_are_no_use(stage: Any) -> None:
    depot = stage.picture.depot(stage.depot("D", 1, 1, blanket=600))
    moves = [MoveView(n * HOUR_MS, "blanket", -10, "camp") for n in range(20)]
    moves[12] = replace(moves[12], delta=-200)
    (one,) = forecasts(depot, moves, 20 * HOUR_MS, "2030-01-01")
    mean = (19 * 10 + 200) / 20
    assert 10 <= one.rate.per_hour < mean
    assert one.rate.low <= one.rate.per_hour <= one.rate.high
    assert forecasts(depot, [replace(m, reason="transfer") for m in moves], 20 * HOUR_MS, "2030-01-01") == []
    assert forecasts(depot, moves[:3], 20 * HOUR_MS, "2030-01-01") == []


@given(st.lists(st.tuples(st.integers(0, 40 * HOUR_MS), st.integers(0, 500)), max_size=40))
@settings(max_examples=100, deadline=None)
def test_a_rate_lies_within_its_interval(issues: list[tuple[int, int]]) -> None:
    rate = rate_of(issues, 41 * HOUR_MS)
    assert rate is None or 0 <= rate.low <= rate.per_hour <= rate.high


def pick(stage: Any, grid: GridRoads, need: Need, x: int = 1) -> Choice:
    return choose(need, at(x, 1), "ambulance", stage.picture.facilities(), stage.catalogue, grid)


def test_the_nearest_hospital_that_can_is_chosen_and_every_other_one_says_why_not(stage: Any, grid: GridRoads) -> None:
    full, far, near = hospital(stage, "Full", 2, icu=(4, 4)), hospital(stage, "Far", 9, icu=(20, 2)), hospital(stage, "Near", 4, icu=(20, 2))
    closed, blank = hospital(stage, "Closed", 1, icu=(9, 0)), hospital(stage, "Blank", 1)
    made(stage, c.AddFacility("Hall", "shelter", at(1, 1)))
    for facility in (far, near, closed):
        stage.do(c.ChangeFacility(facility, services=("trauma",)))
    stage.do(c.ChangeFacility(closed, open=False, reason="power cut"))
    found = pick(stage, grid, Need("icu", 2, ("trauma",)))
    assert [o.facility for o in found.options] == [near, far]
    said = {r.facility: str(r.reason) for r in found.rejected}
    assert said == {full: "Has no trauma centre.", closed: "Takes nobody in: power cut", blank: "Has no trauma centre."}
    assert "Full: intensive care bed." in {str(r.reason) for r in pick(stage, grid, Need("icu", 2)).rejected}


def test_a_hospital_that_reported_nothing_is_offered_after_those_that_did_and_says_so(stage: Any, grid: GridRoads) -> None:
    silent, other, told = hospital(stage, "Silent", 2), hospital(stage, "Other", 4), hospital(stage, "Told", 9, ward=(10, 6))
    found = pick(stage, grid, Need("ward"))
    assert [(o.facility, o.free) for o in found.options] == [(told, 4), (silent, None), (other, None)]
    assert "has reported nothing, so ask first: ward bed." in str(found.options[1].reason)
    many = pick(stage, grid, Need("ward", 6))
    assert [o.facility for o in many.options] == [silent, other]
    stage.do(c.ReportCapacity(silent, "ward", 10, 5))
    assert pick(stage, grid, Need("ward", 6)).split == ((silent, 5), (told, 1))


def test_a_crowded_hospital_counts_as_farther_off(stage: Any, grid: GridRoads) -> None:
    crowded, calm = hospital(stage, "Crowded", 2, ward=(100, 97)), hospital(stage, "Calm", 4, ward=(100, 50))
    assert [o.facility for o in pick(stage, grid, Need("ward")).options] == [calm, crowded]
    assert "farther off" in str(pick(stage, grid, Need("ward")).options[1].reason)


def test_a_hospital_behind_the_river_is_no_choice_when_the_bridge_is_closed_and_groups_are_split(stage: Any, grid: GridRoads) -> None:
    near, next_, behind = (
        hospital(stage, "Near", 2, ward=(10, 4)),
        hospital(stage, "Next", 5, ward=(10, 1)),
        made(stage, c.AddFacility("B", "hospital", at(5, 6))),
    )
    stage.do(c.ReportCapacity(behind, "ward", 100, 0))
    cut = GridRoads(frozenset(), grid.columns, grid.rows, bridge=99)
    found = pick(stage, cut, Need("ward", 12))
    assert not found.options
    assert found.split == ((near, 6), (next_, 6))
    assert {str(r.reason) for r in found.rejected} == {"Only 6 free of 12 wanted: ward bed.", "Only 9 free of 12 wanted: ward bed.", "Off the grid."}


def test_stock_below_its_minimum_is_an_alarm_that_stays_the_same_one_until_it_is_filled_up(stage: Any) -> None:
    depot = stage.depot("D", 1, 1, blanket=100)
    stage.do(c.SetMinimum(depot, "blanket", 60))

    def alarm_ids() -> list[str]:
        found = alarms(stage.picture, stage.catalogue, stage.clock.wall_ms())
        return [alarm.id for alarm in found if alarm.kind is AlarmKind.STOCK_SHORT]

    assert alarm_ids() == []
    stage.do(c.IssueStock(depot, "blanket", 50))
    (first,) = alarm_ids()
    stage.do(c.IssueStock(depot, "blanket", 5))
    assert alarm_ids() == [first]
    stage.do(c.MoveStock(depot, "blanket", 100))
    assert alarm_ids() == []
    stage.do(c.IssueStock(depot, "blanket", 100))
    assert alarm_ids() != [first] and len(alarm_ids()) == 1


def test_what_has_expired_is_recommended_to_nobody(stage: Any, grid: GridRoads) -> None:
    incident = stage.incident("natural.flood", 6, 2)
    item = next(iter(asked(stage, grid).sites[0].wanted))
    old, new = stage.depot("Old", 6, 1), stage.depot("New", 1, 1)
    stage.do(c.MoveStock(old, item, 100_000, "pcs", "B1", "2001-01-01"))
    stage.do(c.MoveStock(new, item, 100_000, "pcs", "B2", "2090-01-01"))
    situation = situation_of(stage.picture, {}, stage.clock.wall_ms())
    request = request_of(stage.picture, stage.picture.incident(incident))
    sources, _ = plan_supplies(request, {item: 10}, Stores(situation, grid, Musters()), stage.catalogue)
    assert [source.depot_id for source in sources] == [new]


def test_a_plan_that_nobody_waits_for_is_left(stage: Any, grid: GridRoads) -> None:
    stage.incident("natural.flood", 6, 2)
    stage.depot("D", 3, 1, blanket=50)
    with pytest.raises(Cancelled):
        logistics.deliver(asked(stage, grid), CancelAfter(0))


def test_a_plan_to_fill_up_that_nobody_waits_for_is_left(stage: Any, grid: GridRoads) -> None:
    stage.depot("D", 3, 1, blanket=50)
    stage.do(c.SetMinimum(stage.depot("E", 6, 1), "blanket", 5))
    with pytest.raises(Cancelled):
        logistics.replenish(asked(stage, grid), CancelAfter(0))
