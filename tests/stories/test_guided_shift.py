"""A newcomer's guided shift: each sentence of the guide is done in the window, the guide goes on, and the trainer writes the report."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from commandcenter.app.exercise_desk import ExerciseDesk
from commandcenter.app.exercise_run import ExerciseRun
from commandcenter.app.exercises import ground_of, on_disk
from commandcenter.app.home import Home
from commandcenter.app.options import DeskOptions
from commandcenter.exercise.acts import ToNextInject
from commandcenter.exercise.course import Course, Settings, run_key
from commandcenter.exercise.folder import find_scenario, read_scenario
from commandcenter.geo.pack import RegionPack
from commandcenter.model.commands import Command, MergeIncident, ReleaseUnit, SetIncidentState
from commandcenter.model.ids import is_exercise
from commandcenter.model.words import IncidentState
from commandcenter.picture.views import IncidentView
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.exercise.control import ControlWindow
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.i18n.language import Language
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


async def send_what_is_advised(desk: ExerciseDesk, incident: IncidentView) -> None:
    window = desk.window
    window.seat.choose_incident(incident.id)
    window.focus_incident()
    panel = window.incident.recommend
    await see(lambda: panel.rows.recommendation is not None and panel.rows.recommendation.incident_id == incident.id, "advice")
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    await see(lambda: window.seat.desk.picture.incident(incident.id).units, "units sent")  # type: ignore[union-attr]


def goes_on(desk: ExerciseDesk, said: str) -> bool:
    return desk.guide is not None and desk.guide.said.text() != said


async def follow(desk: ExerciseDesk, words: str, *commands: Command) -> None:
    """Do what the guide says now."""
    assert desk.guide is not None
    said = desk.guide.said.text()
    assert words in said
    await desk.window.seat.submit(*commands)
    await see(partial(goes_on, desk, said), "the guide going on")


async def shift(home: Home, target: Path) -> None:
    catalogue = default_catalogue()
    scenario = read_scenario(find_scenario("quiet-shift", home.root / "scenarios"), catalogue)
    settings = Settings(scenario.seed)
    pack = RegionPack.open(home.regions / "training")
    course = Course(scenario, ground_of(pack, catalogue), settings, on_disk(home, run_key(scenario, settings)))
    await course.begin()
    run = ExerciseRun(course, home)
    look, language = Look(), Language()
    look.apply()
    language.use("en")
    desk = ExerciseDesk(run, pack, DeskOptions(home), IniSettings(home.root / "exercise.ini"), look, language)
    shown = asyncio.ensure_future(desk.play())
    assert desk.guide is not None
    first = desk.guide.said.text()
    assert "call comes in" in first
    for count in (1, 2, 3):
        said = desk.guide.said.text()
        await next_call(desk, count)
        await send_what_is_advised(desk, newest(desk))
        await see(partial(goes_on, desk, said), "the guide going on")
    await next_call(desk, 4)
    await follow(desk, "merge 4 into 3", MergeIncident(*(one.id for one in reversed(desk.window.seat.desk.picture.incidents()[2:4]))))
    alarm = desk.window.seat.desk.picture.incidents()[2]
    await follow(desk, "release the crews", *(ReleaseUnit(unit) for unit in alarm.units), SetIncidentState(alarm.id, IncidentState.CLOSED))
    await next_call(desk, 5)
    await send_what_is_advised(desk, newest(desk))
    await see(lambda: desk.guide is not None and "whole job" in desk.guide.said.text(), "the end of the guide")
    assert desk.window.seat.now_ms() < desk.exercise.end_ms
    control = desk.window.beside.open(next(kind for kind in WINDOWS if kind.name == "exercise"))
    assert isinstance(control, ControlWindow)
    await see(lambda: control.score.text().startswith("5/5"), "every expected action fulfilled")
    await desk.exercise.write_report(target)
    assert is_exercise(course.operation)
    desk.window.close()
    assert await shown is False
    await run.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.xdist_group("stories")
def test_the_guided_shift(tmp_path: Path, training_pack: RegionPack, play: Play[None]) -> None:
    home = Home.open(tmp_path / "home")
    shutil.copytree(training_pack.path, home.regions / "training")
    play(shift(home, tmp_path / "report.docx"))
    said = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "report.docx")).paragraphs)
    assert "A quiet shift" in said
    assert not list(home.operations.glob("*/log.db"))
