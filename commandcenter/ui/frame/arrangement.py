"""Puts the docks where desk users expect them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

ROOMY_PX = 800
"""Below this height the command log shares its place with the unit board."""
LEFT_W, RIGHT_W, BOARD_H, LOG_H = 310, 400, 190, 132


def arrange(window: QMainWindow, docks: Mapping[str, QDockWidget]) -> None:
    """Put every panel where it belongs at first; small windows get tabs below."""
    area = Qt.DockWidgetArea
    sides = {"queue": area.LeftDockWidgetArea, "incident": area.RightDockWidgetArea}
    for name, dock in docks.items():
        dock.setFloating(False)
        window.removeDockWidget(dock)
        window.addDockWidget(sides.get(name, area.BottomDockWidgetArea), dock, Qt.Orientation.Vertical)
        dock.show()
    roomy = window.height() >= ROOMY_PX
    below = [dock for name, dock in docks.items() if name not in sides and not (roomy and name == "log")]
    for left, right in pairwise(below):
        window.tabifyDockWidget(left, right)
    docks["board"].raise_()
    show_whole_tabs(window)
    window.resizeDocks([docks["queue"], docks["incident"]], [LEFT_W, RIGHT_W], Qt.Orientation.Horizontal)
    lower = {docks["board"]: BOARD_H, docks["log"]: LOG_H} if roomy else {docks["board"]: BOARD_H}
    window.resizeDocks(list(lower), list(lower.values()), Qt.Orientation.Vertical)


def show_whole_tabs(window: QMainWindow) -> None:
    """Never shorten the names of panels that share a place; Qt makes the bars anew with each layout."""
    for tabs in window.findChildren(QTabBar):
        tabs.setElideMode(Qt.TextElideMode.ElideNone)
