"""Lets a window or a panel be smaller than what stands in it: then it scrolls, and what has the keyboard is in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QWidget

from commandcenter.ui.frame.parts import column

LEAST = QSize(200, 80)
"""So small may any window or panel become."""
AROUND_PX = 8
"""Seen around what is brought into sight."""


class Roomy(QScrollArea):
    """Gives its widget all room there is, and never less than it needs.

    Not Qt's own resizing: that keeps the height wrapped words would like, and shows bars long before anything is cut.
    """

    def __init__(self, inner: QWidget) -> None:
        """Hold a widget."""
        super().__init__()
        self._gives_way = True
        self.setProperty("role", "clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._show_focus)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return what the widget would like."""
        inner = self.widget()
        return inner.sizeHint() if inner is not None else LEAST

    def minimumSizeHint(self) -> QSize:
        """Return what the widget needs, as far as that is small or this does not give way."""
        inner = self.widget()
        if inner is None:
            return LEAST
        return inner.minimumSizeHint().boundedTo(LEAST) if self._gives_way else inner.minimumSizeHint()

    def give_way(self, gives_way: bool) -> None:
        """Say whether others may press it together; where not, it scrolls only when all of them have too little."""
        if gives_way != self._gives_way:
            self._gives_way = gives_way
            self.updateGeometry()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what stands in it."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        inner = self.widget()
        if inner is None:
            return
        room, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        needed = _needed if self._gives_way else _pressed
        least = needed(inner, room.width())
        if least.height() > room.height():
            least = needed(inner, room.width() - bar)
            room.setWidth(room.width() - bar)
        if least.width() > room.width():
            room.setHeight(room.height() - bar)
        inner.resize(room.expandedTo(least))

    def _show_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the keyboard into sight, however it came there."""
        if now is not None:
            self.bring(now)

    def bring(self, part: QWidget) -> None:
        """Scroll no further than until a part of the widget is in sight; of what is larger than the room, its beginning. Nothing else moves."""
        inner, room = self.widget(), self.viewport().size()
        if inner is None or not inner.isAncestorOf(part) or inner.size().boundedTo(room) == inner.size():
            return
        at = part.mapTo(inner, QPoint())
        _scroll(self.horizontalScrollBar(), at.x(), part.width(), room.width())
        _scroll(self.verticalScrollBar(), at.y(), part.height(), room.height())


def _scroll(bar: QScrollBar, begin: int, length: int, room: int) -> None:
    """Move a bar as little as shows what begins there; what fills the room already stays where it is."""
    now, end = bar.value(), begin + length
    if length > room:
        bar.setValue(now if begin <= now and end >= now + room else begin)
    elif begin < now:
        bar.setValue(begin - AROUND_PX)
    elif end > now + room:
        bar.setValue(min(begin, end + AROUND_PX - room))


def _needed(inner: QWidget, width: int) -> QSize:
    """Return the least room of a widget that is so wide; wrapped words are as high as that width makes them."""
    least = inner.minimumSizeHint().expandedTo(inner.minimumSize())
    layout = inner.layout()
    if layout is not None and layout.hasHeightForWidth():
        least.setHeight(max(inner.minimumHeight(), layout.minimumHeightForWidth(max(width, least.width()))))
    return least


def _pressed(inner: QWidget, _width: int) -> QSize:
    """Return the least room of a widget whose lists may take what wrapped words would like: Qt counts that in for pages out of sight too."""
    return inner.minimumSizeHint().expandedTo(inner.minimumSize())


def make_roomy(window: QWidget) -> None:
    """Let a whole window scroll where the screen is smaller than what stands in it."""
    layout = window.layout()
    if layout is None:
        return
    inner = QWidget()
    inner.setProperty("role", "clear")
    roomy = Roomy(inner)
    roomy.setParent(window)  # before it is filled: all parts are dressed anew each time what they stand in gets another parent
    inner.setLayout(layout)
    column(window).addWidget(roomy)
