"""What keys, menu and buttons do, by name; and the keys bound to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from commandcenter.ui.frame.keys import GROUPS
from commandcenter.ui.frame.tool_keys import tool_acts
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.i18n.language import LANGUAGES
from commandcenter.ui.prints.paper_file import Size
from commandcenter.ui.prints.papers import LOG, MAP, PAPERS
from commandcenter.ui.theme.tokens import THEMES

if TYPE_CHECKING:
    from commandcenter.ui.main_window import MainWindow

TABS = 6
"""Of the incident panel."""


def acts_of(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return everything a key or a menu entry can ask of the desk's window."""
    return {
        **{name: partial(window.focus_panel, name) for name in window.docks},
        **{f"tab_{n + 1}": partial(window.show_tab, n) for n in range(TABS)},
        **{f"print_{name}": partial(window.print_paper, name) for name in (*PAPERS, LOG)},
        **{f"window_{kind.name}": partial(window.beside.open, kind) for kind in WINDOWS},
        **{f"theme_{name}": partial(window.use_theme, name) for name in THEMES},
        **{f"language_{code}": partial(window.use_language, code) for code in LANGUAGES},
        **{f"paper_{size}": partial(window.printing.use_paper, size) for size in Size},
        f"print_{MAP}": window.seat.map_paper_wanted.emit,
        "stop_work": window.stop_work,
        "open_file": window.strip.written.open,
        "show_folder": window.strip.written.show_folder,
        **tool_acts(window.panels, window.strip, window.bring_up),
        "hide_panel": window.hide_panel,
        "map": window.focus_map,
        "command_line": window.focus_command_line,
        "new_incident": window.new_incident,
        "ring": window.incident.report.ringing.ring,
        "park": window.park,
        "line_dropped": window.incident.drop_call,
        "next_incident": partial(window.queue.step, 1),
        "previous_incident": partial(window.queue.step, -1),
        "undo": window.undo_last,
        "stop_sending": window.automatic.stop,
        "help": window.overlay.show_over,
        "full_screen": partial(_full_screen, window),
        "next_theme": partial(_next_theme, window),
        "next_language": partial(_next_language, window),
        "less_motion": window.motion.turn,
        "reset_layout": window.reset_layout,
        "wall": window.wall_wanted.emit,
        "regions": window.regions_wanted.emit,
        "past": window.past_wanted.emit,
        "lock": window.lock.lock,
        "close": window.close,
    }


def bind_keys(window: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
    """Bind every key of the table of keys."""
    for group in GROUPS:
        for key in group.keys if group.bound else ():
            for sequence in key.keys:
                QShortcut(QKeySequence(sequence), window, acts[key.act], context=Qt.ShortcutContext.ApplicationShortcut)


def _full_screen(window: MainWindow) -> None:
    window.showNormal() if window.isFullScreen() else window.showFullScreen()


def _next_theme(window: MainWindow) -> None:
    window.use_theme(THEMES[(THEMES.index(window.look.tokens.name) + 1) % len(THEMES)])


def _next_language(window: MainWindow) -> None:
    window.use_language(next(code for code in LANGUAGES if code != window.language.code))
