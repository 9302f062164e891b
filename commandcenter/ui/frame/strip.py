"""The message strip: what was done or refused, in one line, instead of a box that steals the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from commandcenter.ui.frame.coordinates import Coordinates
from commandcenter.ui.frame.files import WrittenFile
from commandcenter.ui.frame.parts import OneLine, button, restyle
from commandcenter.ui.frame.working import Working
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.notice import Level, Notice
from commandcenter.ui.ports import Settings
from commandcenter.ui.seat import Seat

STAYS_MS = {Level.DONE: 8000, Level.HINT: 8000, Level.REFUSED: 20000, Level.FAILED: 0}
"""How long a notice stays; 0: until it is closed."""
ICONS = {
    Level.DONE: ("check-circle", "ok"),
    Level.HINT: ("information-outline", "accent"),
    Level.REFUSED: ("hand-back-left-outline", "warn"),
    Level.FAILED: ("alert", "danger"),
}


class Strip(QFrame):
    """Shows the newest notice; keeps its height so that nothing moves under the cursor."""

    def __init__(self, seat: Seat, settings: Settings) -> None:
        """Listen to a seat."""
        super().__init__()
        self._seat = seat
        self.notice: Notice | None = None
        self.setObjectName("strip")
        self.setFixedHeight(30)
        self._icon = QLabel()
        self.folded = False
        self.text = OneLine()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.position = Coordinates(seat, settings)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.undo_button = button("plain")
        self.undo_button.clicked.connect(seat.undo)
        self.close_button = QToolButton()
        self.close_button.setIconSize(QSize(13, 13))
        self.close_button.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 6, 0)
        layout.setSpacing(8)
        for part in (self._icon, self.text):
            layout.addWidget(part)
        layout.addStretch(1)
        self.working = Working()
        self.working.shown.connect(lambda _shown: self._paint())
        layout.addWidget(self.working)
        self.written = WrittenFile(seat)
        layout.addWidget(self.written)
        layout.addWidget(self.undo_button)
        layout.addWidget(self.close_button)
        layout.addWidget(self.position)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        seat.noticed.connect(self.show_notice)
        seat.look.changed.connect(self._paint)
        self._paint()

    def fold(self, *, folded: bool) -> None:
        """Take little room: while something is said, the place under the pointer waits."""
        self.folded = folded
        self._paint()

    def show_notice(self, notice: Notice) -> None:
        """Say something; the one before goes."""
        self.notice = notice
        self._paint()
        stays = STAYS_MS[notice.level]
        self._timer.stop()
        if stays:
            self._timer.start(stays)

    def clear(self) -> None:
        """Say nothing."""
        self.notice = None
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._paint()
        super().changeEvent(event)

    def _paint(self) -> None:
        notice = self.notice
        restyle(self, "level", notice.level if notice else "")
        self._icon.setVisible(notice is not None)
        self.undo_button.setVisible(bool(notice and notice.undoable))
        self.written.about(notice)
        self.close_button.setVisible(notice is not None)
        self.position.setVisible(notice is None or not self.folded)
        self.undo_button.setText(tr("Undo (Ctrl+Z)"))
        self.close_button.setToolTip(tr("Close this message"))
        self.close_button.setAccessibleName(tr("Close this message"))
        self.close_button.setIcon(self._seat.look.icon("close", "text_muted"))
        restyle(self.text, "role", "" if notice else "faint")
        self.text.setVisible(notice is not None or self.working.isHidden())
        if notice is None:
            self._icon.clear()
            self.text.setText(tr("F1 every key · F2 new incident · / command line · Enter in the queue: who should go, Enter again: send"))
            return
        name, colour = ICONS[notice.level]
        self._icon.setPixmap(self._seat.look.icon(name, colour).pixmap(16, 16))
        self.text.setText(spoken(notice.text))
        self.text.setAccessibleName(spoken(notice.text))
