"""A leading computer's window, a further controller's and a player's, over a real hub: what each shows and what the controller's acts do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from commandcenter.app.exercise_guest import GuestRun
from commandcenter.app.exercise_run import ExerciseRun
from commandcenter.app.exercise_sync import Ways
from commandcenter.app.home import Home
from commandcenter.app.scenarios import Scenarios
from commandcenter.dispatch.desk import Desk
from commandcenter.exercise.course import PLAYER as PLAYERS_SEAT
from commandcenter.exercise.course import Course, Ground, Settings
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.invitation import PLAYER, read_invitation
from commandcenter.model.clock import FakeClock, SystemClock
from commandcenter.model.ids import Id
from commandcenter.model.rights import Role
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.exercise.choice_pages import JoinPage
from commandcenter.ui.exercise.control import ControlWindow
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.header.bar import Standing as Who
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.ports import MemorySettings, Services
from commandcenter.ui.theme.look import Look
from tests.unit.dispatch.conftest import GridRoads
from tests.unit.exercise.room import CONTROLLER, Guest, memory_log
from tests.unit.exercise.town import START_MS, TOWN, Streets, fleet, inject, scenario
from tests.unit.hub.conftest import RunningHub

from .ground import HOME
from .plain_map import PlainMap

SHEET = scenario(inject("1", 5, match="dispatched", deadline=5), inject("2", 30))


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    qapp.setQuitOnLastWindowClosed(False)
    made = qasync.QEventLoop(qapp, already_running=False)
    asyncio.set_event_loop(made)
    yield made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    asyncio.set_event_loop(None)
    made.close()


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RunningHub]:
    running = RunningHub(f"sqlite:///{tmp_path / 'hub.db'}", exercises=True)
    yield running
    running.stop()


async def see(true: Callable[[], object], what: str) -> None:
    async with asyncio.timeout(60):
        while not true():
            await asyncio.sleep(0.02)
    assert true(), what


def mistyped(code: str) -> str:
    """One letter in the middle, of the key, is another."""
    middle = len(code) // 2
    return code[:middle] + ("B" if code[middle] != "B" else "C") + code[middle + 1 :]


class Seats:
    """The windows of one exercise in this process, each over a log of its own."""

    def __init__(self, home: Home, hub: RunningHub) -> None:
        self.home, self.hub = home, hub
        writer = ThreadPoolExecutor(1)
        ground = Ground(default_catalogue(), GridRoads(), Streets(), fleet(*TOWN))
        settings = Settings(1, nonce="n", founder=CONTROLLER.id, player_name="Lena")
        self.course = Course(SHEET, ground, settings, partial(memory_log, writer))
        self.run = ExerciseRun(self.course, home, kept=False)
        self.windows: list[MainWindow] = []
        self.guests: list[Guest] = []
        self.look, self.language = Look(), Language()
        self.look.apply()
        self.language.use("en")

    def window(self, desk: Desk, actor: Id, who: Who, run: ExerciseRun | GuestRun | None) -> MainWindow:
        services = Services(exercise=run)
        made = MainWindow(
            desk, PlainMap(), MemorySettings(), look=self.look, language=self.language, standing=who, actor=actor, home=HOME, services=services
        )
        made.resize(1280, 720)
        made.open()
        self.windows.append(made)
        return made

    async def lead(self) -> MainWindow:
        await self.course.begin()
        window = self.window(self.course.desk, PLAYERS_SEAT, Who("Town", "Test", "Lena", "player", exercise=True), self.run)
        await self.run.share(self.hub.url)
        self.driving = window.seat.run(self.run.drive(window.seat))
        return window

    async def join(self, number: int, code: str, name: str, role: Role) -> tuple[Guest, MainWindow]:
        guest = Guest(number, self.home, read_invitation(code), Ways((self.hub.url,)), FakeClock(SystemClock().wall_ms()))
        self.guests.append(guest)
        await guest.come(name, role)
        run = GuestRun(guest.desk, guest.invitation.staff_key, role, name) if guest.invitation.for_staff else None
        window = self.window(guest.desk, guest.desk.actor, Who("Town", "Exercise", name, role.value, exercise=True), run)
        if run is not None:
            run.seat = window.seat
        await see(lambda: role in guest.roles(), f"{name} let in")
        return guest, window

    async def close(self) -> None:
        self.driving.cancel()
        await asyncio.gather(self.driving, return_exceptions=True)
        for window in self.windows:
            window.close()
            window.deleteLater()
        for guest in self.guests:
            await guest.leave()
        await self.run.close()


def controls_of(window: MainWindow) -> ControlWindow:
    made = window.beside.open(next(kind for kind in WINDOWS if kind.name == "exercise"))
    assert isinstance(made, ControlWindow)
    return made


async def a_controller_acts_from_afar(seats: Seats) -> None:
    leader = await seats.lead()
    shared = seats.run.sharing()
    assert shared is not None
    tess, trainer = await seats.join(1, shared.staff_code, "Tess", Role.TRAINER)
    pat, player = await seats.join(2, shared.player_code, "Pat", PLAYER)
    theirs, ours = controls_of(trainer), controls_of(leader)
    await see(lambda: theirs.injects.rows.rowCount() == 2, "the injects at the guest")
    await see(lambda: ours.sharing.guests.count() == 2, "who takes part")
    assert player.context.services.exercise is None
    theirs.injects.table.selectRow(0)
    QTest.mouseClick(theirs.injects.fire, Qt.MouseButton.LeftButton)
    await see(lambda: ours.deeds.table.rows.rowCount() == 1, "the deed in the leader's window")
    who, what, result = ours.deeds.table.rows.texts()[1][1:4]
    assert who == "Tess" and "1" in what and result == "Done"
    await see(lambda: "Done at the leading computer" in trainer.strip.text.text(), "the answer at the guest")
    await seats.course.advance_to(START_MS + 1)
    incident = seats.course.injects.incident_of("1")
    assert incident is not None
    for window in (trainer, player):
        await see(partial(window.seat.desk.picture.incident, incident), "the call at the guest")
        await see(window.queue.rows.rowCount, "the call in the guest's queue")
    assert seats.course.injects.play("1").standing is Standing.WAITING  # type: ignore[union-attr]
    await see(lambda: tess.clock.wall_ms() == pat.clock.wall_ms() == START_MS, "the leader's time, as it was told")
    assert abs(seats.course.clock.wall_ms() - player.seat.now_ms()) <= 1


def test_a_guest_controller_s_act_is_done_by_the_leader_who_shows_who_did_it(
    tmp_path: Path, hub: RunningHub, loop: asyncio.AbstractEventLoop
) -> None:
    async def work() -> None:
        seats = Seats(Home.open(tmp_path / "home"), hub)
        try:
            await a_controller_acts_from_afar(seats)
        finally:
            await seats.close()

    loop.run_until_complete(work())


def test_a_mistyped_code_and_a_code_for_the_wrong_role_are_said_where_they_are_typed(
    tmp_path: Path, hub: RunningHub, loop: asyncio.AbstractEventLoop
) -> None:
    async def work() -> None:
        home = Home.open(tmp_path / "home")
        seats = Seats(home, hub)
        leader = await seats.lead()
        shared = seats.run.sharing()
        assert shared is not None
        page = JoinPage(leader.seat, Scenarios(home, "training"))
        page.name.setText("Pat")
        for code, role, words in ((mistyped(shared.player_code), 0, "no code of an exercise"), (shared.player_code, 2, "for players")):
            page.code.setText(code)
            page.role.setCurrentIndex(role)
            page.join.click()
            assert words in leader.strip.text.text()
        page.deleteLater()
        await seats.close()

    loop.run_until_complete(work())
