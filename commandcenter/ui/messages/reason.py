"""Asks for a reason in the window itself: no box takes the keyboard from anybody."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from commandcenter.ui.frame.parts import Translated, button, column, label, row
from commandcenter.ui.i18n.tr import tr


class ReasonLine(Translated):
    """A question, a line for the answer, and what is done with it; out of sight until asked. Escape leaves it.

    Signals:
        given(str): the reason; never empty.
        left(): it goes out of sight, with or without one.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        """Wait out of sight."""
        super().__init__()
        self.setProperty("role", "clear")
        self.question, self.line = label("warn", wrap=True), QLineEdit()
        self.do, self.leave = button("danger"), button()
        lines, line = column(self, gap=4), row()
        lines.addWidget(self.question)
        line.addWidget(self.line, 1)
        line.addWidget(self.do)
        line.addWidget(self.leave)
        lines.addLayout(line)
        self.line.textChanged.connect(lambda text: self.do.setEnabled(bool(text.strip())))
        self.line.returnPressed.connect(self._give)
        self.do.clicked.connect(self._give)
        self.leave.clicked.connect(self._go)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say every text but the question, which is said by who asks."""
        self.do.setText(tr("Delete"))
        self.leave.setText(tr("Cancel"))
        self.line.setAccessibleName(tr("Why (kept in the log)"))
        self.line.setPlaceholderText(tr("Why (kept in the log)"))

    def ask(self, question: str) -> None:
        """Come into sight and take the keyboard: it was asked for here."""
        self.question.setText(question)
        self.line.clear()
        self.do.setEnabled(False)
        self.show()
        self.line.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window's own keys while the question stands."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self._go()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        reason = self.line.text().strip()
        if reason:
            self._go()
            self.given.emit(reason)

    def _go(self) -> None:
        self.hide()
        self.left.emit()
