"""A line of fields and buttons that becomes several where the window is narrow: nothing is cut, and nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget

ANYWHERE = Qt.AlignmentFlag(0)


class WrappingLine(QLayout):
    """As a `QHBoxLayout` where all fits beside each other; else what does not fit goes below, and what can grow fills its line."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        """Make an empty line."""
        super().__init__()
        self._one = QHBoxLayout()
        """Holds the parts, and lays them out while one line is enough."""
        self._one.setContentsMargins(0, 0, 0, 0)
        self._one.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)
        self._shown = 1
        """Of how many lines it is now."""
        if parent is not None:
            parent.setLayout(self)

    def addWidget(self, part: QWidget, stretch: int = 0, alignment: Qt.AlignmentFlag = ANYWHERE) -> None:
        """Add at the end; the larger its stretch, the more of what is left it takes."""
        self.insertWidget(self._one.count(), part, stretch, alignment)

    def insertWidget(self, place: int, part: QWidget, stretch: int = 0, alignment: Qt.AlignmentFlag = ANYWHERE) -> None:
        """Add before another part."""
        self._one.insertWidget(place, part, stretch, alignment)
        self.addChildWidget(part)
        self.invalidate()

    def addStretch(self, stretch: int = 1) -> None:
        """Leave room here while one line is enough."""
        self._one.addStretch(stretch)
        self.invalidate()

    def setStretch(self, place: int, stretch: int) -> None:
        """Say how much of what is left a part takes."""
        self._one.setStretch(place, stretch)

    # what Qt asks

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end."""
        self._one.addItem(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return self._one.count()

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a part."""
        return self._one.itemAt(index)

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove a part."""
        return self._one.takeAt(index)

    def invalidate(self) -> None:
        """Ask the parts anew."""
        self._one.invalidate()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Grow as the parts do."""
        return self._one.expandingDirections()

    def sizeHint(self) -> QSize:
        """Return what one line would like."""
        return self._one.sizeHint().grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """Return the widest part and the height of the lines there are: not all that Qt lays out asks for the height of a width."""
        widest = max((part.minimumSize().width() for part in self._parts()), default=0)
        height = self._one.minimumSize().height()
        return QSize(widest, self._shown * height + (self._shown - 1) * self._one.spacing()).grownBy(self.contentsMargins())

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        edge, gap = self.contentsMargins(), self._one.spacing()
        heights = [max(part.sizeHint().height() for part in line) for line in self._lines(width - edge.left() - edge.right())]
        return sum(heights) + gap * max(0, len(heights) - 1) + edge.top() + edge.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Place the parts."""
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        lines = self._lines(room.width())
        if max(1, len(lines)) != self._shown:
            self._shown = max(1, len(lines))
            self.update()
        if self._one.minimumSize().width() <= room.width():
            self._one.setGeometry(room)
            return
        top, gap = room.top(), self._one.spacing()
        for line in lines:
            height = max(part.sizeHint().height() for part in line)
            self._place(line, QRect(room.left(), top, room.width(), height))
            top += height + gap

    def _parts(self) -> Iterator[QLayoutItem]:
        """Yield what takes room: no stretches, nothing that is hidden."""
        for place in range(self._one.count()):
            part = self._one.itemAt(place)
            if part is not None and not part.isEmpty():
                yield part

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Return which parts stand beside each other."""
        parts = list(self._parts())
        if self._one.minimumSize().width() <= width:
            return [parts] if parts else []
        lines: list[list[QLayoutItem]] = []
        left = 0
        for part in parts:
            needs = self._width(part)
            if lines and needs + self._one.spacing() <= left:
                lines[-1].append(part)
                left -= needs + self._one.spacing()
            else:
                lines.append([part])
                left = width - needs
        return lines

    def _width(self, part: QLayoutItem) -> int:
        """Return what a part takes at least: of one that grows what it needs, of others what they like."""
        grows = part.expandingDirections() & Qt.Orientation.Horizontal
        return part.minimumSize().width() if grows else part.minimumSize().expandedTo(part.sizeHint()).width()

    def _place(self, line: list[QLayoutItem], room: QRect) -> None:
        gap, growing = self._one.spacing(), [part for part in line if part.expandingDirections() & Qt.Orientation.Horizontal]
        left_over = room.width() - sum(self._width(part) for part in line) - gap * (len(line) - 1)
        more, left = max(0, left_over // len(growing)) if growing else 0, room.left()
        for part in line:
            width = min(room.width(), self._width(part)) + (more if part in growing else 0)
            part.setGeometry(QRect(left, room.top(), width, room.height()))
            left += width + gap
