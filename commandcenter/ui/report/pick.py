"""A field with offers under it: type, pick with the arrows, Enter takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from commandcenter.ui.frame.parts import column

ROW_H = 24
MOST = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to pick."""

    text: str
    detail: str
    value: Any


class PickField(QWidget):
    """A line and its offers; the list takes room only while there is something to pick.

    Signals:
        typed(str): the person changed the text.
        picked(value): an offer was taken; the next field is due.
        previewed(value): an offer is highlighted.
    """

    typed = Signal(str)
    picked = Signal(object)
    previewed = Signal(object)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.value: Any = None
        self.line = _PickLine(self)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(self._take)
        self.list.currentItemChanged.connect(lambda item, _old: self.previewed.emit(item.data(Qt.ItemDataRole.UserRole).value) if item else None)
        self.list.hide()
        layout = column(self, gap=2)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.line.textEdited.connect(self._edited)
        self.setFocusProxy(self.line)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show what can be picked; the best is highlighted."""
        self.list.clear()
        for offer in offers[:MOST]:
            item = QListWidgetItem(f"{offer.text}   ·   {offer.detail}" if offer.detail else offer.text)
            item.setSizeHint(QSize(10, ROW_H))
            item.setData(Qt.ItemDataRole.UserRole, offer)
            self.list.addItem(item)
        self.list.setFixedHeight(ROW_H * min(len(offers), MOST) + 4)
        self.list.setVisible(bool(offers) and self.value is None)
        if offers:
            self.list.setCurrentRow(0)

    def set(self, text: str, value: object) -> None:
        """Put a value in, as if picked."""
        self.value = value
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self.list.hide()

    def clear(self) -> None:
        """Empty the field."""
        self.value = None
        self.line.clear()
        self.list.clear()
        self.list.hide()

    def take(self) -> bool:
        """Take the highlighted offer; return whether the field has a value now."""
        item = self.list.currentItem() if self.value is None else None
        if item is not None:
            self._take(item)
        return self.value is not None

    def step(self, by: int) -> None:
        """Highlight the next (+1) or previous (−1) offer."""
        if self.list.count():
            self.list.setCurrentRow(min(max(self.list.currentRow() + by, 0), self.list.count() - 1))

    def _edited(self, text: str) -> None:
        self.value = None
        self.typed.emit(text)

    def _take(self, item: QListWidgetItem) -> None:
        offer: Offer = item.data(Qt.ItemDataRole.UserRole)
        self.set(offer.text, offer.value)
        self.picked.emit(offer.value)


class _PickLine(QLineEdit):
    """The line: arrows move in the offers, Enter and Tab take."""

    def __init__(self, field: PickField) -> None:
        super().__init__()
        self._field = field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._field.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self._field.value is None and self._field.list.count():
            self._field.take()
        else:
            super().keyPressEvent(event)
