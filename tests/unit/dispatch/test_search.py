"""Searching: sectors that make sense, probabilities that add up, and success that never falls."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.dispatch.search.advice import Effort, next_sectors, planned_coverage
from commandcenter.dispatch.search.distances import weights_by_distance
from commandcenter.dispatch.search.probability import consensus, state_of, sweep_width_m, together
from commandcenter.dispatch.search.rings import area_m2, centre, grid
from commandcenter.model import commands as c
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.picture.searches import OUTSIDE, SearchView, SectorView, SweepView

from .conftest import GridRoads, at
from .test_partners_and_care import made

SQUARE = (LonLat(0, 0), LonLat(0.01, 0), LonLat(0.01, 0.01), LonLat(0, 0.01))
EAST = tuple(LonLat(p.lon + 0.01, p.lat) for p in SQUARE)
FAR = tuple(LonLat(p.lon + 0.09, p.lat) for p in SQUARE)
KNOT = (LonLat(0, 0), LonLat(0.01, 0.01), LonLat(0.01, 0), LonLat(0, 0.01))


def begin(stage: Any, *sectors: tuple[str, tuple[LonLat, ...]], outside: float = 0.2) -> tuple[Id, dict[str, Id]]:
    search = made(
        stage,
        c.BeginSearch(stage.incident("search.missing"), outside=outside),
    )
    stage.do(c.AddSectors(search, sectors))
    return search, {sector.name: sector.id for sector in stage.picture.searches.search(search).sectors}


def test_success_accumulates_and_moves_what_is_left_to_where_nobody_searched(stage: Any) -> None:
    search, named = begin(stage, ("A", SQUARE), ("B", EAST))
    team = stage.unit("S1", "search")
    before = state_of(stage.picture.searches.search(search))
    assert [round(s.poa, 3) for s in before.sectors] == [0.4, 0.4] and before.pos == 0 and not before.by_planners
    sweep = made(stage, c.TaskTeam(named["A"], team, 5, 20.0, 2.0, 3.0))
    assert state_of(stage.picture.searches.search(search)).pos == 0
    stage.do(c.EndSweep(sweep, 3.0))
    after = state_of(stage.picture.searches.search(search))
    covered = 5 * 20.0 * 2000 * 3 / area_m2(SQUARE)
    assert after.sectors[0].pod == pytest.approx(1 - math.exp(-covered))
    assert after.pos == pytest.approx(0.4 * after.sectors[0].pod)
    assert after.sectors[0].poa + after.sectors[1].poa + after.outside == pytest.approx(1)
    assert after.sectors[1].poa > 0.4 > after.sectors[0].poa


def test_planners_agree_on_the_mean_of_what_they_think(stage: Any) -> None:
    search, named = begin(stage, ("A", SQUARE), ("B", EAST))
    stage.do(c.RateSectors(search, "Kim", {named["A"]: 6, named["B"]: 2}, outside=2))
    stage.do(c.RateSectors(search, "Lee", {named["A"]: 50, named["B"]: 50}, outside=0))
    state = state_of(stage.picture.searches.search(search))
    assert [s.prior for s in state.sectors] == pytest.approx([0.55, 0.35])
    assert state.by_planners and state.outside == pytest.approx(0.1)
    stage.do(c.RateSectors(search, "Lee", {named["B"]: 1}, outside=0))
    assert [s.prior for s in state_of(stage.picture.searches.search(search)).sectors] == pytest.approx([0.3, 0.6])


def test_the_next_sector_is_the_one_with_most_gain_per_hour_on_the_way_too(stage: Any) -> None:
    search, named = begin(stage, ("A", SQUARE), ("B", EAST), ("Far", FAR), outside=0.1)
    stage.do(c.RateSectors(search, "Kim", {named["A"]: 3, named["B"]: 2, named["Far"]: 3.2}, outside=1))
    effort = Effort(6, 20.0, 2.0, 2.0)

    def advised() -> list[str]:
        state = state_of(stage.picture.searches.search(search))
        return [n.name for n in next_sectors(state, at(0, 0), "engine", effort, planned_coverage(state.sectors), GridRoads())]

    assert advised()[0] == "A"
    stage.do(c.TaskTeam(named["A"], stage.unit("S1", "search"), 30, 40.0, 2.0, 6.0))
    assert advised()[0] == "Far"
    assert set(advised()) == {"A", "B", "Far"}


def test_bad_input_is_refused_in_words(stage: Any) -> None:
    search, named = begin(stage, ("A", SQUARE))
    team, broken = stage.unit("S1", "search"), stage.unit("S2", "search")
    stage.do(c.SetUnitStatus(broken, UnitStatus.OUT_OF_SERVICE))
    away = stage.unit("S3", "search")
    stage.do(c.AssignUnit(stage.incident("fire.rubbish"), away))
    stage.do(c.TaskTeam(named["A"], team, 5, 20.0, 2.0, 3.0))
    nan = float("nan")
    cases: list[tuple[c.Command, str]] = [
        (c.AddSectors(search, (("B", KNOT),)), "Sector B crosses itself"),
        (c.AddSectors(search, (("a", EAST),)), "a sector a already"),
        (c.AddSectors(search, (("B", SQUARE[:2]),)), "three corners"),
        (c.AddSectors(search, (("B", (SQUARE[0], SQUARE[1], LonLat(0.02, 0))),)), "must have"),
        (c.AddSectors(search, ()), "No sector"),
        (c.AddSectors(search, (("B", (LonLat(0, 99), *SQUARE[1:])),)), "latitude 99"),
        (c.TaskTeam(named["A"], team, 5, 20.0, 2.0, 3.0), "S1 is searching sector A already"),
        (c.TaskTeam(named["A"], broken, 5, 20.0, 2.0, 3.0), "out of service"),
        (c.TaskTeam(named["A"], away, 5, 20.0, 2.0, 3.0), "S3 is on incident"),
        (c.RateSectors(search, "Kim", {named["A"]: nan}, 1), "must be a number"),
        (c.RateSectors(search, "Kim", {named["A"]: 0}, 0), "above zero"),
        (c.RateSectors(search, "Kim", {Id("f" * 32): 1}, 0), "not known"),
        (c.RateSectors(search, " ", {}, 1), "is empty"),
        (c.EndSearch(search), "S1 is still searching"),
        (c.BeginSearch(stage.picture.searches.search(search).incident), "a search for"),
    ]
    for command, says in cases:
        with pytest.raises(Refused, match=says):
            stage.do(command)
    (sweep,) = stage.picture.searches.running()
    stage.do(c.EndSweep(sweep.id, 0.0))
    assert state_of(stage.picture.searches.search(search)).pos == 0
    with pytest.raises(Refused, match="ended already"):
        stage.do(c.EndSweep(sweep.id, 1.0))
    stage.do(c.EndSearch(search, named["A"], "under the bridge"))
    assert stage.picture.searches.search(search).state == "found"
    with pytest.raises(Refused, match="over"):
        stage.do(c.AddSectors(search, (("C", EAST),)))


def sector(n: int, sweeps: list[tuple[float, float]]) -> SectorView:
    id_ = Id(f"{n:032x}")
    ring = tuple(LonLat(p.lon + 0.02 * n, p.lat) for p in (*SQUARE, SQUARE[0]))
    done = tuple(SweepView(Id(f"{n:016x}{k:016x}"), id_, id_, 1, width, 2.0, hours, k, hours) for k, (width, hours) in enumerate(sweeps))
    return SectorView(id_, Id("0"), str(n), ring, done)


@given(
    sweeps=st.lists(st.lists(st.tuples(st.floats(0.1, 500), st.floats(0, 48)), max_size=4), min_size=1, max_size=5),
    opinions=st.lists(st.lists(st.floats(0, 100), min_size=6, max_size=6), max_size=3),
    outside=st.floats(0, 0.99),
)
@settings(max_examples=150, deadline=None)
def test_success_never_falls_and_never_passes_one(sweeps: list[list[tuple[float, float]]], opinions: list[list[float]], outside: float) -> None:
    before = -1.0
    ids = [Id(f"{n:032x}") for n in range(len(sweeps))]
    ratings = {str(k): {Id(OUTSIDE): one[-1], **dict(zip(ids, one, strict=False))} for k, one in enumerate(opinions)}
    for rounds in range(5):
        sectors = tuple(sector(n, one[:rounds]) for n, one in enumerate(sweeps))
        state = state_of(SearchView(Id("0"), Id("0"), "", outside, 0, ratings, sectors))
        assert before - 1e-12 <= state.pos <= 1
        before = state.pos
        if state.pos < 1 - 1e-6:
            assert sum(s.poa for s in state.sectors) + state.outside == pytest.approx(1, abs=1e-6)


@given(st.lists(st.floats(0, 1), max_size=6))
def test_more_sweeps_never_make_detection_less_likely(pods: list[float]) -> None:
    assert together(pods) <= together([*pods, 0.3]) <= 1
    assert together(pods) >= max(pods, default=0.0) - 1e-12


def test_a_grid_covers_its_area_and_bad_grids_are_refused() -> None:
    area = tuple(LonLat(p.lon + 8, p.lat + 49) for p in SQUARE)
    cells = grid(area, 250)
    assert sum(area_m2(ring) for _, ring in cells) == pytest.approx(area_m2(area), rel=0.03)
    assert cells[0][0] == "A1" and len({name for name, _ in cells}) == len(cells)
    triangle = grid(area[:3], 250)
    assert 0 < len(triangle) < len(cells)
    for bad, cell_m, says in ((area, 5.0, "at least"), (area, 21.0, "at most"), (KNOT, 250.0, "crosses"), (area, float("nan"), "at least")):
        with pytest.raises(Refused, match=says):
            grid(bad, cell_m)


def test_distances_from_statistics_make_a_probability_map() -> None:
    last_seen = centre(SQUARE)
    weights, outside = weights_by_distance({Id("a"): SQUARE, Id("b"): EAST, Id("f"): FAR}, last_seen, (300, 1000, 3000, 20000))
    assert sum(weights.values()) + outside == pytest.approx(1)
    assert weights[Id("a")] > weights[Id("b")] > weights[Id("f")] > 0
    whole = {Id("w"): [LonLat(-1, -1), LonLat(1, -1), LonLat(1, 1), LonLat(-1, 1)]}
    assert weights_by_distance(whole, last_seen, (300, 1000, 3000, 9000))[1] == pytest.approx(0.05)
    with pytest.raises(Refused, match="farther"):
        weights_by_distance(whole, last_seen, (300, 200, 3000, 9000))


def test_sweep_width_comes_from_the_range_of_detection() -> None:
    assert [sweep_width_m(20, seen) for seen in ("high", "medium", "low")] == [36, 32, 22]


def test_without_area_and_opinion_all_is_outside() -> None:
    assert consensus({}, {}, 0.2) == {Id(OUTSIDE): 1.0}
