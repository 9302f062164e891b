"""The window of the driving times: few runs, a fit, adoption by a person, back to the shipped times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from commandcenter.dispatch.calibration import LEAST_RUNS
from commandcenter.model.commands import AdoptSpeeds, AssignUnit, ReleaseUnit, ReportIncident, SetUnitStatus
from commandcenter.model.ports import Route
from commandcenter.model.words import LonLat, Position, PositionSource, UnitStatus
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.speeds.window import SpeedsWindow, nearest

from .world import GridRoads, World, street_at


@dataclass(frozen=True)
class ClassyRoads(GridRoads):
    """The grid, where half of every way is a main road."""

    def with_times(self, factors: Mapping[str, float]) -> ClassyRoads:
        return self

    def route(self, origin: LonLat, target: LonLat, profile: str) -> Route | None:
        way = super().route(origin, target, profile)
        return None if way is None else replace(way, by_class_s={"primary": way.eta_s / 2, "residential": way.eta_s / 2})


async def drive(world: World, count: int) -> None:
    """Let units drive half as fast as the map thinks."""
    desk, clock = world.desk, world.clock
    for n in range(count):
        unit = next(u for u in desk.picture.units() if u.status == UnitStatus.AVAILABLE and u.station is not None)
        target = street_at((n + 3) % 8, 20 + n)
        done = await desk.submit(ReportIncident("fire.structure", target, "somewhere"))
        incident = next(i for i in done.created if desk.picture.incident(i) is not None)
        await desk.submit(AssignUnit(incident, unit.id))
        await desk.submit(SetUnitStatus(unit.id, UnitStatus.ENROUTE))
        station = next(s for s in desk.picture.stations() if s.id == unit.station)
        way = desk.roads.route(station.at, target, unit.profile)
        assert way is not None
        clock.advance(2 * way.eta_s)
        await desk.submit(SetUnitStatus(unit.id, UnitStatus.ON_SCENE))
        await desk.submit(ReleaseUnit(unit.id))


def opened(world: World) -> SpeedsWindow:
    assert world.window is not None
    window = world.window.beside.open(next(kind for kind in WINDOWS if kind.name == "speeds"))
    assert isinstance(window, SpeedsWindow)
    world.wait_for(lambda: window._looked)
    return window


def cell(window: SpeedsWindow, line: int, column: int) -> str:
    item = window.table.item(line, column)
    return item.text() if item is not None else ""


@pytest.fixture
def fitted(busy: World) -> SpeedsWindow:
    """The window after 24 runs that took twice as long as the map says."""
    busy.desk.roads = ClassyRoads()
    busy.run(drive(busy, 24))
    return opened(busy)


def test_few_runs_are_said_and_nothing_can_be_adopted(busy: World) -> None:
    window = opened(busy)
    assert f"at least {LEAST_RUNS} are needed" in window.said.text()
    assert not window.adopt.isEnabled() and not window.back.isEnabled()


def test_a_fit_shows_factors_intervals_and_errors(fitted: SpeedsWindow) -> None:
    assert fitted.fit is not None and len(fitted.fit.runs) >= LEAST_RUNS
    assert fitted.said.text().startswith(f"{len(fitted.fit.runs)} runs. Half of them are predicted within ")
    assert fitted.fit.error(fitted.fit.after) < fitted.fit.error(fitted.fit.before)
    assert cell(fitted, 0, 2) == "× 1.00"  # nobody drove on motorways
    main, rest = fitted.fit.groups[1], fitted.fit.groups[3]
    assert (main.value + rest.value) / 2 == pytest.approx(2.0, rel=0.1)
    assert main.high / main.low > 1.3  # always half and half: nobody can tell one from the other, and the interval says so
    assert cell(fitted, 1, 3).count("…") == 1


def test_a_person_adopts_and_goes_back(busy: World, fitted: SpeedsWindow) -> None:
    fitted.note.setText("autumn runs")
    fitted.adopt.click()
    busy.wait_for(lambda: busy.desk.picture.speeds().note == "autumn runs")
    busy.wait_for(lambda: "Adopted" in fitted.used.text() and "autumn runs" in fitted.used.text())
    assert cell(fitted, 1, 1) == cell(fitted, 1, 2)
    fitted.back.click()
    busy.wait_for(lambda: busy.desk.picture.speeds().groups == {})
    busy.wait_for(lambda: not fitted.back.isEnabled())


def test_what_another_desk_adopted_is_shown(busy: World) -> None:
    window = opened(busy)
    busy.run(busy.desk.submit(AdoptSpeeds({"local": 1.25}, {}, 99)))
    busy.wait_for(lambda: cell(window, 3, 1) == "× 1.25")


def test_a_track_says_where_a_run_began_only_near_in_time() -> None:
    track = [Position(LonLat(8.0 + n, 49.0), PositionSource.GPS, n * 100_000) for n in range(4)]
    assert nearest(track, 210_000) == LonLat(10.0, 49.0)
    assert nearest(track, 900_000) is None
    assert nearest([], 0) is None
