"""A field commander's afternoon without a network and his return: two real stores, both windows, one disagreement that a person settles."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from commandcenter.app.beginning import begin
from commandcenter.app.desk_window import DeskWindow
from commandcenter.app.home import Home
from commandcenter.app.joining import join_operation
from commandcenter.app.operator import keep_operator, named_operator
from commandcenter.app.options import DeskOptions
from commandcenter.app.session import Session, open_session
from commandcenter.app.station import FieldStation
from commandcenter.geo.positioning.fix import Fix
from commandcenter.model.clock import FakeClock
from commandcenter.model.commands import AssignUnit, ChangeSketch, DrawSketch, ReportIncident, SendOrder
from commandcenter.model.drawings import Hazard, SketchKind
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, OrderState, PositionSource, UnitStatus
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.connection.port import Choice
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.ports import MemorySettings
from commandcenter.ui.theme.look import Look

from .album import Album

REGION, PATIENCE_S, HOUR_S = "harbour", 60.0, 3600.0
BEGIN_MS = 1_790_000_000_000


@dataclass
class Seat:
    """One computer at work."""

    session: Session
    station: DeskWindow | FieldStation

    async def keep(self, album: Album, name: str) -> None:
        """Put how the window looks now into an album."""
        await album.keep(self.station.window, self.station.map, name)

    @property
    def digest(self) -> bytes:
        return self.session.desk.picture.digest()


async def see(true: Callable[[], object], what: str) -> None:
    """Wait until something is on screen or in the picture."""
    deadline_s = asyncio.get_running_loop().time() + PATIENCE_S
    while not true():
        assert asyncio.get_running_loop().time() < deadline_s, f"not seen: {what}"
        await asyncio.sleep(0.02)


@asynccontextmanager
async def at_work(home: Home, kind: type[DeskWindow] | type[FieldStation], clock: FakeClock) -> AsyncIterator[Seat]:
    """Open a window over a home's store as the program does, and close it again."""
    look, language = Look(), Language()
    language.use("en")
    look.apply()
    with open_session(home, REGION, clock=clock) as session:
        await begin(session)
        station = kind(session, DeskOptions(home, REGION), MemorySettings(), look, language)
        shown = asyncio.ensure_future(station.run())
        try:
            await see(station.window.isVisible, "the window")
            yield Seat(session, station)
        finally:
            station.window.close()
            await shown
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def home_of(folder: Path, region: Path, name: str) -> Home:
    """Return a computer's home, with the region copied into it."""
    home = Home.open(folder / name.casefold())
    shutil.copytree(region, home.regions / REGION)
    keep_operator(home, named_operator(name, "dispatcher"))
    return home


async def join(desk: Seat, field: Seat) -> None:
    """Let the laptop find the desk; wait until both have the same."""
    desk.station.sync.choose(Choice(lan=True))
    await see(lambda: desk.station.sync.links().listening, "the desk listens")
    field.station.sync.choose(Choice(lan=True, typed=desk.station.sync.links().listening))
    await in_step(desk, field)


def is_alone(seat: Seat) -> bool:
    return seat.station.sync.client.status.lan is None


async def part(desk: Seat, field: Seat) -> None:
    """The laptop drives out of reach."""
    for seat in (desk, field):
        seat.station.sync.choose(replace(seat.station.sync.choice, lan=False, typed=()))
        await see(partial(is_alone, seat), "no network")


async def in_step(desk: Seat, field: Seat) -> None:
    await see(lambda: desk.digest == field.digest, "both have the same")


async def morning(desk: Seat) -> tuple[Id, Id, Id]:
    """The desk has an incident, a unit on it, and a hazard on the map; return the three."""
    session = desk.session.desk
    base = session.picture.stations()[0]
    at = LonLat(base.at.lon + 0.01, base.at.lat + 0.004)
    incident = (await session.submit(ReportIncident("fire.structure", at, "Quay 4", 2, "smell of gas"))).created[-1]
    unit = next(one for one in session.picture.units() if one.status == UnitStatus.AVAILABLE).id
    await session.submit(AssignUnit(incident, unit))
    hazard = (await session.submit(DrawSketch(SketchKind.HAZARD, (at,), "leaking drum", Hazard.GAS, 200.0, incident_id=incident))).created[0]
    return incident, unit, hazard


def choose_unit(window: FieldWindow, unit: Id) -> None:
    window.unit.setCurrentIndex(window.unit.findData(unit))
    window.unit.activated.emit(window.unit.currentIndex())


