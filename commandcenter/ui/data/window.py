"""The window about data: what is held and why, who gets it, who looked, shares of stock, what proves that nothing was changed, and the end."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget

from commandcenter.ui.data.checkpoints_page import CheckpointsPage
from commandcenter.ui.data.classes_page import ClassesPage
from commandcenter.ui.data.end_page import EndPage
from commandcenter.ui.data.looks_page import LooksPage
from commandcenter.ui.data.shares_page import SharesPage
from commandcenter.ui.data.sharing_page import SharingPage
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, column
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.tables.page import NoticeLine, Page


class DataWindow(Translated):
    """Pages; Alt+1 … change them. Checkpoints and the end are only there where the app gives them."""

    def __init__(self, context: DeskContext) -> None:
        """Work at a seat."""
        super().__init__()
        seat, integrity = context.seat, context.services.integrity
        self.setProperty("role", "window")
        self.classes, self.sharing, self.looks, self.shares = (
            ClassesPage(seat),
            SharingPage(seat, context.services.partners),
            LooksPage(seat),
            SharesPage(seat),
        )
        self.checkpoints = CheckpointsPage(seat, integrity) if integrity is not None else None
        self.pages: list[Page] = [self.classes, self.sharing, self.looks, self.shares]
        if self.checkpoints is not None:
            self.pages.append(self.checkpoints)
            self.checkpoints.reload()
        self.end = EndPage(seat, context.services.ending) if context.services.ending is not None else None
        if self.end is not None:
            self.pages.append(self.end)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for number, page in enumerate(self.pages):
            self.tabs.addTab(page, "")
            QShortcut(QKeySequence(f"Alt+{number + 1}"), self, lambda number=number: self.tabs.setCurrentIndex(number))
        QShortcut(QKeySequence("Esc"), self, self.close)
        self.notice = NoticeLine(seat)
        layout = column(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.notice)
        self.resize(1180, 640)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the names of the pages."""
        names: dict[Page | None, str] = {
            self.classes: tr("Data catalogue"),
            self.sharing: tr("Sharing"),
            self.looks: tr("Looks and erasures"),
            self.shares: tr("Shares of stock"),
            self.checkpoints: tr("Checkpoints"),
            self.end: tr("End of the operation"),
        }
        for number, page in enumerate(self.pages):
            self.tabs.setTabText(number, names[page])
            self.tabs.setTabToolTip(number, f"Alt+{number + 1}")
        self.tabs.setAccessibleName(tr("Data"))
