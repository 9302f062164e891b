"""A replayed log: the real crews, the player and the engine side by side, in the review, its files, on the command line and after a crash."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app.exercise_store import RunKeeper, kept_run, opening
from commandcenter.app.exercises import ground_of
from commandcenter.app.home import Home
from commandcenter.app.session import open_pack
from commandcenter.exercise.beside import Answer, typical
from commandcenter.exercise.course import Course, Settings
from commandcenter.exercise.replay import as_scenario, read_recorded
from commandcenter.exercise.report import Grid, Heading, blocks, markdown
from commandcenter.exercise.review import Review, review
from commandcenter.exercise.scenario import RealUnit, Scenario
from commandcenter.geo.pack import RegionPack
from commandcenter.model.commands import AssignUnit, MergeIncident
from commandcenter.model.ids import Id, derived_id
from commandcenter.resources.catalogue import default_catalogue
from tests.unit.exercise.test_replay import BOX, HEAD, row
from tests.unit.exercise.town import MINUTE, START_MS, inject, play, scenario

A1 = derived_id("unit", "A1")
ROWS = (
    row("1", "T3", "01:00:00", "01:01:30", "01:06:00", "01:30:00"),
    row("1", "E7", "01:00:00", "01:01:00", "01:07:00", "01:30:00"),
    row("2", "E9", "01:10:00", "01:09:40", "", "01:40:00"),
    row("3", "E1", "01:12:00", "", "", ""),
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "night.csv"
    path.write_text(HEAD + "".join(ROWS))
    return path


def night(source: Path, region: str = "grid") -> Scenario:
    return as_scenario(read_recorded(source), region, BOX)


def test_the_real_crews_are_kept_by_call(source: Path) -> None:
    assert night(source).real == {
        "1": (RealUnit("T3", 90, 360), RealUnit("E7", 60, 420)),
        "2": (RealUnit("E9", -20, None),),
        "3": (RealUnit("E1", None, None),),
    }


def incident(course: Course, number: str) -> Id:
    found = course.injects.incident_of(number)
    assert found is not None
    return found


@pytest.fixture
def reviewed(source: Path) -> Review:
    """Played: the first call gets an ambulance after 30 s, the second is a duplicate of it, of the third nobody takes care."""

    async def work(course: Course) -> Review:
        await course.advance_to(course.scenario.start_ms + 30_000)
        await course.desk.submit(AssignUnit(incident(course, "1"), A1))
        await course.advance_to(course.scenario.start_ms + 11 * MINUTE)
        await course.desk.submit(MergeIncident(incident(course, "2"), incident(course, "1")))
        await course.advance_to(course.scenario.start_ms + 40 * MINUTE)
        return review(course)

    return play(work, night(source))


def test_each_call_stands_three_times(reviewed: Review) -> None:
    first, second, third = reviewed.beside
    assert first.real == Answer(("E7", "T3"), 60, 360)
    assert first.player.units == ("A1",) and first.player.sent_s == 30
    assert first.player.arrived_s is not None and first.player.arrived_s > 30
    engine = next(one for one in reviewed.decisions if one.incident == first_of(reviewed))
    assert first.engine.units == engine.advised and "A1" not in engine.advised  # a fire wants engines
    assert engine.advised_first_eta_s is not None
    assert (first.engine.sent_s, first.engine.arrived_s) == (30, 30 + engine.advised_first_eta_s)
    assert second.player.units == ("A1",) and second.player.sent_s == 0  # merged: those of the other were under way
    assert second.real == Answer(("E9",), -20, None)
    assert third.player == Answer((), None, None)
    assert third.engine.sent_s == 0 and third.engine.units


def first_of(found: Review) -> Id:
    return found.results[0].play.incident or Id("")


def test_the_report_has_three_columns_in_both_languages(reviewed: Review) -> None:
    text = markdown(reviewed)
    assert "| Number | Time | Real crews | Player | Engine |" in text
    assert "| E7, T3 (sent 60 s, there 6.0 min) | A1 (sent 30 s, there " in text
    assert "E9 (sent -20 s)" in text and "| E1 | nobody | " in text
    assert "| Calls answered | 3/3 | 2/3 | " in text
    assert "| Units sent | 4 | 2 | " in text
    chinese = [block for block in blocks(reviewed, "zh") if isinstance(block, Grid)]
    assert ("编号", "时间", "实际单元", "参演者", "引擎") in [grid.heads for grid in chinese]
    assert any("E7, T3（派出 60 秒，到场 6.0 分）" in cell for grid in chinese for one in grid.rows for cell in one)


def test_what_is_no_replay_has_no_real_crews() -> None:
    async def work(course: Course) -> list[str]:
        await course.advance_to(START_MS + 5 * MINUTE)
        found = review(course)
        assert found.beside == ()
        return [block.text for block in blocks(found) if isinstance(block, Heading)]

    assert "Real crews, player and engine" not in play(work, scenario(inject("1", 1)))


def test_nothing_measured_is_nothing() -> None:
    assert typical([Answer((), None, None)]).arrived_p90_s is None


def new_home(folder: Path, pack: RegionPack) -> Home:
    home = Home.open(folder)
    shutil.copytree(pack.path, home.regions / "training")
    return home


def test_a_replay_that_is_taken_up_again_still_knows_the_real_crews(tmp_path: Path, source: Path, training_pack: RegionPack) -> None:
    home = new_home(tmp_path / "home", training_pack)
    mine = night(source, "training")
    course = Course(mine, ground_of(open_pack(home, "training"), default_catalogue()), Settings(1), opening(home))
    keeper = RunKeeper(home, course, None)
    keeper.close()
    course.writer.submit(course.log.close).result()
    course.writer.shutdown()
    assert kept_run(home, course.operation).scenario.real == mine.real


def test_the_command_line_writes_them_too(tmp_path: Path, source: Path, training_pack: RegionPack, capsys: pytest.CaptureFixture[str]) -> None:
    home = new_home(tmp_path / "home", training_pack)
    report = tmp_path / "report.md"
    words = ["exercise", "replay", str(source), "--region", "training", "--json", "--report", str(report), "--language", "zh"]
    assert main(["--home", str(home.root), *words]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["calls"], found["findings"]["clock inversion"], found["findings"]["double-booked"]) == (3, 1, 0)
    assert [one["real"]["units"] for one in found["beside"]] == [["E7", "T3"], ["E9"], ["E1"]]
    text = report.read_text(encoding="utf-8")
    assert "## 实际单元、参演者与引擎" in text
    assert "E9" in text.split("## 现场讲评")[1]  # it was sent before the call: a fault of the source
