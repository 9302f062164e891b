"""Whatever shows, prints or writes out an exercise says so: every window, every file, the clipboard; and nothing can forget it."""

from __future__ import annotations

import ast
import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog

from commandcenter.exercise.msel import read_msel, write_msel
from commandcenter.geo.exchange.feature import Feature
from commandcenter.geo.exchange.geojson import read_geojson
from commandcenter.log.export import export_lines
from commandcenter.log.signing import DeviceKey
from commandcenter.model.commands import DrawSketch, SendOrder
from commandcenter.model.drawings import SketchKind
from commandcenter.model.ids import Id, counting_ids, exercise_id, founded_id, live_id
from commandcenter.model.marks import MARK, NAME_MARK, marked, marked_file
from commandcenter.model.words import LonLat, Position, PositionSource
from commandcenter.resources.csv_tables import Report
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.layers.trail_file import write_trails
from commandcenter.ui.leaving import ask_where
from commandcenter.ui.messages.window import MessagesWindow
from commandcenter.ui.past.window import PastWindow
from commandcenter.ui.sitrep.window import SitrepWindow
from commandcenter.ui.sketch.exchange import write_sketches
from commandcenter.ui.statistics.window import StatisticsWindow
from tests.unit.exercise.town import START_MS, inject

from .plain_map import PlainMap
from .world import ACTOR, HOME, World, make_world, populate

ROOT = Path(__file__).resolve().parents[2] / "commandcenter"
DOORS = {"getSaveFileName": {"ui/leaving.py"}, "clipboard": {"ui/leaving.py"}, "setWindowTitle": {"ui/frame/titles.py"}}
"""What leads out of the program, or onto the screen, and the one place from which it may be called."""
WRITERS = {
    "ui/leaving.py": "texts, under the mark of who calls",
    "ui/prints/paper_file.py": "papers: each page has the mark",
    "ui/prints/papers.py": "tables: the first row is the mark",
    "ui/statistics/tables.py": "figures: the first row is the mark",
    "ui/identity/paper_file.py": "codes that a machine reads",
    "ui/files/previews.py": "a small picture for the log",
    "ui/i18n/extract.py": "the list of texts to be translated",
    "exercise/sheet.py": "sheets: the first row is the mark",
    "exercise/draft.py": "a scenario's own folder",
    "exercise/own_resources.py": "a scenario's own tables",
}
"""Modules of windows and exercises that write files, and why what they write is marked."""


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            yield (node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id), node


def writes(name: str, call: ast.Call) -> bool:
    if name in ("write_text", "write_bytes"):
        return isinstance(call.func, ast.Attribute)
    modes = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    return (name == "open" and any(mode[:1] in ("w", "x", "a") for mode in modes)) or (name == "save" and bool(call.args) and not call.keywords)


def test_windows_are_named_and_files_and_clipboard_filled_in_one_place_each() -> None:
    found = {
        f"{name} in {where}"
        for path in ROOT.rglob("*.py")
        for name, _ in calls(path)
        if name in DOORS and (where := path.relative_to(ROOT).as_posix()) not in DOORS[name]
    }
    assert found == set()


def test_every_module_of_windows_and_exercises_that_writes_files_is_known() -> None:
    found = set()
    for path in (*(ROOT / "ui").rglob("*.py"), *(ROOT / "exercise").rglob("*.py")):
        for name, call in calls(path):
            own = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) in (
                "painter",
                "self._port",
                "self._files",
                "self.memory",
                "self",
            )
            if writes(name, call) and not own:
                found.add(path.relative_to(ROOT).as_posix())
    assert found == set(WRITERS)


def test_a_text_and_a_file_are_marked_by_the_operation_once() -> None:
    live, drill = live_id(), exercise_id()
    assert marked("A", live) == "A"
    assert marked(marked("A", drill), drill) == f"{MARK}\nA"
    assert marked_file(Path("x/a.pdf"), live) == Path("x/a.pdf")
    assert marked_file(marked_file(Path("x/a.pdf"), drill), drill) == Path(f"x/{NAME_MARK}a.pdf")


