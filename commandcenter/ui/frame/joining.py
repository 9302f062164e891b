"""Joins the parts of the desk's window: what one of them tells, another one does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from commandcenter.model.ids import Id
from commandcenter.ui.frame.about_alarm import show_alarm
from commandcenter.ui.frame.lines import carrier
from commandcenter.ui.frame.windows import WINDOWS

if TYPE_CHECKING:
    from commandcenter.ui.main_window import MainWindow


def join(window: MainWindow) -> None:
    """Connect everything; once, when all parts are there."""
    _join_layout(window)
    _join_work(window)
    _join_map(window)


def _join_layout(window: MainWindow) -> None:
    window.beside.moved.connect(window.memory.note_move)
    window.memory.kept.connect(window.beside.keep_places)
    window.memory.monitors_changed.connect(window.beside.put_back)
    window.compact.changed.connect(window.fold)
    window.overlay.grammar_wanted.connect(partial(window.beside.explain, "command_line"))
    window.header.sync_clicked.connect(lambda: window.seat.window_wanted.emit("connection"))
    window.header.alarm_clicked.connect(lambda: window.focus_panel("alarms"))
    window.seat.window_wanted.connect(lambda name: window.beside.open(next(kind for kind in WINDOWS if kind.name == name)))


def _join_work(window: MainWindow) -> None:
    window.command_bar.entered.connect(carrier(window))
    window.command_bar.left.connect(window.queue.list.setFocus)
    window.queue.advice_wanted.connect(window.focus_incident)
    window.incident.new_button.clicked.connect(window.new_incident)
    window.incident.report.opened.connect(window.take_up)
    window.incident.report.left.connect(window.leave_report)
    window.rings.pressed.connect(window.new_incident)
    for pill in (window.incident.parked, window.incident.callbacks):
        pill.pressed.connect(lambda: window.bring_up("incident"))
    for called in (window.panels.alarms.wanted, window.called.pressed):
        called.connect(partial(show_alarm, window))
    sync = window.context.services.sync
    if sync is not None:
        window.seat.receipts = sync.receipts
        sync.subscribe(window.show_sync)


def _join_map(window: MainWindow) -> None:
    window.incident.recommend.route_wanted.connect(lambda unit: window.map_link.preview(Id(unit) if unit else None))
    window.seat.unit_chosen.connect(lambda unit: window.map_link.preview(None) if not unit else None)
    window.closures.draw.connect(window.draw_closure)
    window.closures.given_up.connect(window.context.drawing.stop)
    window.context.drawing.asked.connect(window.show_map)
    window.map_view.context_requested.connect(window.open_map_menu)
    window.map_view.map_clicked.connect(window.take_click)
    window.map_view.cursor_moved.connect(window.strip.position.show_position)
