"""The window Connection: how this desk is joined with others; three pages over one line that says how an act went."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from commandcenter.ui.connection.code_page import CodePage
from commandcenter.ui.connection.links_page import LinksPage
from commandcenter.ui.connection.port import SyncPort
from commandcenter.ui.connection.stick_page import StickPage
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, column, label
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.tables.page import NoticeLine


class ConnectionWindow(Translated):
    """Status, codes, stick; Alt+1 … Alt+3 change the page."""

    def __init__(self, context: DeskContext) -> None:
        """Show how a desk stands to others; where the program runs without sync it says so."""
        super().__init__()
        self.setProperty("role", "window")
        sync = context.services.sync
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.alone = label("muted", wrap=True)
        self.links: LinksPage | None = None
        layout = column(self)
        if sync is None:
            self.alone.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(self.alone, 1)
        else:
            self._add_pages(context, sync)
            layout.addWidget(self.tabs, 1)
        layout.addWidget(NoticeLine(context.seat))
        QShortcut(QKeySequence("Esc"), self, self.close)
        self.resize(760, 600)
        self.retranslate()

    def _add_pages(self, context: DeskContext, sync: SyncPort) -> None:
        self.links, self.codes, self.stick = LinksPage(context.seat, sync), CodePage(context.seat, sync), StickPage(context.seat, sync)
        pages: tuple[QWidget, ...] = (self.links, self.codes, self.stick)
        for number, page in enumerate(pages):
            self.tabs.addTab(page, "")
            QShortcut(QKeySequence(f"Alt+{number + 1}"), self, lambda number=number: self.tabs.setCurrentIndex(number))
        self._unsubscribe = sync.subscribe(self.links.refresh)

    def retranslate(self) -> None:
        """Say the names of the pages."""
        self.alone.setText(tr("This desk runs without connections."))
        if self.links is not None:
            for number, text in enumerate((tr("Connection"), tr("Codes"), tr("Stick"))):
                self.tabs.setTabText(number, text)
                self.tabs.setTabToolTip(number, f"Alt+{number + 1}")
            self.tabs.setAccessibleName(tr("Connection"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop following."""
        if self.links is not None:
            self._unsubscribe()
        super().closeEvent(event)
