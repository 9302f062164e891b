"""A bar above everything else that says one thing, no higher than its words need."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolBar, QWidget

MARGIN_X, MARGIN_Y = 12, 6


class _Said(QLabel):
    """Words that wrap; tool bars ask for a height before they know the width, so it is set with the width."""

    def say(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the words need in this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.text():
            self.setMinimumHeight(0)  # a label never asks for less than its minimum
            self.setFixedHeight(self.heightForWidth(self.width()))


class TopBar(QToolBar):
    """Words, then buttons. Qt thread."""

    def __init__(self, name: str, role: str, parent: QWidget) -> None:
        """Begin with no words; `role` is that of the style sheet."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setMovable(False)
        self.setContentsMargins(MARGIN_X, MARGIN_Y, MARGIN_X, MARGIN_Y)
        self.said = _Said()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setProperty("role", role)
        self.said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(self.said)
        self.toggleViewAction().setVisible(False)

    def say(self, text: str) -> None:
        """Say something, to screen readers too."""
        self.said.say(text)
        self.setAccessibleName(text)
