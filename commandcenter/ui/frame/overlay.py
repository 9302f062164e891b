"""F1: every key and every command, laid over the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.ui.command_line.verbs import STATUS_CODES, USAGES
from commandcenter.ui.frame.keys import GROUPS
from commandcenter.ui.frame.parts import button, column, label, row, scrolling
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.closed_words import STATUS_SAID
from commandcenter.ui.i18n.tr import spoken, tr


class KeysOverlay(QFrame):
    """A sheet over the middle of the window; Escape, F1 or Enter closes it.

    Signals:
        grammar_wanted(): the page of the guide with every word of the command line.
    """

    grammar_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        """Make it over a window."""
        super().__init__(window)
        self.setObjectName("overlay")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._window = window
        self._back: QWidget | None = None
        self.hide()

    def show_over(self) -> None:
        """Fill it in the language in force and show it, or close it."""
        if self.isVisible():
            self.close_sheet()
            return
        window = self._window
        self._back = window.focusWidget()
        self._fill()
        width, height = min(1240, window.width() - 60), min(700, window.height() - 60)
        self.setGeometry((window.width() - width) // 2, (window.height() - height) // 2, width, height)
        self.show()
        self.raise_()
        self.setFocus()

    def close_sheet(self) -> None:
        """Hide it and give the keyboard back."""
        self.hide()
        if self._back is not None:
            self._back.setFocus()

    def _ask_grammar(self) -> None:
        self.close_sheet()
        self.grammar_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape and Enter."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        old = self.layout()
        if old is not None:
            QWidget().setLayout(old)
        layout = column(self, margin=20, gap=12)
        top = row()
        top.addWidget(label("title", tr("Keys and commands")))
        top.addStretch(1)
        every = button()
        every.setText(tr("Every word of the command line"))
        every.clicked.connect(self._ask_grammar)
        top.addWidget(every)
        close = button()
        close.setText(tr("Close (Esc)"))
        close.clicked.connect(self.close_sheet)
        top.addWidget(close)
        layout.addLayout(top)
        page = QWidget()
        page.setProperty("role", "clear")
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(36)
        for groups in (GROUPS[:1] + GROUPS[2:3], GROUPS[1:2] + GROUPS[3:]):
            side = QVBoxLayout()
            side.setSpacing(6)
            for group in (group for group in groups if group.keys):
                side.addWidget(label("caption", tr(group.words)))
                side.addLayout(_table([("  ".join(_key_words(key.keys)), tr(key.words)) for key in group.keys], keys=True))
                side.addSpacing(12)
            side.addStretch(1)
            columns.addLayout(side)
        columns.addLayout(_commands(), 1)
        area = scrolling(page)
        area.setProperty("role", "clear")
        layout.addWidget(area, 1)


def _key_words(keys: tuple[str, ...]) -> list[str]:
    arrows = {"Up": "↑", "Down": "↓", "Alt+Up": "Alt+↑", "Alt+Down": "Alt+↓", "Space": tr("Space")}
    return [arrows.get(key, key) for key in keys]


def _commands() -> QVBoxLayout:
    side = QVBoxLayout()
    side.setSpacing(6)
    side.addWidget(label("caption", tr("Commands")))
    side.addLayout(_table([(usage.example, spoken(usage.does)) for usage in USAGES], keys=False))
    side.addSpacing(8)
    codes = formats.listed(f"{code} {spoken(STATUS_SAID[status])}" for status, code in STATUS_CODES.items())
    side.addWidget(label("muted", tr("E1 os sets a status: {codes}", codes=codes), wrap=True))
    side.addStretch(1)
    return side


def _table(lines: list[tuple[str, str]], *, keys: bool) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(3)
    for place, (left, right) in enumerate(lines):
        grid.addWidget(label("key" if keys else "strong", left), place, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label("muted", right, wrap=not keys), place, 1)
    grid.setColumnStretch(1, 1)
    return grid
