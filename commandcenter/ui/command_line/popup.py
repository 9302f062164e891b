"""What stands under the command line: what Enter will do, and offers to complete."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from commandcenter.model.sentences import Sentence
from commandcenter.ui.command_line.offers import Completion
from commandcenter.ui.command_line.reading import Reading
from commandcenter.ui.frame.parts import column, label, line, restyle
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import place_kind_word

Index = QModelIndex | QPersistentModelIndex
ROW_H = 28
OFFER_ROLE = int(Qt.ItemDataRole.UserRole)
ICONS = {
    "verb": "chevron-right",
    "unit": "fire-truck",
    "incident": "alert-circle-outline",
    "type": "shape-outline",
    "status": "circle-slice-8",
    "place": "map-marker-outline",
    "window": "dock-window",
    "group": "account-group-outline",
    "template": "text-box-outline",
    "word": "chevron-right",
}


class CommandPopup(QFrame):
    """A part of the window, not a window of its own: it never takes the keyboard.

    Signals:
        chosen(Completion): an offer was clicked.
    """

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        """Make it hidden."""
        super().__init__()
        self._look = look
        self.setObjectName("commandPopup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.says = label("strong", wrap=True)
        self.says.setMinimumHeight(20)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(_OfferDelegate(look, self.list))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(item.data(OFFER_ROLE)))
        self.warns, self.instead = label("warn", wrap=True), label("strong", wrap=True)
        self.keys = label("faint")
        layout = column(self, margin=10, gap=6)
        for said in (self.says, self.warns, self.instead):
            layout.addWidget(said)
        layout.addWidget(line())
        layout.addWidget(self.list)
        layout.addWidget(self.keys)
        self.hide()

    def retranslate(self) -> None:
        """Say which keys work."""
        self.keys.setText(tr("Tab completes · ↓ picks · ↑ earlier lines · Enter does it · Esc leaves"))
        self.says.clear()
        self.list.clear()

    def show_reading(self, reading: Reading, offers: list[Completion], field: QWidget) -> None:
        """Show what a line means, and offers."""
        prefix = "↵ " if reading.ready else "✕ " if reading.wrong else ""
        self.says.setText(prefix + spoken(reading.says))
        restyle(self.says, "role", "ok" if reading.ready else "danger" if reading.wrong else "muted")
        self.warns.setText(spoken(reading.warns) if reading.warns is not None else "")
        self.warns.setVisible(reading.warns is not None)
        self.instead.setText(tr("Alt+Enter: {what}", what=spoken(reading.instead.says)) if reading.instead is not None else "")
        self.instead.setVisible(reading.instead is not None)
        self.list.clear()
        for offer in offers:
            item = QListWidgetItem(offer.label)
            item.setData(OFFER_ROLE, offer)
            self.list.addItem(item)
        self.list.setCurrentRow(-1)
        self.list.setFixedHeight(ROW_H * len(offers))
        self.list.setVisible(bool(offers))
        self.place_under(field)
        self.show()
        self.raise_()

    def place_under(self, field: QWidget) -> None:
        """Stand right under the field, inside its window."""
        window = field.window()
        if self.parent() is not window:
            self.setParent(window)
        width = max(field.width(), min(520, window.width() - 40))
        self.setFixedWidth(width)
        self.adjustSize()
        at = field.mapTo(window, QPoint((field.width() - width) // 2, field.height() + 4))
        self.move(max(8, min(at.x(), window.width() - width - 8)), at.y())

    def current(self) -> Completion | None:
        """Return the picked offer."""
        item = self.list.currentItem() if self.isVisible() and self.list.currentRow() >= 0 else None
        return item.data(OFFER_ROLE) if item is not None else None

    def first(self) -> Completion | None:
        """Return the best offer."""
        item = self.list.item(0) if self.isVisible() and self.list.count() else None
        return item.data(OFFER_ROLE) if item is not None else None

    def step(self, by: int) -> bool:
        """Pick the next (+1) or previous (−1) offer; above the first none is picked. Return whether there are offers."""
        if not self.isVisible() or not self.list.count():
            return False
        self.list.setCurrentRow(min(max(self.list.currentRow() + by, -1), self.list.count() - 1))
        return True


class _OfferDelegate(QStyledItemDelegate):
    """An offer: icon, what it makes, what it is."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_H)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Completion = index.data(OFFER_ROLE)
        box = option.rect
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            ground = "selected" if option.state & QStyle.StateFlag.State_Selected else "hover"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour(ground))
            painter.drawRoundedRect(box, 4, 4)
        self._look.icon(ICONS[offer.kind], "text_faint").paint(painter, QRect(box.left() + 6, box.top() + 7, 14, 14))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._look.font("body", bold=True))
        painter.setPen(self._look.colour("text"))
        room = box.adjusted(28, 0, -8, 0)
        name = painter.fontMetrics().elidedText(offer.label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, name)
        start = max(painter.fontMetrics().horizontalAdvance(name) + 14, 90)
        detail = spoken(offer.detail) if isinstance(offer.detail, Sentence) else place_kind_word(offer.detail)
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour("text_muted"))
        rest = room.adjusted(start, 0, 0, 0)
        painter.drawText(
            rest, middle | Qt.AlignmentFlag.AlignLeft, painter.fontMetrics().elidedText(detail, Qt.TextElideMode.ElideRight, rest.width())
        )
        painter.restore()
