"""The legend where people look at it: a window of its own, and a column beside the wall's map."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from commandcenter.model.entries import Changes, Kind
from commandcenter.ui.frame.parts import Translated, column
from commandcenter.ui.layers.choice import LayerChoice
from commandcenter.ui.layers.legend import COLUMN_W, ROW_H, Sign, in_use, paint_signs, signs
from commandcenter.ui.seat import Seat

SIDE, EDGE = 12, 10
"""Beside the signs, above and below them."""


class SignColumn(QWidget):
    """The signs of one map, one below the other, in as many columns as one wants. Qt thread."""

    def __init__(self, seat: Seat, layers: LayerChoice, factor: float = 1.0, columns: int = 1) -> None:
        """Follow a seat's picture and a choice of layers; everything is `factor` times as large as at a desk."""
        super().__init__()
        self._seat, self._layers, self.factor, self._columns = seat, layers, factor, columns
        self._signs: list[Sign] = []
        layers.changed.connect(self._on_layer)
        seat.look.changed.connect(self.refresh)
        seat.changed.connect(self._on_changes)
        self.refresh()

    def refresh(self) -> None:
        """Say every sign anew."""
        if self._seat.at_work:  # the look outlives a window that was closed
            self._signs = signs(self._seat.look, self._layers, in_use(self._seat.desk.picture, self._seat.desk.catalogue))
            self.setMinimumSize(self.sizeHint())
            self.setAccessibleName(", ".join(sign.words for sign in self._signs))
            self.update()

    def sizeHint(self) -> QSize:
        """Return what all signs need."""
        rows = ceil(len(self._signs) / self._columns)
        return QSize(round((COLUMN_W * self._columns + 2 * SIDE) * self.factor), round((ROW_H * rows + 2 * EDGE) * self.factor))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed unseen."""
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the signs."""
        painter = QPainter(self)
        rows = ceil(len(self._signs) / self._columns)
        box = QRectF(SIDE * self.factor, EDGE * self.factor, self.width() - 2 * SIDE * self.factor, (rows + 0.5) * ROW_H * self.factor)
        paint_signs(painter, box, self._seat.look, self._signs, scale=self.factor)
        painter.end()

    def _on_layer(self, _layer: str) -> None:
        self.refresh()

    def _on_changes(self, changes: Changes) -> None:
        if self.isVisible() and any(changes.of(kind) for kind in (Kind.SKETCH, Kind.SEARCH, Kind.SECTOR, Kind.INCIDENT)):
            self.refresh()


class LegendWindow(Translated):
    """The legend beside a desk or a field window. Qt thread."""

    def __init__(self, seat: Seat, layers: LayerChoice, factor: float = 1.0) -> None:
        """Say what is shown now."""
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.signs = SignColumn(seat, layers, factor)
        area = QScrollArea()
        area.setWidget(self.signs)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(self.signs.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
        column(self).addWidget(area)
        self.resize(round(270 * factor), 620)

    def retranslate(self) -> None:
        """Say every sign anew."""
        self.signs.refresh()
