"""Text with line numbers, and read-only differences; signs say what colours say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from commandcenter.ui.theme.look import Look

TONES = {"+": ("ok", "ok_ground"), "-": ("danger", "danger_ground"), "@": ("accent", "info_ground")}
"""First sign of a line of a diff → its colours."""


class PlainText(QPlainTextEdit):
    """Text in letters of one width, unwrapped; Tab goes on to the next field."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setStyleSheet("font-family: monospace;")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)


class Editor(PlainText):
    """Text with the numbers of its lines."""

    def __init__(self, look: Look) -> None:
        """Start empty."""
        super().__init__()
        self.look = look
        self._fault = 0
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(lambda _count: self._make_room())
        self.updateRequest.connect(self._scroll_numbers)
        look.changed.connect(self._mark)
        self._make_room()

    @property
    def fault(self) -> int:
        """Return the line that is marked as faulty; 0: none."""
        return self._fault

    def mark(self, line: int) -> None:
        """Mark a line as faulty; 0 takes the mark away."""
        if line != self._fault:
            self._fault = line
            self._mark()

    def go_to(self, line: int) -> None:
        """Put the cursor into a line and show it."""
        block = self.document().findBlockByNumber(min(line, self.blockCount()) - 1)
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()
        self.setFocus()

    def _mark(self) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        if 0 < self._fault <= self.blockCount():
            mark, form = QTextEdit.ExtraSelection(), QTextCharFormat()
            form.setBackground(self.look.colour("danger_ground"))
            form.setProperty(QTextFormat.Property.FullWidthSelection, True)
            mark.cursor = QTextCursor(self.document().findBlockByNumber(self._fault - 1))
            mark.format = form
            marks.append(mark)
        self.setExtraSelections(marks)
        self._numbers.update()

    def numbers_width(self) -> int:
        """Return how wide the numbers are."""
        return self.fontMetrics().horizontalAdvance("9") * (len(str(self.blockCount())) + 2) + 8

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)
        self._place_numbers()

    def _scroll_numbers(self, area: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers beside the text."""
        super().resizeEvent(event)
        self._place_numbers()

    def _place_numbers(self) -> None:
        text, width = self.viewport().geometry(), self.numbers_width()
        self._numbers.setGeometry(QRect(text.left() - width + 4, text.top(), width - 4, text.height()))

    def paint_numbers(self, area: QRect) -> None:
        """Paint the numbers; the faulty line has a sign too."""
        painter = QPainter(self._numbers)
        painter.setFont(self.font())
        painter.fillRect(area, self.look.colour("panel"))
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(offset)
            if place.top() > area.bottom():
                break
            line = block.blockNumber() + 1
            faulty = line == self._fault
            painter.setPen(self.look.colour("danger" if faulty else "text_faint"))
            inside = QRect(0, round(place.top()), self._numbers.width() - 6, round(place.height()))
            painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"✕{line}" if faulty else str(line))
            block = block.next()
        painter.end()


class _Numbers(QWidget):
    """The margin of an editor."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_numbers(event.rect())


class Differences(PlainText):
    """Lines of a unified diff: `+` in green is new, `-` in red is gone."""

    def __init__(self, look: Look) -> None:
        """Start empty."""
        super().__init__()
        self._look, self._lines = look, tuple[str, ...]()
        self.setReadOnly(True)
        look.changed.connect(self.paint_again)  # a method, so that it ends with this widget

    def paint_again(self) -> None:
        """Show the same lines in the colours of the theme."""
        self.show_lines(self._lines)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show exactly these lines."""
        self._lines = tuple(lines)
        self.setPlainText("\n".join(self._lines))
        cursor = QTextCursor(self.document())
        for line in self._lines:
            tone = TONES.get(line[:1])
            if tone is not None and not line.startswith(("+++", "---")):
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                form = QTextCharFormat()
                form.setForeground(self._look.colour(tone[0]))
                form.setBackground(self._look.colour(tone[1]))
                cursor.setCharFormat(form)
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
