"""Small widgets that every panel uses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QListView,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.ui.frame.act_button import ActButton
from commandcenter.ui.theme.look import Look

PILL_H = 24


class Translated(QWidget):
    """A widget that says its words anew when the language changes."""

    def retranslate(self) -> None:
        """Set every text of this widget; called at the start and at every change of language."""

    def changeEvent(self, event: QEvent) -> None:
        """Pass a change of language on."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def label(role: str = "", text: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label with a role of the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and apply it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.updateGeometry()


def scrolling(page: QWidget) -> QScrollArea:
    """Return an area without a frame that gives its page all width, and scrolls."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area


class OneLine(QLabel):
    """Words that end in dots where there is no room for all of them; the tip then says them whole."""

    def minimumSizeHint(self) -> QSize:
        """Take any room there is."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        whole = self.text()
        seen = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(whole if seen != whole else "")
        if seen == whole:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, seen)
        painter.end()


class Pill(QLabel):
    """A label for one short state; its property `pill` (plain, ok, warn, danger) colours it."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def sizeHint(self) -> QSize:
        """Return room for the bold words and round ends."""
        font = self.font()
        font.setBold(True)
        return QSize(QFontMetrics(font).horizontalAdvance(self.text()) + 24, PILL_H)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()


def button(kind: str = "") -> ActButton:
    """Return a push button: primary, plain, fold or ordinary. `needs` binds it to the right to what it does."""
    made = ActButton()
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    return made


def segment(*, checkable: bool = True) -> QToolButton:
    """Return one part of a choice that sits in a title bar."""
    made = QToolButton()
    made.setProperty("kind", "segment")
    made.setCheckable(checkable)
    made.setAutoExclusive(checkable)
    return made


def line() -> QFrame:
    """Return a hairline."""
    made = QFrame()
    made.setProperty("role", "line")
    return made


def column(widget: QWidget, *, margin: int = 0, gap: int = 0) -> QVBoxLayout:
    """Give a widget a vertical layout."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
    return layout


def row(widget: QWidget | None = None, *, gap: int = 8) -> QHBoxLayout:
    """Return a horizontal layout without margins."""
    layout = QHBoxLayout(widget) if widget is not None else QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    return layout


class EmptyList(QListView):
    """A list that says something useful while it has no rows.

    Signals:
        left(): the pointer left the list.
    """

    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make an empty list; `say_when_empty` gives it its words."""
        super().__init__(parent)
        self._look = look
        self._headline = self._hint = ""
        self._icon = "tray"
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def say_when_empty(self, headline: str, hint: str, icon: str = "tray") -> None:
        """Set what the empty list says: a headline, and what to do."""
        self._headline, self._hint, self._icon = headline, hint, icon
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that nothing is pointed at."""
        super().leaveEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the words for none."""
        super().paintEvent(event)
        model = self.model()
        if model is None or model.rowCount() == 0:
            paint_empty(self.viewport(), self._look, self._icon, self._headline, self._hint)


class EmptyNote(QWidget):
    """What stands where there is nothing to show, as an empty list says it."""

    def __init__(self, look: Look, headline: str, hint: str = "", icon: str = "tray") -> None:
        """Say it in the language in force."""
        super().__init__()
        self._look, self._headline, self._hint, self._icon = look, headline, hint, icon
        self.setAccessibleName(" ".join(part for part in (headline, hint) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words."""
        paint_empty(self, self._look, self._icon, self._headline, self._hint)


def paint_empty(widget: QWidget, look: Look, icon: str, headline: str, hint: str) -> None:
    """Paint the words of an empty state into the middle of a widget; the icon only where there is room."""
    painter = QPainter(widget)
    box = widget.rect().adjusted(16, 4, -16, -4)
    centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    tall = box.height() > 110
    painter.setFont(look.font("body", bold=True))
    head = painter.boundingRect(box, centred, headline)
    painter.setFont(look.font("small"))
    foot = painter.boundingRect(box, centred, hint)
    height = head.height() + 4 + foot.height() + (40 if tall else 0)
    top = box.top() + max(0, (box.height() - height) // 2)
    if tall:
        look.icon(icon, "text_faint").paint(painter, QRect(QPoint(box.center().x() - 14, top), QSize(28, 28)))
        top += 40
    painter.setFont(look.font("body", bold=True))
    painter.setPen(look.colour("text_muted"))
    painter.drawText(QRect(box.left(), top, box.width(), head.height()), centred, headline)
    painter.setFont(look.font("small"))
    painter.setPen(look.colour("text_faint"))
    painter.drawText(QRect(box.left(), top + head.height() + 4, box.width(), foot.height()), centred, hint)
    painter.end()


class Flow(QLayout):
    """Lays widgets out in lines, wrapping like words."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        """Make an empty flow."""
        super().__init__(parent)
        self._parts: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end."""
        self._parts.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a part."""
        return self._parts[index] if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove a part."""
        return self._parts.pop(index) if 0 <= index < len(self._parts) else None

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the parts."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the smallest useful size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest part."""
        size = QSize()
        for part in self._parts:
            size = size.expandedTo(part.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _place(self, whole: QRect, *, move: bool) -> int:
        edge = self.contentsMargins()
        rect = whole.marginsRemoved(edge)
        x, y, tallest = rect.x(), rect.y(), 0
        for part in self._parts:
            widget = part.widget()
            if widget is not None and widget.isHidden():
                continue
            hint = part.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, tallest = rect.x(), y + tallest + self._gap, 0
            if move:
                part.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self._gap
            tallest = max(tallest, hint.height())
        return y + tallest - rect.y() + edge.top() + edge.bottom()


def stretch() -> QWidget:
    """Return an empty widget that takes all room."""
    made = QWidget()
    made.setProperty("role", "clear")
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made
