"""The window of the user guide: chapters at the left, the page at the right, and a search through all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from commandcenter.ui.frame.parts import Translated, label
from commandcenter.ui.help.chapters import PLACE, Chapter, chapter_of, chapters
from commandcenter.ui.help.page import GuidePage
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.theme.look import Look
from commandcenter.ui.type_names import language

LIST_W = 260


class GuideWindow(Translated):
    """The guide in the language in force, opened at what the person was looking at. Qt thread."""

    def __init__(self, look: Look) -> None:
        """Open the chapter about the panel that has the keyboard."""
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label("muted", wrap=True)
        self.page = GuidePage(look)
        self._chapters: list[Chapter] = []
        self._language = ""
        self._lay_out()
        self.words.textChanged.connect(self._look_for)
        self.words.returnPressed.connect(self.next_place)
        self.list.currentItemChanged.connect(self._chosen)
        self.page.anchorClicked.connect(self._follow)
        self.retranslate()
        self.show_about(_place(QApplication.focusWidget()))

    def _lay_out(self) -> None:
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(10, 10, 10, 10)
        left.addWidget(self.words)
        left.addWidget(self.nothing)
        left.addWidget(self.list, 1)
        parts = QSplitter()
        parts.addWidget(side)
        parts.addWidget(self.page)
        parts.setStretchFactor(1, 1)
        parts.setSizes([LIST_W, 3 * LIST_W])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts)

    def sizeHint(self) -> QSize:
        """Return a size in which a page can be read."""
        return QSize(1040, 760)

    def retranslate(self) -> None:
        """Show the guide in the language in force, at the same chapter."""
        self.words.setPlaceholderText(tr("Search the guide"))
        self.words.setAccessibleName(tr("Search the guide"))
        self.list.setAccessibleName(tr("Chapters"))
        self.page.setAccessibleName(tr("The chapter"))
        self.nothing.setText(tr("No chapter has these words."))
        if language() != self._language:
            shown = self.chapter_name()
            self._language = language()
            self._chapters = chapters(self._language)
            self._look_for(self.words.text())
            self._choose(shown)

    def chapter_name(self) -> str:
        """Return the name of the chapter that is shown; empty before the first."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def show_about(self, place: str) -> None:
        """Show the chapter about a panel or window."""
        self.words.clear()
        self._choose(chapter_of(place))

    def next_place(self) -> None:
        """Go to the next place on the page that has the words looked for, from the end again to the beginning."""
        words = self.words.text().strip()
        if words and not self.page.find(words):
            self.page.moveCursor(self.page.textCursor().MoveOperation.Start)
            self.page.find(words)

    def _look_for(self, words: str) -> None:
        wanted, shown = words.strip().casefold(), self.chapter_name()
        self.list.blockSignals(True)
        self.list.clear()
        for chapter in self._chapters:
            if wanted in chapter.text.casefold():
                item = QListWidgetItem(chapter.title)
                item.setData(Qt.ItemDataRole.UserRole, chapter.name)
                self.list.addItem(item)
        self.list.blockSignals(False)
        self.nothing.setVisible(self.list.count() == 0)
        self._choose(shown)
        if wanted:
            self.page.find(words.strip(), QTextDocument.FindFlag(0))

    def _choose(self, name: str) -> None:
        names = [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())]
        if names:
            self.list.setCurrentRow(names.index(name) if name in names else 0)

    def _chosen(self) -> None:
        name = self.chapter_name()
        found = next((chapter for chapter in self._chapters if chapter.name == name), None)
        if found is not None:
            self.page.show_chapter(found, self._language)

    def _follow(self, link: QUrl) -> None:
        self.words.clear()
        self._choose(link.path().removesuffix(".md"))


def _place(widget: QWidget | None) -> str:
    """Return what a widget stands in: what it or a widget around it is called by `PLACE`, else the docked panel; empty where it is in neither."""
    while widget is not None and not isinstance(widget, QDockWidget):
        place = widget.property(PLACE)
        if place:
            return str(place)
        widget = widget.parentWidget()
    return widget.objectName() if widget is not None else ""