def tap(button: QAbstractButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def afternoon(field: Seat, unit: Id, hazard: Id, clock: FakeClock, album: Album) -> None:
    """Three hours with nothing but the laptop: status, team, report, hazard, note."""
    window, picture = field.station.window, field.session.desk.picture
    assert isinstance(window, FieldWindow)
    for status in (UnitStatus.ENROUTE, UnitStatus.ON_SCENE):
        clock.advance(600)
        await see(window.status.buttons[status].isVisible, f"{status} on offer")
        tap(window.status.buttons[status])
        await see(partial(is_now, field, unit, status), str(status))
    tap(window.pages.tabs[2])
    QTest.keyClicks(window.team.name, "Kim")
    tap(window.team.add)
    await see(lambda: picture.teams.members(unit) == ("Kim",), "a name")
    QTest.keyClicks(window.team.task, "close the valve")
    tap(window.team.give)
    await see(lambda: len(window.team.done_buttons) == 1, "a task")
    await field.keep(album, "team-and-task")
    clock.advance(HOUR_S)
    tap(next(iter(window.team.done_buttons.values())))
    await see(lambda: not window.team.done_buttons, "the task done")
    tap(window.pages.tabs[3])
    await see(lambda: window.sketch.chosen.findData(hazard) >= 0, "the desk's hazard")
    await field.session.desk.submit(ChangeSketch(hazard, {"radius_m": 350.0, "text": "leaking drum, wind from the west"}))
    tap(window.sketch.kinds[SketchKind.NOTE])
    QTest.keyClicks(window.sketch.text, "valve behind shed 2")
    tap(window.sketch.here_button)
    await see(lambda: any(one.text == "valve behind shed 2" for one in picture.sketches()), "a note")
    await field.keep(album, "note-on-the-map")
    clock.advance(HOUR_S)
    tap(window.pages.tabs[4])
    for button in (window.situation.trends["controlled"], window.situation.more["injured"], window.situation.needs["relief"], window.situation.send):
        tap(button)
    await see(lambda: picture.lines(1)[0].type == "SituationReported", "the report")
    assert "Under control; Injured: 1; needed: Relief of crews" in str(picture.lines(1)[0].summary["text"])
    await field.keep(album, "report-sent")


def is_now(seat: Seat, unit: Id, status: UnitStatus) -> bool:
    view = seat.session.desk.picture.unit(unit)
    return view is not None and view.status is status


def is_disputed(seat: Seat, sketch: Id) -> bool:
    view = seat.session.desk.picture.sketch(sketch)
    return view is not None and view.disputed


async def meanwhile(desk: Seat, unit: Id, hazard: Id) -> None:
    """The desk goes on without the laptop: another size of the same hazard, and an order."""
    session = desk.session.desk
    await session.submit(ChangeSketch(hazard, {"radius_m": 500.0}))
    await session.submit(SendOrder("report by radio every hour", (unit,)))


async def settle(desk: Seat, field: Seat, hazard: Id, album: Album) -> None:
    """Both see the disagreement; the desk settles it for both."""
    window = desk.station.window
    for seat in (desk, field):
        picture = seat.session.desk.picture
        await see(partial(is_disputed, seat, hazard), "the conflict")
        assert sorted(one.key.entity for one in picture.conflicts()) == [hazard]
    assert isinstance(window, MainWindow) and isinstance(field.station.window, FieldWindow)
    chosen = field.station.window.sketch.chosen
    await see(lambda: "⚠" in chosen.itemText(chosen.findData(hazard)), "the laptop's mark of the conflict")
    await see(lambda: AlarmKind.DISAGREEMENT in {alarm.kind for alarm in window.watch.alarms}, "the desk's alarm")
    window.focus_panel("conflicts")
    await see(lambda: window.conflicts.choices, "the choice")
    await desk.keep(album, "two-values")
    tap(window.conflicts.choices[0])  # type: ignore[arg-type] # buttons
    await see(lambda: not desk.session.desk.picture.conflicts(), "settled")
    await in_step(desk, field)
    assert desk.session.desk.picture.sketches() == field.session.desk.picture.sketches()


async def field_afternoon(at_desk: Home, out: Home, clock: FakeClock, album: Album) -> None:
    """Go out with a laptop, work three hours without a network, come back; both have the same in the end."""
    async with at_work(at_desk, DeskWindow, clock) as desk:
        _incident, unit, hazard = await morning(desk)
        join_operation(out, desk.station.sync.code(), REGION)
        async with at_work(out, FieldStation, clock) as field:
            await join(desk, field)
            await set_out(desk, field, unit)
            await field.keep(album, "my-incident")
            await part(desk, field)
            await afternoon(field, unit, hazard, clock, album)
            await meanwhile(desk, unit, hazard)
            assert desk.digest != field.digest
            await join(desk, field)
            await settle(desk, field, hazard, album)
            await the_order_that_waited(desk, field, unit, album)
            await in_step(desk, field)


async def set_out(desk: Seat, field: Seat, unit: Id) -> None:
    """The laptop stands with its unit, sees its incident, and tells the desk where it is."""
    window = field.station.window
    assert isinstance(window, FieldWindow)
    choose_unit(window, unit)
    await see(lambda: "Quay 4" in window.incident.place.text(), "my incident")
    window.take_fix(Fix(desk.session.desk.picture.stations()[0].at, 80.0, 30.0))
    await see(lambda: unit in desk.session.tracks.latest(), "the laptop's position at the desk")
    assert desk.session.tracks.latest()[unit].source is PositionSource.GPS


async def the_order_that_waited(desk: Seat, field: Seat, unit: Id, album: Album) -> None:
    """What the desk ordered meanwhile is on the laptop, and is accepted with one tap."""
    window = field.station.window
    assert isinstance(window, FieldWindow)
    tap(window.pages.tabs[1])
    await see(lambda: any(key[1] is OrderState.ACCEPTED for key in window.orders.buttons), "the order that waited")
    await field.keep(album, "the-order-that-waited")
    tap(next(button for key, button in window.orders.buttons.items() if key[1] is OrderState.ACCEPTED))
    await see(lambda: answer_at(desk, unit) is OrderState.ACCEPTED, "the answer at the desk")


def answer_at(desk: Seat, unit: Id) -> OrderState:
    return desk.session.desk.picture.duty.orders()[-1].answers[unit].state
