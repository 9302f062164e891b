"""A player's or evaluator's computer in an exercise of another: the same desk, over a log of the exercise's own."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from commandcenter.app.exercise_desk import faces, pack_of
from commandcenter.app.exercise_sync import ExerciseLink, Ways, keep_invitation, say_hello
from commandcenter.app.exercise_walls import Walls
from commandcenter.app.exercises import run_path
from commandcenter.app.live_alarms import AlarmListener
from commandcenter.app.operator import named_operator
from commandcenter.app.options import DeskOptions
from commandcenter.app.own_log import folded
from commandcenter.app.picture_file import save_picture
from commandcenter.app.session import read_secrets
from commandcenter.app.training import TRAINING_REGION
from commandcenter.dispatch.desk import Desk
from commandcenter.exercise.acts import Act
from commandcenter.exercise.clock import Pace
from commandcenter.exercise.controls import Deed
from commandcenter.exercise.follow import FollowingClock
from commandcenter.exercise.guide import Hint
from commandcenter.exercise.injects import Play
from commandcenter.exercise.invitation import Invitation
from commandcenter.exercise.memory import LatestTracks
from commandcenter.exercise.notes import Corrected, Note
from commandcenter.exercise.review import Notebook, Rating, Review
from commandcenter.exercise.ringing import RingingCall
from commandcenter.exercise.scenario import Inject, Objective
from commandcenter.exercise.staff import StaffBook, of_ask, of_entry
from commandcenter.geo.pack import RegionPack
from commandcenter.log.store import SqliteLog
from commandcenter.model.clock import SystemClock
from commandcenter.model.commands import ReportIncident, SignIn, WriteStaffNote
from commandcenter.model.entries import Key, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, random_id
from commandcenter.model.progress import Progress
from commandcenter.model.rights import CONTROL, STAFF, Role
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.alarms.player import Player
from commandcenter.ui.exercise.live_bar import LiveAlarmBar
from commandcenter.ui.exercise.port import Shared, TimelineRow
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map.tiles.source import PaintedTiles
from commandcenter.ui.map.view import MapView
from commandcenter.ui.notice import Level
from commandcenter.ui.ports import Services
from commandcenter.ui.prints.paper_file import Size
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import language as names_language

LOOK_EVERY_S = 0.5
CLOCK_OFF_MS = 2_000
"""From here on a difference of clocks is told."""


def _elsewhere() -> Refused:
    return Refused("The exercise is run on the controller's computer.")


class GuestRun:
    """`ExercisePort` of an evaluator or a further controller: looks at what the leading computer tells, rates, and asks it to act."""

    leads = False

    def __init__(self, desk: Desk, key: bytes, role: Role, name: str) -> None:
        """Read with the staff's key."""
        self._desk, self._key, self._name = desk, key, name
        self.controls = role in CONTROL
        self._asked: dict[Id, Act] = {}
        """What has no answer yet."""
        self._book = StaffBook(key)
        self.pace, self.notebook = Pace(), Notebook()
        self.seat: Seat | None = None

    @property
    def start_ms(self) -> int:
        """Return when the exercise begins; now, as long as that was not told."""
        return self._book.frame[0] if self._book.frame is not None else self._desk.clock.wall_ms()

    @property
    def end_ms(self) -> int:
        """Return when it ends; never, as long as that was not told."""
        return self._book.frame[1] if self._book.frame is not None else self.start_ms + 10**12

    @property
    def zone(self) -> str:
        """Return the zone of the sheet's times of day."""
        return self._book.zone

    @property
    def objectives(self) -> Sequence[Objective]:
        """Return what is to be shown."""
        self.read()
        return tuple(self._book.objectives.values())

    def read(self) -> None:
        """Take in what the staff has told; say how it went with what was asked for here."""
        match self._desk.picture.value(Key(Kind.EXERCISE, self._desk.picture.operation, "clock")):
            case [int(), int(), float() as speed]:
                self.pace.running, self.pace.speed = speed > 0, speed or self.pace.speed
        if not self._book.read(self._desk.picture.staff_notes()):
            return
        for deed in self._book.deeds:
            if deed.ask is not None and self._asked.pop(deed.ask, None) is not None and self.seat is not None:
                done = deed.refused is None
                self.seat.notice(Level.DONE if done else Level.REFUSED, deed.refused or say("Done at the leading computer."))

    def injects(self) -> list[tuple[Inject, Play]]:
        """Return every inject with where it stands."""
        self.read()
        return list(self._book.injects.values())

    def fulfilment(self) -> tuple[int, int]:
        """Return fulfilled and expected."""
        return self._book.fulfilment()

    def hint(self) -> Hint | None:
        """Guests are not guided."""
        return None

    def ringing(self) -> Sequence[RingingCall]:
        """Return none: calls ring at the leading computer."""
        return ()

    async def answer(self, number: str) -> ReportIncident:
        """Not here."""
        raise _elsewhere()

    def noted(self, what: Note | Rating | Corrected) -> None:
        """Tell the other staff."""
        if self.seat is not None:
            self.seat.perform(WriteStaffNote(of_entry(self._key, what)))

    async def control(self, act: Act) -> None:
        """Ask the leading computer to do it; its answer comes with what the staff tell each other."""
        if not self.controls:
            raise _elsewhere()
        ask = random_id()
        self._asked[ask] = act
        await self._desk.submit(WriteStaffNote(of_ask(self._key, ask, act, self._name)))
        if self.seat is not None:
            self.seat.notice(Level.HINT, say("The leading computer is asked to do it …"))

    def deeds(self) -> Sequence[Deed]:
        """Return what all controllers did."""
        self.read()
        return self._book.deeds

    def timelines(self) -> list[TimelineRow]:
        """Return none: they are the controller's."""
        return []

    async def go_back(self, moment_ms: int) -> None:
        """Not here."""
        raise _elsewhere()

    async def switch(self, number: int) -> None:
        """Not here."""
        raise _elsewhere()

    def sharing(self) -> Shared | None:
        """Return nothing: the codes are the controller's."""
        return None

    async def share(self, hub: str) -> None:
        """Not here."""
        raise _elsewhere()

    async def review(self, progress: Progress) -> Review:
        """Not here: only the controller's computer has the whole run."""
        raise _elsewhere()

    async def write_reports(self, paths: Sequence[Path], size: Size, progress: Progress) -> None:
        """Not here: only the controller's computer has the whole run."""
        raise _elsewhere()


