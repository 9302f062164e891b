"""The engine on Heidelberg's roads, against measuring everybody."""

from __future__ import annotations

import dataclasses
import random

import pytest

from commandcenter.dispatch.changes import what_changed
from commandcenter.dispatch.distance import air_m
from commandcenter.dispatch.musters import Musters
from commandcenter.dispatch.query import recommend_at, situation_from
from commandcenter.dispatch.recommend import Engine, recommend
from commandcenter.dispatch.situation import Request
from commandcenter.geo.pack import RegionPack
from commandcenter.model.commands import AddUnit
from commandcenter.model.ids import derived_id
from commandcenter.model.words import LonLat
from commandcenter.picture.views import ClosureView
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.fleet import default_fleet

CATALOGUE = default_catalogue()
NORTH_BANK = LonLat(8.6925, 49.4150)
ALS = CATALOGUE.kinds["als"]


def als(callsign: str, at: LonLat) -> AddUnit:
    return AddUnit(callsign, "als", ALS.capabilities, ALS.crew, None, at, ALS.profile)


def test_the_first_to_arrive_are_those_of_the_full_matrix(heidelberg_pack: RegionPack) -> None:
    chance = random.Random(7)
    units = [als(f"M{n}", LonLat(chance.uniform(8.64, 8.74), chance.uniform(49.38, 49.43))) for n in range(60)]
    roads = heidelberg_pack.roads()
    for _ in range(10):
        target = LonLat(chance.uniform(8.66, 8.72), chance.uniform(49.39, 49.42))
        answer = recommend_at(situation_from(units), CATALOGUE, roads, target, "medical.stroke", 5)
        (row,) = roads.matrix([target], [u.at for u in units], ALS.profile)
        times = sorted(a.eta_s + ALS.turnout_s for a in row if a is not None)
        assert [u.eta_s for u in answer.units] == pytest.approx(times[:5], abs=0.002)
        assert len(answer.units) + len(answer.rejected) == len(units)


def test_the_walk_to_an_incident_off_the_road_is_said_and_the_way_out_of_a_yard_is_not(heidelberg_pack: RegionPack) -> None:
    roads, street, yard, meadow = heidelberg_pack.roads(), LonLat(8.690, 49.407), LonLat(8.69791, 49.40670), LonLat(8.68422, 49.38910)
    (_,) = (walked := recommend_at(situation_from([als("M1", street)]), CATALOGUE, roads, meadow, "medical.stroke")).units
    assert [str(note) for note in walked.notes] == ["The incident is off the road: the last 240 m are on foot."]
    (unit,) = (driven := recommend_at(situation_from([als("M1", yard)]), CATALOGUE, roads, street, "medical.stroke")).units
    assert unit.off_road_m > 50 and driven.notes == ()


def test_the_river_counts(heidelberg_pack: RegionPack) -> None:
    """Whoever is nearest by air across the Neckar is not sent when somebody else is there first, and the reason names both."""
    chance = random.Random(3)
    roads = heidelberg_pack.roads()
    told = 0
    for _ in range(30):
        target = LonLat(chance.uniform(8.68, 8.72), chance.uniform(49.410, 49.414))
        units = [als("M1", LonLat(target.lon, 49.4165)), als("M2", LonLat(target.lon, 49.4085))]
        (row,) = recommend_at(situation_from(units), CATALOGUE, roads, target, "medical.stroke").units
        by_air = min(units, key=lambda u: air_m(u.at, target)).callsign
        assert (by_air in str(row.reason)) == (by_air != row.callsign)
        told += by_air != row.callsign
    assert told > 0


def test_what_was_known_before_closures_and_moves_changes_no_answer(heidelberg_pack: RegionPack) -> None:
    """An engine that remembers other situations says what one says that knows nothing, reasons included."""
    chance = random.Random(11)

    def somewhere() -> LonLat:
        return LonLat(chance.uniform(8.66, 8.72), chance.uniform(49.39, 49.42))

    usual = situation_from([als(f"M{n}", somewhere()) for n in range(40)])
    requests = [Request("medical.stroke", somewhere()) for _ in range(12)]
    roads, musters = heidelberg_pack.roads(), Musters()
    situation = usual
    for n in range(6):
        answers = [Engine(situation, CATALOGUE, roads, musters).recommend(request) for request in requests]
        anew = [Engine(situation, CATALOGUE, roads).recommend(request) for request in requests]
        assert [dataclasses.replace(a, took_ms=0.0) for a in answers] == [dataclasses.replace(a, took_ms=0.0) for a in anew]
        lon, lat = requests[n].at
        shape = tuple(LonLat(lon + x, lat + y) for x, y in ((0, 0), (0.004, 0), (0.004, 0.003), (0, 0.003), (0, 0)))
        closure = ClosureView(derived_id("closure", str(n)), shape, "", "", None, None, (), reopened=False)
        moved = (dataclasses.replace(situation.units[n], at=somewhere()), *situation.units[:n], *situation.units[n + 1 :])
        situation = dataclasses.replace(situation, closures=(*situation.closures[n == 3 :], closure), units=moved if n % 2 else situation.units)


def test_a_closed_bridge_is_obeyed_and_explained(heidelberg_pack: RegionPack) -> None:
    roads = heidelberg_pack.roads()
    situation = situation_from(default_fleet(heidelberg_pack.facilities(), CATALOGUE).commands)
    request = Request("medical.cardiac_arrest", NORTH_BANK)
    before = recommend(request, situation, CATALOGUE, roads)
    assert before.units and before.unfilled == ()
    way = roads.route(next(u.at for u in situation.units if u.id == before.units[0].unit_id), NORTH_BANK, ALS.profile)
    assert way is not None
    middle = way.points[len(way.points) // 2]
    closure = ClosureView(derived_id("closure"), (middle,), "road", "", None, None, (), reopened=False)
    after = recommend(request, dataclasses.replace(situation, closures=(closure,)), CATALOGUE, roads)
    assert after.units[0].eta_s > before.units[0].eta_s or after.units[0].unit_id != before.units[0].unit_id
    assert what_changed(before, after, CATALOGUE)
    assert recommend(request, situation, CATALOGUE, roads).units == before.units
