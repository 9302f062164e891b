"""The window Messages: three pages over one line that says how an act went."""

from __future__ import annotations

from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, column
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.messages.groups_page import GroupsPage
from commandcenter.ui.messages.radio_page import RadioPage
from commandcenter.ui.messages.talk_page import TalkPage
from commandcenter.ui.tables.page import NoticeLine


class MessagesWindow(Translated):
    """Messages, groups, radio and paper; Alt+1 … Alt+3 change the page."""

    def __init__(self, context: DeskContext) -> None:
        """Work at a seat; the chosen incident stands in the line of receivers."""
        super().__init__()
        self.setProperty("role", "window")
        seat = context.seat
        self.talk, self.groups, self.radio = TalkPage(context), GroupsPage(seat), RadioPage(context)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        pages: tuple[QWidget, ...] = (self.talk, self.groups, self.radio)
        for number, page in enumerate(pages):
            self.tabs.addTab(page, "")
            QShortcut(QKeySequence(f"Alt+{number + 1}"), self, lambda number=number: self.tabs.setCurrentIndex(number))
        layout = column(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(NoticeLine(seat))
        QShortcut(QKeySequence("Esc"), self, self.close)
        self.talk.compose.templates_wanted.connect(lambda: seat.window_wanted.emit("catalogue"))
        incident = seat.desk.picture.incident(seat.incident) if seat.incident else None
        self.talk.compose.to.setText(incident.number if incident is not None else "")
        self.retranslate()

    def retranslate(self) -> None:
        """Say the names of the pages."""
        for number, text in enumerate((tr("Messages"), tr("Groups"), tr("Radio and paper"))):
            self.tabs.setTabText(number, text)
            self.tabs.setTabToolTip(number, f"Alt+{number + 1}")
        self.tabs.setAccessibleName(tr("Messages"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop following."""
        self.talk.stop()
        super().closeEvent(event)
