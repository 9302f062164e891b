"""A newcomer's guided shift: each sentence of the guide is done in the window, the guide goes on, and the trainer writes the report."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from commandcenter.app.exercise_desk import ExerciseDesk
from commandcenter.app.exercise_run import ExerciseRun
from commandcenter.app.exercises import ground_of, on_disk
from commandcenter.app.home import Home
from commandcenter.app.options import DeskOptions
from commandcenter.exercise.acts import ToNextInject
from commandcenter.exercise.course import Course, Settings, run_key
from commandcenter.exercise.folder import find_scenario, read_scenario
from commandcenter.geo.pack import RegionPack
from commandcenter.model.commands import ReleaseUnit
from commandcenter.model.ids import is_exercise
from commandcenter.picture.views import IncidentView
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.exercise.control import ControlWindow
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.rows import ID_ROLE
from commandcenter.ui.settings import IniSettings
from commandcenter.ui.theme.look import Look

from .conftest import Play

PATIENCE_S = 60.0


async def see(true: Callable[[], object], what: str) -> None:
    deadline = asyncio.get_running_loop().time() + PATIENCE_S
    while not true():
        assert asyncio.get_running_loop().time() < deadline, f"not seen: {what}"
        await asyncio.sleep(0.02)


def newest(desk: ExerciseDesk) -> IncidentView:
    return desk.window.seat.desk.picture.incidents()[-1]


def later_than(desk: ExerciseDesk, moment_ms: int) -> bool:
    return desk.window.seat.now_ms() > moment_ms


async def next_call(desk: ExerciseDesk, count: int) -> None:
    """Let exercise time run until so many incidents have been reported."""
    while len(desk.window.seat.desk.picture.incidents()) < count:
        before_ms = desk.window.seat.now_ms()
        await desk.exercise.control(ToNextInject())
        await see(partial(later_than, desk, before_ms), "time running on")


def can_be_clicked(desk: ExerciseDesk, widget: QWidget, place: QPoint) -> None:
    """What the guide speaks of is on the screen, and neither the guide nor anything else lies over it."""
    window, guide = desk.window, desk.guide
    assert guide is not None
    at = widget.mapTo(window, place)
    assert widget.isVisible() and window.rect().contains(at)
    assert not guide.geometry().contains(at)
    found = window.childAt(at)
    assert found is not None and (found is widget or widget.isAncestorOf(found))


async def send_what_is_advised(desk: ExerciseDesk, incident: IncidentView) -> None:
    """Click it in the queue and press “Accept all”, as the guide says."""
    window = desk.window
    queue, panel = window.queue, window.incident.recommend
    await see(lambda: incident.id in [queue.rows.index(row).data(ID_ROLE) for row in range(queue.rows.rowCount())], "the incident in the queue")
    row = next(row for row in range(queue.rows.rowCount()) if queue.rows.index(row).data(ID_ROLE) == incident.id)
    place = queue.list.visualRect(queue.rows.index(row)).center()
    can_be_clicked(desk, queue.list.viewport(), place)
    QTest.mouseClick(queue.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    await see(lambda: panel.rows.recommendation is not None and panel.rows.recommendation.incident_id == incident.id, "advice")
    await see(panel.accept_button.isEnabled, "the button that sends")
    can_be_clicked(desk, panel.accept_button, panel.accept_button.rect().center())
    QTest.mouseClick(panel.accept_button, Qt.MouseButton.LeftButton)
    await see(lambda: window.seat.desk.picture.incident(incident.id).units, "units sent")  # type: ignore[union-attr]


def goes_on(desk: ExerciseDesk, said: str) -> bool:
    return desk.guide is not None and desk.guide.said.text() != said


@dataclass(frozen=True)
class Words:
    """What the guide says in a language, and what is typed then."""

    language: str
    first: str
    merging: str
    merge: str
    releasing: str
    end: str


ENGLISH = Words("en", "call comes in", "merge 4 into 3", "merge 4 into 3", "press “Release”", "whole job")
CHINESE = Words("zh_CN", "报警进来", "合并 4 到 3", "合并 4 到 3", "“释放”", "Ctrl+E")


async def merge_by_command(desk: ExerciseDesk, words: Words) -> None:
    """Press / and type what the guide says."""
    window = desk.window
    assert desk.guide is not None
    said = desk.guide.said.text()
    assert words.merging in said
    bar = window.command_bar
    can_be_clicked(desk, bar, bar.rect().center())
    QTest.keyClick(window.queue.list, Qt.Key.Key_Slash)
    await see(bar.hasFocus, "the command line")
    bar.insert(words.merge)  # as an input method does
    await see(lambda: bar.reading().commands, "the command understood")
    QTest.keyClick(bar, Qt.Key.Key_Return)
    await see(partial(goes_on, desk, said), "the guide going on")


async def release_and_close(desk: ExerciseDesk, words: Words) -> None:
    """Press the buttons that the guide names."""
    window = desk.window
    assert desk.guide is not None
    said = desk.guide.said.text()
    assert words.releasing in said
    alarm = window.seat.desk.picture.incidents()[2]
    window.seat.choose_incident(alarm.id)
    await window.seat.submit(*(ReleaseUnit(unit) for unit in alarm.units))
    close = window.incident.head.close_button
    can_be_clicked(desk, close, close.rect().center())
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    await see(partial(goes_on, desk, said), "the guide going on")


async def shift(home: Home, target: Path, words: Words) -> None:
    catalogue = default_catalogue()
    scenario = read_scenario(find_scenario("quiet-shift", home.root / "scenarios"), catalogue)
    settings = Settings(scenario.seed)
    pack = RegionPack.open(home.regions / "training")
    course = Course(scenario, ground_of(pack, catalogue), settings, on_disk(home, run_key(scenario, settings)))
    await course.begin()
    run = ExerciseRun(course, home)
    look, language = Look(), Language()
    look.apply()
    language.use(words.language)
    desk = ExerciseDesk(run, pack, DeskOptions(home), IniSettings(home.root / "exercise.ini"), look, language)
    shown = asyncio.ensure_future(desk.play())
    assert desk.guide is not None
    desk.window.resize(1280, 720)
    first = desk.guide.said.text()
    assert words.first in first
    for count in (1, 2, 3):
        said = desk.guide.said.text()
        await next_call(desk, count)
        await send_what_is_advised(desk, newest(desk))
        await see(partial(goes_on, desk, said), "the guide going on")
    await next_call(desk, 4)
    await merge_by_command(desk, words)
    await release_and_close(desk, words)
    await next_call(desk, 5)
    await send_what_is_advised(desk, newest(desk))
    await see(lambda: desk.guide is not None and words.end in desk.guide.said.text(), "the end of the guide")
    assert desk.window.seat.now_ms() < desk.exercise.end_ms
    control = desk.window.beside.open(next(kind for kind in WINDOWS if kind.name == "exercise"))
    assert isinstance(control, ControlWindow)
    await see(lambda: "5/5" in control.score.text(), "every expected action fulfilled")
    await desk.exercise.write_report(target)
    assert is_exercise(course.operation)
    desk.window.close()
    assert await shown is False
    await run.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.xdist_group("stories")
@pytest.mark.parametrize("words", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_the_guided_shift(words: Words, tmp_path: Path, training_pack: RegionPack, play: Play[None]) -> None:
    home = Home.open(tmp_path / "home")
    shutil.copytree(training_pack.path, home.regions / "training")
    try:
        play(shift(home, tmp_path / "report.docx", words))
    finally:
        Language().use("en")
    said = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "report.docx")).paragraphs)
    assert "A quiet shift" in said
    assert not list(home.operations.glob("*/log.db"))
