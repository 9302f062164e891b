"""The shipped scenarios on the training region's real map, by the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app.cli.terminal import BAD_INPUT, DONE, REFUSED
from commandcenter.app.exercises import check_scenario, exercises_of
from commandcenter.app.home import Home
from commandcenter.app.scenario_editing import ScenarioEditing
from commandcenter.exercise.folder import list_scenarios, read_scenario, shipped
from commandcenter.exercise.recorded import findings_said
from commandcenter.exercise.replay import read_recorded
from commandcenter.exercise.scenario import InjectKind
from commandcenter.geo.pack import RegionPack
from commandcenter.model.clock import SystemClock
from commandcenter.model.ids import Id, is_exercise
from commandcenter.model.progress import NoProgress
from commandcenter.resources.catalogue import default_catalogue

SCENARIOS = [folder.name for folder in list_scenarios(Path("nowhere"))]


@pytest.fixture
def home(tmp_path: Path, training_pack: RegionPack) -> Home:
    found = Home.open(tmp_path / "home")
    shutil.copytree(training_pack.path, found.regions / "training")
    return found


def played(home: Home, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    assert main(["--home", str(home.root), "exercise", *words, "--json"]) == DONE
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_is_wrong_with_what_is_shipped(home: Home, name: str) -> None:
    assert check_scenario(home, read_scenario(shipped() / name, default_catalogue()), None, "injects.csv") == ()


def test_the_quiet_shift_runs_twice_to_the_same_log_and_touches_nothing_live(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = played(home, capsys, "run", "quiet-shift"), played(home, capsys, "run", "quiet-shift")
    assert first == second
    assert first["fulfilled"] == 4
    assert first["expected"] == 5
    assert is_exercise(Id(str(first["operation"])))
    assert [path.name for path in exercises_of(home).iterdir()] == [first["operation"]]
    assert list(home.operations.iterdir()) == []
    assert home.setting("operation:training") is None
    assert main(["--home", str(home.root), "log", "stats", "--region", "training"]) == BAD_INPUT  # nothing live to be counted
    capsys.readouterr()
    assert played(home, capsys, "run", "quiet-shift", "--seed", "2")["log_digest"] != first["log_digest"]
    assert played(home, capsys, "run", "quiet-shift", "--player", "none")["fulfilled"] == 0


LONG = frozenset({"storm-flood", "outbreak"})
"""Runs of dozens of calls: with the soak tests."""


@pytest.mark.parametrize("name", [pytest.param(name, marks=pytest.mark.soak) if name in LONG else name for name in SCENARIOS])
def test_every_shipped_scenario_can_be_survived_and_leaves_something_to_people(home: Home, name: str) -> None:
    editing = ScenarioEditing(home, "training", SystemClock())
    found = editing.try_out(editing.read(name), "zh", NoProgress())
    assert (found.lost, found.failed, found.never_sent) == ((), (), 0)
    assert found.survivable
    assert found.for_people


def test_the_shipped_scenarios_are_those_of_the_design_in_both_languages() -> None:
    assert {"quiet-shift", "storm-flood", "chemical-fire", "networks-down", "outbreak"} <= set(SCENARIOS)
    for name in SCENARIOS:
        scenario = read_scenario(shipped() / name, default_catalogue())
        texts = [scenario.name, scenario.summary, *(o.text for o in scenario.objectives), *(step.text for step in scenario.guide)]
        texts += [text for one in scenario.injects for text in (one.synopsis, one.inject, *([one.expected] if one.expected else []))]
        assert all(set(text.by_language) == {"en", "zh"} for text in texts)
    storm = read_scenario(shipped() / "storm-flood", default_catalogue())
    calls = [one.offset_ms for one in storm.injects if one.kind in (InjectKind.CALL, InjectKind.PUBLIC_REPORT)]
    first = min(calls)
    assert sum(at_ms - first <= 20 * 60_000 for at_ms in calls) >= 30


def test_sheets_go_out_and_in_by_the_command_line(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = home.root / "scenarios" / "mine"
    shutil.copytree(shipped() / "quiet-shift", own)
    sheet = tmp_path / "msel.xlsx"
    start = ["--home", str(home.root), "exercise"]
    assert main([*start, "msel", "export", "mine", str(sheet)]) == DONE
    before = read_scenario(own, default_catalogue()).injects
    assert main([*start, "msel", "import", str(own), str(sheet)]) == DONE
    assert read_scenario(own, default_catalogue()).injects == before
    (own / "injects.csv").write_text("number,scenario time,kind,incident type,location\n1,M-3,call,fire.dragon,Atlantis\n", encoding="utf-8")
    capsys.readouterr()
    assert main([*start, "validate", str(own)]) == REFUSED
    said = [line.split(":")[0] for line in capsys.readouterr().out.splitlines()]
    of_sheet = [one for one in said if one.startswith("injects.csv")]
    assert of_sheet == [f"injects.csv, row 2, column {column}" for column in ("scenario time", "incident type", "place")]
    assert {one.partition("[")[0] for one in said if one not in of_sheet} == {"scenario.toml, row 0, column guide"}  # about injects that are gone
    assert main([*start, "run", str(own)]) == BAD_INPUT
    assert main([*start, "run", "no-such"]) == BAD_INPUT
    assert main([*start, "list"]) == DONE


@pytest.mark.soak
@pytest.mark.timeout(3_600)
def test_two_weeks_of_san_francisco_on_the_training_region(home: Home, data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = data_dir / "calls/sf_fire/sffd_2020-04-07_2020-04-20.csv"
    if not path.is_file():
        pytest.skip("the San Francisco log is not here")
    recorded = read_recorded(path)
    found = played(home, capsys, "replay", str(path), "--region", "training", "--player", "none")
    assert found["calls"] == len(recorded.calls) > 5_000
    findings = found["findings"]
    assert isinstance(findings, dict)
    assert findings["double-booked"] > 10
    assert findings["clock inversion"] > 10
    said = [str(sentence) for sentence in findings_said(recorded)]
    assert any("Double-booked" in one for one in said) and any("Clock inversions" in one for one in said)
    assert len(found["beside"]) == len(recorded.calls)  # type: ignore[arg-type]
    assert not [one for one in found["injects"] if one["standing"] == "failed"]  # type: ignore[attr-defined]
