"""Predicted against observed driving times: one mark a run, hollow as shipped, filled as fitted."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.dispatch.calibration import Fit
from commandcenter.ui.frame.parts import paint_empty
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.theme.look import Look

MARK_PX = 3.0
MARGIN_PX = 46
TICKS = 4


class Scatter(QWidget):
    """The runs of a fit; on the diagonal the prediction is right. Qt thread."""

    def __init__(self, look: Look) -> None:
        """Start empty."""
        super().__init__()
        self._look = look
        self.fit: Fit | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return room for a square."""
        return QSize(420, 420)

    def show_fit(self, fit: Fit | None) -> None:
        """Show these runs."""
        self.fit = fit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint axes, diagonal and runs, or the words for none."""
        if self.fit is None:
            hint = tr("A run is a unit's way from en route to on scene; here predicted and observed times meet.")
            paint_empty(self, self._look, "chart-scatter-plot", tr("No runs to compare yet"), hint)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width() - MARGIN_PX - 12, self.height() - MARGIN_PX - 12)
        box = QRectF(MARGIN_PX, 8, max(side, 10), max(side, 10))
        painter.setFont(self._look.font("small"))
        painter.setPen(QPen(self._look.colour("border_strong"), 1))
        painter.drawRect(box)
        top_s = self._top_s(self.fit)
        self._axes(painter, box, top_s)
        self._runs(painter, box, top_s, self.fit)
        painter.end()

    @staticmethod
    def _top_s(fit: Fit) -> float:
        """Return the end of both axes: whole minutes that hold nearly all runs."""
        longest = sorted(run.drive.took_s for run in fit.runs)[int(0.98 * (len(fit.runs) - 1))]
        return max(60.0, math.ceil(longest * 1.1 / 60) * 60.0)

    def _axes(self, painter: QPainter, box: QRectF, top_s: float) -> None:
        painter.drawLine(box.bottomLeft(), box.topRight())
        painter.setPen(self._look.colour("text_muted"))
        for n in range(TICKS + 1):
            text = formats.eta(top_s * n / TICKS)
            x, y = box.left() + box.width() * n / TICKS, box.bottom() - box.height() * n / TICKS
            painter.drawText(QRectF(x - 30, box.bottom() + 3, 60, 14), Qt.AlignmentFlag.AlignHCenter, text)
            painter.drawText(QRectF(0, y - 8, MARGIN_PX - 6, 16), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        under = QRectF(box.left(), box.bottom() + 18, box.width(), 18)
        painter.drawText(under, Qt.AlignmentFlag.AlignHCenter, tr("predicted; upwards: observed. Hollow: as shipped, filled: as fitted"))

    def _runs(self, painter: QPainter, box: QRectF, top_s: float, fit: Fit) -> None:
        hollow, filled = QPen(self._look.colour("warn"), 1), self._look.colour("accent")
        for run, before, after in zip(fit.runs, fit.before, fit.after, strict=True):
            took = run.drive.took_s
            for residual, solid in ((before, False), (after, True)):
                predicted = took / math.exp(residual)
                if max(took, predicted) > top_s:
                    continue
                at = QPointF(box.left() + box.width() * predicted / top_s, box.bottom() - box.height() * took / top_s)
                painter.setPen(Qt.PenStyle.NoPen if solid else hollow)
                painter.setBrush(filled if solid else Qt.BrushStyle.NoBrush)
                painter.drawEllipse(at, MARK_PX, MARK_PX)
