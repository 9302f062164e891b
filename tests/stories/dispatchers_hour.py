"""A dispatcher's hour: two calls, the alarm for the one that waits, an order, a roll-call, a mistake taken back, the report on paper."""

from __future__ import annotations

import asyncio
from functools import partial

from PySide6.QtCore import Qt

from commandcenter.model.clock import FakeClock
from commandcenter.model.words import OrderState
from commandcenter.picture.views import IncidentView
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.roll_call.window import RollCallWindow

from .album import Album
from .player import PATIENCE_S, Player

CTRL = Qt.KeyboardModifier.ControlModifier
WAITED_S, DRIVE_S = 120, 300
TICK_S = 2.0
"""The simulated crews have followed the clock by then."""


async def dispatchers_hour(player: Player, clock: FakeClock, album: Album) -> tuple[IncidentView, IncidentView]:
    """Work an hour at the desk, by keyboard; return the two incidents as they were opened."""
    west, south, east, north = player.session.pack.info.focus
    fire = await a_fire(player, f"{(south + north) / 2:.4f}, {(west + east) / 2:.4f}")
    await album.keep(player.window, player.map, "units-sent")
    second = await a_call_that_waits(player, clock, f"{(south + north) / 2 + 0.004:.4f}, {(west + east) / 2:.4f}")
    await album.keep(player.window, player.map, "a-call-waits")
    await the_order(player, fire)
    await the_roll_call(player, clock, fire, album)
    await a_mistake(player)
    await the_end(player, fire, second)
    await album.keep(player.window, player.map, "closed")
    return fire, second


async def a_fire(player: Player, place: str) -> IncidentView:
    """F2, type, place, Enter; Enter sends what is advised; the crews drive."""
    fire = await player.new_incident("structure", place)
    advised = await player.recommended()
    await player.accept()
    await player.see(lambda: set(advised) <= set(player.sent_to(fire)), "the advised units on their way")
    return player.incident(fire)


async def a_call_that_waits(player: Player, clock: FakeClock, place: str) -> IncidentView:
    """A second call comes; nobody is sent until the alarm says so; it is taken in hand and units go."""
    call = await player.new_incident("chest", place)
    await player.recommended()
    later(player, clock, WAITED_S)
    player.press(Qt.Key.Key_F12)
    alarms = player.window.panels.alarms
    await player.see(alarms.list.hasFocus, "the list of alarms")
    await player.see(lambda: any(a.kind is AlarmKind.CALL_WAITING and a.incident == call.id for a in player.window.watch.alarms), "the alarm")
    alarm = next(a for a in player.window.watch.alarms if a.incident == call.id)
    alarms.list.setCurrentIndex(alarms.rows.index(alarms.rows.row_of(alarm.id)))
    player.press(Qt.Key.Key_Return)
    await player.see(lambda: any(a.id == alarm.id and a.answer for a in player.window.watch.alarms), "the alarm in hand")
    player.press(Qt.Key.Key_Space)
    await player.see(lambda: player.window.seat.incident == call.id and player.advice(), "what the alarm is about")
    first = player.advice()[0]
    await player.command(f"d {call.number} {first}")
    await player.see(lambda: first in player.sent_to(call), "the unit sent by a line")
    await player.see(lambda: not any(a.incident == call.id for a in player.window.watch.alarms), "the alarm's end")
    return call


async def the_order(player: Player, fire: IncidentView) -> None:
    """An order is given, accepted and done, by lines."""
    crew = player.sent_to(fire)[0]
    await player.command(f"order {crew} check the cellar")
    await player.see(player.picture.duty.orders, "the order")
    for answer, state in (("ok", OrderState.ACCEPTED), ("done", OrderState.DONE)):
        await player.command(f"ack {crew} {answer}")
        await player.see(partial(_answered, player, crew, state), answer)


async def a_crew_arrives(player: Player, clock: FakeClock, fire: IncidentView) -> None:
    """Let time run on until the first is there: how long crews take is drawn anew for each operation."""
    deadline = asyncio.get_running_loop().time() + 2 * PATIENCE_S
    while "on_scene" not in (found := _statuses(player, fire)):
        assert asyncio.get_running_loop().time() < deadline, f"no crew arrives: {found}"
        later(player, clock, DRIVE_S)
        await asyncio.sleep(TICK_S)


async def the_roll_call(player: Player, clock: FakeClock, fire: IncidentView, album: Album) -> None:
    """Once the crews are there everybody is counted: Enter for each, one of them twice."""
    await a_crew_arrives(player, clock, fire)
    player.window.choose(fire.id)
    player.press(Qt.Key.Key_R, CTRL)
    await player.see(lambda: "roll_call" in player.window.beside.open_windows, "the roll-call window")
    window = player.window.beside.open_windows["roll_call"]
    assert isinstance(window, RollCallWindow)
    await player.see(window.table.hasFocus, "the keyboard in it")
    player.press(Qt.Key.Key_Return, CTRL)
    await player.see(lambda: window.roll is not None and window.roll.call.open, "the roll-call")
    assert window.roll is not None
    for n in range(len(window.roll.rows)):
        player.press(Qt.Key.Key_Return)
        await player.see(partial(_counted, window, n + 1), "the answer")
    album.add(window, "roll-call")
    assert window.roll.complete
    player.press(Qt.Key.Key_Return, CTRL)
    await player.see(lambda: window.roll is not None and not window.roll.call.open, "its end")
    window.close()
    player.window.activateWindow()


async def a_mistake(player: Player) -> None:
    """A note on the wrong day is taken back; both lines stay in the log."""
    await player.command("note the bridge is closed tomorrow")
    await player.see(lambda: "bridge is closed" in player.strip, "the note")
    player.press(Qt.Key.Key_Z, CTRL)
    await player.see(lambda: "Withdrawn" in str(player.picture.lines(1)[0].summary.get("text")), "the compensating entry")


async def the_end(player: Player, fire: IncidentView, second: IncidentView) -> None:
    """Crews are released, both incidents close, the report lies on paper."""
    for incident in (fire, second):
        crews = " ".join(player.sent_to(incident))
        await player.command(f"rel {crews}")
        await player.see(partial(_left, player, incident), "released")
        await player.command(f"close {incident.number} done")
        await player.see(partial(_closed, player, incident), "closed")
    player.window.seat.choose_incident(fire.id)
    await player.command("print report")
    await player.see(lambda: "Printed" in player.strip, "the paper")


def _answered(player: Player, crew: str, state: OrderState) -> bool:
    return player.picture.duty.orders()[0].answers[player.unit(crew).id].state == state


def _counted(window: RollCallWindow, units: int) -> bool:
    return window.roll is not None and window.roll.answered >= units


def _left(player: Player, incident: IncidentView) -> bool:
    return not player.incident(incident).units


def _closed(player: Player, incident: IncidentView) -> bool:
    return not player.incident(incident).open


def _statuses(player: Player, fire: IncidentView) -> list[str]:
    return [str(unit.status) for unit in player.picture.units() if unit.callsign in player.sent_to(fire)]


def later(player: Player, clock: FakeClock, seconds: float) -> None:
    """Let the clock of the desk run on; the simulated crews follow it within a second."""
    clock.advance(seconds)
    player.window.seat.ticked.emit(player.window.seat.now_ms())
