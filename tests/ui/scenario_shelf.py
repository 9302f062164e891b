"""A shelf of scenarios of the test town, and hands for the scenario editor's window."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLineEdit, QTableWidget

from commandcenter.app.unsaved_scenario import UnsavedScenario
from commandcenter.exercise.course import Ground
from commandcenter.exercise.draft import SHEET, Draft, checked_name, new_draft, read_draft, write_draft
from commandcenter.exercise.own_resources import Tables, region_tables, with_region
from commandcenter.exercise.scenario import Objective, Scenario, Text
from commandcenter.exercise.trial import Trial, try_out
from commandcenter.exercise.validate import Grounds, validate
from commandcenter.model.commands import AddUnit
from commandcenter.model.errors import Refused
from commandcenter.model.progress import Progress
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.csv_tables import ImportIssue
from commandcenter.ui.exercise.editor.window import EditorWindow
from commandcenter.ui.exercise.port import RunRow, ScenarioRow
from tests.unit.dispatch.conftest import GridRoads as TownRoads
from tests.unit.exercise.town import START_MS, TOWN, Streets, fleet, inject, scenario

from .world import World


class Shelf:
    """Scenarios of the test town in a folder."""

    region = "grid"

    def __init__(self, root: Path) -> None:
        self.root = root
        self.started: list[str] = []
        self.hold: Callable[[], None] = lambda: None
        unsaved = UnsavedScenario(root.with_name(f"{root.name}-unsaved"))
        self.keep, self.forget, self.kept = unsaved.keep, unsaved.forget, unsaved.read

    def regions(self) -> list[str]:
        return ["grid"]

    def scenarios(self) -> list[ScenarioRow]:
        found = [read_draft(folder).head for folder in sorted(self.root.iterdir())]
        return [ScenarioRow(head.id, head.name, head.summary, head.region, round(head.minutes), head.guided) for head in found]

    def is_own(self, name: str) -> bool:
        return name != "shipped"

    def new(self, name: str) -> Draft:
        return new_draft(checked_name(name), self.region, START_MS)

    def read(self, name: str) -> Draft:
        return read_draft(self.root / name)

    def save(self, draft: Draft) -> None:
        if not self.is_own(checked_name(draft.head.id)):
            raise Refused("There is a scenario {name} already; give it another short name.", name=draft.head.id)
        write_draft(self.root / draft.head.id, draft)

    def check(self, draft: Draft) -> tuple[ImportIssue, ...]:
        found = draft.whole(default_catalogue())
        crews = [one.callsign for one in with_region(found.resources, fleet(*TOWN)) if isinstance(one, AddUnit)]
        return (*found.issues, *validate(found, Grounds(default_catalogue(), frozenset({"grid"}), Streets(), frozenset(crews)), SHEET))

    def region_tables(self, region: str) -> Tables:
        assert region == self.region
        return region_tables(fleet(*((callsign, kind, x + 1, y) for callsign, kind, x, y in TOWN)))  # 0, 0 is in the sea

    def try_out(self, draft: Draft, language: str, progress: Progress) -> Trial:
        self.hold()
        ground = Ground(default_catalogue(), TownRoads(), Streets(), fleet(*TOWN))
        return asyncio.run(try_out(draft.whole(default_catalogue()), ground, language, progress))

    def start(self, name: str) -> None:
        self.started.append(name)

    def unfinished(self) -> list[RunRow]:
        return []

    def resume(self, operation: str) -> None:
        self.started.append(operation)

    def join(self, code: str, name: str, role: str, where: str) -> None:
        self.started.append(name)

    def replay(self, path: Path, days: float | None) -> None:
        self.started.append(path.name)


def whole(name: str) -> Scenario:
    rows = (
        inject("1", 1, match="dispatched", deadline=2),
        inject("2", 5, "breakdown", unit="E1"),
        inject("3", 2, x=7, trigger="after 1"),
    )
    return replace(scenario(*rows), id=name, objectives=(Objective("O1", "Communications", Text({"en": "In time", "zh": "及时"})),))


def fill(world: World, editor: EditorWindow, name: str, text: str) -> None:
    """Type into a field of the current row and leave it with Enter; wait for the check that follows."""
    field = editor.sheet.form.fields[name]
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    assert isinstance(line, QLineEdit)
    line.setText(text)
    line.editingFinished.emit()
    world.wait_for(lambda: editor.checked)


def rows(editor: EditorWindow) -> list[str]:
    assert editor.history is not None
    return [row["number"] for row in editor.history.present.rows]


def write(table: QTableWidget, row: int, column: int, text: str) -> None:
    cell = table.item(row, column)
    assert cell is not None
    cell.setText(text)


def fault_lines(editor: EditorWindow) -> list[str]:
    return [editor.sheet.faults.item(place).text() for place in range(editor.sheet.faults.count())]


def said(world: World) -> str:
    assert world.window is not None
    return world.window.strip.text.text()
