"""The window of the catalogue: a fault is shown at its line; a draft is compared, tried, put in force, kept; the way back."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.app.catalogue_drafts import CatalogueDrafts
from commandcenter.model.catalogue_versions import CATALOGUE
from commandcenter.model.commands import ChangeCatalogue
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Value, Write
from commandcenter.model.errors import Refused
from commandcenter.resources.catalogue import FILES, default_catalogue
from commandcenter.resources.changed import shipped_texts
from commandcenter.resources.status import RULES_FILE
from commandcenter.ui.catalogue.versions_page import SHIPPED
from commandcenter.ui.catalogue.window import FILE_WORDS, CatalogueWindow
from commandcenter.ui.conflicts.words import subject_words, value_words
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.ports import Services

from .world import ACTOR, World, populate

TYPES = "incident_types.csv"
FIRE = default_catalogue().types["fire.structure"]
TEXT = shipped_texts()[TYPES]
RENAMED = TEXT.replace(f",{FIRE.en},", ",Blaze,", 1)


def opened(world: World, root: Path) -> CatalogueWindow:
    window = world.open_window(services=Services(catalogue=CatalogueDrafts(world.desk, root)))
    made = window.beside.open(next(kind for kind in WINDOWS if kind.name == "catalogue"))
    assert isinstance(made, CatalogueWindow)
    world.wait_for(lambda: made.checked is not None)
    return made


def write(world: World, window: CatalogueWindow, text: str) -> None:
    """Type a whole text into the open file, and wait for the check of it."""
    window.editor.setPlainText(text)
    world.wait_for(lambda: window.checked is not None)


def test_every_file_of_the_catalogue_is_listed() -> None:
    assert set(FILE_WORDS) == set(FILES)


def test_a_fault_is_named_and_its_line_shown(world: World, tmp_path: Path) -> None:
    window = opened(world, tmp_path)
    assert window.name == TYPES and window.editor.toPlainText() == TEXT
    lines = TEXT.split("\n")
    place = next(n for n, line in enumerate(lines) if line.startswith("fire.structure,"))
    lines[place] = lines[place].replace(",", ";")
    write(world, window, "\n".join(lines))
    assert f"{TYPES}, line {place + 1}" in window.state.text() and window.state.text().startswith("✕")
    assert window.editor.fault == place + 1 and not window.adopt.isEnabled()
    window.choose("plans.toml")
    assert window.editor.fault == 0
    QTest.mouseClick(window.go_to, Qt.MouseButton.LeftButton)
    world.wait_for(lambda: window.name == TYPES)
    assert window.editor.textCursor().blockNumber() == place
    QTest.mouseClick(window.discard, Qt.MouseButton.LeftButton)
    world.wait_for(lambda: window.checked is not None and window.checked.error is None)
    assert window.editor.toPlainText() == TEXT and window.draft.changes == {}


def test_a_draft_is_compared_put_in_force_and_taken_back(world: World, tmp_path: Path) -> None:
    window = opened(world, tmp_path)
    write(world, window, RENAMED)
    shown = window.differences.toPlainText().split("\n")
    assert any(line.startswith("-fire.structure,") and FIRE.en in line for line in shown)
    assert any(line.startswith("+fire.structure,") and "Blaze" in line for line in shown)
    window.note.setText("plain words")
    window.adopt.click()
    world.wait_for(lambda: world.desk.catalogue.types["fire.structure"].en == "Blaze")
    world.wait_for(lambda: window.draft.changes == {} and window.checked is not None)
    assert window.editor.toPlainText() == RENAMED and not window.adopt.isEnabled()
    newest = window.versions.table.rows.rows[0]
    assert window.note.text() == "" and not window.versions.back.isEnabled()
    assert newest.in_force and newest.version is not None and newest.version.note == "plain words"
    window.versions.table.choose(SHIPPED)
    window.versions.back.click()
    world.wait_for(lambda: world.desk.catalogue is default_catalogue())
    world.wait_for(lambda: window.editor.toPlainText() == TEXT)
    assert [line.in_force for line in window.versions.table.rows.rows] == [False, True]


def test_the_draft_is_kept_over_a_restart(world: World, tmp_path: Path) -> None:
    window = opened(world, tmp_path)
    write(world, window, RENAMED)
    assert CatalogueDrafts(world.desk, tmp_path).read() == {TYPES: RENAMED}
    window.close()
    assert world.window is not None
    again = world.window.beside.open(next(kind for kind in WINDOWS if kind.name == "catalogue"))
    assert isinstance(again, CatalogueWindow)
    world.wait_for(lambda: again.checked is not None)
    assert again.editor.toPlainText() == RENAMED


def test_a_draft_is_tried_against_the_incidents_of_the_operation(world: World, tmp_path: Path) -> None:
    world.run(populate(world.desk, world.clock, units=20, incidents=6))
    window = opened(world, tmp_path)
    assert not window.trial.start.isEnabled()
    kinds = default_catalogue().types
    used = {incident.type for incident in world.desk.picture.incidents()}
    wanted = next(kind for code, kind in kinds.items() if code in used)
    other = next(kind.plan for kind in kinds.values() if kind.plan != wanted.plan)
    line = next(one for one in TEXT.split("\n") if one.startswith(f"{wanted.code},"))
    write(world, window, TEXT.replace(line, line.replace(f",{wanted.plan},", f",{other},")))
    window.tabs.setCurrentWidget(window.trial)
    window.trial.start.click()
    world.wait_for(lambda: window.trial.tried is not None, 30)
    tried = window.trial.tried or []
    assert len(tried) == 6
    assert {one.type for one in tried if one.before.plan != one.after.plan} == {wanted.code}
    assert "of 6 incidents would have got something else" in window.trial.said.text()
    assert {one.at_ms for one in tried} <= {row.stamp.ms for row in world.desk.picture.lines(1000)}
    window.trial.start.click()
    assert "log is being read" in window.trial.said.text() and window.trial.cancel.isEnabled()
    window.trial.cancel.click()
    assert not window.trial.busy and window.trial.tried is None and not window.trial.cancel.isEnabled()
    write(world, window, RENAMED)
    assert window.trial.table.rows.rowCount() == 0


def test_without_a_log_to_read_a_trial_is_refused_in_words(world: World) -> None:
    window = world.open_window()
    made = window.beside.open(next(kind for kind in WINDOWS if kind.name == "catalogue"))
    assert isinstance(made, CatalogueWindow)
    world.wait_for(lambda: made.checked is not None)
    write(world, made, RENAMED)
    made.trial.start.click()
    world.wait_for(lambda: not made.trial.cancel.isEnabled())
    world.wait_for(lambda: "only where the log is kept" in window.strip.text.text())
    assert made.trial.start.isEnabled() and made.trial.tried is None


def elsewhere(files: dict[str, Value]) -> Draft:
    """What another program might put in force."""
    what: dict[str, Value] = {"files": files, "digest": "0" * 64, "ms": 1, "by": ACTOR}
    writes = (Write(Key(Kind.POLICY, ACTOR, "catalogue"), what), Write(Key(Kind.POLICY, CATALOGUE, "in_force"), {"version": ACTOR}))
    return Draft(EntryType.POLICY_CHANGED, writes)


def test_a_version_of_a_newer_program_is_refused_in_words_and_the_old_stays(world: World, tmp_path: Path) -> None:
    window = opened(world, tmp_path)
    assert world.window is not None
    write(world, window, RENAMED)
    world.run(world.desk.submit(ChangeCatalogue({TYPES: RENAMED}, None)))
    world.wait_for(lambda: window.draft.changes == {})
    used = world.desk.catalogue
    world.meanwhile(lambda _picture: elsewhere({"newer.toml": "a = 1"}), asyncio.sleep(0))
    world.wait_for(lambda: window.draft.upon == ACTOR)
    world.wait_for(lambda: "cannot be used by this program" in window.used.text())
    assert world.desk.catalogue is used and window.used.isVisible()
    assert "cannot be used by this program" in world.window.strip.text.text()


def test_two_desks_that_change_it_at_once_are_a_conflict_in_words(world: World, tmp_path: Path) -> None:
    opened(world, tmp_path)
    world.meanwhile(lambda _picture: elsewhere({TYPES: RENAMED}), world.desk.submit(ChangeCatalogue({TYPES: RENAMED}, None)))
    (conflict,) = world.desk.picture.conflicts()
    assert subject_words(world.desk, conflict.key).endswith("the catalogue in force")
    said = {value_words(world.desk, conflict.key, value) for _, _, _, value in conflict.values}
    assert len(said) == 2 and all(text.startswith("version ") for text in said)


def test_names_change_in_every_window_at_once(busy: World) -> None:
    assert busy.window is not None
    chosen = busy.desk.picture.incidents()[0]
    kind = busy.desk.catalogue.types[chosen.type]
    busy.window.seat.choose_incident(chosen.id)
    types = busy.window.incident.detail.type
    busy.wait_for(lambda: types.findText(kind.en) >= 0)
    busy.run(busy.desk.submit(ChangeCatalogue({TYPES: TEXT.replace(f",{kind.en},", ",Quite another,", 1)}, None)))
    busy.wait_for(lambda: types.findText("Quite another") >= 0)


def test_policies_that_contradict_each_other_are_refused_in_words(world: World, tmp_path: Path) -> None:
    window = opened(world, tmp_path)
    window.choose("plan_rules.toml")
    raises = '[[rule]]\nid = "{id}"\nen = "Fires are large"\nzh = "火灾按大火处理"\ntypes = ["{types}"]\nraise_to = {level}\n'
    first, second = raises.format(id="all-fires", types="fire.*", level=3), raises.format(id="house-fires", types="fire.structure", level=2)
    write(world, window, f"{first}\n{second}")
    said = "“house-fires” can never hold: “all-fires” stands before it and fits wherever it does"
    assert said in window.state.text() and "plan_rules.toml, line 9" in window.state.text()
    assert not window.adopt.isEnabled()
    assert world.window is not None
    world.window.use_language("zh_CN")
    world.wait_for(lambda: "“house-fires”永远不会生效" in window.state.text())
    write(world, window, f"{second}\n{first}")
    assert window.checked is not None and window.checked.error is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"available", "returning", "dispatched", "enroute", "at', '"returning", "available", "dispatched", "enroute", "at'),
        ('"merged", "cancelled", "closed", "under', '"cancelled", "merged", "closed", "under'),
    ],
)
def test_the_order_that_settles_conflicts_is_the_programs_own(world: World, tmp_path: Path, old: str, new: str) -> None:
    window = opened(world, tmp_path)
    window.choose(RULES_FILE)
    text = shipped_texts()[RULES_FILE]
    assert text.count(f"severity = [{old}") == 1
    edited = text.replace(f"severity = [{old}", f"severity = [{new}")
    write(world, window, edited)
    line = next(n for n, one in enumerate(text.splitlines(), start=1) if one.startswith(f"severity = [{old}"))
    assert f"{RULES_FILE}, line {line}, severity" in window.state.text() and "program's own" in window.state.text()
    assert window.editor.fault == line and not window.adopt.isEnabled()
    with pytest.raises(Refused, match="severity"):
        world.run(world.desk.submit(ChangeCatalogue({RULES_FILE: edited}, None, "our order")))
