"""A player at another computer: code and address are typed, the call comes, a unit is sent; a wall shows what players see."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel

from commandcenter.app.exercise_desk import ExerciseDesk
from commandcenter.app.exercise_guest import take_part_in_window
from commandcenter.app.exercise_run import ExerciseRun
from commandcenter.app.exercise_store import opening
from commandcenter.app.exercise_sync import Ways
from commandcenter.app.exercises import ground_of
from commandcenter.app.home import Home
from commandcenter.app.options import DeskOptions
from commandcenter.app.session import read_secrets
from commandcenter.exercise.acts import ToNextInject
from commandcenter.exercise.course import Course, Settings
from commandcenter.exercise.folder import find_scenario, read_scenario
from commandcenter.exercise.invitation import PLAYER, read_invitation
from commandcenter.geo.pack import RegionPack
from commandcenter.model.commands import AssignUnit
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.exercise.port import Shared
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.settings import IniSettings
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wall.window import WallWindow

from .conftest import Play

PATIENCE_S = 120.0


async def see(true: Callable[[], object], what: str) -> None:
    deadline = asyncio.get_running_loop().time() + PATIENCE_S
    while not true():
        assert asyncio.get_running_loop().time() < deadline, f"not seen: {what}"
        await asyncio.sleep(0.02)


def home_with(pack: RegionPack, root: Path) -> Home:
    home = Home.open(root)
    (home.regions / "training").symlink_to(pack.path, target_is_directory=True)
    return home


async def leading(home: Home, pack: RegionPack) -> ExerciseDesk:
    """Begin the quiet shift at the leading computer."""
    scenario = read_scenario(find_scenario("quiet-shift", home.root / "scenarios"), default_catalogue())
    settings = Settings(scenario.seed, nonce="guests", founder=read_secrets(home).device.id, player_name="Lena")
    course = Course(scenario, ground_of(pack, default_catalogue()), settings, opening(home))
    await course.begin()
    look, language = Look(), Language()
    look.apply()
    language.use("en")
    return ExerciseDesk(ExerciseRun(course, home), pack, DeskOptions(home), IniSettings(home.root / "exercise.ini"), look, language)


def shared(desk: ExerciseDesk) -> Shared | None:
    found = desk.exercise.sharing()
    return found if found is not None and found.addresses else None


def written_on(wall: WallWindow) -> str:
    """Return every word that stands on a wall."""
    rows = [str(value) for row in range(wall.rows.rowCount()) if (value := wall.rows.index(row).data())]
    return "\n".join([*rows, wall.windowTitle(), *(label.text() for label in wall.findChildren(QLabel))])


async def a_guest_plays(leader: ExerciseDesk, guest: MainWindow) -> None:
    """See the call, send a unit, share a wall."""
    picture = guest.seat.desk.picture
    await see(lambda: PLAYER in picture.rights.roles_of(guest.seat.actor), "the guest let in")
    await see(lambda: [name for name, _ in shared(leader).guests] == ["Pat"], "who takes part")  # type: ignore[union-attr]
    assert guest.header.standing.exercise and guest.context.services.exercise is None
    await leader.exercise.control(ToNextInject())
    await see(picture.incidents, "the call at the guest")
    await see(guest.queue.rows.rowCount, "the call in the guest's queue")
    incident, unit = picture.incidents()[0], next(unit for unit in picture.units() if unit.callsign == "A1")
    await guest.seat.submit(AssignUnit(incident.id, unit.id))
    mine = leader.window.seat.desk.picture
    await see(lambda: unit.id in mine.incident(incident.id).units, "the guest's deed at the leading computer")  # type: ignore[union-attr]
    guest.wall_wanted.emit()
    await see(lambda: any(isinstance(one, WallWindow) and one.isVisible() for one in QApplication.topLevelWidgets()), "the guest's wall")
    wall = next(one for one in QApplication.topLevelWidgets() if isinstance(one, WallWindow))
    said = written_on(wall)
    assert "EXERCISE" in said and wall.numbers["open"].figure.text() == "1"
    staffs = [inject.expected.get("en") for inject, _ in leader.exercise.injects()] + [
        inject.synopsis.get("en") for inject, _ in leader.exercise.injects()
    ]
    assert not [text for text in staffs if text and text in said]


@pytest.mark.xdist_group("stories")
@pytest.mark.usefixtures("lan_on_loopback")
def test_a_player_s_computer_over_a_typed_address(tmp_path: Path, training_pack: RegionPack, play: Play[None]) -> None:
    async def story() -> None:
        leader = await leading(home_with(training_pack, tmp_path / "leader"), training_pack)
        shown = asyncio.ensure_future(leader.play())
        await leader.exercise.share("")
        await see(lambda: shared(leader), "where the leading computer is")
        told = shared(leader)
        assert told is not None
        invitation = read_invitation(told.player_code)
        options = DeskOptions(home_with(training_pack, tmp_path / "guest"), language="en", theme="light")
        guest = asyncio.ensure_future(take_part_in_window(options, invitation, "Pat", PLAYER, Ways.to(told.addresses[0], invitation.key)))
        windows = [leader.window]
        await see(lambda: guest.done() or len(windows) < len(desks(windows)), "the guest's window")
        assert not guest.done(), guest.exception()
        theirs = desks(windows)[-1]
        try:
            await a_guest_plays(leader, theirs)
        finally:
            theirs.close()
            await guest
            leader.window.close()
            await shown
            await leader.exercise.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, WallWindow) and one.isVisible()]
        assert len(list((tmp_path / "guest" / "exercises").glob("*/log.db"))) == 1

    play(story())


def desks(first: list[MainWindow]) -> list[MainWindow]:
    """Return the desks on the screen, the known ones first."""
    return first + [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one not in first and one.isVisible()]
