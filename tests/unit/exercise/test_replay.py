"""A real log as an exercise: calls at their own time, faults as findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandcenter.exercise.course import Course
from commandcenter.exercise.recorded import Sort
from commandcenter.exercise.replay import as_scenario, read_recorded
from commandcenter.model.errors import KnownError
from tests.unit.exercise.town import play

BOX = (0.0, 0.0, 0.11, 0.07)
HEAD = (
    "Call Number,Unit ID,Call Type,Call Type Group,Address,Location,Received DtTm,Entry DtTm,Dispatch DtTm,Response DtTm,"
    "On Scene DtTm,Transport DtTm,Hospital DtTm,Available DtTm\n"
)


def row(call: str, unit: str, received: str, dispatch: str, scene: str, available: str, where: str = '"(37.75, -122.45)"') -> str:
    times = [f"04/07/2020 {t} PM" if t else "" for t in (received, received, dispatch, dispatch, scene, "", "", available)]
    return ",".join((call, unit, "Structure Fire", "Fire", "X ST", where, *times)) + "\n"


def test_faults_of_the_source_are_findings(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(
        HEAD
        + row("1", "E1", "01:00:00", "01:01:00", "01:05:00", "01:30:00")
        + row("2", "E1", "01:10:00", "01:11:00", "01:15:00", "01:40:00")
        + row("3", "E2", "02:00:00", "02:01:00", "01:59:00", "02:30:00")
        + row("4", "E3", "03:00:00", "03:01:00", "", "", where="nowhere")
        + row("5", "E4", "99:00:00", "03:01:00", "", "")
    )
    found = read_recorded(path)
    assert [(f.row, f.sort) for f in found.findings] == [
        (3, Sort.DOUBLE),
        (4, Sort.CLOCK),
        (5, Sort.UNREADABLE),
        (6, Sort.UNREADABLE),
        (6, Sort.UNREADABLE),
        (6, Sort.UNREADABLE),
    ]
    assert str(found.findings[0].sentence) == "E1 is sent 1140 s before it is available from row 2."
    assert str(found.findings[1].sentence) == "E2: On Scene is 120 s before Response."
    assert [call.number for call in found.calls] == ["1", "2", "3"]


def test_a_file_that_is_no_log(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(KnownError, match="lacks the columns"):
        read_recorded(path)


def recorded_file(data_dir: Path) -> Path:
    path = data_dir / "calls/sf_fire/sffd_2020-04-07_2020-04-20.csv"
    if not path.is_file():
        pytest.skip("the San Francisco log is not here")
    return path


def test_san_francisco_has_faults_and_they_are_shown(data_dir: Path) -> None:
    found = read_recorded(recorded_file(data_dir))
    assert len(found.calls) + sum(f.sort is Sort.UNREADABLE for f in found.findings) >= 5_292
    assert sum(len(call.responses) for call in found.calls) <= 10_410
    assert {Sort.CLOCK, Sort.DOUBLE} <= {f.sort for f in found.findings}


def test_a_morning_of_san_francisco_plays_on_the_grid(data_dir: Path) -> None:
    scenario = as_scenario(read_recorded(recorded_file(data_dir)), "grid", BOX, days=0.25)

    async def work(course: Course) -> None:
        await course.advance_to(scenario.end_ms)
        incidents = course.desk.picture.incidents()
        assert len(incidents) == len(scenario.injects) > 40
        for inject, incident in zip(scenario.injects, sorted(incidents, key=lambda i: (i.reported_ms, int(i.number))), strict=True):
            assert incident.reported_ms == scenario.start_ms + inject.offset_ms
            assert BOX[0] <= incident.at.lon <= BOX[2]
            assert BOX[1] <= incident.at.lat <= BOX[3]

    play(work, scenario, player=True)


@pytest.mark.soak
def test_two_weeks_of_san_francisco_run_to_their_end(data_dir: Path) -> None:
    scenario = as_scenario(read_recorded(recorded_file(data_dir)), "grid", BOX)

    async def work(course: Course) -> None:
        await course.advance_to(scenario.end_ms)
        assert len(course.desk.picture.incidents()) == len(scenario.injects) > 5_200

    play(work, scenario, player=True)
