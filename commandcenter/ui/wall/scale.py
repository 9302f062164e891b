"""How large things are on a wall: everything grows with the window, so that the back row reads a 4K wall as it reads a small projector."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from commandcenter.ui.queue.delegate import IncidentDelegate, Index
from commandcenter.ui.seat import Seat

PROJECTOR = QSize(1280, 720)
"""What sizes are given for; the smallest wall that is made for reading."""
LEAST, MOST = 0.75, 8.0


def factor_for(size: QSize) -> float:
    """Return how much larger than on the projector everything is in a window of this size."""
    return min(max(LEAST, min(size.width() / PROJECTOR.width(), size.height() / PROJECTOR.height())), MOST)


def write_large(part: QWidget, height_px: float, weight: int = 600) -> None:
    """Write a label or a button so high."""
    style = f"font-size: {round(height_px)}px; font-weight: {weight};"
    if part.styleSheet() != style:
        part.setStyleSheet(style)


class WallDelegate(IncidentDelegate):
    """The queue's own rows, larger."""

    def __init__(self, seat: Seat) -> None:
        """Begin as large as in the queue."""
        super().__init__(seat)
        self.factor = 1.0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return super().sizeHint(option, index) * self.factor

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row through a magnifying glass: what is drawn are outlines and letters, which stay sharp."""
        painter.save()
        painter.translate(option.rect.topLeft())
        painter.scale(self.factor, self.factor)
        small = QStyleOptionViewItem(option)
        small.rect = QRect(0, 0, round(option.rect.width() / self.factor), round(option.rect.height() / self.factor))
        super().paint(painter, small, index)
        painter.restore()
