"""The supplies window: five pages over one line that says how a command went."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, column
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.supplies.attention import AttentionPage
from commandcenter.ui.supplies.partners import PartnersPage
from commandcenter.ui.supplies.plan import PlanPage
from commandcenter.ui.supplies.stock import StockPage
from commandcenter.ui.supplies.transfers import TransfersPage
from commandcenter.ui.tables.page import NoticeLine


class SuppliesWindow(Translated):
    """Stock, transfers, plan, attention, partners; Alt+1 … Alt+5 change the page."""

    def __init__(self, context: DeskContext) -> None:
        """Work at a seat."""
        super().__init__()
        seat = context.seat
        self.setProperty("role", "window")
        self.stock, self.transfers, self.plan = StockPage(context), TransfersPage(seat), PlanPage(seat)
        self.attention, self.partners = AttentionPage(seat), PartnersPage(context)
        self.pages: tuple[QWidget, ...] = (self.stock, self.transfers, self.plan, self.attention, self.partners)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for page in self.pages:
            self.tabs.addTab(page, "")
        self.notice = NoticeLine(seat)
        layout = column(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.notice)
        for number in range(len(self.pages)):
            QShortcut(QKeySequence(f"Alt+{number + 1}"), self, lambda number=number: self.tabs.setCurrentIndex(number))
        QShortcut(QKeySequence("Esc"), self, self.close)
        self.attention.asked.connect(self._ask)
        self.resize(1120, 720)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the names of the pages."""
        for number, text in enumerate((tr("Stock"), tr("Transfers"), tr("Plan"), tr("Attention"), tr("Partners"))):
            self.tabs.setTabText(number, text)
            self.tabs.setTabToolTip(number, f"Alt+{number + 1}")
        self.tabs.setAccessibleName(tr("Supplies"))

    def _ask(self, depot: str, item: str, quantity: int) -> None:
        """Begin a transfer that fills up what is short."""
        self.tabs.setCurrentWidget(self.transfers)
        self.transfers.begin(depot, item, quantity)
