"""The pages of the field window: one row of large tabs, one page below, each scrolled by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from commandcenter.ui.field.parts import TARGET_PX, BigButton
from commandcenter.ui.frame.parts import Translated, column, row, scrolling
from commandcenter.ui.i18n.tr import tr

AROUND_PX = 20
"""Frame and room on both sides of a tab's words."""


class _Tab(BigButton):
    """As wide as its words in bold, in which the chosen one stands."""

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        font = self.font()
        font.setBold(True)
        return QSize(QFontMetrics(font).horizontalAdvance(self.text()) + AROUND_PX, TARGET_PX)


class Pages(Translated):
    """Each page is a name (marked for translation), its key and the cards on it. Qt thread.

    Signals:
        wanted(): a person has chosen a page.
    """

    wanted = Signal()

    def __init__(self, pages: Sequence[tuple[str, str, Sequence[QWidget]]]) -> None:
        """Show the first one."""
        super().__init__()
        self._names = [(words, keys) for words, keys, _cards in pages]
        self.tabs = [_Tab() for _ in pages]
        self.stack = QStackedWidget()
        tabs = row(gap=4)
        tabs.setContentsMargins(10, 0, 10, 0)
        for place, (made, (_words, keys, cards)) in enumerate(zip(self.tabs, pages, strict=True)):
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.setProperty("kind", "tab")
            made.clicked.connect(partial(self.choose, place))
            tabs.addWidget(made)
            self.stack.addWidget(_scrolled(cards))
            QShortcut(QKeySequence(keys), self, partial(self.choose, place), context=Qt.ShortcutContext.WindowShortcut)
        lines = column(self, gap=6)
        lines.addLayout(tabs)
        lines.addWidget(self.stack, 1)
        self.show_page(0)

    def retranslate(self) -> None:
        """Say every name."""
        for made, (words, keys) in zip(self.tabs, self._names, strict=True):
            made.setText(tr(words))
            made.updateGeometry()
            made.setToolTip(f"{tr(words)} ({keys})")

    def show_page(self, place: int) -> None:
        """Bring a page to the front."""
        self.tabs[place].setChecked(True)
        self.stack.setCurrentIndex(place)

    def choose(self, place: int, _checked: bool = False) -> None:
        """Bring a page that a person wants to the front, and into sight where the side scrolls."""
        self.show_page(place)
        self.wanted.emit()


def _scrolled(cards: Sequence[QWidget]) -> QScrollArea:
    side = QWidget()
    side.setProperty("role", "panel")
    lines = column(side, margin=10, gap=8)
    lines.setContentsMargins(10, 0, 10, 10)
    for card in cards:
        lines.addWidget(card)
    lines.addStretch(1)
    area = scrolling(side)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
