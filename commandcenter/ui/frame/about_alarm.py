"""Shows what an alarm is about: the unit, the incident, the window or the panel where it is dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commandcenter.monitor.alarms import Alarm
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.frame.windows import WINDOWS

if TYPE_CHECKING:
    from commandcenter.ui.main_window import MainWindow


def show_alarm(window: MainWindow, alarm: Alarm) -> None:
    """Show what an alarm is about."""
    if alarm.kind == AlarmKind.COVER_FALLEN:
        show_coverage(window, alarm)
        return
    if alarm.unit is not None:
        window.seat.choose_unit(alarm.unit)
        window.board.board.show_on_map()
    if alarm.kind in (AlarmKind.DOUBLE_BOOKED, AlarmKind.DISAGREEMENT):
        window.focus_panel("conflicts")
    elif alarm.kind in (AlarmKind.ORDER_REFUSED, AlarmKind.ORDER_UNANSWERED):
        window.focus_panel("orders")
    elif alarm.kind in (AlarmKind.STOCK_SHORT, AlarmKind.PLACES_SHORT):
        window.seat.window_wanted.emit("supplies" if alarm.kind == AlarmKind.STOCK_SHORT else "facilities")
    elif alarm.kind == AlarmKind.RIGHTS_RECOVERED:
        window.seat.window_wanted.emit("people")
    elif alarm.kind == AlarmKind.CALLBACK_DUE:
        window.bring_up("incident")
        window.incident.show_waiting()
    elif alarm.kind in (AlarmKind.PEOPLE_MISSING, AlarmKind.ROLL_CALL_SILENT, AlarmKind.ROLL_CALL_DUE) and alarm.incident is not None:
        window.choose(alarm.incident)
        window.seat.window_wanted.emit("roll_call")
    elif alarm.incident is not None:
        window.show_incident(alarm.incident)


def show_coverage(window: MainWindow, alarm: Alarm) -> None:
    """Open the window of moves at the capability that an alarm is about."""
    from commandcenter.ui.recommend.moves import MovesWindow

    moves = window.beside.open(next(kind for kind in WINDOWS if kind.name == "moves"))
    about = next((fall.capability for fall in window.cover.found() if fall.cause == alarm.unit and fall.subject == alarm.subject), None)
    if isinstance(moves, MovesWindow) and about is not None:
        moves.look_at(about)
