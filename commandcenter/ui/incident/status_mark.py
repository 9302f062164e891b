"""A unit status as a small shape."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from commandcenter.model.words import UnitStatus
from commandcenter.ui.shapes import paint_status
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import status_word


class StatusMark(QWidget):
    """Shape and colour of one status; its word stands beside it."""

    def __init__(self, look: Look, status: UnitStatus) -> None:
        """Show one status."""
        super().__init__()
        self._look, self._status = look, status
        self.setFixedSize(QSize(12, 12))
        self.setAccessibleName(status_word(status))
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape."""
        painter = QPainter(self)
        paint_status(painter, QRectF(1, 1, 10, 10), self._status, self._look.status(self._status))
        painter.end()
