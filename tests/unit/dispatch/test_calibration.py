"""Driving times fitted to runs: the truth is found through outliers; what nobody drove stays; only what can be is adopted."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import numpy as np
import pytest

from commandcenter.dispatch.calibration import LEAST_RUNS, Drive, Run, drives_of, fit, runs_of
from commandcenter.model import commands as c
from commandcenter.model.errors import Refused
from commandcenter.model.speeds import BANDS, GROUPS, SpeedPolicy, band_of
from commandcenter.model.words import UnitStatus

from .conftest import GridRoads, Stage, at

TRUE = {"motorway": 0.9, "main": 1.3, "tertiary": 1.1, "local": 0.8}


def made_runs(count: int, *, outliers: float = 0.0, without: str = "", peak: float = 1.0, seed: int = 3) -> list[Run]:
    """Runs whose times follow `TRUE`, with errors of 15 %, some of them grossly wrong."""
    rng = np.random.default_rng(seed)
    found = []
    for n in range(count):
        by_group = tuple(0.0 if name == without else float(rng.exponential(120)) + 5 for name in GROUPS)
        band = BANDS[n % 2]
        took = sum(s * TRUE[name] for s, name in zip(by_group, GROUPS, strict=True)) * (peak if band == "peak" else 1.0)
        gross = float(rng.choice([4.0, 0.25])) if rng.random() < outliers else 1.0
        took *= math.exp(rng.normal(0, 0.15)) * gross
        found.append(Run(Drive(at(0, 0), at(1, 1), "engine", "E1", str(n), 0, took), band, by_group))
    return found


def factors(runs: list[Run]) -> dict[str, float]:
    found = fit(runs)
    assert found is not None
    return {factor.name: factor.value for factor in (*found.groups, *found.bands)}


def test_the_truth_is_found_in_spite_of_gross_errors() -> None:
    found = fit(made_runs(400, outliers=0.12, peak=1.25))
    assert found is not None
    for factor in found.groups:
        assert factor.value == pytest.approx(TRUE[factor.name], rel=0.12)
        assert factor.low < factor.value < factor.high
        assert factor.low <= TRUE[factor.name] * 1.05 and factor.high >= TRUE[factor.name] * 0.95
    assert next(b.value for b in found.bands if b.name == "peak") == pytest.approx(1.25, rel=0.06)
    assert found.error(found.after) < 0.7 * found.error(found.before)
    assert len(found.before) == len(found.after) == len(found.runs) == 400


def test_gross_errors_hardly_move_it() -> None:
    clean, soiled = factors(made_runs(400)), factors(made_runs(400, outliers=0.12))
    for name, value in clean.items():
        assert soiled[name] == pytest.approx(value, rel=0.1)


def test_a_group_that_nobody_drove_stays_as_it_was() -> None:
    found = fit(made_runs(100, without="motorway"))
    assert found is not None
    assert found.groups[0].value == pytest.approx(1.0, abs=1e-6)
    assert found.groups[0].runs == 0
    assert found.groups[0].high / found.groups[0].low > found.groups[1].high / found.groups[1].low


def test_few_runs_say_nothing() -> None:
    assert fit(made_runs(LEAST_RUNS - 1)) is None


def test_drives_come_from_the_log_and_start_where_the_track_says(stage: Stage) -> None:
    station = stage.do(c.AddStation("North", "fire_station", at(2, 2)))[0].writes[0].key.entity
    unit, incident = stage.unit("E1", station=station), stage.incident()
    stage.do(c.AssignUnit(incident, unit))
    stage.do(c.SetUnitStatus(unit, UnitStatus.ENROUTE))
    left = stage.clock.wall_ms()
    stage.clock.advance(239)
    stage.do(c.SetUnitStatus(unit, UnitStatus.ON_SCENE))
    (drive,) = drives_of(stage.picture, {})
    assert (drive.start, drive.target, drive.took_s, drive.callsign) == (at(2, 2), at(5, 2), 240.0, "E1")
    (moved,) = drives_of(stage.picture, {(unit, left): at(3, 3)})
    assert moved.start == at(3, 3)
    assert runs_of([drive], GridRoads()) == []  # these roads have no classes


def test_adopted_factors_are_in_the_picture_until_others_are(stage: Stage) -> None:
    stage.do(c.AdoptSpeeds({"main": 1.2}, {"peak": 1.1}, 250, "autumn"))
    policy = stage.picture.speeds()
    assert (policy.groups, policy.bands, policy.runs, policy.note) == ({"main": 1.2}, {"peak": 1.1}, 250, "autumn")
    assert policy.at("peak")["primary"] == pytest.approx(1.32)
    assert policy.at("day")["residential"] == 1.0
    stage.do(c.AdoptSpeeds({}, {}))
    assert stage.picture.speeds().at("peak") == {} == SpeedPolicy().at("day")


@pytest.mark.parametrize("wrong", [{"main": 0.1}, {"main": math.nan}, {"main": 9.0}, {"cycleways": 1.0}])
def test_what_cannot_be_is_refused(stage: Stage, wrong: dict[str, float]) -> None:
    with pytest.raises(Refused):
        stage.do(c.AdoptSpeeds(wrong, {}))


def test_times_of_day() -> None:
    def band(day: int, hour: int) -> str:
        return band_of(int(datetime(2026, 11, day, hour, 30, tzinfo=UTC).timestamp() * 1000), UTC)

    assert [band(23, 8), band(23, 12), band(23, 18), band(23, 23), band(22, 8), band(22, 5)] == ["peak", "day", "peak", "night", "day", "night"]