@pytest.fixture
def drill(qapp: QApplication) -> Iterator[World]:
    """A desk over an exercise's log, with units and incidents, in its window."""
    operation = founded_id(DeviceKey(bytes(32)).id, exercise=True, new_id=counting_ids(3))
    with make_world(qapp, operation) as made:
        made.run(populate(made.desk, made.clock, units=8, incidents=3))
        made.open_window()
        yield made


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_window_of_an_exercise_says_so_in_its_title(drill: World, language: str) -> None:
    desk = drill.window
    assert desk is not None
    desk.use_language(language)
    titles = {"desk": desk.windowTitle()}
    for kind in WINDOWS:
        window = desk.beside.open(kind)
        titles[kind.name] = window.windowTitle()
        window.close()
        drill.wait_for(lambda kind=kind: kind.name not in desk.beside.open_windows)
    log = desk.docks["log"]
    assert MARK not in log.windowTitle()
    log.setFloating(True)
    drill.wait_for(lambda: MARK in log.windowTitle())
    assert {name: title for name, title in titles.items() if not title.endswith(MARK)} == {}


def test_looking_back_into_an_exercise_says_so(drill: World) -> None:
    assert drill.window is not None

    async def at(_moment_ms: int) -> object:
        return drill.desk.picture

    window = PastWindow(drill.desk, PlainMap(), at, look=drill.window.look, actor=ACTOR)  # type: ignore[arg-type] # a picture
    assert window.windowTitle().endswith(MARK)
    assert MARK in window.moment.text()
    window.close()
    window.deleteLater()


def test_windows_of_live_work_carry_no_mark(busy: World) -> None:
    assert busy.window is not None
    opened = busy.window.beside.open(WINDOWS[0])
    assert MARK not in busy.window.windowTitle() + opened.windowTitle()


class Source:
    """One unit drove a little."""

    async def trails(self, units: tuple[Id, ...], since_ms: int) -> dict[Id, tuple[Position, ...]]:
        points = (Position(LonLat(HOME.lon + n / 100, HOME.lat), PositionSource.GPS, since_ms + n) for n in range(2))
        return {units[0]: tuple(points)}


def texts(folder: Path) -> dict[str, str]:
    """Return what can be read in each file of a folder; of a workbook its first row on each sheet."""
    found = {}
    for path in filter(Path.is_file, folder.rglob("*.*")):
        if path.suffix == ".xlsx":
            sheets = load_workbook(path).worksheets
            found[path.name] = MARK if all(sheet.cell(1, 1).value == MARK for sheet in sheets) else ""
        else:
            found[path.name] = path.read_text(encoding="utf-8-sig")
    return found


def write_everything(world: World, folder: Path) -> None:
    window, picture = world.window, world.desk.picture
    assert window is not None
    unit = picture.units()[0]
    write_sketches(folder / "a.geojson", picture.sketches(), picture.operator_name, picture.operation)
    write_sketches(folder / "a.gpx", picture.sketches(), picture.operator_name, picture.operation)
    world.run(write_trails(Source(), {unit.id: unit.callsign}, world.clock.wall_ms(), folder / "b.gpx", picture.operation))  # type: ignore[arg-type]
    (folder / "log.jsonl").write_text("\n".join(export_lines(world.log.signed())), encoding="utf-8")
    figures = window.beside.open(next(kind for kind in WINDOWS if kind.name == "statistics"))
    assert isinstance(figures, StatisticsWindow)
    for export in (figures.export_csv, figures.export_xlsx):
        before = len(list(folder.rglob("*.*")))
        export()
        world.wait_for(lambda before=before: len(list(folder.rglob("*.*"))) > before and "Figures saved" in window.strip.text.text())
    messages = window.beside.open(next(kind for kind in WINDOWS if kind.name == "messages"))
    assert isinstance(messages, MessagesWindow)
    messages.radio.reload()
    messages.radio.save.click()
    world.wait_for(lambda: any(folder.rglob("*orders.txt")))
    window.printer._folder = folder
    window.printer.write_table("rows", [["Head"], ["1"]])