async def take_part_in_window(options: DeskOptions, invitation: Invitation, name: str, role: Role, ways: Ways) -> None:
    """Take part until the window is closed. Raises `KnownError` before there is one."""
    ini, look, language = faces(options)
    pack = pack_of(options.home, invitation.region)
    keep_invitation(options.home, invitation)
    operator = named_operator(name, role.value)
    desk, clock, log, writer = _desk(options, invitation, pack, operator.id)
    link = ExerciseLink(desk, log, writer, options.home, ways, run_path(options.home, invitation.operation).parent)
    if desk.picture.count() == 0:
        await say_hello(desk, log.device, invitation, operator.name, role)
    west, south, east, north = pack.info.focus
    middle = LonLat((west + east) / 2, (south + north) / 2)
    tiles = PaintedTiles(pack.features(), options.home.cache / "tiles" / "tiles.db", attribution=pack.info.attribution)

    def new_map() -> MapView:
        return MapView(tiles, look.tokens.name, middle, pack.info.focus, lang=names_language())

    view = new_map()
    run = GuestRun(desk, invitation.staff_key, role, operator.name) if role in STAFF else None
    region = say("Training region") if pack.name == TRAINING_REGION else pack.name
    window = MainWindow(
        desk,
        view,
        ini,
        look=look,
        language=language,
        standing=Standing(region, say("Exercise"), operator.name, role.value, exercise=True),
        actor=operator.id,
        home=middle,
        prints=options.home.root / "prints",
        services=Services(sound=Player(), exercise=run),
    )
    if run is not None:
        run.seat = window.seat
    walls = Walls(desk, operator.id, window, new_map)
    await _show(window, view, link, clock, options)
    walls.close()
    tiles.close()
    await _leave(desk, log, writer)


