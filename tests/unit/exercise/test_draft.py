"""A scenario being written: nothing an author typed is lost, each step can be taken back, what is saved reads back the same."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from commandcenter.exercise.course import Ground
from commandcenter.exercise.draft import Draft, History, checked_name, new_draft, read_draft, write_draft
from commandcenter.exercise.folder import list_scenarios, read_scenario
from commandcenter.exercise.msel import row_of
from commandcenter.exercise.scenario import Scenario, Text
from commandcenter.exercise.trial import Trial, try_out
from commandcenter.model.errors import Cancelled, Refused
from commandcenter.model.progress import CancelAfter, NoProgress, Progress
from commandcenter.resources.catalogue import default_catalogue
from tests.unit.dispatch.conftest import GridRoads
from tests.unit.exercise.town import START_MS, TOWN, Streets, fleet, inject, scenario

SHIPPED = list_scenarios(Path("nowhere"))


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_what_is_shipped_is_written_back_the_same(folder: Path, tmp_path: Path) -> None:
    draft = read_draft(folder)
    write_draft(tmp_path / "copy", draft)
    before, after = (read_scenario(path, default_catalogue()) for path in (folder, tmp_path / "copy"))
    assert replace(before, digest="") == replace(after, digest="")
    assert replace(draft.scenario(), resources=()) == replace(before, digest="", resources=())


def test_names_with_signs_of_toml_and_of_spreadsheets_survive(tmp_path: Path) -> None:
    odd = 'a "quoted" \\ name\x7f — 演练\ttab'
    draft = new_draft("odd", "training", START_MS).add(-1, synopsis_en="=1+1", inject_zh="-删除", time="M+1")
    draft = replace(draft, head=replace(draft.head, name=Text({"en": odd}), callsigns=('E"1',)))
    write_draft(tmp_path / "odd", draft)
    again = read_draft(tmp_path / "odd")
    assert again.head.name.get("en") == odd
    assert again.head.callsigns == ('E"1',)
    assert (again.rows[0]["synopsis_en"], again.rows[0]["inject_zh"]) == ("=1+1", "-删除")


def test_an_unreadable_cell_is_kept_and_reported_by_row_and_column() -> None:
    draft = new_draft("mine", "training", START_MS).add(-1, time="M+1").add(0, time="soon", kind="dragon")
    found = draft.scenario()
    assert [one.number for one in found.injects] == ["1"]
    assert {(issue.row, issue.column) for issue in found.issues} == {(3, "time"), (3, "kind")}
    assert draft.rows[1]["time"] == "soon"


def test_steps_are_taken_back_and_again() -> None:
    history = History(new_draft("mine", "training", START_MS))
    first = history.present
    history.saved = first
    assert history.do(first.add(-1, time="M+1"))
    second = history.present
    assert history.do(second) is False
    history.do(second.copy(0))
    assert [row["number"] for row in history.present.rows] == ["1", "2"]
    assert (history.changed, len(history.present.rows)) == (True, 2)
    assert history.undo()
    assert history.present is second
    assert history.undo()
    assert (history.changed, history.undo()) == (False, False)
    assert history.redo() and history.redo()
    assert len(history.present.rows) == 2
    history.undo()
    history.do(history.present.remove(0))
    assert not history.redo()
    assert len(history.present.rows) == 0


def test_an_inject_is_moved_on_a_whole_second_never_before_the_start() -> None:
    draft = new_draft("mine", "training", START_MS).add(-1, time="M+1")
    assert draft.move_to(0, 3_723_000).rows[0]["time"] == "H+1 M+2 S+3"
    assert draft.move_to(0, -5).rows[0]["time"] == "M+0"


@pytest.mark.parametrize("name", ["", "../x", "Ä", "a b", "-a", "x" * 65, "con/aux"])
def test_a_short_name_stays_within_its_folder(name: str) -> None:
    with pytest.raises(Refused):
        checked_name(name)


def tried(scenario_: Scenario, progress: Progress | None = None) -> Trial:
    ground = Ground(default_catalogue(), GridRoads(), Streets(), fleet(*TOWN))
    return asyncio.run(try_out(scenario_, ground, "en", progress or NoProgress()))


def test_a_scenario_that_advice_can_master_is_survivable() -> None:
    found = tried(scenario(inject("1", 1, match="dispatched", deadline=2), inject("2", 3, match="message contains=x", deadline=2)))
    assert found.survivable
    assert found.for_people == ("2",)
    assert found.entries > 10


def test_too_many_calls_at_once_cannot_be_survived_and_the_injects_are_named() -> None:
    calls = [inject(str(n), 1, match="dispatched capability=transport", deadline=2) for n in range(1, 7)]
    found = tried(scenario(*calls, minutes=10))
    assert not found.survivable
    assert 1 <= len(found.lost) <= 5
    assert set(found.lost) <= {str(n) for n in range(1, 7)}


def test_an_inject_that_cannot_happen_is_named() -> None:
    found = tried(scenario(inject("1", 1), inject("2", 2, "breakdown", unit="E9"), inject("3", 2, place="Atlantis")))
    assert found.failed == ("2", "3")
    assert not found.survivable


def test_a_test_run_is_stopped() -> None:
    with pytest.raises(Cancelled):
        tried(scenario(inject("1", 1)), CancelAfter(3))


def test_the_draft_of_a_run_is_the_run_s_scenario() -> None:
    one = inject("1", 1, match="dispatched", deadline=2)
    draft = Draft(scenario(), (row_of(one),))
    assert [i.number for i in draft.scenario().injects] == ["1"]
    assert draft.scenario().injects[0].match == one.match