@pytest.mark.parametrize("exercise", [True, False])
def test_every_file_of_an_exercise_is_marked_and_none_of_live_work(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exercise: bool
) -> None:
    world: World = request.getfixturevalue("drill" if exercise else "busy")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _parent, _title, _name, _files: (str(tmp_path / "orders.txt"), ""))
    units = world.desk.picture.units()
    world.run(world.desk.submit(DrawSketch(SketchKind.NOTE, (HOME,), "Bridge")))
    world.run(world.desk.submit(SendOrder("Go home", (units[0].id,))))
    write_everything(world, tmp_path)
    found = texts(tmp_path)
    assert {Path(name).suffix for name in found} == {".geojson", ".gpx", ".jsonl", ".csv", ".xlsx", ".txt"}
    assert len(found) >= 8
    assert {name: text for name, text in found.items() if (MARK in text) is not exercise} == {}
    named = [path.name for path in tmp_path.rglob("*.txt")]
    assert all(name.startswith(NAME_MARK) is exercise for name in named)


def test_each_feature_and_each_entry_is_marked_and_what_is_read_back_is_as_it_was(drill: World, tmp_path: Path) -> None:
    drill.run(drill.desk.submit(DrawSketch(SketchKind.LINE, (HOME, LonLat(HOME.lon + 0.01, HOME.lat)), "Line")))
    write_sketches(tmp_path / "a.geojson", drill.desk.picture.sketches(), drill.desk.picture.operator_name, drill.desk.picture.operation)
    (feature,) = read_geojson((tmp_path / "a.geojson").read_text(encoding="utf-8"))
    assert isinstance(feature, Feature)
    assert (feature.properties["mark"], feature.properties["name"]) == (MARK, "Line")
    assert all(json.loads(line)["mark"] == MARK for line in export_lines(drill.log.signed()))


def test_the_report_on_the_clipboard_begins_with_the_mark(drill: World) -> None:
    assert drill.window is not None
    window = drill.window.beside.open(next(kind for kind in WINDOWS if kind.name == "sitrep"))
    assert isinstance(window, SitrepWindow)
    window.copy_text()
    assert QApplication.clipboard().text() == f"{MARK}\n{window.text()}"


def test_a_typed_name_gets_the_mark_and_writes_over_nothing(drill: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert drill.window is not None
    offered: list[str] = []

    def answer(_parent: object, _title: str, name: str, _files: str) -> tuple[str, str]:
        offered.append(name)
        return str(tmp_path / "mine.gpx"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    path = ask_where(drill.window, "Save", "track.gpx", "", drill.window.seat)
    assert (offered, path) == ([f"{NAME_MARK}track.gpx"], tmp_path / f"{NAME_MARK}mine.gpx")
    (tmp_path / f"{NAME_MARK}mine.gpx").write_text("kept", encoding="utf-8")
    assert ask_where(drill.window, "Save", "track.gpx", "", drill.window.seat) is None
    assert "is there already" in drill.window.strip.text.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_parts: ("", ""))
    assert ask_where(drill.window, "Save", "track.gpx", "", drill.window.seat) is None


def first_rows(path: Path) -> list[list[object]]:
    if path.suffix == ".xlsx":
        return [[cell.value for cell in row] for row in load_workbook(path).worksheets[0].iter_rows(max_row=2)]
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [list(row) for row in csv.reader(file)]


@pytest.mark.parametrize("name", ["msel.csv", "msel.xlsx"])
def test_a_list_of_injects_that_is_handed_out_is_marked_and_read_back(tmp_path: Path, name: str) -> None:
    path, report = tmp_path / name, Report(name)
    write_msel(path, [inject("1", 1)])
    rows = first_rows(path)
    assert rows[0][0] == MARK
    assert rows[1][0] == "number"
    (back,) = read_msel(path, START_MS, report)
    assert (back.number, back.row, report.issues) == ("1", 3, [])