async def _leave(desk: Desk, log: SqliteLog, writer: ThreadPoolExecutor) -> None:
    await desk.close()
    writer.submit(log.close).result()
    writer.shutdown()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _desk(options: DeskOptions, invitation: Invitation, pack: RegionPack, actor: Id) -> tuple[Desk, FollowingClock, SqliteLog, ThreadPoolExecutor]:
    """Open the exercise's own log on this computer, and a desk over it whose clock follows the controller's."""
    secrets, clock = read_secrets(options.home), FollowingClock(SystemClock())
    path = run_path(options.home, invitation.operation)
    writer = ThreadPoolExecutor(1, thread_name_prefix="exercise-writer")
    with ExitStack() as failing:
        failing.callback(writer.shutdown)
        open_log = partial(SqliteLog, path, device=secrets.device, database_key=secrets.database_key, operation=invitation.operation, clock=clock)
        log = writer.submit(open_log).result()
        picture = writer.submit(folded, log).result()
        failing.pop_all()
    desk = Desk(
        log,
        picture,
        clock=clock,
        new_id=random_id,
        actor=actor,
        catalogue=default_catalogue(),
        roads=pack.roads(),
        gazetteer=pack.gazetteer(),
        tracks=LatestTracks(),
        writer=writer,
    )
    clock.follow(picture, live=False)
    desk.subscribe(lambda _changes: clock.follow(desk.picture))
    return desk, clock, log, writer


async def _show(window: MainWindow, view: MapView, link: ExerciseLink, clock: FollowingClock, options: DeskOptions) -> None:
    closed = asyncio.Event()
    window.closed.connect(closed.set)
    listener = AlarmListener(options.home.root, window)
    bar = LiveAlarmBar(None, window, SystemClock().wall_ms)
    window.addToolBar(bar)
    bar.hide()
    listener.heard.connect(bar.hear)
    listener.lost.connect(bar.lose)
    link.start()
    beside = window.seat.run(_keep_seat(window, link, clock))
    window.open()
    if options.screenshot is not None:
        await save_picture(window, view, options.screenshot)
        window.close()
    await closed.wait()
    beside.cancel()
    await asyncio.gather(beside, return_exceptions=True)
    await link.stop()
    listener.close()
    view.shut_down()
    window.deleteLater()


async def _keep_seat(window: MainWindow, link: ExerciseLink, clock: FollowingClock) -> None:
    """Say how this computer stands to the others; sign in again once it was let in: the first time did not count."""
    desk, standing, warned = window.seat.desk, window.header.standing, False
    while True:
        state, off = link.client.status, clock_off(clock.ahead_ms)
        window.set_sync(state.sentence(), state.level, (off,) if off is not None else ())
        if off is not None and not warned:
            window.seat.notice(Level.HINT, off)
            warned = True
        rights = desk.picture.rights
        if rights.begun and rights.roles_of(window.seat.actor) and desk.picture.operator_name(window.seat.actor) != standing.operator:
            await desk.submit(SignIn(window.seat.actor, standing.operator, next(iter(rights.roles_of(window.seat.actor))).value))
        await asyncio.sleep(LOOK_EVERY_S)


def clock_off(ahead_ms: int) -> Sentence | None:
    """Return how far this computer's clock is off the leading one's; `None` where nobody would see it."""
    if abs(ahead_ms) < CLOCK_OFF_MS:
        return None
    off_s = round(abs(ahead_ms) / 1000)
    if ahead_ms > 0:
        return say("This computer's clock is {s} s ahead of the leading computer's; exercise time follows the leading one's.", s=off_s)
    return say("This computer's clock is {s} s behind the leading computer's; exercise time follows the leading one's.", s=off_s)
