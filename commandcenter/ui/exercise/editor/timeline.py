"""Injects along the exercise's time: click chooses, drag moves, arrow keys move by a minute. Those with a trigger are hollow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.theme.look import Look

MARGIN, TICK_H, LANE_H, MARK_W, MARK_H = 18, 18, 22, 26, 18
LANES = 4
STEP_MS = 60_000
DRAG_PX = 4
TICKS_MIN = (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440, 2880)
ROOM_PX = 64
"""Least width between two marks of time."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One inject on the timeline."""

    row: int
    number: str
    at_ms: int
    """Earliest moment after the start."""
    offset_ms: int
    """As it is written: after the start, or after its trigger."""
    tone: str
    triggered: bool
    faulty: bool


class Timeline(QWidget):
    """Qt thread.

    Signals:
        chosen(int): the row of the inject that was clicked or reached by the arrow keys.
        moved(int, int): a row and the time it was dragged to, ms as `Mark.offset_ms` counts.
    """

    chosen = Signal(int)
    moved = Signal(int, object)

    def __init__(self, look: Look) -> None:
        """Start empty."""
        super().__init__()
        self._look = look
        self._marks: tuple[Mark, ...] = ()
        self._lanes: dict[int, int] = {}
        self._length_ms, self._current = STEP_MS, -1
        self._held: Mark | None = None
        self._from_x = self._drag_x = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return room for the lanes and the scale."""
        return QSize(600, LANES * LANE_H + TICK_H + 8)

    def show_marks(self, marks: Sequence[Mark], length_ms: int, current: int) -> None:
        """Show exactly these; `current` is the chosen row."""
        self._marks, self._length_ms, self._current = tuple(sorted(marks, key=lambda m: (m.at_ms, m.row))), max(STEP_MS, length_ms), current
        self._pack()
        self.update()

    def choose(self, row: int) -> None:
        """Show another row as the chosen one."""
        if row != self._current:
            self._current = row
            self.update()

    def mark_at(self, row: int) -> QPointF:
        """Return the middle of a row's mark."""
        return self._box(next(mark for mark in self._marks if mark.row == row)).center()

    def _pack(self) -> None:
        """Put marks that would overlap into different lanes."""
        ends = [-1e9] * LANES
        self._lanes = {}
        for mark in self._marks:
            x = self._x(mark.at_ms)
            lane = next((n for n, end in enumerate(ends) if end <= x - MARK_W / 2 - 2), min(range(LANES), key=ends.__getitem__))
            ends[lane] = x + MARK_W / 2
            self._lanes[mark.row] = lane

    def _x(self, at_ms: float) -> float:
        share = min(max(at_ms / self._length_ms, 0.0), 1.0)
        return MARGIN + share * (self.width() - 2 * MARGIN)

    def _box(self, mark: Mark) -> QRectF:
        x = self._x(mark.at_ms) + (self._drag_x if self._held is not None and mark.row == self._held.row else 0.0)
        return QRectF(x - MARK_W / 2, 4 + self._lanes[mark.row] * LANE_H, MARK_W, MARK_H)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint scale and marks."""
        self._pack()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.colour("panel"))
        self._scale(painter)
        painter.setFont(self._look.font("small", bold=True))
        for mark in self._marks:
            self._paint_mark(painter, mark)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _scale(self, painter: QPainter) -> None:
        painter.setFont(self._look.font("small"))
        minutes = self._length_ms / STEP_MS
        most = max(1, (self.width() - 2 * MARGIN) // ROOM_PX)
        every = next((t for t in TICKS_MIN if minutes / t <= most), TICKS_MIN[-1])
        top = 4 + LANES * LANE_H
        for minute in range(0, int(minutes) + 1, every):
            x = self._x(minute * STEP_MS)
            painter.setPen(self._look.colour("border"))
            painter.drawLine(QPointF(x, 0), QPointF(x, top))
            painter.setPen(self._look.colour("text_faint"))
            painter.drawText(QRectF(x - 40, top, 80, TICK_H), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, scale_text(minute))

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        box, tone = self._box(mark), self._look.colour(mark.tone)
        current = mark.row == self._current
        painter.setPen(
            QPen(
                self._look.colour("text") if current else tone,
                2 if current else 1.4,
                Qt.PenStyle.DashLine if mark.triggered else Qt.PenStyle.SolidLine,
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush if mark.triggered else self._look.colour("raised"))
        painter.drawRoundedRect(box, 5, 5)
        painter.fillRect(QRectF(box.left() + 3, box.bottom() - 3, box.width() - 6, 2), tone)
        painter.setPen(self._look.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.number)
        if mark.faulty:
            painter.setPen(self._look.colour("danger"))
            painter.drawText(QRectF(box.right() - 3, box.top() - 4, 10, 12), Qt.AlignmentFlag.AlignCenter, "!")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a mark and take hold of it."""
        hit = next((mark for mark in reversed(self._marks) if self._box(mark).adjusted(-2, -2, 2, 2).contains(event.position())), None)
        self._held, self._from_x, self._drag_x = hit, event.position().x(), 0.0
        if hit is not None:
            self._current = hit.row
            self.chosen.emit(hit.row)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it."""
        if self._held is not None:
            self._drag_x = event.position().x() - self._from_x
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down where it is now, on a whole second."""
        held, moved_px, self._held, self._drag_x = self._held, event.position().x() - self._from_x, None, 0.0
        if held is not None and abs(moved_px) >= DRAG_PX:
            later_ms = moved_px / max(1, self.width() - 2 * MARGIN) * self._length_ms
            self.moved.emit(held.row, max(0, round((held.offset_ms + later_ms) / 1000) * 1000))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the next inject; with Ctrl they move it by a minute."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        place = next((n for n, mark in enumerate(self._marks) if mark.row == self._current), -1 if step > 0 else len(self._marks))
        if not step or not self._marks:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if 0 <= place < len(self._marks):
                self.moved.emit(self._current, max(0, self._marks[place].offset_ms + step * STEP_MS))
        else:
            self._current = self._marks[min(max(place + step, 0), len(self._marks) - 1)].row
            self.chosen.emit(self._current)
            self.update()


def scale_text(minute: int) -> str:
    """Return a moment after the start as the scale writes it: `0:20`, `1:30`, `J+1 0:00`."""
    days, rest = divmod(minute, 1440)
    return f"{f'J+{days} ' if days else ''}{rest // 60}:{rest % 60:02}"
