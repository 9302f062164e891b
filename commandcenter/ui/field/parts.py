"""Targets for gloves: at least 48 pixels high, words beside every sign."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from commandcenter.ui.frame.act_button import ActButton
from commandcenter.ui.frame.parts import label
from commandcenter.ui.theme.look import Look

TARGET_PX = 52
HOLD_MS = 1_200
STEP_MS = 40


def big(*fields: QWidget) -> None:
    """Make fields as high as a gloved finger needs; the style sheet knows how."""
    for field in fields:
        field.setProperty("target", "big")


class BigButton(ActButton):
    """A button for a gloved finger; `needs` binds it to the right to what it does."""

    def __init__(self, kind: str = "") -> None:
        """Make one: primary or ordinary."""
        super().__init__()
        self.setProperty("kind", kind)
        big(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        """Return the height of a target; the style sheet's is for the mouse."""
        return QSize(super().sizeHint().width(), TARGET_PX)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than a target."""
        return QSize(80, TARGET_PX)


class HoldButton(BigButton):
    """Acts only when it is held: nothing this grave happens by brushing against the screen. With the keyboard: hold Space.

    Signals:
        held(): it was held long enough.
    """

    held = Signal()

    def __init__(self, look: Look) -> None:
        """Make one in the colour of danger."""
        super().__init__("danger")
        self._theme = look
        self._share = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)
        self.pressed.connect(self._begin)
        self.released.connect(self._end)

    def _begin(self) -> None:
        self._share = 0.0
        self._timer.start()

    def _step(self) -> None:
        self._share += STEP_MS / HOLD_MS
        if self._share >= 1:
            self._end()
            self.held.emit()
        self.update()

    def _end(self) -> None:
        self._timer.stop()
        self._share = 0.0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button and, over its lower edge, how long it has been held."""
        super().paintEvent(event)
        if self._share > 0:
            painter = QPainter(self)
            painter.fillRect(0, self.height() - 6, round(self.width() * min(self._share, 1)), 6, self._theme.colour("danger"))
            painter.end()


class Card(QFrame):
    """A titled box."""

    def __init__(self) -> None:
        """Start with an empty title."""
        super().__init__()
        self.setProperty("role", "card")
        self.title = label("caption")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(10, 8, 10, 10)
        self.body.setSpacing(6)
        self.body.addWidget(self.title)


def empty(layout: QVBoxLayout) -> None:
    """Take everything out of a column, lines of widgets too."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            while inner.count():
                part = inner.takeAt(0)
                made = part.widget() if part is not None else None
                if made is not None:
                    made.hide()
                    made.deleteLater()
